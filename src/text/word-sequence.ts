import { foldCharacters } from './fold.ts';
import type { OffsetText } from './offsets.ts';

/** Scripts without spaces between words: each character counts as one. */
export const DENSE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
/** Words, and symbols such as emoji, which say something too. What is invisible inside a word belongs to it. */
const WORD = new RegExp(
  String.raw`[${DENSE}]\p{M}*|(?![${DENSE}])[\p{L}\p{M}\p{N}](?:(?![${DENSE}])[\p{L}\p{M}\p{N}\p{DI}])*|[\p{So}\p{Sc}\p{Sm}]`,
  'gu',
);
const SENTENCE_END = /[.!?…][^\p{L}\p{N}]*\s|[。！？؟۔।॥]/u;

/** How much a text breaks between two words. */
export const BREAK = { none: 0, clause: 1, sentence: 2, paragraph: 3 } as const;

/** The words of a text as numbers, equal ones for words that are equal when folded like names; all lists are by word. */
export interface WordSequence {
  readonly words: Int32Array;
  /** Places in code points. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How much the text breaks before each word, one more for its end: a BREAK. */
  readonly breaks: Uint8Array;
  /** Letters of the words before each word, one more for all. */
  readonly letters: Int32Array;
}

/** Words that two texts have in common, side by side in each; places in words. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** Has a whole sentence that stands once in each text. */
  readonly sure?: boolean;
}

/** Numbers words alike in all texts that it is asked for. */
export class Vocabulary {
  readonly #byFolded = new Map<string, number>();
  readonly #byWritten = new Map<string, number>();

  /** One pass over the text. */
  sequence(text: OffsetText): WordSequence {
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const breaks: number[] = [];
    const letters = [0];
    let last = 0;
    for (const { 0: written, index } of text.text.matchAll(WORD)) {
      const word = this.#numberOf(written);
      // Marks and invisible characters by themselves are none.
      if (word < 0) continue;
      breaks.push(words.length === 0 ? BREAK.sentence : breakOf(text.text.slice(last, index)));
      last = index + written.length;
      words.push(word);
      starts.push(text.codePoint(index));
      ends.push(text.codePoint(last));
      letters.push((letters.at(-1) ?? 0) + written.length);
    }
    breaks.push(BREAK.sentence);
    return {
      words: Int32Array.from(words),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      breaks: Uint8Array.from(breaks),
      letters: Int32Array.from(letters),
    };
  }

  /** How many different words it has seen. */
  get size(): number {
    return this.#byFolded.size;
  }

  #numberOf(written: string): number {
    const known = this.#byWritten.get(written);
    if (known !== undefined) return known;
    const folded = foldCharacters(written);
    const number = folded === '' ? -1 : (this.#byFolded.get(folded) ?? this.#byFolded.size);
    if (number >= 0) this.#byFolded.set(folded, number);
    this.#byWritten.set(written, number);
    return number;
  }
}

function breakOf(between: string): number {
  if (between.includes('\n')) return BREAK.paragraph;
  if (SENTENCE_END.test(between)) return BREAK.sentence;
  return between.trim() === '' ? BREAK.none : BREAK.clause;
}
