import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetText } from '../../src/text/offsets.ts';

/** Letters, emoji of several code points, combining marks, right to left, line ends, no-break spaces. */
const texts = fc
  .array(
    fc.constantFrom('a', 'B ', 'é', 'e\u0323', '👍', '👨‍👩‍👧', '𝒳', 'שלום', '\u200F', '\r\n', '\u00A0', '中'),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('a text with offsets', () => {
  it('slices by code points as a list of code points does', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
        const points = [...text];
        const [start, end] = a < b ? [a, b] : [b, a];
        const offsets = new OffsetText(text);
        expect(offsets.length).toBe(points.length);
        expect(offsets.slice(start, end)).toBe(points.slice(start, end).join(''));
        expect(text.slice(offsets.utf16(start), offsets.utf16(end))).toBe(offsets.slice(start, end));
      }),
    );
  });

  it('maps code points to UTF-16 and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const offsets = new OffsetText(text);
        for (let point = 0; point <= offsets.length; point += 1) {
          expect(offsets.codePoint(offsets.utf16(point))).toBe(point);
        }
      }),
    );
  });

  it('counts the second half of a pair as its pair', () => {
    expect(new OffsetText('a👍b').codePoint(2)).toBe(1);
    expect(new OffsetText('a👍b').codePoint(3)).toBe(2);
  });

  it('takes offsets beyond the ends as the ends', () => {
    for (const text of ['abc', 'a👍c']) {
      expect(new OffsetText(text).slice(-5, 99)).toBe(text);
      expect(new OffsetText(text).utf16(99)).toBe(text.length);
    }
  });

  it('finds words up to a limit, overlapping ones too', () => {
    expect(new OffsetText('👍aaa👍aa').find('aa', 9)).toEqual([1, 2, 5]);
    expect(new OffsetText('👍aaa👍aa').find('aa', 1)).toEqual([1]);
    expect(new OffsetText('abc').find('', 9)).toEqual([]);
  });
});
