import { rangeOf } from './draft.ts';
import type { Quotation, Range, Reading } from './reading.ts';
import { isQuoting, type Report } from './report.ts';
import { lastUpTo } from './token-span.ts';

/** Longest cue with its subject that is looked at, in UTF-16 units. */
const MAX_LENGTH = 600;

interface Placed extends Range {
  readonly report: Report;
}

/** The cue with its subject, where that is its own. */
export function ownRange(reading: Reading, { cue, subject }: Report): Range | null {
  if (subject === null || subject.place === 'shared') return null;
  const [a, b] = [rangeOf(reading, cue), rangeOf(reading, subject)];
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Cues of a paragraph that may have a quotation beside them. */
export class Beside {
  readonly #text: string;
  readonly #placed: readonly Placed[];

  constructor(reading: Reading, reports: readonly Report[]) {
    this.#text = reading.text;
    this.#placed = reports
      .filter((report) => isQuoting(report) && report.subject !== null)
      .map((report) => ({ ...(ownRange(reading, report) ?? rangeOf(reading, report.cue)), report }))
      .sort((a, b) => a.start - b.start);
  }

  /** The report that stands nearest before or behind the quotation, at most so many UTF-16 units from it. */
  of(quotation: Quotation, farthest: number): Report | null {
    let best: Report | null = null;
    let distance = farthest;
    const last = lastUpTo(this.#placed, quotation.end + farthest, ({ start }) => start);
    for (let at = last; at >= 0; at -= 1) {
      const whole = this.#placed[at];
      if (whole === undefined || whole.start < quotation.start - farthest - MAX_LENGTH) break;
      const isBehind = whole.start >= quotation.end;
      const gap = isBehind ? whole.start - quotation.end : quotation.start - whole.end;
      if (gap < 0 || gap > distance || (gap === distance && best !== null)) continue;
      if (!this.#isJoined(quotation, whole, isBehind)) continue;
      best = whole.report;
      distance = gap;
    }
    return best;
  }

  /** No sentence ends between them, or the quotation is all of the one before. */
  #isJoined(quotation: Quotation, { start, end, report }: Placed, isBehind: boolean): boolean {
    const between = isBehind
      ? this.#text.slice(quotation.end, start)
      : this.#text.slice(end, quotation.start);
    if (/[.?!]["”]?\s/u.test(between)) return false;
    const isEnded = /\.["”’']*$/u.test(
      this.#text.slice(Math.max(quotation.start, quotation.end - 5), quotation.end),
    );
    return !(isBehind && isEnded && report.content.length > 0);
  }
}
