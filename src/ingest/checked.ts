import { AstralOffsets } from '../text/astral.ts';
import { type Offsets, OffsetText } from '../text/offsets.ts';
import { Quotations } from '../text/quotation.ts';
import type { Annotation } from './annotation.ts';
import { DocumentIndex } from './document-index.ts';

/** A document that keeps every rule of the format, with what the check had to compute anyway; text, words and offsets in Unicode NFC. */
export interface CheckedAnnotation {
  readonly document: Annotation;
  readonly offsets: Offsets;
  /** Null where it is withheld; then nothing is known of quotation marks either. */
  readonly text: OffsetText | null;
  readonly quotations: Quotations | null;
  readonly index: DocumentIndex;
}

/** What a check computes, of a document that is in Unicode NFC. */
export function understand(document: Annotation): CheckedAnnotation {
  const index = new DocumentIndex(document);
  const { text: given, withheld } = document.article;
  if (given === undefined) {
    const { length = 0, astral = [] } = withheld ?? {};
    return { document, offsets: new AstralOffsets(length, astral), text: null, quotations: null, index };
  }
  const text = new OffsetText(given);
  return { document, offsets: text, text, quotations: new Quotations(text), index };
}
