import { closersOf, type Mark, marksIn } from './marks.ts';
import { countFrom, NestedStretches, type Stretch } from './nested.ts';
import type { OffsetText } from './offsets.ts';

/**
 * A quotation as the typography of a text shows it; offsets in code points. One that runs over paragraphs opens each of
 * them and closes only once; it is one region.
 */
export interface QuotedRegion extends Stretch {
  /** Every mark of this quotation itself: the opening one, those that open further paragraphs, the closing one. */
  readonly marks: readonly Stretch[];
}

interface Opened {
  readonly mark: Mark;
  readonly marks: Mark[];
}

const WORDS = /[\p{L}\p{N}]/u;

// Bounds of what is looked at for one mark or one stretch: without them a text full of marks costs its square.
/** Quotations open at once, those never closed included; of more the outermost are given up. */
const MAX_OPEN = 32;
/** Marks looked at to tell an end from an apostrophe. */
const LOOK_AHEAD = 40;
/** Marks and punctuation beside a stretch. */
const MAX_BESIDE = 8;
const BESIDE = /[\p{P}\p{S}]/u;
const EDGE = /[\s\p{P}\p{S}]/u;

/** The quotations of a text, found in one pass. An opening mark that is never closed makes no quotation. */
export class Quotations {
  readonly regions: NestedStretches<QuotedRegion>;
  readonly #text: OffsetText;

  constructor(text: OffsetText) {
    this.#text = text;
    this.regions = new NestedStretches(regionsOf(text));
  }

  /**
   * The quotation whose words a stretch is, or is part of, its marks inside or outside of the stretch; null when the
   * stretch stands in no quotation marks.
   */
  of(stretch: Stretch): QuotedRegion | null {
    const core = this.#core(stretch);
    const around = this.regions.around(core.start, core.end);
    const inside = around.filter((region) => region.start >= stretch.start && region.end <= stretch.end);
    return inside.at(-1) ?? around[0] ?? null;
  }

  /** The quotations that a stretch has in it, outermost, in order, without their marks. */
  partsOf(stretch: Stretch): string[] {
    return this.#within(stretch).map((region) => this.#without(region, region.marks));
  }

  /** Whether words of the stretch stand outside of the quotations in it. */
  hasUnquotedWords(stretch: Stretch): boolean {
    let from = stretch.start;
    for (const region of this.#within(stretch)) {
      if (WORDS.test(this.#text.slice(from, region.start))) return true;
      from = region.end;
    }
    return WORDS.test(this.#text.slice(from, Math.max(from, stretch.end)));
  }

  /** The words of a stretch without the marks of the quotation it belongs to; marks of quotations within it stay. */
  unmarked(stretch: Stretch): string {
    return this.#without(stretch, this.of(stretch)?.marks ?? []);
  }

  /** Marks and punctuation directly beside the stretch count as in it: annotators differ on them. */
  #within({ start, end }: Stretch): QuotedRegion[] {
    const beside = (at: number) => {
      const char = this.#text.slice(at, at + 1);
      return char !== '' && BESIDE.test(char);
    };
    let first = start;
    let last = end;
    while (first > 0 && start - first < MAX_BESIDE && beside(first - 1)) first -= 1;
    while (last - end < MAX_BESIDE && beside(last)) last += 1;
    return this.regions.outermostWithin(first, last);
  }

  /** Reads only the marks in the stretch: a quotation over many paragraphs has many, and may be cut into many pieces. */
  #without(stretch: Stretch, marks: readonly Stretch[]): string {
    let words = '';
    let from = stretch.start;
    const before = countFrom(marks, from);
    for (let index = Math.max(0, before - 1); index < marks.length; index += 1) {
      const mark = marks[index];
      if (mark === undefined || mark.start >= stretch.end) break;
      if (mark.end <= from) continue;
      words += this.#text.slice(from, mark.start);
      from = mark.end;
    }
    return (words + this.#text.slice(from, stretch.end)).trim();
  }

  /** The stretch without white space, punctuation and marks at its ends; itself where nothing else is in it. */
  #core({ start, end }: Stretch): Stretch {
    let first = start;
    let last = end;
    while (first < end && EDGE.test(this.#text.slice(first, first + 1))) first += 1;
    if (first === end) return { start, end };
    while (EDGE.test(this.#text.slice(last - 1, last))) last -= 1;
    return { start: first, end: last };
  }
}

function regionsOf(text: OffsetText): QuotedRegion[] {
  const marks = marksIn(text.text);
  const regions: QuotedRegion[] = [];
  const open: Opened[] = [];
  let previousEnd = 0;
  for (const [index, mark] of marks.entries()) {
    const gap = text.text.slice(previousEnd, mark.start);
    previousEnd = mark.end;
    if (gap.includes('\n')) {
      const continued = reopened(open, mark, gap);
      if (continued !== null) {
        open.length = continued + 1;
        open.at(-1)?.marks.push(mark);
        continue;
      }
      if (/\n[^\S\n]*\r?\n/u.test(gap)) open.length = 0;
    }
    const closing = mark.closes ? closedBy(open, mark, marks, index) : -1;
    const closed = open[closing];
    if (closed !== undefined) {
      regions.push(regionOf(text, [...closed.marks, mark]));
      open.length = closing;
    } else if (mark.opens) {
      if (open.length === MAX_OPEN) open.shift();
      open.push({ mark, marks: [mark] });
    }
  }
  return regions;
}

/** Which open quotation goes on in the paragraph that begins with this mark; null when none does. */
function reopened(open: readonly Opened[], mark: Mark, gap: string): number | null {
  if (!mark.opens || !gap.slice(gap.trimEnd().length).includes('\n')) return null;
  const index = open.findLastIndex((opened) => opened.mark.text === mark.text);
  return index < 0 ? null : index;
}

/** The innermost open quotation that the mark closes; -1 for none. Those opened inside it were never closed. */
function closedBy(open: readonly Opened[], mark: Mark, marks: readonly Mark[], index: number): number {
  const found = open.findLastIndex(
    (opened) => closersOf(opened.mark.text).includes(mark.text) && opened.mark.end <= mark.start,
  );
  if (found < 0 || !mark.possessive) return found;
  const opener = open[found]?.mark.text;
  for (let next = index + 1; next < Math.min(marks.length, index + LOOK_AHEAD); next += 1) {
    const later = marks[next];
    if (later?.text === opener && later?.opens) return found;
    // A better end comes first, so this one is the apostrophe of a plural.
    if (later?.text === mark.text && later.closes) return -1;
  }
  return found;
}

function regionOf(text: OffsetText, marks: readonly Mark[]): QuotedRegion {
  const stretches = marks.map((mark) => ({
    start: text.codePoint(mark.start),
    end: text.codePoint(mark.end),
  }));
  return { start: stretches[0]?.start ?? 0, end: stretches.at(-1)?.end ?? 0, marks: stretches };
}
