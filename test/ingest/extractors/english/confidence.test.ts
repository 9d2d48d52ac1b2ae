import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { calibrationError, verdictsOf } from '../../../support/extraction/calibration.ts';
import { goldArticles } from '../../../support/extraction/gold.ts';

/** Of the first attribution of a text. */
function confidence(text: string): number {
  return attribute(read(text))[0]?.confidence ?? Number.NaN;
}

describe('confidence', () => {
  test.each([
    ['of a plain cue above that of a thought', 'Ek said that it rained.', 'Ek thinks that it rained.'],
    ['of a name above that of no source', 'Ek said that it rained.', 'It is said that it rained.'],
    [
      'of what was said above that of what was not',
      'Ek said that it rained.',
      'Ek would not have said that it rained.',
    ],
    ['of a clause above that of an infinitive', 'Ek promised that it would end.', 'Ek promised to end it.'],
  ])('is %s', (_, more, less) => {
    expect(confidence(more)).toBeGreaterThan(confidence(less));
  });

  test.each([
    '“It rained,” Ek said.',
    'Ek said that it rained in Molde on Monday.',
    'Ek declined to comment.',
  ])('is high for %s', (text) => {
    expect(confidence(text)).toBeGreaterThan(0.8);
    expect(confidence(text)).toBeLessThan(1);
  });

  test('is near the share that is right in articles annotated by hand', () => {
    const verdicts = goldArticles().flatMap(({ id, text, statements }) => {
      const found = attribute(read(text)).filter(({ content }) => content.length > 0);
      return verdictsOf(
        { id, text, attributions: statements },
        found.map(({ source, cue, content, confidence: sure }) => ({
          source,
          cue: cue?.range ?? null,
          content,
          confidence: sure,
        })),
      );
    });
    expect(verdicts.length).toBeGreaterThan(100);
    // These are easier than what confidence was fitted to.
    expect(calibrationError(verdicts)).toBeLessThan(0.2);
  });
});

describe('the error of calibration', () => {
  const right = (confidence: number, count: number) =>
    Array.from({ length: count }, () => ({ confidence, right: true }));
  const wrong = (confidence: number, count: number) =>
    Array.from({ length: count }, () => ({ confidence, right: false }));

  test.each([
    ['of none', [], 0],
    ['of what is as sure as it is right', [...right(0.75, 3), ...wrong(0.75, 1)], 0],
    ['of what is sure and wrong', wrong(1, 4), 1],
    ['of two bins, each by how full it is', [...right(0.85, 3), ...wrong(0.25, 1)], (3 * 0.15 + 0.25) / 4],
  ])('%s', (_, verdicts, expected) => {
    expect(calibrationError(verdicts)).toBeCloseTo(expected, 9);
  });
});
