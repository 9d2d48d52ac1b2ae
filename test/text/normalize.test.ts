import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasTooManyMarks, MAX_MARKS, NormalizedText, toNormalForm } from '../../src/text/normalize.ts';

/** What composes, moves, decomposes, changes by itself, or does none of it. */
const PARTS = [
  ...[
    'a',
    'e',
    'A',
    'q',
    ' ',
    '.',
    'é',
    'ệ',
    '\r\n',
    '\u00A0',
    '中',
    '👍',
    '👨‍👩‍👧',
    '𝒳',
    'שלום',
    '\u200F',
    '\uFE0F',
  ],
  // Marks of several classes, one that decomposes to two, one that is another, and those that come last and first.
  ...['\u0301', '\u0302', '\u0323', '\u0327', '\u0315', '\u035C', '\u0344', '\u0340', '\u0345', '\u0334'],
  // Hangul: leading, vowel, trailing, and syllables with and without a trailing one.
  ...['\u1100', '\u1161', '\u11A8', '\u11A7', '가', '각'],
  // Singletons, of one and of several, and a space that becomes another.
  ...['\u212B', '\u2126', '\u1F71', '\uF900', '\u2000', '\u1FEF', '\u{2F800}'],
  // Composition exclusions.
  ...['\u0958', '\uFB2C', '\uFB31', '\u{1D160}', '\u0344', '\u2ADC'],
  // Starters that compose with what is before, also letters, and vowel signs that take two steps.
  ...['\u09C7', '\u09BE', '\u0DD9', '\u0DCF', '\u0DCA', '\u0CC6', '\u0CC2', '\u0CD5', '\u1025', '\u102E'],
  ...['\u{16D63}', '\u{16D67}', '\u{16D68}', '\u{11131}', '\u{11127}', '\u093C', '\u093E', '\u0E33'],
];
const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }).map((parts) => parts.join(''));
const anyTexts = fc.oneof(
  { weight: 8, arbitrary: texts },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  // Within the blocks in which most happens, and half of a surrogate pair now and then.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0xc0, max: 0x3099 }), { maxLength: 20 })
      .map((codes) => String.fromCharCode(...codes)),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('a', '\u0301', '\uD83D', '\uDC4D') }) },
);

describe('a text in normal form', () => {
  it('has between any two places that have a counterpart what stood between them, normalized', () => {
    fc.assert(
      fc.property(anyTexts, (given) => {
        const [points, text] = [[...given], new NormalizedText(given)];
        const normal = [...text.text];
        expect(text.text).toBe(given.normalize('NFC'));
        const places = [...Array(points.length + 1).keys()].filter((at) => text.splits(at) === null);
        expect(places).toEqual(expect.arrayContaining([0, points.length]));
        for (const [index, start] of places.entries()) {
          expect(text.end(start)).toBe(text.start(start));
          for (const end of places.slice(index)) {
            expect(normal.slice(text.start(start), text.end(end)).join('')).toBe(
              points.slice(start, end).join('').normalize('NFC'),
            );
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('leads back from every place that has a counterpart', () => {
    fc.assert(
      fc.property(anyTexts, (given) => {
        const text = new NormalizedText(given);
        const places = [...Array([...given].length + 1).keys()].filter((at) => text.splits(at) === null);
        expect(places.map((at) => text.given(text.start(at)))).toEqual(places);
        const back = [...Array([...text.text].length + 1).keys()].map((at) => text.given(at));
        expect(back.filter((at) => at !== null)).toEqual(places);
      }),
      { numRuns: 1_000 },
    );
  });

  it('widens places inside of what changes as a whole to its ends', () => {
    fc.assert(
      fc.property(anyTexts, (given) => {
        const [points, text] = [[...given], new NormalizedText(given)];
        for (let at = 0; at <= points.length; at += 1) {
          const split = text.splits(at);
          if (split === null) continue;
          const [start, end] = split;
          expect(start < at && at < end).toBe(true);
          expect([text.start(at), text.end(at)]).toEqual([text.start(start), text.end(end)]);
          const whole = points.slice(start, end).join('');
          expect(whole.normalize('NFC')).not.toBe(whole);
        }
      }),
    );
  });

  it('keeps every place when nothing changes', () => {
    fc.assert(
      fc.property(anyTexts, (given) => {
        const normal = given.normalize('NFC');
        const text = new NormalizedText(normal);
        expect(text.text).toBe(normal);
        for (let at = 0; at <= [...normal].length; at += 1) {
          expect([text.start(at), text.end(at), text.given(at), text.splits(at)]).toEqual([at, at, at, null]);
        }
      }),
    );
  });

  // What changes as a whole, by start and end in the text as given; all other places have a counterpart.
  test.each<readonly [string, string, (readonly [number, number])[]]>([
    ['a letter and its accent', 'xe\u0301x', [[1, 3]]],
    ['marks out of order', 'q\u0307\u0323x', [[0, 3]]],
    ['not a mark that stays', 'q\u0323e\u0301', [[2, 4]]],
    ['not what follows', 'e\u0301q\u0323\u0E33', [[0, 2]]],
    [
      'Hangul by syllable',
      '\u1112\u1161\u11AB\u1100\u116E\u11A8',
      [
        [0, 3],
        [3, 6],
      ],
    ],
    ['a syllable and its trailing consonant', '가\u11A8나', [[0, 2]]],
    ['no one character', '\u212Bx\u2126', []],
    ['a vowel sign of two parts', '\u0995\u09C7\u09BEx', [[1, 3]]],
    ['what is excluded from composition', 'x\u0958\u093Cx\u0958\u093E', [[1, 3]]],
    ['neither line ends nor spaces', 'a\r\n\u00A0b\u2003\u3000e\u0301', [[7, 9]]],
  ])('changes as a whole %s', (_what, given, wholes) => {
    const text = new NormalizedText(given);
    const split = [...[...given].keys()].flatMap((at) => {
      const whole = text.splits(at);
      return whole === null ? [] : [whole];
    });
    const inner = wholes.flatMap(([start, end]) =>
      Array.from({ length: end - start - 1 }, () => [start, end]),
    );
    expect(split).toEqual(inner);
  });

  it('has characters that become several as one', () => {
    const text = new NormalizedText('x\u0958\u{1D160}y');
    expect(text.text).toBe('x\u0915\u093C\u{1D158}\u{1D165}\u{1D16E}y');
    expect([0, 1, 2, 3, 4].map((at) => text.start(at))).toEqual([0, 1, 3, 6, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((at) => text.given(at))).toEqual([0, 1, null, 2, null, null, 3, 4]);
  });

  it('takes long runs of what could compose as it takes other texts', () => {
    const most = `e${'\u0301\u0323'.repeat(MAX_MARKS / 2)}`;
    for (const part of [most, '\u0301', '\u1161', '\u{16D67}', '\u0958', '\u1100\u1161\u11A8']) {
      const given = `e${part.repeat(200_000 / part.length)}`;
      const text = new NormalizedText(given);
      expect(text.text === given.normalize('NFC')).toBe(true);
      expect(text.end([...given].length)).toBe([...text.text].length);
    }
  });
});

test('the normal form of two spellings is one', () => {
  expect(toNormalForm('Zoe\u0308 \u212B')).toBe('Zo\u00EB \u00C5');
});

test.each([
  ['e\u0301'.repeat(MAX_MARKS), false],
  [`e${'\u0301'.repeat(MAX_MARKS)}\u0915`, false],
  [`e${'\u0301'.repeat(MAX_MARKS + 1)}`, true],
  ['\u{1D165}'.repeat(MAX_MARKS), false],
  [`a${'\u{1D165}'.repeat(MAX_MARKS + 1)}`, true],
])('%# has too many marks in a row or not', (text, many) => {
  expect(hasTooManyMarks(text)).toBe(many);
});
