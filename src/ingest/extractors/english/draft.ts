import type { Range } from './reading.ts';

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
