import type { Quotation, Range, Reading } from './reading.ts';
import { lastUpTo } from './token-span.ts';

const START = ({ start }: Range): number => start;

/** The quotations of a reading by place; each look costs the logarithm of their number. */
export class QuotationIndex {
  readonly #all: readonly Quotation[];

  constructor({ quotations }: Reading) {
    this.#all = quotations;
  }

  /** Those that share a character with the range, in order. */
  in({ start, end }: Range): readonly Quotation[] {
    const last = lastUpTo(this.#all, end - 1, START);
    let first = last + 1;
    while (first > 0 && (this.#all[first - 1]?.end ?? 0) > start) first -= 1;
    return this.#all.slice(first, last + 1);
  }

  has(range: Range): boolean {
    return this.in(range).length > 0;
  }

  /** The last that ends at the offset or before it; null where none does. */
  before(offset: number): Quotation | null {
    for (let at = lastUpTo(this.#all, offset, START); at >= 0; at -= 1) {
      const one = this.#all[at];
      if (one !== undefined && one.end <= offset) return one;
    }
    return null;
  }

  /** Grows a range to the whole of a quotation that it ends or begins in: its sentences are one content. */
  whole(range: Range): Range {
    let { start, end } = range;
    for (const quotation of this.in({ start: range.start - 1, end: range.end + 2 })) {
      if (quotation.start >= range.start - 1 && quotation.start < range.end && quotation.end > end)
        end = quotation.end;
      if (quotation.start < start && quotation.end > start && quotation.end <= range.end + 2)
        start = quotation.start;
    }
    return { start, end };
  }
}
