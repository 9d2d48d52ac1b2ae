import { BREAK, type Run, type WordSequence } from './word-sequence.ts';
import { slotOf, slotsFor } from './word-slots.ts';

/** Letters that a stretch has at least to be taken for the same by itself: a few words in a row that chance does not put there. */
export const MIN_LETTERS = 20;
/** Words of a whole sentence, for which fewer letters do. */
const MIN_SENTENCE = 2;
/** Places in the later text that a pair of words is looked at in; one that is more frequent leads nowhere. */
const MAX_PLACES = 16;

/**
 * What stands in both texts at places that are free in each, the longest stretches first: whole sentences, or stretches of MIN_LETTERS.
 * Of equally long ones the first go together. No word is in two of them.
 */
export function movedRuns(
  before: WordSequence,
  after: WordSequence,
  freeBefore: Uint8Array,
  freeAfter: Uint8Array,
): Run[] {
  const free = { before: Uint8Array.from(freeBefore), after: Uint8Array.from(freeAfter) };
  const lettersOf = ({ from, length }: Run) =>
    (before.letters[from + length] ?? 0) - (before.letters[from] ?? 0);
  const found = longestRuns(before.words, after.words, free.before, free.after)
    .map((run) => ({ run, letters: lettersOf(run) }))
    .sort((a, b) => b.letters - a.letters || a.run.from - b.run.from || a.run.to - b.run.to);
  const moved: Run[] = [];
  for (const { run } of found) {
    for (const part of freeParts(run, free.before, free.after)) {
      const kept = lettersOf(part) >= MIN_LETTERS ? part : sentencesOf(part, before, after);
      if (kept === null) continue;
      moved.push(kept);
      free.before.fill(0, kept.from, kept.from + kept.length);
      free.after.fill(0, kept.to, kept.to + kept.length);
    }
  }
  return moved;
}

/** Every stretch in common that cannot be made longer, from a pair of words on. Looks at each of them once. */
function longestRuns(a: Int32Array, b: Int32Array, freeA: Uint8Array, freeB: Uint8Array): Run[] {
  const places = pairsOf(b, freeB);
  const same = (from: number, to: number) =>
    a[from] === b[to] && freeA[from] === 1 && freeB[to] === 1 && from < a.length && to < b.length;
  /** How far each diagonal, the distance of two places, has been looked at. */
  const done = new Map<number, number>();
  const runs: Run[] = [];
  for (let from = 0; from + 1 < a.length; from += 1) {
    if (freeA[from] !== 1 || freeA[from + 1] !== 1) continue;
    for (const to of places(from, a)) {
      if (!same(from, to) || !same(from + 1, to + 1)) continue;
      if ((done.get(to - from) ?? 0) > from + 1) continue;
      let start = from;
      while (start > 0 && to - from + start > 0 && same(start - 1, to - from + start - 1)) start -= 1;
      let end = from + 2;
      while (same(end, to - from + end)) end += 1;
      done.set(to - from, end);
      runs.push({ from: start, to: to - from + start, length: end - start });
    }
  }
  return runs;
}

/** A look-up of where in a text a pair of words of another may stand, free and not too frequent; last places first. */
function pairsOf(words: Int32Array, free: Uint8Array): (at: number, others: Int32Array) => Iterable<number> {
  const slots = slotsFor(words.length);
  const last = new Int32Array(slots).fill(-1);
  const counts = new Uint8Array(slots);
  /** For each place the one before it in the same slot. */
  const previous = new Int32Array(words.length).fill(-1);
  for (let at = 0; at + 1 < words.length; at += 1) {
    if (free[at] !== 1 || free[at + 1] !== 1) continue;
    const slot = slotOf(words, at, 2, slots);
    previous[at] = last[slot] ?? -1;
    last[slot] = at;
    counts[slot] = Math.min((counts[slot] ?? 0) + 1, MAX_PLACES + 1);
  }
  return function* (at, others) {
    const slot = slotOf(others, at, 2, slots);
    if ((counts[slot] ?? 0) > MAX_PLACES) return;
    for (let place = last[slot] ?? -1; place >= 0; place = previous[place] ?? -1) yield place;
  };
}

/** What longer stretches have left of one. */
function freeParts({ from, to, length }: Run, freeBefore: Uint8Array, freeAfter: Uint8Array): Run[] {
  const parts: Run[] = [];
  let start = 0;
  for (let at = 0; at <= length; at += 1) {
    if (at < length && freeBefore[from + at] === 1 && freeAfter[to + at] === 1) continue;
    if (at > start) parts.push({ from: from + start, to: to + start, length: at - start });
    start = at + 1;
  }
  return parts;
}

/** The whole sentences of a stretch, whole in both texts; null for none. */
function sentencesOf({ from, to, length }: Run, before: WordSequence, after: WordSequence): Run | null {
  const breaks = (at: number) =>
    Math.min(before.breaks[from + at] ?? 0, after.breaks[to + at] ?? 0) >= BREAK.sentence;
  let first = 0;
  while (first < length && !breaks(first)) first += 1;
  let last = length;
  while (last > first && !breaks(last)) last -= 1;
  if (last - first < MIN_SENTENCE) return null;
  return { from: from + first, to: to + first, length: last - first };
}
