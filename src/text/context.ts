import { type Choice, countBelow } from './choice.ts';
import type { Stretch } from './nested.ts';
import { OffsetText } from './offsets.ts';
import { SuffixArray } from './suffix-array.ts';
import { Vocabulary, type WordSequence } from './word-sequence.ts';

/** What is said to stand beside words, as W3C Web Annotation has it. */
export interface Context {
  /** The words before. Case, accents and punctuation do not count. */
  readonly prefix?: string | undefined;
  /** Those after. */
  readonly suffix?: string | undefined;
}

/** Words beside that count on either side; more say no more. */
const MAX_WORDS = 8;
/** Places of one text whose words beside are compared. Beyond, context decides nothing. */
const MAX_COMPARED = 5_000_000;
/** Of the words that are given, how many a place must have for the context to say anything. */
const MIN_SHARE = 0.5;

const NONE: Int32Array = new Int32Array();

/** Words as numbers, from a place outwards on either side. */
interface Beside {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** The words beside places of a text. */
export class Contexts {
  readonly #text: string;
  readonly #vocabulary = new Vocabulary();
  #read: { readonly sequence: WordSequence; readonly ends: SuffixArray } | null = null;
  #compared = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Those of the places that have most of the words beside them, counted without a gap from the place outwards: half of what is given
   * at least. All of them where none has that, or no context is given.
   */
  fitting(choice: Choice, { prefix = '', suffix = '' }: Context): Choice {
    if (choice.length < 2 || (prefix === '' && suffix === '')) return choice;
    const beside = {
      before: this.#numbers(prefix).slice(-MAX_WORDS).reverse(),
      after: this.#numbers(suffix).slice(0, MAX_WORDS),
    };
    const given = beside.before.length + beside.after.length;
    // Most contexts are right, and places that have all of one are few.
    const best = given === 0 ? [] : this.#best(choice, beside, given);
    if (best.length > 0) return choice.only(best);
    const next = this.#best(choice, beside, Math.ceil(given * MIN_SHARE));
    return next.length > 0 ? choice.only(next) : choice;
  }

  /** The places with most words beside them, of those with the least number; none where there are too many to compare. */
  #best(choice: Choice, beside: Beside, least: number): number[] {
    let most = Math.max(1, least);
    let best: number[] = [];
    for (const index of this.#likely(choice, beside, most)) {
      const common = this.#common(choice.at(index), beside);
      if (common < most) continue;
      if (common > most) best = [];
      most = common;
      best.push(index);
    }
    return best;
  }

  /**
   * Indexes, ascending, of places among which are all that have the least number of words: they have so many before, or else more than
   * the rest after. How many before is such that there are few places.
   */
  #likely(choice: Choice, { before, after }: Beside, least: number): Iterable<number> {
    const { ends } = this.#words();
    let [back, on] = [0, 0];
    let fewest = choice.length;
    let [first, second] = [NONE, NONE];
    for (let count = 1; count <= least; count += 1) {
      const rest = least - count + 1;
      const those = count > before.length ? NONE : ends.places(before.slice(0, count).reverse());
      const others = rest > after.length ? NONE : ends.places(after.slice(0, rest));
      if (those.length + others.length >= fewest) continue;
      fewest = those.length + others.length;
      [first, second, back, on] = [those, others, count, rest];
    }
    if (this.#compared + fewest > MAX_COMPARED) return [];
    this.#compared += fewest;
    if (back + on === 0) return choice.indexes();
    return this.#placesBeside(choice, first, back, second);
  }

  /** Of the places that a choice has, those after some words, which are so many, and those before others. */
  #placesBeside(choice: Choice, first: Int32Array, back: number, second: Int32Array): Iterable<number> {
    const { starts, ends } = this.#words().sequence;
    const { places } = choice;
    const found = new Set<number>();
    const add = (from: number, to: number): void => {
      for (let index = from; index < to; index += 1) if (choice.has(index)) found.add(index);
    };
    for (const word of first) {
      const last = word + back - 1;
      const next = ends[last + 1] ?? Number.POSITIVE_INFINITY;
      add(countBelow(places.starts, ends[last] ?? 0), countBelow(places.starts, next));
    }
    for (const word of second) {
      const previous = starts[word - 1] ?? -1;
      add(countBelow(places.ends, previous + 1), countBelow(places.ends, (starts[word] ?? 0) + 1));
    }
    return [...found].sort((a, b) => a - b);
  }

  #common({ start, end }: Stretch, { before, after }: Beside): number {
    const { words, starts, ends } = this.#words().sequence;
    const left = countBelow(ends, start + 1) - 1;
    const right = countBelow(starts, end);
    let back = 0;
    while (back < before.length && words[left - back] === before[back]) back += 1;
    let on = 0;
    while (on < after.length && words[right + on] === after[on]) on += 1;
    return back + on;
  }

  #numbers(text: string): Int32Array {
    return this.#vocabulary.sequence(new OffsetText(text)).words;
  }

  #words(): { readonly sequence: WordSequence; readonly ends: SuffixArray } {
    if (this.#read !== null) return this.#read;
    const sequence = this.#vocabulary.sequence(new OffsetText(this.#text));
    this.#read = { sequence, ends: new SuffixArray(sequence.words, this.#vocabulary.size) };
    return this.#read;
  }
}
