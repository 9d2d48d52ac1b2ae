import { toNormalForm } from '../text/normalize.ts';
import type { Offsets } from '../text/offsets.ts';
import type { AnnotatedSpan } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Problems } from './problems.ts';
import { spansOf } from './spans.ts';

/** That every span of a document whose text is withheld lies in it, with words that can stand there. */
export function checkWithheldSpans({ document, offsets }: CheckedAnnotation, problems: Problems): void {
  for (const [path, span] of spansOf(document)) {
    if (span.start >= span.end)
      problems.add(path, `ends at ${span.end}, which is not after its start at ${span.start}`);
    else if (!canStand(offsets, span)) problems.add(path, whatIsWrong(offsets, span));
    else {
      const fault = faultOfWords(span.exact ?? '');
      if (fault !== null) problems.add([...path, 'exact'], fault);
    }
  }
}

/** Why words are none of a text as it is kept. Null where they may be. */
export function faultOfWords(words: string): string | null {
  if (/\p{Surrogate}/u.test(words)) return 'has half of a surrogate pair: give well-formed Unicode';
  if (toNormalForm(words) !== words) return 'is not in Unicode NFC, in which the text was';
  return null;
}

/** Whether a span lies in the text, and has as many code points and UTF-16 units as that has there. */
export function canStand(offsets: Offsets, { start, end, exact }: AnnotatedSpan): boolean {
  if (start >= end || end > offsets.length) return false;
  if (exact === undefined) return true;
  const units = offsets.utf16(end) - offsets.utf16(start);
  return units === exact.length && end - start === [...exact].length;
}

/** That the positions of code points above U+FFFF ascend and lie in the text. */
export function checkAstral(astral: readonly number[], length: number, problems: Problems): void {
  for (const [at, position] of astral.entries()) {
    const path = ['article', 'withheld', 'astral', at];
    if (position >= length) problems.add(path, `lies beyond the text, which has ${length} code points`);
    else if (at > 0 && position <= (astral[at - 1] ?? 0))
      problems.add(path, 'is not after the one before it: give each once, ascending');
  }
}

function whatIsWrong(offsets: Offsets, { start, end, exact = '' }: AnnotatedSpan): string {
  if (end > offsets.length) return `cannot end at ${end}: the text has ${offsets.length} code points`;
  const units = offsets.utf16(end) - offsets.utf16(start);
  return `at ${start} to ${end} stand ${end - start} code points in ${units} UTF-16 units, and its words have ${[...exact].length} in ${exact.length}`;
}
