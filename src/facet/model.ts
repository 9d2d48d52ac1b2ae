/** What statements can be counted by. All but POSITION, OUTLET, KIND and MONTH may have several values for one statement. */
export const STATEMENT_FACETS = [
  'SPEAKER',
  'POSITION',
  'ABOUT',
  'ADDRESSEE',
  'OUTLET',
  'KIND',
  'ACT',
  'MONTH',
] as const;
export type StatementFacet = (typeof STATEMENT_FACETS)[number];

/** Facets whose values are entities: `value` is an id. */
export const ENTITY_FACETS = ['SPEAKER', 'POSITION', 'ABOUT', 'ADDRESSEE', 'OUTLET'] as const;
export type EntityFacet = (typeof ENTITY_FACETS)[number];

export interface FacetBucket {
  readonly value: string;
  readonly count: number;
  /** The value is the id of an entity. */
  readonly isEntity: boolean;
}

/** How statements fall on the values of a facet. */
export interface Facet {
  readonly by: StatementFacet;
  /** Most frequent first, then by value. */
  readonly buckets: readonly FacetBucket[];
  /** Statements of the filter. */
  readonly total: number;
  /** Counts of the values that are not among the buckets, added up. */
  readonly other: number;
  /** Statements without a value. */
  readonly missing: number;
}

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

export interface QuoteMatrix {
  readonly rows: readonly FacetBucket[];
  readonly columns: readonly FacetBucket[];
  /** Those with a count, in the order of rows, then of columns. */
  readonly cells: readonly MatrixCell[];
  readonly truncated: boolean;
}
