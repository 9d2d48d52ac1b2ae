import type { EvidenceRole, EvidenceVerdict } from '../evidence/model.ts';

/** Whether a later version of the article still has a statement of an earlier one, by its words. */
export const STATEMENT_STANDINGS = ['STANDS', 'ALTERED', 'GONE'] as const;

export interface StatementStanding {
  readonly standing: (typeof STATEMENT_STANDINGS)[number];
  /** Null for STANDS; else what became of its words, to be read after the statement: "its words no longer stand in …". */
  readonly reason: string | null;
}

/** Evidence of a statement with what a later version has of it. */
export interface AnchoredPiece {
  readonly role: EvidenceRole;
  readonly verdict: EvidenceVerdict;
}

/** Verdicts for words that are as they were. */
const UNCHANGED: readonly EvidenceVerdict[] = ['EXACT', 'MOVED', 'NORMALIZED'];

/**
 * How an earlier version's statement stands in the version of this number, by its content: STANDS where every piece is there as it was,
 * GONE where none is there at all, else ALTERED. A statement without content, such as a silence, stands by its cue, or else its source.
 */
export function standingOfStatement(evidence: readonly AnchoredPiece[], version: number): StatementStanding {
  const pieces = (['CONTENT', 'CUE', 'SOURCE'] as const)
    .map((role) => evidence.filter((piece) => piece.role === role))
    .find((found) => found.length > 0);
  if (pieces === undefined) throw new Error('a statement has evidence of its content, its cue or its source');
  const lost = pieces.filter(({ verdict }) => verdict === 'NOT_FOUND').length;
  const where = `in version ${version} of the article`;
  if (lost === pieces.length) return { standing: 'GONE', reason: `its words no longer stand ${where}` };
  if (lost > 0) return { standing: 'ALTERED', reason: `some of its words no longer stand ${where}` };
  if (pieces.every(({ verdict }) => UNCHANGED.includes(verdict))) return { standing: 'STANDS', reason: null };
  return { standing: 'ALTERED', reason: `its words are changed ${where}` };
}
