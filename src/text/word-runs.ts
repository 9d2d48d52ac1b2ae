import { diffArrays } from 'diff';
import { longestRising } from './rising.ts';
import { sharedSentences } from './word-sentences.ts';
import type { Run, WordSequence } from './word-sequence.ts';
import { placesOfOnce, sameWords, slotOf, slotsFor } from './word-slots.ts';

/** Words of a stretch that, where it stands once in each text, is taken for the same. */
export const GRAM = 3;
/**
 * What all the comparing of what lies between may cost, shared out by their length: the square of the changes that are looked
 * for in a stretch, and those times its words. Texts that have little in common come to it, or texts of a few words over and over.
 */
const MAX_SQUARE = 6_000_000;
const MAX_PRODUCT = 300_000_000;

/** What two texts have in common. */
export interface InCommon {
  /** In the same order in both, in that order; at the limit of MAX_SQUARE not all of it. */
  readonly ordered: readonly Run[];
  /** Whole sentences that stand once in each text, in another order. */
  readonly moved: readonly Run[];
}

/**
 * First whole sentences that stand once in each text, as many as keep their order; between these stretches of some words that stand once
 * there; between these the fewest changes, where there are not too many.
 */
export function wordsInCommon(before: WordSequence, after: WordSequence): InCommon {
  const { kept, moved } = sharedSentences(before, after);
  const [a, b] = [Int32Array.from(before.words), Int32Array.from(after.words)];
  for (const { from, to, length } of moved) {
    // Taken: equal to nothing.
    a.fill(-1, from, from + length);
    b.fill(-2, to, to + length);
  }
  const fine = (gapA: Int32Array, gapB: Int32Array) => runsBetween(gapA, gapB, a.length + b.length);
  const coarse = (gapA: Int32Array, gapB: Int32Array) => joinedBy(runsOfOnce(gapA, gapB), gapA, gapB, fine);
  return { ordered: joinedBy(kept, a, b, coarse), moved };
}

/** Runs with what another function finds between them. */
function joinedBy(
  certain: readonly Run[],
  a: Int32Array,
  b: Int32Array,
  between: (gapA: Int32Array, gapB: Int32Array) => readonly Run[],
): Run[] {
  const runs: Run[] = [];
  let [from, to] = [0, 0];
  for (const next of [...certain, { from: a.length, to: b.length, length: 0 }]) {
    for (const run of between(a.subarray(from, next.from), b.subarray(to, next.to))) {
      add(runs, { ...run, from: from + run.from, to: to + run.to });
    }
    add(runs, next);
    [from, to] = [next.from + next.length, next.to + next.length];
  }
  return runs;
}

/** Appends a run, to the last one where it goes on from there. */
function add(runs: Run[], run: Run): void {
  if (run.length === 0) return;
  const last = runs.at(-1);
  if (last !== undefined && last.from + last.length === run.from && last.to + last.length === run.to) {
    runs[runs.length - 1] = {
      ...last,
      length: last.length + run.length,
      sure: last.sure === true || run.sure === true,
    };
  } else runs.push(run);
}

function runsBetween(a: Int32Array, b: Int32Array, total: number): Run[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = changedRuns(
    Array.from(a.subarray(head, a.length - tail)),
    Array.from(b.subarray(head, b.length - tail)),
    total,
  );
  return [
    { from: 0, to: 0, length: head },
    ...middle.map((run) => ({ from: head + run.from, to: head + run.to, length: run.length })),
    { from: a.length - tail, to: b.length - tail, length: tail },
  ];
}

function changedRuns(a: readonly number[], b: readonly number[], total: number): Run[] {
  if (a.length === 0 || b.length === 0) return [];
  const length = a.length + b.length;
  const share = Math.sqrt((2 * MAX_SQUARE * length) / total);
  const maxEditLength = Math.floor(Math.min(length, share, MAX_PRODUCT / length));
  const runs: Run[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of diffArrays([...a], [...b], { maxEditLength }) ?? []) {
    if (!added && !removed) runs.push({ from, to, length: count });
    if (!added) from += count;
    if (!removed) to += count;
  }
  return runs;
}

/** Stretches that stand once in each text, the longest chain of them that is in the same order in both. */
function runsOfOnce(a: Int32Array, b: Int32Array): Run[] {
  const slots = slotsFor(a.length + b.length);
  const [onceInA, onceInB] = [placesOfOnce(a, GRAM, slots), placesOfOnce(b, GRAM, slots)];
  const pairs: (readonly [from: number, to: number])[] = [];
  for (let from = 0; from + GRAM <= a.length; from += 1) {
    const slot = slotOf(a, from, GRAM, slots);
    const to = onceInB[slot] ?? -1;
    if (to >= 0 && onceInA[slot] === from && sameWords(a, from, b, to, GRAM)) pairs.push([from, to]);
  }
  const runs: Run[] = [];
  for (const [from, to] of longestRising(pairs)) {
    const last = runs.at(-1);
    const done = last === undefined ? 0 : last.from + last.length;
    if (last !== undefined && from - last.from === to - last.to && from <= done) {
      runs[runs.length - 1] = { ...last, length: from + GRAM - last.from };
    } else if (last === undefined || (from >= done && to >= last.to + last.length)) {
      runs.push({ from, to, length: GRAM });
    }
  }
  return runs;
}
