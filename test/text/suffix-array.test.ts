import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SuffixArray, unitsOf } from '../../src/text/suffix-array.ts';

const parts = fc
  .constantFrom(1, 2, 3)
  .chain((letters) =>
    fc.tuple(
      fc.string({ unit: fc.constantFrom(...'abc'.slice(0, letters)), maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'abc'.slice(0, letters)), maxLength: 4 }),
    ),
  );

it('all ends of a text are in order', () => {
  fc.assert(
    fc.property(parts, ([text]) => {
      const order = [...new SuffixArray(unitsOf(text), 0xffff).places(unitsOf(''))];
      const ends = [...unitsOf(text).keys()].sort((a, b) => (text.slice(a) < text.slice(b) ? -1 : 1));
      expect(order).toEqual(ends);
    }),
    { numRuns: 1_000 },
  );
});

it('every place of a part is found, also of parts that overlap themselves', () => {
  fc.assert(
    fc.property(parts, ([text, part]) => {
      const places = new SuffixArray(unitsOf(text), 0xffff).places(unitsOf(part));
      const wanted = [...unitsOf(text).keys()].filter((at) => text.startsWith(part, at));
      expect([...places].sort((a, b) => a - b)).toEqual(wanted);
    }),
    { numRuns: 1_000 },
  );
});
