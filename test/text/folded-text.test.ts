import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldTypography, TYPOGRAPHY } from '../../src/text/fold.ts';
import { FoldedText } from '../../src/text/folded-text.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '“', '"', "'", '—', '-', '…', '.', 'ﬁ', '\u00AD', '😀', 'Ａ'),
});

it('is what folding makes of the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(new FoldedText(given, TYPOGRAPHY).text.trim()).toBe(foldTypography(given));
    }),
  );
});

it('leads back to what folds to it', () => {
  fc.assert(
    fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 8 }), (given, start, length) => {
      const folded = new FoldedText(given, TYPOGRAPHY);
      const end = Math.min(start + length, folded.text.length);
      const origin = start < end ? folded.origin({ start, end }) : null;
      if (origin === null) return;
      const part = given.slice(origin.start, origin.end);
      expect(part.trim()).toBe(part);
      expect(foldTypography(part)).toBe(folded.text.slice(start, end).trim());
    }),
    { numRuns: 1_000 },
  );
});
