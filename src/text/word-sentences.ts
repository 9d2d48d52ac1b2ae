import { longestRising } from './rising.ts';
import { BREAK, type Run, type WordSequence } from './word-sequence.ts';
import { sameWords } from './word-slots.ts';

/** A sentence of one word says too little. */
const MIN_WORDS = 2;

/** Whole sentences that two texts share. */
export interface SharedSentences {
  /** As many as are in the same order in both, in that order. */
  readonly kept: readonly Run[];
  readonly moved: readonly Run[];
}

/**
 * The sentences that stand once in each of two texts, which are taken for the same wherever they stand, and with them the sentences
 * directly beside these in both: so of several with the same words the one that kept its neighbor is the same.
 */
export function sharedSentences(before: WordSequence, after: WordSequence): SharedSentences {
  const [inBefore, inAfter] = [placesOfSentences(before), placesOfSentences(after)];
  const shared: { readonly run: Run; readonly pair: readonly [number, number] }[] = [];
  for (const [words, from] of inBefore) {
    const to = inAfter.get(words);
    if (from === null || to === undefined || to === null) continue;
    const length = words.split(' ').length;
    shared.push({ run: { from, to, length, sure: true }, pair: [from, to] });
  }
  const rising = new Set(longestRising(shared.map(({ pair }) => pair)));
  const taken = new Taken(before, after);
  for (const { run } of shared) taken.take(run);
  const grown = (wanted: boolean) =>
    shared.filter(({ pair }) => rising.has(pair) === wanted).map(({ run }) => taken.grow(run));
  const kept = grown(true);
  return { kept, moved: grown(false) };
}

/**
 * The sentences with the same words that have not gone together as a whole, the first with the first and so on. `toAfter` and `toBefore` say
 * for each word which it is in the other text.
 */
export function leftSentences(
  before: WordSequence,
  after: WordSequence,
  toAfter: Int32Array,
  toBefore: Int32Array,
): Run[] {
  const places = new Map<string, number[]>();
  for (const [words, to, length] of sentencesIn(after)) {
    if (isWhole(toBefore, to, length)) continue;
    const there = places.get(words);
    if (there === undefined) places.set(words, [to]);
    else there.push(to);
  }
  // Read from the end, from where taking the next one costs nothing.
  for (const there of places.values()) there.reverse();
  const runs: Run[] = [];
  for (const [words, from, length] of sentencesIn(before)) {
    const to = isWhole(toAfter, from, length) ? undefined : places.get(words)?.pop();
    if (to !== undefined) runs.push({ from, to, length });
  }
  return runs;
}

/** Whether words stand side by side in the other text, too. */
function isWhole(others: Int32Array, from: number, length: number): boolean {
  const first = others[from] ?? -1;
  for (let at = 0; at < length; at += 1) if (first < 0 || others[from + at] !== first + at) return false;
  return true;
}

/** Where each sentence begins, by its words, in the order of the text; null for one that stands there several times. */
function placesOfSentences(sequence: WordSequence): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [words, start] of sentencesIn(sequence)) places.set(words, places.has(words) ? null : start);
  return places;
}

/** The words of each sentence as a text, its first word and their number. */
function* sentencesIn({ words, breaks }: WordSequence): Generator<readonly [string, number, number]> {
  let start = 0;
  for (let end = 1; end <= words.length; end += 1) {
    if ((breaks[end] ?? BREAK.none) < BREAK.sentence) continue;
    const length = end - start;
    if (length >= MIN_WORDS) yield [words.subarray(start, end).join(' '), start, length];
    start = end;
  }
}

/** Words of two texts that have gone together. */
class Taken {
  readonly #before: WordSequence;
  readonly #after: WordSequence;
  readonly #inBefore: Uint8Array;
  readonly #inAfter: Uint8Array;

  constructor(before: WordSequence, after: WordSequence) {
    this.#before = before;
    this.#after = after;
    this.#inBefore = new Uint8Array(before.words.length);
    this.#inAfter = new Uint8Array(after.words.length);
  }

  take({ from, to, length }: Run): void {
    this.#inBefore.fill(1, from, from + length);
    this.#inAfter.fill(1, to, to + length);
  }

  /** The run with the sentences before and after it that are free and the same in both texts, which are taken then. */
  grow(run: Run): Run {
    let { from, to, length } = run;
    for (
      let more = this.#sentenceAt(from - 1, to - 1, -1);
      more > 0;
      more = this.#sentenceAt(from - 1, to - 1, -1)
    ) {
      [from, to, length] = [from - more, to - more, length + more];
      this.take({ from, to, length: more });
    }
    for (
      let more = this.#sentenceAt(from + length, to + length, 1);
      more > 0;
      more = this.#sentenceAt(from + length, to + length, 1)
    ) {
      this.take({ from: from + length, to: to + length, length: more });
      length += more;
    }
    return { ...run, from, to, length };
  }

  /** The length of the free sentence that begins, or in the other direction ends, at a place of each text; 0 where there is none. */
  #sentenceAt(from: number, to: number, step: 1 | -1): number {
    const length = lengthOfSentence(this.#before, from, step);
    if (length === 0 || length !== lengthOfSentence(this.#after, to, step)) return 0;
    const [start, other] = step > 0 ? [from, to] : [from - length + 1, to - length + 1];
    if (!sameWords(this.#before.words, start, this.#after.words, other, length)) return 0;
    const isFree = (taken: Uint8Array, at: number) => !taken.subarray(at, at + length).includes(1);
    return isFree(this.#inBefore, start) && isFree(this.#inAfter, other) ? length : 0;
  }
}

function lengthOfSentence({ words, breaks }: WordSequence, at: number, step: 1 | -1): number {
  let length = 0;
  for (let word = at; word >= 0 && word < words.length; word += step) {
    length += 1;
    // The break after the word, or before it.
    if ((breaks[step > 0 ? word + 1 : word] ?? BREAK.none) >= BREAK.sentence) return length;
  }
  return 0;
}
