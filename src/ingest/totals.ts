import type { OnrecordError, Problem } from '../errors.ts';
import type { FileLine } from './read-documents.ts';
import type { WriteCounts } from './write.ts';

/** What became of a document that was not refused, or would have in a dry run. */
export interface TakenDocument {
  readonly status: 'created' | 'unchanged';
  /** Null where a server does not tell it, as in a dry run. */
  readonly articleId: string | null;
  readonly created: WriteCounts;
  readonly unchanged: WriteCounts;
  /** Parts that an extractor, an importer or a server left out. */
  readonly leftOut?: readonly Problem[];
}

/** What became of one document, or of one decision. `error` says why it was refused; its details have pointers and reasons. */
export type FileOutcome = FileLine & { readonly isDecision?: boolean } & (
    | { readonly outcome: TakenDocument }
    | { readonly error: OnrecordError }
  );

export interface DecisionTotals {
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** `created`, `unchanged` and `refused` add up to `documents`. A file that cannot be read counts as one. */
export interface IngestTotals {
  readonly documents: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  /** What is new. */
  readonly counts: WriteCounts;
  /** Absent where no decision came. */
  readonly decisions?: DecisionTotals;
}

export const NO_TOTALS: IngestTotals = {
  documents: 0,
  created: 0,
  unchanged: 0,
  refused: 0,
  counts: { entities: 0, statements: 0, mentions: 0, relations: 0 },
};

const NO_DECISIONS: DecisionTotals = { created: 0, unchanged: 0, refused: 0 };

export function plus(totals: IngestTotals, done: FileOutcome): IngestTotals {
  if (done.isDecision) {
    const before = totals.decisions ?? NO_DECISIONS;
    const status = 'error' in done ? 'refused' : done.outcome.status;
    return { ...totals, decisions: { ...before, [status]: before[status] + 1 } };
  }
  const documents = totals.documents + 1;
  if ('error' in done) return { ...totals, documents, refused: totals.refused + 1 };
  const { status, created: counts } = done.outcome;
  return {
    ...totals,
    documents,
    created: totals.created + Number(status === 'created'),
    unchanged: totals.unchanged + Number(status === 'unchanged'),
    counts: {
      entities: totals.counts.entities + counts.entities,
      statements: totals.counts.statements + counts.statements,
      mentions: totals.counts.mentions + counts.mentions,
      relations: totals.counts.relations + counts.relations,
    },
  };
}
