/** What may join two entities that stand next to each other on a way. */
export const PATH_STEPS = ['RELATION', 'STATEMENT'] as const;
export type PathStep = (typeof PATH_STEPS)[number];

/** The best that joins two entities, one way or the other. Of two, the one with the greater rank is better. */
export interface Way {
  readonly kind: PathStep;
  /** Of the relation or statement. */
  readonly id: string;
  /** A relation's begins with whether it is a fact, then both have the date and the id. */
  readonly rank: string;
}

/** One step, in the direction in which it is walked or drawn. */
export interface Step {
  readonly kind: PathStep;
  /** Of the relation or statement. */
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
}

export interface Paths {
  readonly paths: readonly (readonly Step[])[];
  readonly truncated: boolean;
}

export interface Subgraph {
  /** Ids of entities. */
  readonly nodes: readonly string[];
  readonly edges: readonly Step[];
  readonly truncated: boolean;
}

export const MAX_PATH_HOPS = 6;
export const MAX_PATHS = 50;
export const MAX_NEIGHBORHOOD_HOPS = 3;
export const MAX_NEIGHBORHOOD_NODES = 200;

/** What a search may cost. What is beyond is left out, and the answer says so. */
export interface SearchLimits {
  /** Entities looked at from one level. */
  readonly nodes: number;
  /** Relationships of all entities looked at from one level; one that is alone on its level is always looked at. */
  readonly degree: number;
  /** Neighbours taken of one entity, by relations and by statements each way. */
  readonly neighbours: number;
  /** Such neighbours of one level, shared out evenly. */
  readonly neighboursOfLevel: number;
  /** The latest statements that are looked at of one entity, those by it and those about it. */
  readonly statements: number;
  /** Such statements of one level, shared out evenly. */
  readonly statementsOfLevel: number;
  /** Steps tried when ways are put together. */
  readonly tries: number;
  /** Edges of a subgraph, relations and statements each. */
  readonly edges: number;
  /** Milliseconds for all calls. */
  readonly timeMs: number;
}

export const SEARCH_LIMITS: SearchLimits = {
  nodes: 400,
  degree: 20_000,
  neighbours: 500,
  neighboursOfLevel: 4_000,
  statements: 1_000,
  statementsOfLevel: 8_000,
  tries: 50_000,
  edges: 1_000,
  timeMs: 5_000,
};
