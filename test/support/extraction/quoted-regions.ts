import { isLetter } from './letters.ts';
import type { Span } from './marked.ts';

/**
 * The scorer has a reading of quotation marks of its own, apart from `src/text/quotation.ts`: an extractor must not be measured with
 * what it is made of, and a corpus from elsewhere has quotations that are never closed.
 */

type Side = 'open' | 'close' | 'either';

const BEFORE_SINGLE = /(^|[\s([—–])([‘'])(?=[\p{L}\p{N}$#@])/gu;
const BRACKET_OR_DASH = /[([—–-]/;
/** Longest text between single marks, which are apostrophes more often, in UTF-16 units. */
const MAX_SINGLE = 400;

/** Stretches inside double, or free-standing single, quotation marks, the marks included; in text order. */
export function quotedRegions(text: string): Span[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const doubled = paragraphs.flatMap((paragraph) => doubleIn(text, paragraph));
  const all = [...doubled];
  for (const paragraph of paragraphs) addSingles(text, paragraph, all);
  return all.sort((a, b) => a.start - b.start);
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

function markAt(text: string, at: number): { readonly side: Side; readonly length: number } | null {
  const char = text.charAt(at);
  if ('“„«'.includes(char)) return { side: 'open', length: 1 };
  if ('”»'.includes(char)) return { side: 'close', length: 1 };
  if (char === '"') return { side: 'either', length: 1 };
  if (char === "'" && text[at + 1] === "'") return { side: 'either', length: 2 };
  if (char === '`' && text[at + 1] === '`') return { side: 'open', length: 2 };
  return null;
}

/** One that is open at the end of its paragraph runs on into the next, or was never closed: it ends there. */
function doubleIn(text: string, { start, end }: Span): Span[] {
  const regions: Span[] = [];
  let opened = -1;
  let at = start;
  while (at < end) {
    const mark = markAt(text, at);
    if (mark === null) {
      at += 1;
      continue;
    }
    const after = at + mark.length;
    if (opened < 0) {
      // A closing mark with nothing open counts as an opener where it looks like one.
      const before = text[at - 1];
      const looksOpen = isSpace(before) || BRACKET_OR_DASH.test(before ?? '');
      if (mark.side !== 'close' || (looksOpen && !isSpace(text[after]))) opened = at;
    } else if (mark.side !== 'open') {
      regions.push({ start: opened, end: after });
      opened = -1;
    }
    at = after;
  }
  if (opened >= 0) regions.push({ start: opened, end });
  return regions;
}

function addSingles(text: string, { start, end }: Span, regions: Span[]): void {
  const inside = (at: number) => regions.some((region) => at >= region.start && at < region.end);
  const words = text.slice(start, end);
  const opener = new RegExp(BEFORE_SINGLE);
  for (let match = opener.exec(words); match !== null; match = opener.exec(words)) {
    const from = start + match.index + (match[1] ?? '').length;
    if (inside(from)) continue;
    const to = endOfSingle(text, from, end, match[2] === '‘' ? '’' : "'");
    if (to < 0 || inside(to - 1)) continue;
    regions.push({ start: from, end: to });
    opener.lastIndex = to - start;
  }
}

/** A plural's apostrophe (voters') may be taken for the end: the first that can be one counts. */
function endOfSingle(text: string, from: number, limit: number, closer: string): number {
  for (let at = from + 1; at < limit && at - from < MAX_SINGLE; at += 1) {
    if (text[at] === closer && !isLetter(text[at + 1]) && !isSpace(text[at - 1])) return at + 1;
  }
  return -1;
}
