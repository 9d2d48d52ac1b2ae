import { isLetter, jaccard, lettersIn } from './letters.ts';
import type { Span } from './marked.ts';

/** Who is reported to have said what, as spans alone: what corpora from elsewhere have. */
export interface Attribution {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}

export interface AttributedText {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
  /** Stretches that nobody annotated: what is found there counts neither way. */
  readonly ignore?: readonly Span[] | undefined;
}

export const QUOTE_KINDS = ['direct', 'mixed', 'indirect'] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** Longest source that counts as one, in UTF-16 units: a span that swallows the article is no answer. */
const MAX_SOURCE = 200;
const SAME_SOURCE = 0.3;
const ALL_QUOTED = 0.98;

/**
 * From the marks around the contents, the same way for both sides: direct where all stands inside, mixed where part does. Where the cue
 * stands inside the same quotation, its marks belong to an outer speaker, so it is indirect.
 */
export function kindOf(text: string, { content, cue }: Attribution, regions: readonly Span[]): QuoteKind {
  let [quoted, all] = [0, 0];
  const cueAt = cue === null ? -1 : cue.start;
  for (const { start, end } of content) {
    for (let at = start; at < end; at += 1) {
      if (!isLetter(text[at])) continue;
      all += 1;
      const region = regions.find((found) => at >= found.start && at < found.end);
      if (region === undefined) continue;
      const around = cueAt >= 0 && cueAt >= region.start && cueAt < region.end;
      if (around && !opensIn(content, region)) continue;
      quoted += 1;
    }
  }
  const part = all === 0 ? 0 : quoted / all;
  if (part >= ALL_QUOTED) return 'direct';
  return part > 0 ? 'mixed' : 'indirect';
}

function opensIn(content: readonly Span[], region: Span): boolean {
  return content.some(({ start, end }) => region.start >= start - 1 && region.start < end);
}

/** How a source that was found meets that of the gold; one without a source is met by none. */
export interface SourceVerdict {
  readonly overlaps: boolean;
  /** It overlaps, or has the same head name: "Berg" for "Mayor Anna Berg". */
  readonly same: boolean;
}

export function judgeSource(text: string, gold: Span | null, found: Span | null): SourceVerdict {
  if (gold === null) {
    const none = found === null || found.end <= found.start;
    return { overlaps: none, same: none };
  }
  if (found === null || found.end <= found.start || found.end - found.start > MAX_SOURCE) {
    return { overlaps: false, same: false };
  }
  const overlaps = jaccard(lettersIn(text, [gold]), lettersIn(text, [found])) >= SAME_SOURCE;
  const name = headName(text.slice(gold.start, gold.end));
  return {
    overlaps,
    same: overlaps || (name !== null && name === headName(text.slice(found.start, found.end))),
  };
}

const TITLES = new Set(
  (
    'mr mrs ms miss dr sen rep gov gen president senator governor representative secretary minister prime chairman spokesman ' +
    'spokeswoman spokesperson former vice professor judge justice sir lord lady the a an of and in for'
  ).split(' '),
);
const PRONOUNS = new Set(
  'he she it they i we you who which that him her them his their its this those these one others'.split(' '),
);

/** The last word of the first run of capitalized words, titles aside: a cheap head. Null for a pronoun. */
export function headName(words: string): string | null {
  const found =
    words
      .normalize('NFC')
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}][\p{L}.'’-]*/gu) ?? [];
  let last: string | null = null;
  for (const word of found) {
    const low = word.toLowerCase().replace(/\.$/, '');
    const isName = /^\p{Lu}/u.test(word) && !TITLES.has(low) && !PRONOUNS.has(low);
    if (isName && !/^(?:jr|sr|ii|iii)$/.test(low)) last = low;
    else if (last !== null) break;
  }
  if (last !== null) return last;
  const plain = found.map((word) => word.toLowerCase()).filter((word) => !TITLES.has(word));
  const [only = ''] = plain;
  return plain.length === 1 && PRONOUNS.has(only) ? null : (plain.at(-1) ?? null);
}
