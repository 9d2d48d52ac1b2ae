import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AnnotationInput, annotationSchema } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { identityOf } from '../../src/ingest/identity.ts';
import { inNormalForm } from '../../src/ingest/normal-form.ts';
import { foldName } from '../../src/text/fold.ts';
import { MAX_MARKS, NormalizedText } from '../../src/text/normalize.ts';
import { documentOf } from '../support/documents.ts';
import { accentedSample, inForm, type NormalForm } from '../support/normal-form.ts';
import { pointersOf, refusalOf } from './refusals.ts';

function withMention(text: string, start: number, end: number, exact: string): AnnotationInput {
  return {
    ...documentOf({ text }),
    mentions: [{ id: 'm', kind: 'NAME', start, end, exact, entities: [] }],
  };
}

describe('a document in another normal form', () => {
  test.each<[NormalForm, NormalForm]>([
    ['NFD', 'NFD'],
    ['NFD', 'NFC'],
    ['NFC', 'NFD'],
  ])('is kept as it is in NFC: text in %s, words in %s', (form, exact) => {
    const document = accentedSample();
    const given = inForm(document, form, exact);
    expect(given).not.toEqual(document);
    const [checked, other] = [checkAnnotation(document), checkAnnotation(given)];
    expect(other.document).toEqual(checked.document);
    expect(identityOf(other.document)).toEqual(identityOf(checked.document));
    expect(other.text?.text).toBe(document.article.text);
    expect(other.index.mentions.get('berg')?.item).toEqual(checked.index.mentions.get('berg')?.item);
  });

  it('has the words of any span at its offsets, whatever form each of them is in', () => {
    const part = fc
      .constantFrom(
        'a',
        ' ',
        'é',
        'ệ',
        'q\u0323',
        'Å',
        '\u212B',
        '각',
        '👍',
        '👨‍👩‍👧',
        'שָׁלוֹם',
        '\r\n',
        '\u00A0',
        '\u0958',
        '中',
      )
      .chain((text) => fc.constantFrom(text, text.normalize('NFC'), text.normalize('NFD')));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('NFC', 'NFD', null),
        (parts, a, b, form) => {
          const from = a % parts.length;
          const to = from + 1 + (b % (parts.length - from));
          const [before, words] = [parts.slice(0, from).join(''), parts.slice(from, to).join('')];
          const start = [...before].length;
          const exact = form === null ? words : words.normalize(form);
          const given = withMention(parts.join(''), start, start + [...words].length, exact);
          const { document } = checkAnnotation(given);
          const [mention] = document.mentions;
          expect(document.article.text).toBe(parts.join('').normalize('NFC'));
          expect(mention?.exact).toBe(words.normalize('NFC'));
          expect(mention?.start).toBe([...before.normalize('NFC')].length);
          const points = [...(document.article.text ?? '')];
          expect(points.slice(mention?.start, mention?.end).join('')).toBe(mention?.exact);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused where a span starts or ends inside of what NFC takes together', () => {
    // x, e with two marks, k; then a letter whose mark stays.
    const text = 'xe\u0302\u0323kq\u0323';
    const problems = (start: number, end: number) =>
      refusalOf(withMention(text, start, end, [...text].slice(start, end).join(''))).problems;
    expect(problems(1, 4)).toEqual([]);
    expect(problems(1, 6)).toEqual([]);
    expect(problems(0, 2)).toEqual([
      {
        pointer: '/mentions/0',
        reason: expect.stringMatching(/^ends at 2, inside of .* \(1 to 4\).* put it to 1 or 4$/u),
      },
    ]);
    expect(problems(3, 5)).toMatchObject([{ reason: expect.stringMatching(/^starts at 3, inside of /u) }]);
    expect(problems(2, 3)).toHaveLength(2);
    // The same words as those of the letter that is all of it in NFC.
    expect(refusalOf(withMention('e\u0301', 0, 1, 'é')).mismatches).toEqual(['/mentions/0']);
  });

  it('is refused with places in the text as it is given', () => {
    const document = inForm(accentedSample(), 'NFD');
    const shifted = document.mentions?.map((mention) => {
      return mention.id === 'ek' ? { ...mention, start: mention.start + 1, end: mention.end + 1 } : mention;
    });
    const { problems, nearest } = refusalOf({ ...document, mentions: shifted });
    const ek = document.mentions?.find(({ id }) => id === 'ek');
    expect(problems).toMatchObject([{ pointer: '/mentions/8' }]);
    expect(nearest?.[0]).toEqual({
      pointer: '/mentions/8',
      start: ek?.start,
      end: ek?.end,
      exact: ek?.exact,
    });
    expect(problems[0]?.reason).toContain(`stands at ${ek?.start} to ${ek?.end}`);
    const points = [...(document.article.text ?? '')];
    for (const hit of nearest ?? []) expect(points.slice(hit.start, hit.end).join('')).toBe(hit.exact);
  });

  it('shows nearest places by the words in either form, whole characters only', () => {
    const text = 'Zoe\u0308 met q\u0307\u0323 and Zoë.';
    expect(refusalOf(withMention(text, 1, 4, 'Zoë')).nearest).toEqual([
      { pointer: '/mentions/0', start: 0, end: 4, exact: 'Zoe\u0308' },
      { pointer: '/mentions/0', start: 17, end: 20, exact: 'Zoë' },
    ]);
    expect(refusalOf(withMention(text, 1, 2, '\u0307')).nearest).toEqual([]);
  });
});

describe('a document in normal form', () => {
  it('is not copied', () => {
    const document = annotationSchema.parse(accentedSample());
    expect(inNormalForm(document, new NormalizedText(document.article.text ?? ''))).toBe(document);
  });

  it('keeps line ends and spaces of every kind', () => {
    const words = 'a\r\nb\u00A0c\td\u2009e\u200B';
    const { document } = checkAnnotation(withMention(words, 0, [...words].length, words));
    expect(document.article.text).toBe(words);
  });
});

test('names in two spellings are one', () => {
  const document = documentOf({
    text: 'x',
    title: 'Zoe\u0308',
    key: 'cle\u0301',
    entities: { zoe: { type: 'PERSON', name: 'Zo\u00EB', aliases: ['Zoe\u0308', 'A\u030A', '\u212B'] } },
    statements: {
      said: {
        acts: ['NO_RESPONSE'],
        by: 'zoe',
        cue: 'x',
        lemma: 'De\u0301crire',
        told: 'x',
        toldAs: 'cafe\u0301',
      },
    },
  });
  const { article, entities, statements } = checkAnnotation(document).document;
  expect([article.title, article.key]).toEqual(['Zo\u00EB', 'cl\u00E9']);
  expect(new Set([entities[0]?.name, ...(entities[0]?.aliases ?? [])])).toEqual(
    new Set(['Zo\u00EB', '\u00C5']),
  );
  expect([statements[0]?.cue.lemma, statements[0]?.addressee.text]).toEqual(['d\u00E9crire', 'caf\u00E9']);
  expect(foldName('Zoe\u0308')).toBe(foldName('Zo\u00EB'));
});

test('what is too long in normal form, or has too many marks in a row, is refused', () => {
  expect(pointersOf(documentOf({ text: '\u0958'.repeat(500_001) }))).toEqual(['/article/text']);
  expect(pointersOf(documentOf({ text: `x${'\u0958'.repeat(499_999)}` }))).toEqual([]);
  const marks = '\u0301'.repeat(MAX_MARKS);
  expect(pointersOf(withMention(`e${marks}`, 0, MAX_MARKS + 1, `e${marks}`))).toEqual([]);
  expect(pointersOf(withMention(`e${marks}\u0301`, 0, 1, `e${marks}\u0301`))).toEqual([
    '/article/text',
    '/mentions/0/exact',
  ]);
  expect(pointersOf(documentOf({ text: 'x', title: 'e'.repeat(2_001) }))).toEqual(['/article/title']);
});
