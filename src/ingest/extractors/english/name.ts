import type { NameType } from './gazetteer.ts';
import type { Range } from './reading.ts';

/** A name in the text, without article and title. */
export interface Name extends Range {
  /** Tokens from `first` up to, but without, `last`. */
  readonly first: number;
  readonly last: number;
  readonly words: string;
  readonly type: NameType;
}
