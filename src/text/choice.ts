import type { Stretch } from './nested.ts';
import type { Places } from './occurrences.ts';

/** From one index of a list of places up to another. */
type Part = readonly [from: number, to: number];

/** Some of the places of words, by index, so that a choice among very many costs nothing for each. */
export class Choice {
  readonly length: number;
  readonly places: Places;
  /** Ascending and apart. */
  readonly #parts: readonly Part[];

  private constructor(places: Places, parts: readonly Part[]) {
    this.places = places;
    this.#parts = parts.filter(([from, to]) => from < to);
    this.length = this.#parts.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  static all(places: Places): Choice {
    return new Choice(places, [[0, places.starts.length]]);
  }

  /** Those that lie wholly inside of one of some stretches. */
  static within(places: Places, stretches: readonly Stretch[]): Choice {
    const { starts, ends } = places;
    const parts = stretches.map(
      ({ start, end }): Part => [countBelow(starts, start), countBelow(ends, end + 1)],
    );
    const merged: [number, number][] = [];
    for (const [from, to] of parts.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = merged.at(-1);
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
      else if (from < to) merged.push([from, to]);
    }
    return new Choice(places, merged);
  }

  *indexes(): Generator<number> {
    for (const [from, to] of this.#parts) for (let index = from; index < to; index += 1) yield index;
  }

  first(most: number): Stretch[] {
    const found: Stretch[] = [];
    for (const index of this.indexes()) {
      if (found.length === most) break;
      found.push(this.at(index));
    }
    return found;
  }

  has(index: number): boolean {
    let low = 0;
    let high = this.#parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#parts[middle]?.[1] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return index >= (this.#parts[low]?.[0] ?? Number.POSITIVE_INFINITY);
  }

  at(index: number): Stretch {
    return { start: this.places.starts[index] ?? 0, end: this.places.ends[index] ?? 0 };
  }

  /** Only these, ascending, of those that it has. */
  only(indexes: readonly number[]): Choice {
    return new Choice(
      this.places,
      indexes.map((index): Part => [index, index + 1]),
    );
  }

  /** Those that start at an offset or later. */
  from(offset: number): Choice {
    const first = countBelow(this.places.starts, offset);
    return new Choice(
      this.places,
      this.#parts.map(([from, to]): Part => [Math.max(from, first), to]),
    );
  }

  /** Those that end at an offset or earlier. */
  until(offset: number): Choice {
    const past = countBelow(this.places.ends, offset + 1);
    return new Choice(
      this.places,
      this.#parts.map(([from, to]): Part => [from, Math.min(to, past)]),
    );
  }

  /** The one with the least between it and a stretch; null where several have. */
  nearest(stretch: Stretch): Stretch | null {
    const [first, second] = this.around(stretch, 2).map((place) => ({
      place,
      gap: gapBetween(place, stretch),
    }));
    if (first === undefined) return null;
    if (second === undefined || first.gap < second.gap) return first.place;
    return second.gap < first.gap ? second.place : null;
  }

  /** The nearest to a stretch, in the order of the text. */
  around(stretch: Stretch, most: number): Stretch[] {
    const { starts, ends } = this.places;
    const left = countBelow(ends, stretch.start);
    const right = countBelow(starts, stretch.end + 1);
    const found = new Set<number>();
    const add = ([from, to]: Part, low: number, high: number): void => {
      for (let index = Math.max(from, low); index < Math.min(to, high); index += 1) found.add(index);
    };
    for (const part of this.#parts) {
      const [from, to] = part;
      add(part, Math.min(left, to) - most, left);
      add(part, left, Math.min(right, Math.max(left, from) + most));
      add(part, right, Math.max(right, from) + most);
    }
    return [...found]
      .map((index) => ({ index, gap: gapBetween(this.at(index), stretch) }))
      .sort((a, b) => a.gap - b.gap || a.index - b.index)
      .slice(0, most)
      .sort((a, b) => a.index - b.index)
      .map(({ index }) => this.at(index));
  }
}

/** What stands between two stretches; 0 where they touch or overlap. */
export function gapBetween(one: Stretch, other: Stretch): number {
  return Math.max(0, other.start - one.end, one.start - other.end);
}

/** How many of some rising numbers are below one. */
export function countBelow(rising: Int32Array, number: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
