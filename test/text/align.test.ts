import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aligner, type Alignment, type Sought } from '../../src/text/align.ts';
import { alignAll } from '../../src/text/align-list.ts';
import { foldTypography } from '../../src/text/fold.ts';
import { OffsetText } from '../../src/text/offsets.ts';

/** The words of the text where they were found, between what stands beside them there. */
function shown(text: string, alignment: Alignment): string {
  if (alignment.state !== 'FOUND') return alignment.state;
  const { start, end } = alignment;
  const points = new OffsetText(text);
  return `${points.slice(start - 3, start)}[${points.slice(start, end)}]${points.slice(end, end + 3)}`;
}

const find = (text: string, sought: Sought | string) =>
  new Aligner(text).find(typeof sought === 'string' ? { words: sought } : sought);

describe('words in a text', () => {
  it.each([
    ['as they are', '😀 “We are ready,” she said.', 'We are ready,', 'EXACT', '😀 “[We are ready,]” s'],
    ['in other quotation marks', 'Ek: «Yes, we “can”»', 'Yes, we "can"', 'TYPOGRAPHY', ': «[Yes, we “can”]»'],
    [
      'quoted the French way',
      'Il dit «\u00A0oui\u00A0» hier',
      '"oui"',
      'TYPOGRAPHY',
      'it [«\u00A0oui\u00A0»] hi',
    ],
    [
      'with other dashes',
      'the talks — at last — went on',
      'talks-at last -- went',
      'TYPOGRAPHY',
      'he [talks — at last — went] on',
    ],
    ['over a line break', 'the\r\n  talks', 'the talks', 'TYPOGRAPHY', '[the\r\n  talks]'],
    ['with a soft hyphen', 'to co\u00ADoperate', 'cooperate', 'TYPOGRAPHY', 'to [co\u00ADoperate]'],
    ['with a ligature', 'the ﬁnance oﬃce', 'finance office', 'TYPOGRAPHY', 'he [ﬁnance oﬃce]'],
    ['of full width', 'ＡＢＣ社 said', 'ABC社', 'TYPOGRAPHY', '[ＡＢＣ社] sa'],
    ['with an ellipsis', 'Well… yes', 'Well... yes', 'TYPOGRAPHY', '[Well… yes]'],
    ['in another case', 'THE TREATY’S END', "the treaty's end", 'CASE', '[THE TREATY’S END]'],
    ['in another Unicode form', 'the cafe\u0301s', 'cafés', 'EXACT', 'he [cafe\u0301s]'],
    ['with an emoji spelled out', 'a ☺\uFE0F b', '☺', 'TYPOGRAPHY', 'a [☺\uFE0F] b'],
    ['in Chinese', '拜登表示，中国将会合作。', '中国将会合作', 'EXACT', '表示，[中国将会合作]。'],
    ['in Korean, before a particle', '푸틴은 말했다', '푸틴', 'EXACT', '[푸틴]은 말'],
    ['in Hebrew, after a conjunction', 'ופוטין אמר', 'פוטין', 'EXACT', 'ו[פוטין] אמ'],
  ])('are found %s', (_, text, words, tier, place) => {
    const found = find(text, words);
    expect(found).toMatchObject({ state: 'FOUND', tier });
    expect(shown(text, found)).toBe(place);
  });

  it.each([
    ['invented', 'We are ready, she said.', 'We are not ready'],
    ['a part of a word', 'Then they went', 'he'],
    ['a part of a number', 'in 2021', '202'],
    ['a letter without its accent', 'the x\u0302 axis', 'x'],
    ['a letter that normal form gives an accent', 'cafe\u0301', 'cafe'],
    ['half of a character', 'a 😀 b', '\uD83D'],
    ['a part of an emoji of several', 'a 👩\u200D🚒 b', '👩'],
    ['a part of an ellipsis', 'well… yes', 'well.'],
    ['a part of a word that may be divided', 'co\u00ADoperate', 'operate'],
    ['without an accent', 'café', 'cafe '],
    ['nothing', 'some words', ' \u200B '],
    ['longer than the text', 'ab', 'ab ab'],
  ])('are not found where they are %s', (_, text, words) => {
    expect(find(text, words)).toEqual({ state: 'NOT_FOUND', elsewhere: [] });
  });

  it('are taken where they stand most strictly', () => {
    expect(shown('The plan, the plan', find('The plan, the plan', 'The plan'))).toBe('[The plan], t');
    expect(find('“a” "a" “a”', '"a"')).toMatchObject({ state: 'FOUND', start: 4, tier: 'EXACT' });
  });

  it('are told where several places remain', () => {
    expect(find('he said, she said', 'said')).toEqual({
      state: 'AMBIGUOUS',
      tier: 'EXACT',
      places: [
        { start: 3, end: 7 },
        { start: 13, end: 17 },
      ],
      count: 2,
    });
    expect(find('no '.repeat(30), 'no')).toMatchObject({ places: { length: 10 }, count: 30 });
  });
});

describe('of several places', () => {
  const text = 'Ek said yes. Berg said no, and Ek said so. “Yes,” said Ek. Berg said yes.';

  it.each<readonly [string, Sought, string]>([
    ['the words before decide', { words: 'said', prefix: 'BERG', suffix: 'no' }, 'rg [said] no'],
    ['the words after decide', { words: 'said', suffix: ' so.' }, 'Ek [said] so'],
    ['words beside count without punctuation', { words: 'Ek', prefix: '"yes", said' }, 'id [Ek]. B'],
    ['most words beside decide', { words: 'said', prefix: 'or Ek', suffix: 'so' }, 'Ek [said] so'],
    ['words beside that stand nowhere do not', { words: 'said', prefix: 'the unheard-of' }, 'AMBIGUOUS'],
    ['few of the words beside do not', { words: 'said', prefix: 'Yesterday in a new mood Ek' }, 'AMBIGUOUS'],
    ['the same words beside do not', { words: 'said', suffix: 'yes' }, 'AMBIGUOUS'],
    ['a stretch around decides', { words: 'said', within: [{ start: 12, end: 26 }] }, 'rg [said] no'],
    ['what stands before decides', { words: 'Ek', from: 40 }, 'id [Ek]. B'],
    ['what stands after decides', { words: 'Berg', until: 30 }, 's. [Berg] sa'],
    ['an order that nothing has does not', { words: 'Berg', from: 70 }, 'AMBIGUOUS'],
    ['the nearest is taken', { words: 'Berg', near: { start: 50, end: 50 } }, 'k. [Berg] sa'],
    ['of equally near ones none', { words: 'a', near: { start: 0, end: 73 } }, 'NOT_FOUND'],
    [
      'the words beside come before what is near',
      { words: 'said', prefix: 'Berg', suffix: 'yes', near: { start: 0, end: 4 } },
      'rg [said] yes'.slice(0, 12),
    ],
  ])('%s', (_, sought, place) => {
    expect(shown(text, find(text, sought)).slice(0, 12)).toBe(place.slice(0, 12));
  });

  it('none is taken of two that are equally near', () => {
    expect(find('a b a', { words: 'a', near: { start: 2, end: 3 } })).toMatchObject({ state: 'AMBIGUOUS' });
    expect(find('a b a', { words: 'a', near: { start: 0, end: 5 } })).toMatchObject({ state: 'AMBIGUOUS' });
  });

  it('those outside of the stretch are told, and not taken', () => {
    expect(find(text, { words: 'no', within: [{ start: 0, end: 12 }] })).toEqual({
      state: 'NOT_FOUND',
      elsewhere: [{ start: 23, end: 25 }],
    });
  });

  it('context is read by the character where nothing stands between words', () => {
    const chinese = '拜登说中国强大，普京说中国合作';
    expect(find(chinese, { words: '中国', prefix: '普京说' })).toMatchObject({ state: 'FOUND', start: 11 });
    expect(find(chinese, { words: '中国', suffix: '强' })).toMatchObject({ state: 'FOUND', start: 3 });
  });
});

describe('a list of words', () => {
  it('goes by the words before it in the list, and is counted', () => {
    const text = 'Ek said that Berg said no. Berg said yes.';
    const { alignments, counts } = alignAll(text, [
      { words: 'that Berg said no' },
      { words: 'said', insideOf: 0 },
      { words: 'Berg', follows: 0 },
      { words: 'said', follows: 5 },
      { words: 'perhaps' },
    ]);
    expect(alignments.map((alignment) => shown(text, alignment))).toEqual([
      'id [that Berg said no]. B',
      'rg [said] no',
      'o. [Berg] sa',
      'AMBIGUOUS',
      'NOT_FOUND',
    ]);
    expect(counts).toEqual({ FOUND: 3, AMBIGUOUS: 1, NOT_FOUND: 1 });
  });

  it('is found whatever repeats, also where all of it does', () => {
    const repeated = alignAll('啊'.repeat(1_000_000), [
      ...Array.from({ length: 5_000 }, (_, at) => ({
        words: '啊'.repeat(at + 1),
        near: { start: 9, end: 9 },
      })),
      { words: '啊'.repeat(1_000_000) },
      { words: `${'啊'.repeat(500_000)}哦` },
    ]);
    expect(repeated.counts).toEqual({ FOUND: 1, AMBIGUOUS: 5_000, NOT_FOUND: 1 });
  });

  it('of thousands is found in a long text, each by its context', () => {
    const names = ['Ek', 'Berg', 'Lund', 'Falk', 'Holm', 'Dahl', 'Moe', 'Ness'];
    const said = (at: number) => `${names[at % 8]} said that ${names[(at >> 3) % 8]} came.`;
    const sentences = Array.from({ length: 40_000 }, (_, at) => `${said(at)} It was day ${at}.`);
    const list = Array.from({ length: 5_000 }, (_, at) => ({
      words: 'said',
      prefix: `day ${at * 8 - 1}. ${names[0]}`,
      suffix: ` that ${names[at % 8]} came. It was day ${at * 8}`,
    }));
    const text = sentences.join(' ');
    const { alignments, counts } = alignAll(text, list);
    expect(counts).toEqual({ FOUND: 5_000, AMBIGUOUS: 0, NOT_FOUND: 0 });
    const wrong = alignments.filter(
      (found, at) => found.state === 'FOUND' && !text.startsWith(sentences[at * 8] ?? '-', found.start - 3),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every stretch of the text that is the words, found by looking at each. */
function everyPlace(
  text: string,
  words: string,
): { readonly tier: string; readonly places: readonly string[] } | null {
  const points = [...text];
  const folds: readonly (readonly [string, (part: string) => string])[] = [
    ['EXACT', (part) => part.normalize('NFC')],
    ['TYPOGRAPHY', (part) => foldTypography(part.normalize('NFC'))],
    ['CASE', (part) => foldTypography(part.normalize('NFC')).toLowerCase()],
  ];
  const letter = /^(?:[a-zé]|\u0301)$/iu;
  const splits = (at: number) => {
    const seen = (side: readonly string[]) => side.filter((point) => point !== '\u00AD');
    const [before, after] = [seen(points.slice(0, at)), seen(points.slice(at))];
    return points[at] === '\u0301' || (letter.test(before.at(-1) ?? ' ') && letter.test(after[0] ?? ' '));
  };
  for (const [tier, fold] of folds) {
    const wanted = fold(words.replace(/^[\s\u00AD]+|[\s\u00AD]+$/gu, ''));
    const places: string[] = [];
    for (let start = 0; start < points.length && wanted !== ''; start += 1) {
      for (let end = start + 1; end <= points.length; end += 1) {
        const part = points.slice(start, end).join('');
        if (/^[\s\u00AD]|[\s\u00AD]$/u.test(part) || fold(part) !== wanted) continue;
        if (!splits(start) && !(end < points.length && splits(end))) places.push(`${start}-${end}`);
      }
    }
    if (places.length > 0) return { tier, places };
  }
  return null;
}

describe('against a look at every stretch', () => {
  const unit = fc.constantFrom(
    'a',
    'b',
    'A',
    'e',
    'e\u0301',
    'é',
    ' ',
    '\n',
    '“',
    '"',
    ' — ',
    '…',
    ',',
    '😀',
    '北',
    '京',
    '\u00ADa',
  );
  const part = (text: string) =>
    fc
      .tuple(fc.nat([...text].length), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => [...text].slice(start, start + length).join(''));
  const changed = (words: string) =>
    fc.constantFrom(
      words,
      words.normalize('NFD'),
      words.replaceAll('“', '"').replaceAll('…', '...'),
      words.replaceAll('\u00AD', '').replaceAll(' — ', '-'),
      words.toUpperCase(),
    );

  it('the same places are found in the same tier', () => {
    fc.assert(
      fc.property(
        fc
          .array(unit, { minLength: 1, maxLength: 14 })
          .map((units) => units.join(''))
          // Of two marks side by side either may be meant.
          .filter((text) => !/[“"—] *[“"—]|— *\n|\n *—/u.test(text))
          .chain((text) =>
            fc.tuple(
              fc.constant(text),
              fc.oneof(part(text).chain(changed), fc.string({ unit, maxLength: 3 })),
            ),
          ),
        ([text, words]) => {
          const wanted = everyPlace(text, words);
          const found = new Aligner(text).candidates({ words }, 100);
          const places = found?.places.map(({ start, end }) => `${start}-${end}`);
          expect(found === null ? null : { tier: found.tier, places }).toEqual(wanted);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
