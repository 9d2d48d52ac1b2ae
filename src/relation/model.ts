import type { EntityType } from '../entity/model.ts';

/** What a relation type may join. `from` and `to` list the entity types allowed at each end. */
interface RelationRule {
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
}

const ACTORS = ['PERSON', 'ORGANIZATION', 'COUNTRY'] as const;
const SITES = ['PLACE', 'COUNTRY'] as const;

/**
 * The closed vocabulary of relations between entities, read "from TYPE to". To add one: a line here, its edge in
 * `ingest/cypher-entities.ts`, its description in `relation/graphql.ts`, and the field that shows it in the folder of the concept
 * that it belongs to.
 */
export const RELATION_RULES = {
  HOLDS_POSITION: { from: ['PERSON'], to: ['POSITION'] },
  MEMBER_OF: { from: ACTORS, to: ['ORGANIZATION'] },
  PART_OF: { from: ['ORGANIZATION', 'PLACE', 'EVENT'], to: ['ORGANIZATION', 'COUNTRY', 'PLACE', 'EVENT'] },
  CITIZEN_OF: { from: ['PERSON'], to: ['COUNTRY'] },
  HEAD_OF_STATE_OF: { from: ['PERSON'], to: ['COUNTRY'] },
  AMBASSADOR_TO: { from: ['PERSON'], to: ['COUNTRY', 'ORGANIZATION'] },
  PARTY_TO: { from: ['COUNTRY', 'ORGANIZATION'], to: ['TREATY'] },
  AFFILIATED_WITH: { from: ['PERSON', 'ORGANIZATION', 'UNNAMED_SOURCE'], to: ['ORGANIZATION', 'COUNTRY'] },
  RECALLED_TO: { from: ['PERSON'], to: SITES },
  RECALLED_FROM: { from: ['PERSON'], to: SITES },
  HELD_IN: { from: ['EVENT'], to: SITES },
  PARTICIPATED_IN: { from: ACTORS, to: ['EVENT'] },
  LOCATED_IN: { from: ['ORGANIZATION', 'PLACE', 'EVENT'], to: SITES },
  CAPITAL_OF: { from: ['PLACE'], to: ['COUNTRY'] },
} as const satisfies Record<string, RelationRule>;

export type RelationType = keyof typeof RELATION_RULES;

export const RELATION_TYPES = Object.keys(RELATION_RULES) as readonly RelationType[];

export const DIRECTIONS = ['OUT', 'IN', 'BOTH'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** A relation as every query returns it. Dates are EDTF; null where no article tells. */
export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly fromId: string;
  readonly toId: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Where a background fact comes from. */
  readonly reference: string | null;
}

/** Publication dates of the first and last article that attest a relation, as EDTF; null for background facts and undated articles. */
export interface Attestation {
  readonly from: string | null;
  readonly until: string | null;
}
