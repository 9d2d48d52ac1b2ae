import { edgeLength } from './edges.ts';
import type { Stretch } from './nested.ts';
import type { OffsetText } from './offsets.ts';
import { WordAlignment } from './word-alignment.ts';
import { WordPlaces, type Words } from './word-places.ts';
import type { Run, WordSequence } from './word-sequence.ts';

/**
 * Of the words of the longer of two stretches, how many both must have in the same order for the one to be the other, changed. With
 * fewer, most of it is other words, as between any two sentences about one thing.
 */
export const MIN_SHARE = 0.5;
/** Runs of words of one stretch that are tried as the ends of where it stands, the longest. */
const MAX_RUNS = 60;

/** Two texts, aligned once, and the way of stretches from the earlier one to the later one. */
export class Relocation {
  readonly #texts: { readonly before: OffsetText; readonly after: OffsetText };
  readonly #words: WordAlignment;
  readonly #places: WordPlaces;

  constructor(before: OffsetText, after: OffsetText) {
    this.#texts = { before, after };
    this.#words = new WordAlignment(before, after);
    this.#places = new WordPlaces(this.#words);
  }

  /**
   * Where a stretch of the earlier text stands in the later one, in code points: with the same words, folded like names, or else with
   * MIN_SHARE of them; null where it does not. Punctuation at its ends is taken along where the later text has it there, be it
   * other. Takes time in proportion to the length of the stretch.
   */
  of(stretch: Stretch): Stretch | null {
    const { before } = this.#words;
    const words = {
      first: countUpTo(before.ends, stretch.start),
      last: countUpTo(before.starts, stretch.end - 1) - 1,
    };
    if (words.first > words.last) return this.#withoutWords(stretch, words.first);
    const whole = this.#places.of(words);
    if (whole !== null) return this.#between(stretch, words, whole, words);
    const like = this.#likest(words);
    if (like === null || !this.#places.isSupported(like.common, like.there)) return null;
    // As many new words as are missing at an end stand for these.
    let { first, last } = like.there;
    const isNew = (word: number) => this.#words.toBefore[word] === -1;
    for (let left = like.common.first - words.first; left > 0 && isNew(first - 1); left -= 1) first -= 1;
    for (let left = words.last - like.common.last; left > 0 && isNew(last + 1); left -= 1) last += 1;
    return this.#between(stretch, words, { first, last }, like.common);
  }

  /** The most of some words that are in the same order in both texts, with MIN_SHARE in common: from the first to the last of them in each. */
  #likest({ first, last }: Words): { readonly common: Words; readonly there: Words } | null {
    const count = last - first + 1;
    const runs = this.#runsOf({ first, last });
    let most = 0;
    let best: readonly [Run, Run] | null = null;
    for (const [index, from] of runs.entries()) {
      let [common, end] = [0, from.to];
      for (const to of runs.slice(index)) {
        const length = to.to + to.length - from.to;
        if (to.to < end || length > count / MIN_SHARE) continue;
        common += to.length;
        end = to.to + to.length;
        if (common <= most || common < MIN_SHARE * Math.max(count, length)) continue;
        most = common;
        best = [from, to];
      }
    }
    if (best === null) return null;
    const [from, to] = best;
    return {
      common: { first: from.from, last: to.from + to.length - 1 },
      there: { first: from.to, last: to.to + to.length - 1 },
    };
  }

  /** The stretches of these words that stand side by side in both texts, the longest of them, in order. */
  #runsOf({ first, last }: Words): Run[] {
    const runs: { from: number; to: number; length: number }[] = [];
    for (let from = first; from <= last; from += 1) {
      const to = this.#words.toAfter[from] ?? -1;
      const run = runs.at(-1);
      if (to < 0) continue;
      if (run !== undefined && run.from + run.length === from && run.to + run.length === to) run.length += 1;
      else runs.push({ from, to, length: 1 });
    }
    if (runs.length <= MAX_RUNS) return runs;
    const longest = new Set(runs.toSorted((a, b) => b.length - a.length).slice(0, MAX_RUNS));
    return runs.filter((run) => longest.has(run));
  }

  /**
   * The stretch from one word to another of the later text, with its ends as in the earlier one. It may start or end inside of a word
   * that is in common.
   */
  #between({ start, end }: Stretch, from: Words, to: Words, common: Words): Stretch {
    const { before, after } = this.#words;
    const [text, later] = [this.#texts.before, this.#texts.after];
    const lead = text.slice(start, before.starts[from.first] ?? start);
    const gapBefore = later.slice(after.ends[to.first - 1] ?? 0, after.starts[to.first] ?? 0);
    const trail = text.slice(before.ends[from.last] ?? end, end);
    const gapAfter = later.slice(after.ends[to.last] ?? 0, after.starts[to.last + 1] ?? later.length);
    const cutFirst = common.first === from.first && this.#isWrittenAlike(from.first, to.first);
    const cutLast = common.last === from.last && this.#isWrittenAlike(from.last, to.last);
    const inFirst = cutFirst ? Math.max(0, start - (before.starts[from.first] ?? 0)) : 0;
    const inLast = cutLast ? Math.max(0, (before.ends[from.last] ?? 0) - end) : 0;
    return {
      start: (after.starts[to.first] ?? 0) + inFirst - edgeLength(lead, gapBefore, 'end'),
      end: (after.ends[to.last] ?? 0) - inLast + edgeLength(trail, gapAfter, 'start'),
    };
  }

  #isWrittenAlike(from: number, to: number): boolean {
    const written = (text: OffsetText, { starts, ends }: WordSequence, word: number) =>
      text.slice(starts[word] ?? 0, ends[word] ?? 0);
    const { before, after } = this.#words;
    return written(this.#texts.before, before, from) === written(this.#texts.after, after, to);
  }

  /** Punctuation stands beside the same word as before, or nowhere. */
  #withoutWords({ start, end }: Stretch, next: number): Stretch | null {
    const { before, after, toAfter } = this.#words;
    const [text, later] = [this.#texts.before, this.#texts.after];
    const exact = text.slice(start, end);
    const isThere = (at: number, from: number, to: number) =>
      from <= at && at + end - start <= to && later.slice(at, at + end - start) === exact;
    const previousAt = next === 0 ? -1 : (toAfter[next - 1] ?? -1);
    if (next === 0 || previousAt >= 0) {
      const from = after.ends[previousAt] ?? 0;
      const at = from + start - (before.ends[next - 1] ?? 0);
      if (isThere(at, from, after.starts[previousAt + 1] ?? later.length))
        return { start: at, end: at + end - start };
    }
    const isLast = next === before.words.length;
    const nextAt = isLast ? after.words.length : (toAfter[next] ?? -1);
    if (nextAt < 0) return null;
    const to = after.starts[nextAt] ?? later.length;
    const at = to - ((before.starts[next] ?? text.length) - start);
    return isThere(at, after.ends[nextAt - 1] ?? 0, to) ? { start: at, end: at + end - start } : null;
  }
}

/** How many of some rising numbers are at most the given one. */
function countUpTo(numbers: Int32Array, most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
