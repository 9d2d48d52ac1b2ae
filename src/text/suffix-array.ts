// Built by induced sorting (Nong, Zhang and Chan, 2009), which is linear also for texts that repeat themselves throughout. Libraries
// that look for many words at once list every place of each, and of "aaaa…" that is the product of text and words.

/**
 * All ends of a sequence of numbers (of the units of a text, or of its words) in order, so that the places of any part are neighbours.
 * Building takes time in proportion to the sequence, a look-up in proportion to the part and the logarithm of the sequence, however
 * often the part stands there.
 */
export class SuffixArray {
  readonly #sequence: Int32Array;
  readonly #order: Int32Array;

  /** Of numbers from 0 to `most`. */
  constructor(sequence: Int32Array, most: number) {
    this.#sequence = sequence;
    this.#order = sorted(sequence, most);
  }

  /** Where a part starts, in no particular order: a view of as many places as there are. */
  places(part: Int32Array): Int32Array {
    return this.#order.subarray(this.#bound(part, false), this.#bound(part, true));
  }

  /** How many ends sort before a part; with `past`, also those that begin with it. */
  #bound(part: Int32Array, past: boolean): number {
    const sequence = this.#sequence;
    let [low, high] = [0, this.#order.length];
    // What is in common with the ends on both sides is in common with all between them, and is not compared again.
    let [lowCommon, highCommon] = [0, 0];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#order[middle] ?? 0;
      let common = Math.min(lowCommon, highCommon);
      while (
        common < part.length &&
        start + common < sequence.length &&
        sequence[start + common] === part[common]
      ) {
        common += 1;
      }
      const isBefore =
        common === part.length
          ? past
          : start + common === sequence.length || (sequence[start + common] ?? 0) < (part[common] ?? 0);
      if (isBefore) [low, lowCommon] = [middle + 1, common];
      else [high, highCommon] = [middle, common];
    }
    return low;
  }
}

/** The UTF-16 units of a text, for a sequence of numbers up to 0xFFFF. */
export function unitsOf(text: string): Int32Array {
  const units = new Int32Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Where the ends of some numbers start, in order; no number is above `most`. */
function sorted(numbers: Int32Array, most: number): Int32Array {
  const { length } = numbers;
  const at = (index: number) => numbers[index] ?? 0;
  if (length === 0) return new Int32Array();
  if (length === 1) return Int32Array.of(0);
  /** Whether the end that starts here sorts before the next one. */
  const rises = new Uint8Array(length);
  for (let index = length - 2; index >= 0; index -= 1) {
    const same = at(index) === at(index + 1);
    rises[index] = same ? (rises[index + 1] ?? 0) : at(index) < at(index + 1) ? 1 : 0;
  }
  const buckets = bucketsOf(numbers, rises, most);
  /** Where the ends begin to rise after falling, in order of place; between these everything follows. */
  const valleys: number[] = [];
  const valleyAt = new Int32Array(length + 1).fill(-1);
  for (let index = 1; index < length; index += 1) {
    if (rises[index] === 0 || rises[index - 1] === 1) continue;
    valleyAt[index] = valleys.length;
    valleys.push(index);
  }
  const first = induced(numbers, rises, buckets, valleys);
  if (valleys.length === 0) return first;
  const byStart = [...first.filter((start) => valleyAt[start] !== -1)];
  const { names, most: mostName } = namesOf(numbers, valleys, valleyAt, byStart);
  const order = sorted(names, mostName);
  return induced(
    numbers,
    rises,
    buckets,
    Array.from(order, (valley) => valleys[valley] ?? 0),
  );
}

interface Buckets {
  /** By number, where the ends that fall begin in the order, and those that rise. */
  readonly falling: Int32Array;
  readonly rising: Int32Array;
}

function bucketsOf(numbers: Int32Array, rises: Uint8Array, most: number): Buckets {
  const falling = new Int32Array(most + 2);
  const rising = new Int32Array(most + 2);
  for (const [index, number] of numbers.entries()) {
    if (rises[index] === 0) rising[number] = (rising[number] ?? 0) + 1;
    else falling[number + 1] = (falling[number + 1] ?? 0) + 1;
  }
  for (let number = 0; number <= most; number += 1) {
    rising[number] = (rising[number] ?? 0) + (falling[number] ?? 0);
    falling[number + 1] = (falling[number + 1] ?? 0) + (rising[number] ?? 0);
  }
  return { falling, rising };
}

/** The order of all ends that follows from an order of the valleys. */
function induced(
  numbers: Int32Array,
  rises: Uint8Array,
  buckets: Buckets,
  valleys: readonly number[],
): Int32Array {
  const { length } = numbers;
  const order = new Int32Array(length).fill(-1);
  const next = buckets.rising.slice();
  const push = (start: number): void => {
    const number = numbers[start] ?? 0;
    const place = next[number] ?? 0;
    order[place] = start;
    next[number] = place + 1;
  };
  for (const start of valleys) push(start);
  next.set(buckets.falling);
  push(length - 1);
  for (let index = 0; index < length; index += 1) {
    const start = (order[index] ?? 0) - 1;
    if (start >= 0 && rises[start] === 0) push(start);
  }
  next.set(buckets.falling);
  for (let index = length - 1; index >= 0; index -= 1) {
    const start = (order[index] ?? 0) - 1;
    if (start < 0 || rises[start] === 0) continue;
    const bucket = (numbers[start] ?? 0) + 1;
    const place = (next[bucket] ?? 0) - 1;
    order[place] = start;
    next[bucket] = place;
  }
  return order;
}

/** Numbers for the stretches from valley to valley, in order of place: equal for equal stretches, and sorting as these do. */
function namesOf(
  numbers: Int32Array,
  valleys: readonly number[],
  valleyAt: Int32Array,
  byStart: readonly number[],
): { readonly names: Int32Array; readonly most: number } {
  const names = new Int32Array(valleys.length);
  const endOf = (start: number) => valleys[(valleyAt[start] ?? 0) + 1] ?? numbers.length;
  const isSame = (one: number, other: number): boolean => {
    const length = endOf(one) - one;
    if (endOf(other) - other !== length) return false;
    if (one + length === numbers.length || other + length === numbers.length) return false;
    for (let at = 0; at <= length; at += 1) if (numbers[one + at] !== numbers[other + at]) return false;
    return true;
  };
  let most = 0;
  for (const [index, start] of byStart.entries()) {
    const previous = byStart[index - 1];
    if (previous !== undefined && !isSame(previous, start)) most += 1;
    names[valleyAt[start] ?? 0] = most;
  }
  return { names, most };
}
