import type { CueVerb } from './lexicon/cue-verbs.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Subject } from './subjects.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface Piece {
  readonly first: number;
  readonly last: number;
}

/** A verb that reports something, with what it reports where that stands in its sentence. */
export interface Report {
  readonly verb: VerbGroup | null;
  readonly cue: Piece;
  readonly entry: CueVerb | null;
  readonly lemma: string;
  readonly subject: Subject | null;
  readonly content: readonly Piece[];
  readonly addressee: Piece | null;
  /** How the content stands to the cue; `none`: it is not in the sentence, or only in quotations. */
  readonly frame: string;
  readonly sentence: Sentence;
}

/** A report before its source and content are known. */
export type Bare = Omit<Report, 'subject' | 'content' | 'addressee' | 'frame'>;

/** Whether a quotation may be what the verb reports. */
export function isQuoting({ entry }: Report): boolean {
  return entry !== null && (entry.frames.has('quote') || entry.frames.has('clause') || entry.tellsWhom);
}
