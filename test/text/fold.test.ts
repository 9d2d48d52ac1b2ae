import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldTypography } from '../../src/text/fold.ts';

describe('a folded name', () => {
  it.each([
    ['Café de Flore', 'cafe de flore'],
    ['CAFE\u0301  DE\u00A0FLORE ', 'cafe de flore'],
    ['O’Brien', "o'brien"],
    ['O´Brien', "o'brien"],
    ['Jean–Luc', 'jean-luc'],
    ['Владимир Зеленський', 'владимир зеленськии'],
    ['ﬁnance', 'finance'],
    ['１２', '12'],
    ['Nguyễn', 'nguyen'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['\u200FAn\u00ADna\u200B', 'anna'],
    ['\u0301\u200B', ''],
  ])('of %s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each([
    ['राम', 'रीमा'],
    ['かとう', 'がとう'],
    ['กิน', 'กัน'],
    ['கண்', 'கண'],
  ])('keeps %s and %s apart, whose marks are letters', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('folds no further when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('does not depend on case or on composition', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', 'ß', 'ü', 'Й', 'が', 'रि', ' ', '-') }),
        (name) => {
          expect(foldName(name.normalize('NFD'))).toBe(foldName(name));
          expect(foldName(name.toLowerCase())).toBe(foldName(name));
        },
      ),
    );
  });
});

describe('words but for typography', () => {
  it.each([
    ['“Yes,” he said', '"Yes," he said'],
    ['“Yes,” he said', '‘Yes,’ he said'],
    ['“Yes,” he said', "''Yes,'' he said"],
    ['“Yes,” he said', "``Yes,'' he said"],
    ['“Yes,” he said', '«\u00A0Yes,\u00A0» he said'],
    ['“Yes,” he said', '„Yes,“ he said'],
    ['the workers’ rights', "the workers' rights"],
    ['well-known', 'well\u2011known'],
    ['talks — at last — went on', 'talks—at last—went on'],
    ['talks — at last', 'talks -- at last'],
    ['2019–2021', '2019-2021'],
    ['one\r\n two\u00A0three', ' one two three'],
    ['co\u00ADoperate\u200B', 'cooperate'],
    ['well…', 'well...'],
    ['ﬁnance ５', 'finance 5'],
  ])('%j is %j', (one, other) => {
    expect(foldTypography(one)).toBe(foldTypography(other));
  });

  it.each([
    ['the treaty', 'The treaty'],
    ['café', 'cafe'],
    ['ready,', 'ready.'],
    ['ready', '“ready”'],
    ['no one', 'noone'],
    ['x²', 'x2'],
    ['“ready', '“ “ready'],
  ])('%j is not %j', (one, other) => {
    expect(foldTypography(one)).not.toBe(foldTypography(other));
  });

  it('stay the same when folded again', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '-', '—', "'", '’', '`', '“', '.', '…', '\u00AD', '\n'),
        }),
        (text) => {
          expect(foldTypography(foldTypography(text))).toBe(foldTypography(text));
        },
      ),
    );
  });
});
