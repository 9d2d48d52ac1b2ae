import type { Value } from '../graph/database.ts';
import type { EntityFacts } from './entity-facts.ts';

/** A node to create or to merge by its id. */
export interface NodeRow {
  readonly id: string;
  readonly [property: string]: Value;
}

/** A relationship between two nodes that are found by their ids. */
export interface EdgeRow {
  readonly from: string;
  readonly to: string;
  readonly [property: string]: Value;
}

/** A piece of evidence and the statement or relation that it is for. */
export interface EvidenceRow {
  readonly owner: string;
  readonly props: NodeRow;
  readonly [property: string]: Value;
}

export interface EntityRows {
  /** As this document has them; what the graph has is put to it when they are written. */
  readonly entities: readonly EntityFacts[];
  /** From entity to folded name. */
  readonly names: readonly EdgeRow[];
  readonly officeOf: readonly EdgeRow[];
  readonly accreditedTo: readonly EdgeRow[];
}

export interface MentionRows {
  readonly mentions: readonly NodeRow[];
  readonly refersTo: readonly EdgeRow[];
  readonly literally: readonly EdgeRow[];
  readonly antecedent: readonly EdgeRow[];
}

export interface StatementRows {
  readonly statements: readonly NodeRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly saidBy: readonly EdgeRow[];
  readonly speakingAs: readonly EdgeRow[];
  readonly onBehalfOf: readonly EdgeRow[];
  readonly namedAs: readonly EdgeRow[];
  readonly toldTo: readonly EdgeRow[];
  readonly about: readonly EdgeRow[];
  readonly aboutStatements: readonly EdgeRow[];
  readonly mentions: readonly EdgeRow[];
  readonly nestedIn: readonly EdgeRow[];
}

export interface RelationRows {
  readonly relations: readonly NodeRow[];
  readonly evidence: readonly EvidenceRow[];
  /** From evidence to statement. */
  readonly claimedIn: readonly EdgeRow[];
}
