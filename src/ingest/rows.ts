import type { Value } from '../graph/database.ts';

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

export interface MentionRows {
  readonly mentions: readonly NodeRow[];
  readonly antecedent: readonly EdgeRow[];
}

export interface StatementRows {
  readonly statements: readonly NodeRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly namedAs: readonly EdgeRow[];
  readonly aboutStatements: readonly EdgeRow[];
  readonly nestedIn: readonly EdgeRow[];
}

export interface RelationRows {
  /** Each once. */
  readonly relations: readonly RelationRow[];
  /** From run to relation. */
  readonly asserts: readonly AssertionRow[];
  readonly evidence: readonly EvidenceRow[];
  /** From evidence to statement. */
  readonly claimedIn: readonly EdgeRow[];
}

export interface RelationRow extends NodeRow {
  readonly type: string;
  readonly fromId: string;
  readonly toId: string;
}

export interface AssertionRow extends EdgeRow {
  /** The relation's id within the document. */
  readonly local: string;
  readonly reference: string | null;
  readonly current: boolean;
  /** Whether the article says it in its own voice somewhere. */
  readonly stated: boolean;
}
