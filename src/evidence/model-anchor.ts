import { foldTypography } from '../text/fold.ts';
import type { Stretch } from '../text/nested.ts';
import { OffsetText } from '../text/offsets.ts';
import { Relocation } from '../text/relocate.ts';
import type { Evidence, EvidenceVerdict } from './model.ts';

/** Evidence of an earlier version, by its place in that. */
export type EarlierEvidence = Pick<Evidence, 'id' | 'start' | 'end'>;

/** A place in a version with the words there; offsets half-open, in code points, and in UTF-16 units. */
export type AnchorPlace = Readonly<
  Record<'start' | 'end' | 'startUtf16' | 'endUtf16', number> & { exact: string }
>;

/** Where evidence of an earlier version stands in the current one: null where it does not. */
export type EvidenceAnchor = { readonly evidenceId: string } & (
  | ({ readonly verdict: Exclude<EvidenceVerdict, 'NOT_FOUND'> } & AnchorPlace)
  | ({ readonly verdict: 'NOT_FOUND' } & Readonly<Record<keyof AnchorPlace, null>>)
);

/**
 * Anchors evidence of an earlier text, in its order, in a later one; both in normal form. Pure. The texts are aligned once, which takes
 * most of the time: in proportion to their length where they are alike, a few seconds at most for a million code points.
 *
 * - EXACT: the same words at the same offset, and there by the alignment, too.
 * - MOVED: the same words at another offset: further down because something was inserted before, or elsewhere because they were moved.
 *   Of several places with these words it is the one that the alignment leads to.
 * - NORMALIZED: the same but for typography (`foldTypography`), wherever it stands. Case, accents, commas and full stops are no typography.
 * - ALTERED: what stands in the place of the words has at least half of them in common with it, in their order (`MIN_SHARE`).
 * - NOT_FOUND: else. Words that only happen to stand elsewhere as well, such as "said", are not found there.
 */
export function anchorEvidence(
  before: string,
  after: string,
  evidence: readonly EarlierEvidence[],
): EvidenceAnchor[] {
  const earlier = new OffsetText(before);
  const later = new OffsetText(after);
  const relocation = before === after ? null : new Relocation(earlier, later);
  return evidence.map(({ id, start, end }) => {
    const found = relocation === null ? { start, end } : relocation.of({ start, end });
    if (found === null) return lost(id);
    const exact = later.slice(found.start, found.end);
    const verdict = verdictOf(earlier.slice(start, end), exact, found.start === start);
    return { evidenceId: id, verdict, ...placeOf(later, found), exact };
  });
}

function verdictOf(words: string, found: string, inPlace: boolean): Exclude<EvidenceVerdict, 'NOT_FOUND'> {
  if (found === words) return inPlace ? 'EXACT' : 'MOVED';
  return foldTypography(found) === foldTypography(words) ? 'NORMALIZED' : 'ALTERED';
}

function placeOf(text: OffsetText, { start, end }: Stretch): Omit<AnchorPlace, 'exact'> {
  return { start, end, startUtf16: text.utf16(start), endUtf16: text.utf16(end) };
}

function lost(evidenceId: string): EvidenceAnchor {
  const nowhere = { start: null, end: null, startUtf16: null, endUtf16: null, exact: null };
  return { evidenceId, verdict: 'NOT_FOUND', ...nowhere };
}
