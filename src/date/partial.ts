import edtf from 'edtf';

/** First and last day, `YYYY-MM-DD`; null where the interval is open on that side. */
export interface DaySpan {
  readonly first: string | null;
  readonly last: string | null;
}

const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?`;
/** The subset of EDTF that the API takes: a year, month or day, or an interval of them with at most one open end. */
const PARTIAL_DATE = new RegExp(`^(?:${DAY}|${DAY}/${DAY}|${DAY}/\\.\\.|\\.\\./${DAY})$`);

/** Dates that were parsed already: parsing takes a good part of a millisecond, and an article has its date in a hundred places. */
const KNOWN = new Map<string, DaySpan | null>();
const MAX_KNOWN = 10_000;

/** Null when the text is not of the subset, names no day of the calendar, or is an interval that ends before it begins. */
export function daySpan(text: string): DaySpan | null {
  if (!PARTIAL_DATE.test(text)) return null;
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const span = parsed(text);
  if (KNOWN.size === MAX_KNOWN) KNOWN.clear();
  KNOWN.set(text, span);
  return span;
}

function parsed(text: string): DaySpan | null {
  try {
    const date = edtf(text);
    const { min, max } = date;
    // The parser accepts 29 February of any year; a round trip through the calendar does not.
    if (date.toString() !== text) return null;
    return { first: isoDay(min), last: isoDay(max) };
  } catch {
    // The library's only way to say that a text is no date.
    return null;
  }
}

function isoDay(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}

/** First and last day of a date; an open start sorts before every day, an open end after every day. Null for what is no date. */
export function dayBounds(text: string): readonly [first: string, last: string] | null {
  const span = daySpan(text);
  return span === null ? null : [span.first ?? '0000-00-00', span.last ?? '9999-99-99'];
}

/** A string that sorts as the API asks: by first day, then last day. Null for null, so that callers decide where undated things go. */
export function dateKey(text: string | null): string | null {
  return text === null ? null : (dayBounds(text)?.join('/') ?? null);
}
