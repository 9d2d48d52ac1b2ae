/** What a search looks through; also the GraphQL enum `SearchType`. */
export const SEARCH_TYPES = ['ENTITY', 'STATEMENT', 'ARTICLE'] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** Code points of a search. */
export const MAX_QUERY_LENGTH = 1_000;
/** Words of a search, those in phrases included. */
export const MAX_QUERY_WORDS = 50;
/** Nodes of one type that a search looks at. */
export const MAX_CANDIDATES = 500;
/** Words that one prefix stands for, the first in order. */
export const MAX_PREFIX_WORDS = 100;
/** Prefixes that choose the candidates; further ones are only looked for in these. */
export const MAX_PREFIXES = 8;

/** Code points of a quotation that is looked for. */
export const MAX_QUOTE_LENGTH = 5_000;
/** Different words of a quotation, the longest, that choose the candidates. */
export const MAX_QUOTE_WORDS = 24;
/** Statements with some of these words, the likeliest. */
export const MAX_LIKELY = 100;
/** Statements that are compared with a quotation that nobody said exactly so. */
export const MAX_COMPARED = 40;

/** Whether somebody said it in these words; also the GraphQL enum `QuoteVerdict`. */
export const QUOTE_VERDICTS = ['EXACT', 'ALTERED', 'NOT_FOUND'] as const;
export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number];

/** Something that has all of what was searched for. */
export interface RankedHit {
  readonly type: SearchType;
  readonly id: string;
  /** From 0 to 1, six decimals. */
  readonly score: number;
}

/** A stretch of a field that was searched for; offsets in code points of the field. */
export interface Highlight {
  readonly field: string;
  readonly snippet: string;
  readonly start: number;
  readonly end: number;
}
