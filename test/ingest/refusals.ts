import { expect } from 'vitest';
import { OnrecordError, type Problem } from '../../src/errors.ts';
import { type Annotation, annotationSchema } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import type { NearestHit } from '../../src/ingest/problems.ts';
import { sampleDocument } from '../support/sample.ts';

export interface Refusal {
  readonly problems: readonly Problem[];
  readonly mismatches?: readonly string[];
  readonly nearest?: readonly NearestHit[];
}

/** What a function throws, which must be an OnrecordError. */
export function rejectionOf(work: () => unknown): OnrecordError {
  try {
    work();
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

/** What the check says of a document; no problems when it accepts it. */
export function refusalOf(input: unknown): Refusal {
  try {
    checkAnnotation(input);
    return { problems: [] };
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    expect(error.code).toBe('INVALID_INPUT');
    return error.details as unknown as Refusal;
  }
}

export function pointersOf(input: unknown): string[] {
  return refusalOf(input).problems.map(({ pointer }) => pointer);
}

/** The sample with a change, in the checked form: every default written out. */
export function changed(change: (document: Annotation) => void): Annotation {
  const document = annotationSchema.parse(sampleDocument());
  change(document);
  return document;
}

/** An element of the sample by its local id. */
export function element<T extends { id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`The sample has no element "${id}".`);
  return found;
}
