import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords, wordLines, wordsIn } from '../../src/text/fold.ts';
import { placedWords } from '../../src/text/words.ts';

describe('placed words', () => {
  test.each([
    ['Zoë’s ﬁne 𐐨x', ['Zoë', 's', 'ﬁne', '𐐨x']],
    ['e\u0301te\u0301, co\u00ADop', ['e\u0301te', 'co\u00ADop']],
    ['«Хто?» 1½', ['Хто', '1½', '½']],
  ])('of %j', (text, slices) => {
    const points = [...text];
    expect(placedWords(text).map(({ start, end }) => points.slice(start, end).join(''))).toEqual(slices);
  });

  test('are the folded words of any text, in order and within it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const placed = placedWords(text);
        expect(placed.map(({ word }) => word)).toEqual(foldWords(text));
        let last = 0;
        for (const { start, end } of placed) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = start;
        }
        expect(last).toBeLessThanOrEqual([...text].length);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('lines of words keep fields apart', () => {
  expect(wordLines(['Anna Berg', '', 'B.'])).toBe(' anna berg \n  \n b ');
  expect(wordsIn(wordLines(['Anna Berg', '', 'B.']))).toEqual(['anna', 'berg', 'b']);
});
