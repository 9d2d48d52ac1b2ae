/** What it takes to turn offsets in a text into those in UTF-16 units. */
export interface Offsets {
  /** In code points. */
  readonly length: number;
  /** UTF-16 index of a code-point offset; offsets beyond the ends are taken as the ends. */
  utf16(codePoint: number): number;
}

/** By the unit: the test is many times as fast as going through code points. */
const SURROGATE = /[\ud800-\udfff]/;

/**
 * A text with its offsets in Unicode code points (as W3C Web Annotation counts) and the way to UTF-16 units (as
 * JavaScript counts). Building costs one pass; look-ups and slices cost their own length.
 */
export class OffsetText implements Offsets {
  readonly text: string;
  /** In code points. */
  readonly length: number;
  /** UTF-16 index of each code point, one more at the end; null when every code point is one unit. */
  readonly #units: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    if (!SURROGATE.test(text)) {
      this.length = text.length;
      this.#units = null;
      return;
    }
    let count = 0;
    for (const _ of text) count += 1;
    this.length = count;
    if (count === text.length) {
      this.#units = null;
      return;
    }
    const units = new Uint32Array(count + 1);
    let point = 0;
    let unit = 0;
    for (const char of text) {
      units[point] = unit;
      point += 1;
      unit += char.length;
    }
    units[point] = unit;
    this.#units = units;
  }

  utf16(codePoint: number): number {
    const clamped = Math.max(0, Math.min(codePoint, this.length));
    return this.#units === null ? clamped : (this.#units[clamped] ?? this.text.length);
  }

  /** Code-point offset of a UTF-16 index; an index inside a surrogate pair belongs to its pair. */
  codePoint(utf16: number): number {
    if (this.#units === null) return Math.max(0, Math.min(utf16, this.length));
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#units[middle] ?? 0) <= utf16) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The half-open stretch from `start` to `end`, in code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.utf16(start), this.utf16(end));
  }

  /** Code-point offsets at which `part` stands, ascending, at most `limit`. */
  find(part: string, limit: number): number[] {
    const found: number[] = [];
    if (part === '') return found;
    for (
      let at = this.text.indexOf(part);
      at >= 0 && found.length < limit;
      at = this.text.indexOf(part, at + 1)
    ) {
      found.push(this.codePoint(at));
    }
    return found;
  }
}
