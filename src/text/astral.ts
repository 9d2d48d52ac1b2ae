import type { Offsets } from './offsets.ts';

/** Positions of the code points above U+FFFF, ascending: those that take two UTF-16 units. */
export function astralIn(text: string): number[] {
  const positions: number[] = [];
  let point = 0;
  for (const char of text) {
    if (char.length > 1) positions.push(point);
    point += 1;
  }
  return positions;
}

/** Counts in a text that is not there: its length and its code points above U+FFFF are enough for that. */
export class AstralOffsets implements Offsets {
  /** In code points. */
  readonly length: number;
  readonly #astral: readonly number[];

  /** `astral` as `astralIn` has it. */
  constructor(length: number, astral: readonly number[]) {
    this.length = length;
    this.#astral = astral;
  }

  utf16(codePoint: number): number {
    const clamped = Math.max(0, Math.min(codePoint, this.length));
    return clamped + this.astralBefore(clamped);
  }

  /** How many code points above U+FFFF stand before an offset. */
  astralBefore(codePoint: number): number {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#astral[middle] ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
