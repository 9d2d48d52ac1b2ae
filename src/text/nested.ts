/** A half-open stretch. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Stretches that never partly overlap, arranged so that the ones around a place are found by walking up from the
 * nearest. Building sorts them; a look-up costs a binary search and the nesting depth.
 */
export class NestedStretches<T extends Stretch> {
  /** By start, outer before inner; equal ones in the order given. */
  readonly all: readonly T[];
  readonly #parents: Int32Array;

  constructor(stretches: readonly T[]) {
    this.all = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#parents = new Int32Array(this.all.length);
    const open: number[] = [];
    for (const [index, stretch] of this.all.entries()) {
      while (open.length > 0 && (this.all[open.at(-1) ?? 0]?.end ?? 0) < stretch.end) open.pop();
      this.#parents[index] = open.at(-1) ?? -1;
      open.push(index);
    }
  }

  /** Those that hold the whole of `start` to `end`, innermost first. */
  around(start: number, end: number): T[] {
    const found: T[] = [];
    for (let index = this.#lastFrom(start); index >= 0; index = this.#parents[index] ?? -1) {
      const stretch = this.all[index];
      if (stretch !== undefined && stretch.end >= end) found.push(stretch);
    }
    return found;
  }

  /** Those that lie wholly within `start` to `end` and in no other that does, in order. */
  outermostWithin(start: number, end: number): T[] {
    const found: T[] = [];
    let covered = start;
    for (let index = this.#lastFrom(start - 1) + 1; index < this.all.length; index += 1) {
      const stretch = this.all[index];
      if (stretch === undefined || stretch.start >= end) break;
      if (stretch.start < covered || stretch.end > end) continue;
      found.push(stretch);
      covered = stretch.end;
    }
    return found;
  }

  /** Index of the last one that starts at or before a place; -1 when none does. */
  #lastFrom(start: number): number {
    return countFrom(this.all, start) - 1;
  }
}

/** How many of some stretches, sorted by start, start at or before a place; by binary search. */
export function countFrom(sorted: readonly Stretch[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
