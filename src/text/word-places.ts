import type { WordAlignment } from './word-alignment.ts';
import { MIN_LETTERS } from './word-moves.ts';
import { GRAM } from './word-runs.ts';
import { BREAK } from './word-sequence.ts';
import { placesOfOnce, sameWords, slotOf, slotsFor } from './word-slots.ts';

/** Words of a sequence, the last one included. */
export interface Words {
  readonly first: number;
  readonly last: number;
}

/** Words around others in which these are looked for once more. */
const MAX_WINDOW = 1_000;
/** Places that are compared for words that stand elsewhere. */
const MAX_TRIED = 8;

/** Where words of an earlier text that stand side by side do so in a later one. */
export class WordPlaces {
  readonly #alignment: WordAlignment;
  /** By slot, where stretches of GRAM words stand that stand once; made when first asked for. */
  #once: { readonly slots: number; readonly before: Int32Array; readonly after: Int32Array } | null = null;

  constructor(alignment: WordAlignment) {
    this.#alignment = alignment;
  }

  /** All of the words, side by side; null where they are not, or might be there by chance. */
  of(words: Words): Words | null {
    const wordsFrom = (at: number) => ({ first: at, last: at + words.last - words.first });
    const at = this.#aligned(words) ?? this.#againNear(words);
    if (at !== null && this.isSupported(words, wordsFrom(at))) return wordsFrom(at);
    const once = this.#onceElsewhere(words);
    return once === null ? null : wordsFrom(once);
  }

  /**
   * Whether words that are all weakly aligned are more than some that the other text has as well: they are many, or a word beside them
   * is in common, too, or they stand by themselves in both texts, as “Yes” does.
   */
  isSupported({ first, last }: Words, at: Words): boolean {
    const { before, after, weak, toAfter } = this.#alignment;
    const isSure = (word: number) => (toAfter[word] ?? -1) >= 0 && weak[word] === 0;
    for (let word = first; word <= last; word += 1) if (isSure(word)) return true;
    if ((before.letters[last + 1] ?? 0) - (before.letters[first] ?? 0) >= MIN_LETTERS) return true;
    if ((at.first > 0 && toAfter[first - 1] === at.first - 1) || toAfter[last + 1] === at.last + 1)
      return true;
    const breaks = [
      before.breaks[first],
      before.breaks[last + 1],
      after.breaks[at.first],
      after.breaks[at.last + 1],
    ];
    return breaks.every((strength) => (strength ?? BREAK.none) >= BREAK.clause);
  }

  /** The later text's first word of these, where the alignment has them side by side; else null. */
  #aligned({ first, last }: Words): number | null {
    const { toAfter } = this.#alignment;
    const at = toAfter[first] ?? -1;
    if (at < 0) return null;
    for (let word = first + 1; word <= last; word += 1) {
      if (toAfter[word] !== at + word - first) return null;
    }
    return at;
  }

  /**
   * The same where the alignment has taken the words apart, though all of them stand side by side between what is around them: of the
   * fewest changes it knows only one way.
   */
  #againNear({ first, last }: Words): number | null {
    const { toAfter, toBefore, before, after } = this.#alignment;
    const [from, to] = [this.#nearest(first - 1, -1), this.#nearest(last + 1, 1)];
    if (from === null || to === null || to - from > MAX_WINDOW + last - first) return null;
    let best: number | null = null;
    let most = -1;
    for (let at = from + 1; at + last - first < to; at += 1) {
      let kept = 0;
      let word = first;
      for (; word <= last && before.words[word] === after.words[at + word - first]; word += 1) {
        const other = toBefore[at + word - first] ?? -1;
        if (other >= 0 && (other < first || other > last)) break;
        if (toAfter[word] === at + word - first) kept += 1;
      }
      if (word <= last || kept <= most) continue;
      [best, most] = [at, kept];
    }
    return best;
  }

  /** The later text's word for the nearest one that has any, from a word on in one direction; null for none near. */
  #nearest(from: number, step: 1 | -1): number | null {
    const { toAfter, before, after } = this.#alignment;
    for (let word = from, looked = 0; looked < MAX_WINDOW; word += step, looked += 1) {
      if (word < 0) return -1;
      if (word >= before.words.length) return after.words.length;
      const at = toAfter[word] ?? -1;
      if (at >= 0) return at;
    }
    return null;
  }

  /** The same where some of the words stand once in each text, and all of them are there, too. */
  #onceElsewhere({ first, last }: Words): number | null {
    const { before, after, toBefore, weak } = this.#alignment;
    const { slots, before: inBefore, after: inAfter } = this.#onceIn();
    const length = last - first + 1;
    const tried = new Set<number>();
    for (let word = first; word + GRAM <= last + 1 && tried.size < MAX_TRIED; word += 1) {
      const slot = slotOf(before.words, word, GRAM, slots);
      const there = inAfter[slot] ?? -1;
      const at = there - (word - first);
      if (there < 0 || inBefore[slot] !== word || tried.has(at)) continue;
      tried.add(at);
      if (!sameWords(before.words, first, after.words, at, length)) continue;
      const others = toBefore.subarray(at, at + length);
      const isFree = (other: number) => other < 0 || weak[other] === 1 || (other >= first && other <= last);
      return others.every(isFree) ? at : null;
    }
    return null;
  }

  #onceIn() {
    const { before, after } = this.#alignment;
    const slots = slotsFor(before.words.length + after.words.length);
    this.#once ??= {
      slots,
      before: placesOfOnce(before.words, GRAM, slots),
      after: placesOfOnce(after.words, GRAM, slots),
    };
    return this.#once;
  }
}
