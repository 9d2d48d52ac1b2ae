import {
  type AttributedText,
  type Attribution,
  judgeSource,
  kindOf,
  QUOTE_KINDS,
  type QuoteKind,
} from './attribution.ts';
import { type Letters, lettersIn, type Matching, pair, shared } from './letters.ts';
import { quotedRegions } from './quoted-regions.ts';
import { isSpeechCue } from './speech-cues.ts';
import type { Table } from './tally.ts';
import { Tally } from './tally.ts';

/** Contents that share this much of their letters are one statement. */
export const OVERLAP = 0.5;

/** What went wrong with one attribution. */
export interface Miss {
  readonly what: 'MISS' | 'SPEAKER' | 'EXTRA';
  readonly kind: QuoteKind;
  readonly id: string;
  readonly attribution: Attribution;
  /** For SPEAKER: what was found in place of it. */
  readonly found: Attribution | null;
}

export interface Score extends Table {
  readonly misses: readonly Miss[];
}

interface Judged extends Attribution {
  readonly letters: Letters;
  readonly kind: QuoteKind;
  readonly speech: boolean;
}

interface Fragment {
  readonly letters: Letters;
  readonly of: Judged;
}

/**
 * How well attributions were found: (a) fragments of direct quotations, (b) contents, (c) the source where the content was
 * found, (d) contents with their source, (e) direct fragments with their source. Exact is by letters and digits: marks and spaces at the
 * ends do not count. What was found for other articles counts nowhere; articles for which nothing was found count as missed.
 */
export function scoreAttributions(
  gold: readonly AttributedText[],
  found: ReadonlyMap<string, readonly Attribution[]>,
): Score {
  const tally = new Tally();
  const misses: Miss[] = [];
  for (const article of gold) {
    const regions = quotedRegions(article.text);
    const ignored = lettersIn(article.text, article.ignore ?? []);
    const ours = article.attributions
      .map((attribution) => judged(article.text, attribution, regions))
      .filter(({ letters }) => letters.size > 0);
    const theirs = (found.get(article.id) ?? [])
      .map((attribution) => judged(article.text, attribution, regions))
      .filter(({ letters }) => letters.size > 0 && shared(letters, ignored) < letters.size / 2);
    scoreFragments(article.text, ours, theirs, tally);
    scoreContents(article.text, ours, theirs, tally);
    misses.push(...missesOf(article, ours, theirs));
  }
  return { ...tally.table(), misses };
}

function judged(text: string, attribution: Attribution, regions: Parameters<typeof kindOf>[2]): Judged {
  const content = attribution.content.filter(({ start, end }) => end > start);
  const { source, cue } = attribution;
  const speech = cue !== null && isSpeechCue(text.slice(cue.start, cue.end));
  return {
    source,
    cue,
    content,
    letters: lettersIn(text, content),
    kind: kindOf(text, { source, cue, content }, regions),
    speech,
  };
}

function scoreFragments(text: string, gold: readonly Judged[], found: readonly Judged[], tally: Tally): void {
  const ours = fragmentsOf(text, gold, 'direct');
  const mixed = fragmentsOf(text, gold, 'mixed');
  // A quoted part of a mixed attribution is no false alarm, and no hit either.
  const theirs = fragmentsOf(text, found, 'direct').filter(
    ({ letters }) => !mixed.some((other) => shared(letters, other.letters) >= 0.8 * letters.size),
  );
  const exact = pair(ours, theirs, 1).found.size;
  tally.add('a. direct spans, exact', ours.length, theirs.length, exact);
  const overlapping = pair(ours, theirs, OVERLAP).found;
  tally.add('a. direct spans, overlap', ours.length, theirs.length, overlapping.size);
  let withSpeaker = 0;
  for (const [at, other] of overlapping) {
    const source = ours[at]?.of.source ?? null;
    const { same } = judgeSource(text, source, theirs[other]?.of.source ?? null);
    if (same) withSpeaker += 1;
    if (source !== null) tally.judge('e. speaker accuracy per direct span', same);
  }
  tally.add('e. direct spans, overlap, with speaker', ours.length, theirs.length, withSpeaker);
}

function fragmentsOf(text: string, all: readonly Judged[], kind: QuoteKind): Fragment[] {
  return all
    .filter((one) => one.kind === kind)
    .flatMap((of) => of.content.map((span) => ({ letters: lettersIn(text, [span]), of })))
    .filter(({ letters }) => letters.size > 0);
}

type Cell = readonly [
  name: string,
  ours: (gold: Judged) => boolean,
  theirs: (found: Judged, gold: Judged | undefined) => boolean,
];
const CELLS: readonly Cell[] = [
  ['all', () => true, () => true],
  ...QUOTE_KINDS.map((kind): Cell => [kind, (gold) => gold.kind === kind, (found) => found.kind === kind]),
  // Left out of what was found is only what meets gold with another cue: a false alarm counts whatever its cue.
  ['speech cues', ({ speech }) => speech, (_, gold) => gold?.speech ?? true],
];

function scoreContents(text: string, gold: readonly Judged[], found: readonly Judged[], tally: Tally): void {
  for (const [name, least] of [
    ['exact', 1],
    ['overlap', OVERLAP],
  ] as const) {
    const pairing = pair(gold, found, least);
    for (const cell of CELLS) {
      const ours = gold.flatMap((one, at) => (cell[1](one) ? [at] : []));
      const theirs = found.flatMap((one, at) => (cell[2](one, gold[pairing.gold.get(at) ?? -1]) ? [at] : []));
      const count = (metric: string, right: (gold: number, found: number) => boolean) =>
        tally.add(metric, ours.length, theirs.length, ...hits(ours, theirs, pairing, right));
      count(`b. content ${name}, ${cell[0]}`, () => true);
      if (least === 1) continue;
      const judge = (at: number, other: number) =>
        judgeSource(text, gold[at]?.source ?? null, found[other]?.source ?? null);
      count(`d. speaker(span)+content, ${cell[0]}`, (at, other) => judge(at, other).overlaps);
      count(`d. speaker(span or name)+content, ${cell[0]}`, (at, other) => judge(at, other).same);
      for (const at of ours) {
        const other = pairing.found.get(at);
        if (other === undefined || gold[at]?.source === null) continue;
        tally.judge(`c. speaker accuracy (span), ${cell[0]}`, judge(at, other).overlaps);
        tally.judge(`c. speaker accuracy (span or name), ${cell[0]}`, judge(at, other).same);
      }
    }
  }
}

function hits(
  ours: readonly number[],
  theirs: readonly number[],
  pairing: Matching,
  right: (gold: number, found: number) => boolean,
): [number, number] {
  const goldHits = ours.filter((at) => {
    const other = pairing.found.get(at);
    return other !== undefined && right(at, other);
  });
  const foundHits = theirs.filter((at) => {
    const owner = pairing.gold.get(at);
    return owner !== undefined && right(owner, at);
  });
  return [goldHits.length, foundHits.length];
}

function missesOf({ id, text }: AttributedText, gold: readonly Judged[], found: readonly Judged[]): Miss[] {
  const pairing = pair(gold, found, OVERLAP);
  const ours = gold.flatMap((attribution, at): Miss[] => {
    const other = found[pairing.found.get(at) ?? -1] ?? null;
    const miss = { kind: attribution.kind, id, attribution, found: other };
    if (other === null) return [{ ...miss, what: 'MISS' }];
    const wrong = attribution.source !== null && !judgeSource(text, attribution.source, other.source).same;
    return wrong ? [{ ...miss, what: 'SPEAKER' }] : [];
  });
  const extra = found.filter((_, at) => !pairing.gold.has(at));
  return [
    ...ours,
    ...extra.map(
      (attribution): Miss => ({
        what: 'EXTRA',
        kind: attribution.kind,
        id,
        attribution,
        found: null,
      }),
    ),
  ];
}
