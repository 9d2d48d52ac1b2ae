import { closersOf, type Mark, marksIn } from '../../../text/marks.ts';
import type { Quotation, Range } from './reading.ts';

/** Longest stretch in single marks, in UTF-16 units: a stray apostrophe opens no quotation of a whole paragraph. */
const MAX_SINGLE = 400;
const WORD = /[\p{L}\p{N}]/u;
const SINGLE = new Set(["'", '’', '‘', '‚', '`', '‹', '›']);

/**
 * The outermost quotations of each paragraph, in order. Decided for each paragraph by itself, before there are
 * sentences: one forgotten mark spoils no more than its paragraph. One that is not closed runs to the paragraph's end.
 */
export function quotationsIn(text: string, paragraphs: readonly Range[]): Quotation[] {
  const found: Quotation[] = [];
  let isOpen = false;
  for (const [paragraph, range] of paragraphs.entries()) {
    const marks = marksIn(text.slice(range.start, range.end)).map((mark) => shifted(mark, range.start));
    const double = doubleQuoted(text, marks, range).map((one) => ({ ...one, single: false, paragraph }));
    const first = double[0];
    const leads = first !== undefined && text.slice(range.start, first.start).trim() === '';
    if (isOpen && leads) double[0] = { ...first, continued: true };
    isOpen = double.at(-1)?.closed === false;
    const single = singleQuoted(text, marks, double).map((one) => ({ ...one, single: true, paragraph }));
    found.push(...[...double, ...single].sort((a, b) => a.start - b.start));
  }
  return found;
}

type Found = Omit<Quotation, 'single' | 'paragraph'>;

function doubleQuoted(text: string, marks: readonly Mark[], range: Range): Found[] {
  const found: Found[] = [];
  let open: Mark | undefined;
  for (const mark of marks) {
    if (SINGLE.has(mark.text)) continue;
    if (open === undefined) {
      if (mark.opens) open = mark;
    } else if (mark.closes && closersOf(open.text).includes(mark.text)) {
      found.push(quotation(open, mark.start, mark.end, true));
      open = undefined;
    } else if (mark.opens && sealed(text, open, mark)) {
      // Two opening marks with a sentence end between them: the closing one was forgotten.
      open = mark;
    }
  }
  if (open !== undefined) found.push(quotation(open, range.end, range.end, false));
  return found;
}

function sealed(text: string, open: Mark, next: Mark): boolean {
  return open.text === '“' && next.text === '“' && /["”]\s*$/u.test(text.slice(open.end, next.start));
}

function singleQuoted(text: string, marks: readonly Mark[], double: readonly Range[]): Found[] {
  const found: Found[] = [];
  const singles = marks.filter(
    ({ text: mark, start }) =>
      SINGLE.has(mark) && !double.some((one) => start >= one.start && start < one.end),
  );
  let open: Mark | undefined;
  for (const mark of singles) {
    if (open !== undefined && mark.start - open.end > MAX_SINGLE) open = undefined;
    const isClosing =
      open !== undefined && mark.closes && closersOf(open.text).includes(mark.text) && mark.start > open.end;
    if (open !== undefined && isClosing && !isPossessive(singles, mark, open)) {
      if (WORD.test(text.slice(open.end, open.end + 1)))
        found.push(quotation(open, mark.start, mark.end, true));
      open = undefined;
    } else if (mark.opens && open === undefined) open = mark;
  }
  return found;
}

/** An apostrophe of a plural, where a better end follows before anything opens. */
function isPossessive(marks: readonly Mark[], mark: Mark, open: Mark): boolean {
  if (!mark.possessive) return false;
  const next = marks.find(({ start }) => start > mark.start);
  return next?.closes === true && !next.opens && next.start - open.end <= MAX_SINGLE;
}

function quotation(open: Mark, innerEnd: number, end: number, closed: boolean): Found {
  return { start: open.start, end, inner: { start: open.end, end: innerEnd }, closed, continued: false };
}

function shifted(mark: Mark, by: number): Mark {
  return { ...mark, start: mark.start + by, end: mark.end + by };
}
