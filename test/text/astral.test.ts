import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AstralOffsets, astralIn } from '../../src/text/astral.ts';
import { OffsetText } from '../../src/text/offsets.ts';

test('a text that is not there is counted in as if it were', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '𝔹', '峰'), maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.integer({ min: -2, max: 35 }), (text, at) => {
      const there = new OffsetText(text);
      const gone = new AstralOffsets(there.length, astralIn(text));
      expect(gone.length).toBe(there.length);
      expect(gone.utf16(at)).toBe(there.utf16(at));
    }),
  );
});
