import { createHash } from 'node:crypto';
import { foldWords, spacedWords } from '../text/fold.ts';

/** Words that a content must have for others of the same words to be its copies: two people say "No comment" without knowing of each other. */
export const MIN_COPIED_WORDS = 4;
/** Hexadecimal digits: among a million contents two different ones agree in them once in some ten million graphs. */
const WORDING_DIGITS = 16;

/** What a statement stores of the words of its content. */
export interface Wording {
  /** The folded words between spaces. */
  readonly words: string;
  readonly wordCount: number;
  /** The same for contents of the same folded words, whatever else differs; null for fewer than MIN_COPIED_WORDS. */
  readonly wording: string | null;
}

export function wordingOf(content: string | null): Wording {
  const folded = foldWords(content ?? '');
  const words = spacedWords(folded);
  const wording =
    folded.length < MIN_COPIED_WORDS
      ? null
      : createHash('sha256').update(words).digest('hex').slice(0, WORDING_DIGITS);
  return { words, wordCount: folded.length, wording };
}
