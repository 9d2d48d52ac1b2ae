import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableJson } from '../../src/cli/printable.ts';

test.each([
  ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['\u001b]0;title\u0007', '␛]0;title␇'],
  ['\u0000\u007f\u009b2J', '␀␡<U+009B>2J'],
  ['a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
  ['half \ud800', 'half <U+D800>'],
  ['\u{e0041}', '<U+E0041>'],
  ['a\tb', 'a    b'],
  ['soft\u00adhyphen 👩‍🚀 “北京”', 'soft\u00adhyphen 👩‍🚀 “北京”'],
])('shows %j as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('leaves no control character in any text, and JSON is the same JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      const json = printableJson(JSON.stringify({ text }, null, 2));
      expect(json).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
