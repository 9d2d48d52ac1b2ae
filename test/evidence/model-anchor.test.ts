import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anchorEvidence, type EvidenceAnchor } from '../../src/evidence/model-anchor.ts';
import { foldTypography, foldWords } from '../../src/text/fold.ts';
import { OffsetText } from '../../src/text/offsets.ts';
import { MIN_SHARE } from '../../src/text/relocate.ts';
import { at, spanOf, type Words } from '../support/documents.ts';
import { editedTexts } from './edits.ts';

/** The anchor of words of a text in another: whole words, or any that are given with their place in code points. */
function anchored(
  before: string,
  after: string,
  words: Words | { readonly start: number; readonly end: number },
) {
  const { start, end } = typeof words === 'string' || 'words' in words ? spanOf(before, words) : words;
  const [anchor] = anchorEvidence(before, after, [{ id: 'evi', start, end }]);
  if (anchor === undefined) throw new Error('no anchor');
  return anchor;
}

const shown = ({ verdict, start, exact }: EvidenceAnchor) => [verdict, start, exact];

/** How many words two lists have in common in the same order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      const skipped = Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(word === other ? (row[index] ?? 0) + 1 : skipped);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What each verdict promises, whatever the texts are. */
function expectSound(before: string, after: string, spans: readonly { start: number; end: number }[]): void {
  const [earlier, later] = [new OffsetText(before), new OffsetText(after)];
  const anchors = anchorEvidence(
    before,
    after,
    spans.map((span, index) => ({ id: `${index}`, ...span })),
  );
  expect(anchors.map(({ evidenceId }) => evidenceId)).toEqual(spans.map((_, index) => `${index}`));
  for (const [index, anchor] of anchors.entries()) {
    const { start, end } = spans[index] ?? { start: 0, end: 0 };
    const words = earlier.slice(start, end);
    if (anchor.verdict === 'NOT_FOUND') {
      expect(anchor).toMatchObject({ start: null, end: null, startUtf16: null, endUtf16: null, exact: null });
      continue;
    }
    expect(anchor.start).toBeLessThan(anchor.end);
    expect(later.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    expect(after.slice(anchor.startUtf16, anchor.endUtf16)).toBe(anchor.exact);
    const same = anchor.exact === words;
    const alike = foldTypography(anchor.exact) === foldTypography(words);
    if (anchor.verdict === 'EXACT') expect([same, anchor.start]).toEqual([true, start]);
    else if (anchor.verdict === 'MOVED') expect([same, anchor.start === start]).toEqual([true, false]);
    else if (anchor.verdict === 'NORMALIZED') expect([same, alike]).toEqual([false, true]);
    else expect(alike).toBe(false);
  }
}

describe('evidence of an earlier text in a later one', () => {
  const before =
    'Anna Berg said: “The talks went well.” Carl Ek, too, said that the talks went well, and left.';

  test.each<readonly [string, string, Words, unknown[]]>([
    ['is EXACT in its place', `${before} Ek is back.`, 'Carl Ek', ['EXACT', 39, 'Carl Ek']],
    ['is MOVED behind what is new', `Updated. ${before}`, 'Carl Ek', ['MOVED', 48, 'Carl Ek']],
    [
      'is MOVED with its sentence',
      'Carl Ek, too, said that the talks went well, and left. Anna Berg said: “The talks went well.”',
      at('said', 2),
      ['MOVED', 14, 'said'],
    ],
    [
      'is NORMALIZED in other typography',
      before.replace('“The talks', '« The\u00A0talks').replace('well.”', 'well. »'),
      '“The talks went well.”',
      ['NORMALIZED', 16, '« The\u00A0talks went well. »'],
    ],
    [
      'is ALTERED with other words among its own',
      before.replace('the talks went well,', 'the long talks did not go well,'),
      'that the talks went well',
      ['ALTERED', 58, 'that the long talks did not go well'],
    ],
    [
      'is ALTERED with other words at its ends',
      before.replace('that the talks went well,', 'how the talks went badly,'),
      'that the talks went well',
      ['ALTERED', 58, 'how the talks went badly'],
    ],
    [
      'is ALTERED in other punctuation',
      before.replace('well.”', 'well!”'),
      'The talks went well.',
      ['ALTERED', 17, 'The talks went well!'],
    ],
    ['is ALTERED in another case', before.replace('Carl', 'CARL'), 'Carl Ek', ['ALTERED', 39, 'CARL Ek']],
    [
      'is NOT_FOUND when it is gone, though others have the same words',
      'Anna Berg said: “The talks went well.”',
      at('said', 2),
      ['NOT_FOUND', null, null],
    ],
    [
      'is NOT_FOUND when most of it is other words',
      before.replace('that the talks went well,', 'nothing about the outcome at all'),
      'that the talks went well',
      ['NOT_FOUND', null, null],
    ],
    ['is NOT_FOUND in a text of other words', 'Oslund is a town.', 'Carl Ek', ['NOT_FOUND', null, null]],
    ['is NOT_FOUND in a text without words', '…', 'Carl Ek', ['NOT_FOUND', null, null]],
  ])('%s', (_what, after, words, expected) => {
    expect(shown(anchored(before, after, words))).toEqual(expected);
  });

  test.each<readonly [string, string, string, Parameters<typeof anchored>[2], unknown[]]>([
    [
      'of which a sentence before begins alike',
      'He will go home.',
      'He will stay. He will go home.',
      'He',
      ['MOVED', 14, 'He'],
    ],
    [
      'of which a sentence before is gone that begins alike',
      'He will stay. He will go home.',
      'He will go home.',
      at('He', 2),
      ['MOVED', 0, 'He'],
    ],
    ['that is said once more', 'Yes. Yes. No.', 'Yes. Yes. Yes. No.', at('Yes', 2), ['EXACT', 5, 'Yes']],
    [
      'beside which is what was beside it',
      'One is here. He agreed. Two is there. He agreed. Three is near.',
      'Two is there. He agreed. New is this. He agreed. Three is near. One is here.',
      at('He agreed', 2),
      ['MOVED', 14, 'He agreed'],
    ],
    [
      'in a part of a sentence that was moved',
      'On Monday Berg said that Norland would sign, and left. Ek came.',
      'Ek came. Later Berg said that Norland would sign again.',
      'Norland would sign',
      ['MOVED', 30, 'Norland would sign'],
    ],
    [
      'inside of a word',
      'Norland left. Norlanders came.',
      'Norlanders came. Norland left.',
      { start: 14, end: 21 },
      ['MOVED', 0, 'Norland'],
    ],
    [
      'in a language without spaces',
      '总统表示，谈判进展顺利。大家离开了。',
      '大家离开了。昨天，总统表示，谈判进展顺利。',
      { start: 5, end: 9 },
      ['MOVED', 14, '谈判进展'],
    ],
    [
      'of symbols only',
      'Berg wrote 👍👍 to Ek.',
      'In a note Berg wrote 👍👍 to Ek.',
      '👍👍',
      ['MOVED', 21, '👍👍'],
    ],
    ['of punctuation only', 'Berg: … Ek: no.', 'To all, Berg: … Ek: no.', '…', ['MOVED', 14, '…']],
    ['of punctuation beside what is gone', 'Berg: …', 'Norland', '…', ['NOT_FOUND', null, null]],
    ['of punctuation that is gone', 'Berg: … Ek: no.', 'Berg: Ek: no.', '…', ['NOT_FOUND', null, null]],
    [
      'of few words in a sentence about something else',
      'Berg said the talks had gone well.',
      'Ek said nothing.',
      'said',
      ['NOT_FOUND', null, null],
    ],
    [
      'that stands by itself in a sentence about something else',
      '“Yes,” Berg answered on the way.',
      'Asked by reporters in Oslund whether Norland would sign, she was brief: “Yes.”',
      'Yes',
      ['MOVED', 73, 'Yes'],
    ],
  ])('is found at the one place of words %s', (_what, earlier, later, words, expected) => {
    expect(shown(anchored(earlier, later, words))).toEqual(expected);
  });

  it('is EXACT in the same text, each of the same words in its own place', () => {
    fc.assert(
      fc.property(editedTexts, ({ before: text, untouched }) => {
        const anchors = anchorEvidence(
          text,
          text,
          untouched.map(({ start, text: words }) => ({ id: 'e', start, end: start + [...words].length })),
        );
        for (const [index, anchor] of anchors.entries()) {
          expect(shown(anchor)).toEqual(['EXACT', untouched[index]?.start, untouched[index]?.text]);
        }
      }),
    );
  });

  it('is where it is in sentences that no edit touched, or that were moved as a whole', () => {
    fc.assert(
      fc.property(editedTexts, fc.nat(), fc.nat(), ({ before: earlier, after: later, untouched }, a, b) => {
        const known = untouched.filter(({ repeated, inContext }) => !repeated || inContext);
        const spans = known.map(({ text, start, newStart }) => {
          const length = [...text].length;
          const from = a % length;
          const to = from + 1 + (b % (length - from));
          return {
            whole: { start, end: start + length },
            part: { start: start + from, end: start + to },
            newStart,
            from,
          };
        });
        const anchorsOf = (places: readonly { start: number; end: number }[]) =>
          anchorEvidence(
            earlier,
            later,
            places.map((place) => ({ id: 'e', ...place })),
          );
        const wholes = anchorsOf(spans.map(({ whole }) => whole));
        expect(wholes.map(({ start }) => start)).toEqual(spans.map(({ newStart }) => newStart));
        const words = new OffsetText(earlier);
        const parts = spans.filter(({ part }) => /[\p{L}\p{N}]/u.test(words.slice(part.start, part.end)));
        const found = anchorsOf(parts.map(({ part }) => part));
        expect(found.map(({ start }) => start)).toEqual(parts.map(({ newStart, from }) => newStart + from));
        for (const { verdict } of [...wholes, ...found]) expect(['EXACT', 'MOVED']).toContain(verdict);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of the same words goes to as many places as there are in both, and no two to one', () => {
    fc.assert(
      fc.property(editedTexts, ({ before: earlier, after: later, untouched }) => {
        for (const text of new Set(untouched.filter(({ repeated }) => repeated).map((each) => each.text))) {
          const [were, are] = [placesOf(earlier, text), placesOf(later, text)];
          const length = [...text].length;
          const anchors = anchorEvidence(
            earlier,
            later,
            were.map((start) => ({ id: 'e', start, end: start + length })),
          );
          const places = anchors.filter(({ exact }) => exact === text).map(({ start }) => start);
          expect(new Set(places).size).toBe(places.length);
          expect(places).toHaveLength(Math.min(were.length, are.length));
          expect(are).toEqual(expect.arrayContaining(places));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has what its verdict promises, in texts of any kind', () => {
    const texts = fc.oneof(
      editedTexts.map(({ before: earlier, after: later }) => [earlier, later] as const),
      fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })),
      fc.tuple(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '“', "'", '—', '👍'), minLength: 1 }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '"', '’', '-', '👍') }),
      ),
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
        ([earlier, later], places) => {
          const length = [...earlier].length;
          const spans = places.map(([a, b]) => {
            const start = a % length;
            return { start, end: start + 1 + (b % (length - start)) };
          });
          expectSound(earlier, later, spans);
        },
      ),
      { numRuns: 2_000, examples: [[['a', ''], [[0, 0]]]] },
    );
  });

  it('is ALTERED only with a good part of its words, in their order', () => {
    fc.assert(
      fc.property(editedTexts, fc.nat(), fc.nat(), ({ before: earlier, after: later }, a, b) => {
        const words = new OffsetText(earlier);
        const start = a % words.length;
        const end = Math.min(words.length, start + 10 + (b % 100));
        const [anchor] = anchorEvidence(earlier, later, [{ id: 'e', start, end }]);
        if (anchor?.verdict !== 'ALTERED') return;
        // Cut words and all: the alignment counts a word of which the stretch has a part.
        const whole = wordsAround(earlier, start, end);
        const common = inOrder(whole, wordsAround(later, anchor.start, anchor.end));
        expect(common).toBeGreaterThanOrEqual(whole.length * MIN_SHARE);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is looked for in long texts, whether they have much in common or nothing', () => {
    const [one, two] = ['one '.repeat(250_000), 'two '.repeat(250_000)];
    expect(anchorEvidence(one, two, [{ id: 'e', start: 8, end: 11 }])[0]?.verdict).toBe('NOT_FOUND');
    const words = (from: number) =>
      Array.from({ length: 150_000 }, (_, index) => `w${(index * 7919) % 4001}x${from}`);
    const text = (list: readonly string[]) =>
      list.map((word, at) => (at % 12 === 11 ? `${word}.` : word)).join(' ');
    const [these, others] = [words(1), words(2)];
    const before = text(these);
    const [start, end] = [before.indexOf('w', 100_000), before.indexOf(' ', 100_050)];
    const evidence = [{ id: 'e', start, end }];
    expect(anchorEvidence(before, text(others), evidence)[0]?.verdict).toBe('NOT_FOUND');
    expect(anchorEvidence(before, `${text(others)} ${before}`, evidence)[0]?.verdict).toBe('MOVED');
    expect(anchorEvidence(before, text(these.toReversed()), evidence)[0]?.verdict).toBe('NOT_FOUND');
    expect(
      anchorEvidence('a '.repeat(60_000), `b ${'a '.repeat(59_999)}`, [{ id: 'e', start: 9, end: 12 }]),
    ).toMatchObject([{ exact: ' a ' }]);
  });
});

/** Where a sentence stands in a text, in code points. */
function placesOf(text: string, sentence: string): number[] {
  const found = new OffsetText(text).find(sentence, 1_000);
  const points = [...text];
  return found.filter((place) => place === 0 || /\s/u.test(points[place - 1] ?? ''));
}

/** The words that a stretch has a part of, symbols among them. */
function wordsAround(text: string, start: number, end: number): string[] {
  const points = [...text];
  const isWord = (point: string | undefined) => /[\p{L}\p{M}\p{N}]/u.test(point ?? '');
  let [first, last] = [start, end];
  while (first > 0 && isWord(points[first]) && isWord(points[first - 1])) first -= 1;
  while (last < points.length && isWord(points[last - 1]) && isWord(points[last])) last += 1;
  return foldWords(points.slice(first, last).join('').replaceAll('👍', 'thumb'));
}
