import type { Range, Reading } from './reading.ts';

/** The tokens that begin in a stretch of the text, from `first` up to, but without, `last`. */
export function tokenSpan(reading: Reading, { start, end }: Range): { first: number; last: number } {
  const first = firstFrom(reading, start);
  return { first, last: Math.max(first, firstFrom(reading, end)) };
}

/** The place of the first token that begins at the offset or behind it. */
function firstFrom({ tokens }: Reading, offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the last of things, ascending by where they begin, that begins at the offset or before it; -1 where none does. */
export function lastUpTo<T>(things: readonly T[], offset: number, startOf: (thing: T) => number): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && startOf(thing) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
