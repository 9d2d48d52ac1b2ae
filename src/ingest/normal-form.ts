import { type NormalizedText, toNormalForm } from '../text/normalize.ts';
import type { AnnotatedSpan, Annotation } from './annotation.ts';
import { spansOf } from './spans.ts';

/**
 * The document with its text and the words of its spans in normal form and its offsets in that text; the very document given where it
 * is in normal form. Spans that do not agree with the text as given do not agree with the normal one either, but for ends that
 * split a character, which are widened.
 */
export function inNormalForm(document: Annotation, normal: NormalizedText): Annotation {
  const { article, mentions, statements, relations } = document;
  if (normal.text === article.text && isNormal(document)) return document;
  const place = <T extends AnnotatedSpan>(span: T): T => ({
    ...span,
    start: normal.start(span.start),
    end: normal.end(span.end),
    ...(span.exact !== undefined && { exact: toNormalForm(span.exact) }),
  });
  return {
    ...document,
    article: { ...article, text: normal.text },
    mentions: mentions.map(place),
    statements: statements.map(({ source, cue, content, addressee, ...rest }) => ({
      ...rest,
      source: { ...source, evidence: source.evidence.map(place) },
      cue: { ...cue, evidence: cue.evidence.map(place) },
      content: content.map(place),
      addressee: { ...addressee, evidence: addressee.evidence.map(place) },
    })),
    relations: relations.map(({ evidence, ...rest }) => ({ ...rest, evidence: evidence.map(place) })),
  };
}

/** Of the words of its spans. */
function isNormal(document: Annotation): boolean {
  for (const [, { exact }] of spansOf(document))
    if (exact !== undefined && toNormalForm(exact) !== exact) return false;
  return true;
}
