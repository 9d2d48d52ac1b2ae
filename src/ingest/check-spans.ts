import type { Offsets, OffsetText } from '../text/offsets.ts';
import type { AnnotatedSpan, Annotation } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { NearestHit, Path, Problems } from './problems.ts';
import { pointerOf } from './problems.ts';

/** Hits given for each wrong span, and wrong spans for which hits are looked up: each look-up reads the text. */
const HITS = 3;
const MAX_LOOK_UPS = 50;
/** Longer words are shown cut in messages. */
const SHOWN = 60;

/** That the text can be counted in, and the outlet. */
export function checkArticle({ document: { article }, index }: CheckedAnnotation, problems: Problems): void {
  if (article.text === undefined)
    checkAstral(article.withheld?.astral ?? [], article.withheld?.length ?? 0, problems);
  else if (/[\uD800-\uDFFF]/u.test(article.text)) {
    problems.add(['article', 'text'], 'has half of a surrogate pair: give well-formed Unicode');
  } else if (article.text.normalize('NFC') !== article.text) {
    problems.add(
      ['article', 'text'],
      'is not in Unicode normalization form C: normalize the text to NFC first, then count the offsets in it',
    );
  }
  if (article.outlet === null) return;
  const outlet = index.entities.get(article.outlet)?.item;
  if (outlet === undefined) problems.add(['article', 'outlet'], `no entity has the id "${article.outlet}"`);
  else if (outlet.type !== 'ORGANIZATION') {
    problems.add(['article', 'outlet'], `must be an ORGANIZATION, but "${outlet.id}" is a ${outlet.type}`);
  }
}

/** That every span of the document has its words where it says. */
export function checkSpans(checked: CheckedAnnotation, problems: Problems): void {
  const { text } = checked;
  let lookUps = 0;
  for (const [path, span] of spansOf(checked.document)) {
    if (span.start >= span.end) {
      problems.add(path, `ends at ${span.end}, which is not after its start at ${span.start}`);
      continue;
    }
    if (agrees(checked, span)) continue;
    const { exact } = span;
    if (text === null) {
      problems.add(path, whatIsWrong(checked, span));
      continue;
    }
    if (exact === undefined) {
      problems.add([...path, 'exact'], 'is missing: give the words there, as they stand in article.text');
      continue;
    }
    lookUps += 1;
    const words = { ...span, exact };
    const nearest = lookUps > MAX_LOOK_UPS ? [] : nearestHits(text, words, pointerOf(path));
    problems.addMismatch(
      path,
      `${whatStandsThere(text, words)}; ${whereItStands(nearest, lookUps)}`,
      nearest,
    );
  }
}

/**
 * Whether a span has its words where it says; where the text is withheld, whether it can have them. What stands elsewhere says nothing
 * about quotation marks or nesting.
 */
export function agrees({ text, offsets }: CheckedAnnotation, span: AnnotatedSpan): boolean {
  const { start, end, exact } = span;
  if (start >= end || end > offsets.length) return false;
  return text === null
    ? exact === undefined || fits(offsets, { ...span, exact })
    : text.slice(start, end) === exact;
}

/** A span with its words. */
type WordedSpan = AnnotatedSpan & { readonly exact: string };

function fits(offsets: Offsets, { start, end, exact }: WordedSpan): boolean {
  const units = offsets.utf16(end) - offsets.utf16(start);
  return units === exact.length && end - start === [...exact].length;
}

/** Of a span whose text is withheld. */
function whatIsWrong({ offsets }: CheckedAnnotation, { start, end, exact = '' }: AnnotatedSpan): string {
  if (end > offsets.length) return `cannot end at ${end}: the text has ${offsets.length} code points`;
  const units = offsets.utf16(end) - offsets.utf16(start);
  return `at ${start} to ${end} stand ${end - start} code points in ${units} UTF-16 units, and "${shown(exact)}" has ${[...exact].length} in ${exact.length}`;
}

function checkAstral(astral: readonly number[], length: number, problems: Problems): void {
  for (const [at, position] of astral.entries()) {
    const path = ['article', 'withheld', 'astral', at];
    if (position >= length) problems.add(path, `lies beyond the text, which has ${length} code points`);
    else if (at > 0 && position <= (astral[at - 1] ?? 0))
      problems.add(path, 'is not after the one before it: give each once, ascending');
  }
}

/** Every span with its path, in document order. */
function* spansOf(document: Annotation): Generator<readonly [Path, AnnotatedSpan]> {
  for (const [at, mention] of document.mentions.entries()) yield [['mentions', at], mention];
  for (const [at, statement] of document.statements.entries()) {
    const path = ['statements', at];
    yield* listed([...path, 'source', 'evidence'], statement.source.evidence);
    yield* listed([...path, 'cue', 'evidence'], statement.cue.evidence);
    yield* listed([...path, 'content'], statement.content);
    yield* listed([...path, 'addressee', 'evidence'], statement.addressee.evidence);
  }
  for (const [at, relation] of document.relations.entries()) {
    yield* listed(['relations', at, 'evidence'], relation.evidence);
  }
}

function* listed(path: Path, spans: readonly AnnotatedSpan[]): Generator<readonly [Path, AnnotatedSpan]> {
  for (const [at, span] of spans.entries()) yield [[...path, at], span];
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

function nearestHits(text: OffsetText, { start, exact }: WordedSpan, pointer: string): NearestHit[] {
  const near = text.utf16(start);
  const length = [...exact].length;
  const place = (unit: number) => (unit < 0 ? null : text.codePoint(unit));
  const distance = (at: number | null) => (at === null ? Number.POSITIVE_INFINITY : Math.abs(at - start));
  const hits: number[] = [];
  let left = text.text.lastIndexOf(exact, near);
  let right = text.text.indexOf(exact, near + 1);
  while (hits.length < HITS && (left >= 0 || right >= 0)) {
    const [before, after] = [place(left), place(right)];
    if (before !== null && distance(before) <= distance(after)) {
      hits.push(before);
      // lastIndexOf takes a negative position as 0, which would find the same place again.
      left = left === 0 ? -1 : text.text.lastIndexOf(exact, left - 1);
    } else if (after !== null) {
      hits.push(after);
      right = text.text.indexOf(exact, right + 1);
    }
  }
  return hits.map((from) => ({ pointer, start: from, end: from + length, exact }));
}

function shown(words: string): string {
  const points = [...words.slice(0, SHOWN * 2)];
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join('')}…` : points.join('');
}
