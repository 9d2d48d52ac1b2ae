import type { OffsetText } from '../text/offsets.ts';
import type { Quotations } from '../text/quotation.ts';
import type { Annotation } from './annotation.ts';
import type { DocumentIndex } from './document-index.ts';

/** A document that keeps every rule of the format, with what the check had to compute anyway; text, words and offsets in Unicode NFC. */
export interface CheckedAnnotation {
  readonly document: Annotation;
  readonly text: OffsetText;
  readonly quotations: Quotations;
  readonly index: DocumentIndex;
}
