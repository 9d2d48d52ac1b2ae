import { type NormalizedText, toNormalForm } from '../text/normalize.ts';
import type { OffsetText } from '../text/offsets.ts';
import { type AnnotatedSpan, type Annotation, MAX_TEXT_LENGTH } from './annotation.ts';
import { canStand, checkAstral } from './check-withheld.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { NearestHit, Path, Problems } from './problems.ts';
import { pointerOf } from './problems.ts';
import { spansOf } from './spans.ts';

/** Hits given for each wrong span, and wrong spans for which hits are looked up: each look-up reads the text. */
const HITS = 3;
const MAX_LOOK_UPS = 50;
/** Places looked at for each: some are inside of one character of the text as given. */
const MAX_TRIED = 50;
/** Longer words are shown cut in messages. */
const SHOWN = 60;

/** A document as it is given, with its text as given and in normal form, and the way from the one to the other. */
export interface GivenAnnotation {
  readonly document: Annotation;
  readonly text: OffsetText;
  readonly normalText: OffsetText;
  readonly normal: NormalizedText;
}

/** That the text can be counted in, and the outlet. */
export function checkArticle({ document: { article }, index }: CheckedAnnotation, problems: Problems): void {
  const { text, withheld } = article;
  if (text === undefined) {
    if (withheld !== undefined) checkAstral(withheld.astral, withheld.length, problems);
  } else if (/[\uD800-\uDFFF]/u.test(text)) {
    problems.add(['article', 'text'], 'has half of a surrogate pair: give well-formed Unicode');
  } else if (text.length > MAX_TEXT_LENGTH) {
    const reason = `has ${text.length} UTF-16 units in Unicode NFC, and ${MAX_TEXT_LENGTH} is the most`;
    problems.add(['article', 'text'], reason);
  }
  if (article.outlet === null) return;
  const outlet = index.entities.get(article.outlet)?.item;
  if (outlet === undefined) problems.add(['article', 'outlet'], `no entity has the id "${article.outlet}"`);
  else if (outlet.type !== 'ORGANIZATION') {
    problems.add(['article', 'outlet'], `must be an ORGANIZATION, but "${outlet.id}" is a ${outlet.type}`);
  }
}

/** That every span has its words where it says, in the text as it is given: what is wrong there is to be put right there. */
export function checkSpans(given: GivenAnnotation, problems: Problems): void {
  let lookUps = 0;
  for (const [path, span] of spansOf(given.document)) {
    if (span.start >= span.end) {
      problems.add(path, `ends at ${span.end}, which is not after its start at ${span.start}`);
      continue;
    }
    const { exact } = span;
    if (exact === undefined) {
      problems.add([...path, 'exact'], 'is missing: give the words there, as they stand in article.text');
      continue;
    }
    const words = { ...span, exact };
    if (fits(given, words)) {
      checkEnds(given, span, path, problems);
      continue;
    }
    lookUps += 1;
    const nearest = lookUps > MAX_LOOK_UPS ? [] : nearestHits(given, words, pointerOf(path));
    const reason = `${whatStandsThere(given.text, words)}; ${whereItStands(nearest, lookUps)}`;
    problems.addMismatch(path, reason, nearest);
  }
}

/**
 * Whether a span of a document in normal form has its words where it says; where the text is withheld, whether it can have them. What
 * stands elsewhere says nothing about quotation marks or nesting.
 */
export function agrees({ text, offsets }: CheckedAnnotation, span: AnnotatedSpan): boolean {
  const { start, end, exact } = span;
  if (text === null) return canStand(offsets, span);
  return start < end && end <= text.length && text.slice(start, end) === exact;
}

/** A span with its words. */
type WordedSpan = AnnotatedSpan & { readonly exact: string };

/** Whether the words are the same but for normal form, which an editor or a tool may have changed on the way. */
function fits({ text, normalText, normal }: GivenAnnotation, { start, end, exact }: WordedSpan): boolean {
  if (end > text.length) return false;
  if (text.slice(start, end) === exact) return true;
  if (normal.splits(start) !== null || normal.splits(end) !== null) return false;
  return normalText.slice(normal.start(start), normal.end(end)) === toNormalForm(exact);
}

/** A span cannot have a part of what is one character in normal form: widening it would change its words. */
function checkEnds(
  { text, normal }: GivenAnnotation,
  span: AnnotatedSpan,
  path: Path,
  problems: Problems,
): void {
  for (const [verb, place] of [
    ['starts', span.start],
    ['ends', span.end],
  ] as const) {
    const split = normal.splits(place);
    if (split === null) continue;
    const [start, end] = split;
    const whole = shown(text.slice(start, end));
    const reason = `${verb} at ${place}, inside of "${whole}" (${start} to ${end}), which Unicode NFC takes together: put it to ${start} or ${end}`;
    problems.add(path, reason);
  }
}

function whatStandsThere(text: OffsetText, { start, end, exact }: WordedSpan): string {
  const words = `"${shown(exact)}"`;
  if (end > text.length) return `${words} cannot end at ${end}: the text has ${text.length} code points`;
  return `at ${start} to ${end} stands "${shown(text.slice(start, end))}", not ${words}`;
}

function whereItStands(nearest: readonly NearestHit[], lookUps: number): string {
  if (nearest.length > 0)
    return `it stands at ${nearest.map((hit) => `${hit.start} to ${hit.end}`).join(', ')}`;
  if (lookUps > MAX_LOOK_UPS) return 'correct the offsets or the words';
  return 'the text does not have these words: copy them from article.text as they are';
}

/** Looked for in normal form; given as they stand in the text as given. */
function nearestHits(
  { text: given, normalText: text, normal }: GivenAnnotation,
  span: WordedSpan,
  pointer: string,
): NearestHit[] {
  const exact = toNormalForm(span.exact);
  const start = normal.start(span.start);
  const near = text.utf16(start);
  const length = [...exact].length;
  const place = (unit: number) => (unit < 0 ? null : text.codePoint(unit));
  const distance = (at: number | null) => (at === null ? Number.POSITIVE_INFINITY : Math.abs(at - start));
  const hits: NearestHit[] = [];
  const add = (at: number) => {
    const [from, to] = [normal.given(at), normal.given(at + length)];
    if (from === null || to === null) return;
    hits.push({ pointer, start: from, end: to, exact: given.slice(from, to) });
  };
  let left = text.text.lastIndexOf(exact, near);
  let right = text.text.indexOf(exact, near + 1);
  for (let tried = 0; tried < MAX_TRIED && hits.length < HITS && (left >= 0 || right >= 0); tried += 1) {
    const [before, after] = [place(left), place(right)];
    if (before !== null && distance(before) <= distance(after)) {
      add(before);
      // lastIndexOf takes a negative position as 0, which would find the same place again.
      left = left === 0 ? -1 : text.text.lastIndexOf(exact, left - 1);
    } else if (after !== null) {
      add(after);
      right = text.text.indexOf(exact, right + 1);
    }
  }
  return hits;
}

function shown(words: string): string {
  const points = [...words.slice(0, SHOWN * 2)];
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join('')}…` : points.join('');
}
