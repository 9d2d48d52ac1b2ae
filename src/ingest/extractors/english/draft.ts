import type { Range, Reading } from './reading.ts';
import type { Piece } from './report.ts';

/** An attribution while it is found: without what follows from all of them together. */
export interface Draft {
  source: Range | null;
  cue: Range | null;
  lemma: string;
  content: Range[];
  addressee: Range | null;
  frame: string;
}

/** The place in the text that attributions are ordered by: of the content, or of the cue where there is none. */
export function placeOf({ content, cue }: Pick<Draft, 'content' | 'cue'>): number {
  return content[0]?.start ?? cue?.start ?? 0;
}

/** Where tokens stand in the text. */
export function rangeOf({ tokens }: Reading, { first, last }: Piece): Range {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}
