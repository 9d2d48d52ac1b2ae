import { diffArrays } from 'diff';
import { negates } from './model-negation.ts';

/** Where a recorded text has pasted words, and how like it is; offsets in words of the recorded text. */
export interface Alignment {
  /** The same words in the same order. */
  readonly exact: boolean;
  /** From 0 to 1: the letters of the words that both have in the same order, against all letters of both. */
  readonly similarity: number;
  readonly start: number;
  readonly end: number;
  readonly negationChanged: boolean;
}

/** Below this a text is another one. */
const MIN_SIMILARITY = 0.6;
/** A longer word weighs no more. */
const MAX_WEIGHT = 12;
/** How much longer than the pasted words the stretch may be that is compared with them. */
const STRETCH = 2;
/** Stretches of words in common, the longest, between which an alignment begins and ends. */
const MAX_RUNS = 60;

/**
 * The stretch of the recorded words that is likest to the pasted ones; null where none is like them. A part of a text is compared with
 * that part only. Both are folded words; cost grows with the length of the recorded text, and with the square of the pasted one.
 */
export function align(pasted: readonly string[], recorded: readonly string[]): Alignment | null {
  if (pasted.length === 0 || recorded.length === 0) return null;
  const start = indexOfWords(recorded, pasted);
  if (start >= 0) {
    const end = start + pasted.length;
    return { exact: true, similarity: 1, start, end, negationChanged: negates(recorded, start - 1) };
  }
  const from = likeliestStretch(pasted, recorded);
  const window = recorded.slice(from, from + pasted.length * STRETCH);
  const found = likest(pasted, window);
  if (found === null || found.similarity < MIN_SIMILARITY) return null;
  return {
    exact: false,
    similarity: Math.round(Math.min(found.similarity, 0.999) * 1e3) / 1e3,
    start: from + found.start,
    end: from + found.end,
    negationChanged: negationChanged(pasted, recorded.slice(from + found.start, from + found.end)),
  };
}

/** How much of the pasted words, by their letters, a text has in any order: at least what an alignment of both has in common. */
export function shareOf(pasted: readonly string[], recorded: ReadonlySet<string>): number {
  const total = weightOf(pasted);
  return total === 0 ? 0 : weightOf(pasted.filter((word) => recorded.has(word))) / total;
}

/** Whether a text with this share can be like the pasted words at all. */
export function couldBeLike(share: number): boolean {
  return (2 * share) / (1 + share) >= MIN_SIMILARITY;
}

function indexOfWords(recorded: readonly string[], pasted: readonly string[]): number {
  const last = recorded.length - pasted.length;
  for (let at = 0; at <= last; at += 1) {
    if (pasted.every((word, number) => recorded[at + number] === word)) return at;
  }
  return -1;
}

/** Where the stretch begins that has most of the pasted words, each as often as it was pasted; the first of several. */
function likeliestStretch(pasted: readonly string[], recorded: readonly string[]): number {
  const length = pasted.length * STRETCH;
  if (recorded.length <= length) return 0;
  const left = new Map<string, number>();
  for (const word of pasted) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  let best = -1;
  let from = 0;
  for (const [at, word] of recorded.entries()) {
    const entering = left.get(word);
    if (entering !== undefined) {
      if (entering > 0) common += weight(word);
      left.set(word, entering - 1);
    }
    const gone = recorded[at - length];
    const leaving = gone === undefined ? undefined : left.get(gone);
    if (gone !== undefined && leaving !== undefined) {
      if (leaving >= 0) common -= weight(gone);
      left.set(gone, leaving + 1);
    }
    if (at >= length - 1 && common > best) {
      best = common;
      from = at - length + 1;
    }
  }
  return from;
}

interface Run {
  /** Words of the window. */
  readonly start: number;
  readonly end: number;
  readonly pastedStart: number;
  readonly pastedEnd: number;
  readonly weight: number;
}

/** Of the stretches that begin and end with words in common, the likest. What is in common beside it counts as not. */
function likest(
  pasted: readonly string[],
  window: readonly string[],
): Pick<Alignment, 'start' | 'end' | 'similarity'> | null {
  const runs: Run[] = [];
  let at = 0;
  let pastedAt = 0;
  for (const { added, removed, value } of diffArrays([...window], [...pasted])) {
    const { length } = value;
    if (!added && !removed) {
      runs.push({
        start: at,
        end: at + length,
        pastedStart: pastedAt,
        pastedEnd: pastedAt + length,
        weight: weightOf(value),
      });
    }
    if (!added) at += length;
    if (!removed) pastedAt += length;
  }
  const longest = new Set(runs.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_RUNS));
  const kept = runs.filter((run) => longest.has(run));
  const weights = [0];
  for (const word of window) weights.push((weights.at(-1) ?? 0) + weight(word));
  const pastedWeight = weightOf(pasted);
  let best: { readonly first: Run; readonly last: Run; readonly similarity: number } | null = null;
  for (const [index, first] of kept.entries()) {
    let common = 0;
    for (const last of kept.slice(index)) {
      common += last.weight;
      const length = (weights[last.end] ?? 0) - (weights[first.start] ?? 0);
      const similarity = (2 * common) / (pastedWeight + length);
      if (best === null || similarity > best.similarity) best = { first, last, similarity };
    }
  }
  if (best === null) return null;
  const { first, last, similarity } = best;
  // Words that were pasted before and after stand for as many recorded ones.
  const start = Math.max(0, first.start - first.pastedStart);
  const end = Math.min(window.length, last.end + pasted.length - last.pastedEnd);
  return { start, end, similarity };
}

/** A negation on one side only, at one place: "not" for "never" changes nothing, and "not" at another place does. */
function negationChanged(pasted: readonly string[], recorded: readonly string[]): boolean {
  let lost = 0;
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, value } of diffArrays([...recorded], [...pasted])) {
    if (!added && !removed) {
      if (lost !== 0) return true;
      oldAt += value.length;
      newAt += value.length;
      continue;
    }
    for (const _ of value) {
      if (removed) lost += negates(recorded, oldAt) ? 1 : 0;
      else lost -= negates(pasted, newAt) ? 1 : 0;
      if (removed) oldAt += 1;
      else newAt += 1;
    }
  }
  return lost !== 0;
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

function weight(word: string): number {
  return Math.min(MAX_WEIGHT, word.length);
}
