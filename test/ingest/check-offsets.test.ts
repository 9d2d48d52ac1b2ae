import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../support/documents.ts';
import { refusalOf } from './refusals.ts';

const part = fc.constantFrom(
  'a',
  'bc',
  ' ',
  'é',
  'q\u0323',
  '👍',
  '👨‍👩‍👧',
  '𝒳',
  'שלום',
  '\u200F',
  '\r\n',
  '\u00A0',
  '中',
);
const text = fc
  .array(part, { minLength: 2, maxLength: 40 })
  .map((parts) => parts.join('').normalize('NFC'))
  .filter((joined) => joined !== '');

function withMention(words: string, start: number, end: number, exact: string) {
  return {
    ...documentOf({ text: words }),
    mentions: [{ id: 'm', kind: 'NAME', start, end, exact, entities: [] }],
  };
}

describe('offsets', () => {
  it('count code points, and one that is shifted is refused with the place of the words', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 }), (words, a, b, shift) => {
        const points = [...words];
        const start = a % points.length;
        const end = start + 1 + (b % (points.length - start));
        const exact = points.slice(start, end).join('');
        expect(refusalOf(withMention(words, start, end, exact)).problems).toEqual([]);

        const [from, to] = [start + shift, end + shift];
        if (from < 0 || points.slice(from, to).join('') === exact) return;
        const { mismatches, nearest } = refusalOf(withMention(words, from, to, exact));
        expect(mismatches).toEqual(['/mentions/0']);
        expect(nearest?.length).toBeGreaterThan(0);
        expect(nearest?.length).toBeLessThanOrEqual(3);
        for (const hit of nearest ?? []) expect(points.slice(hit.start, hit.end).join('')).toBe(exact);
        expect(Math.abs((nearest?.[0]?.start ?? 99) - from)).toBeLessThanOrEqual(Math.abs(shift));
        const distances = (nearest ?? []).map((hit) => Math.abs(hit.start - from));
        expect(distances).toEqual(distances.toSorted((x, y) => x - y));
      }),
      // Nearest in code points, which is another place than nearest in UTF-16 units.
      { numRuns: 500, examples: [['שלום👍שלוםa', 1_479_856_575, 0, -2]] },
    );
  });

  it('in UTF-16 units are refused where they differ from code points', () => {
    const words = '👍 Ann said';
    expect(
      refusalOf(withMention(words, words.indexOf('Ann'), words.indexOf('Ann') + 3, 'Ann')).nearest,
    ).toMatchObject([{ start: 2, end: 5 }]);
  });
});
