import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotatedSpan, Annotation } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { understand } from '../../src/ingest/checked.ts';
import { canonicalJson, identityOf } from '../../src/ingest/identity.ts';
import { quoteOf } from '../../src/ingest/quoted.ts';
import { withhold } from '../../src/ingest/withhold.ts';
import { documentsOf } from '../graphql/random/documents.ts';
import { ARTICLES } from '../graphql/random/plans.ts';
import { sampleDocument } from '../support/sample.ts';
import { element, refusalOf } from './refusals.ts';

const KEEPS = fc.constantFrom(0, 1, 3, 8, 20, 60, 1_000);

const documents = ARTICLES(2).map((articles) =>
  documentsOf(articles, [0, 3]).map(({ document }) => document),
);

/** Every stretch of a document with its role. */
function spansOf({ mentions, statements, relations }: Annotation): [string, AnnotatedSpan][] {
  return [
    ...mentions.map((each): [string, AnnotatedSpan] => ['mention', each]),
    ...statements.flatMap(({ kind, source, cue, addressee, content }) => [
      ...[source, cue, addressee].flatMap(({ evidence }) =>
        evidence.map((each): [string, AnnotatedSpan] => ['words', each]),
      ),
      ...content.map((each): [string, AnnotatedSpan] => [kind, each]),
    ]),
    ...relations.flatMap(({ evidence }) =>
      evidence.map((each): [string, AnnotatedSpan] => ['relation', each]),
    ),
  ];
}

describe('a document whose text is withheld', () => {
  test('keeps the rules of the format and is what is kept of it', () => {
    fc.assert(
      fc.property(documents, KEEPS, (all, keep) => {
        for (const input of all) {
          const whole = checkAnnotation(input);
          const document = withhold(whole, keep);
          expect(checkAnnotation(JSON.parse(JSON.stringify(document))).document).toEqual(document);
          expect(identityOf(document)).toEqual(identityOf(whole.document));
          expect(document.article.text).toBeUndefined();
          const { text } = input.article;
          expect(canonicalJson(document)).not.toContain(JSON.stringify(text).slice(1, -1));
          const before = spansOf(whole.document);
          for (const [index, [role, { start, end, exact }]] of spansOf(document).entries()) {
            expect(before[index]?.[1]).toMatchObject({ start, end });
            const isKept = role !== 'INDIRECT' && role !== 'relation' && end - start <= keep;
            expect(exact).toBe(isKept ? before[index]?.[1].exact : undefined);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has its quotes and offsets as they were with the text', () => {
    fc.assert(
      fc.property(documents, KEEPS, (all, keep) => {
        for (const input of all) {
          const whole = checkAnnotation(input);
          const read = understand(withhold(whole, keep));
          for (const [index, statement] of whole.document.statements.entries()) {
            const quote = quoteOf(whole, statement);
            const isKept = quote !== null && quote !== '' && [...quote].length <= keep;
            const now = read.document.statements[index];
            expect(now && quoteOf(read, now)).toBe(isKept ? quote : null);
            for (const { start, end } of statement.content) {
              expect(read.offsets.utf16(start)).toBe(whole.offsets.utf16(start));
              expect(read.offsets.utf16(end)).toBe(whole.offsets.utf16(end));
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is the same whether it is withheld at once or in steps', () => {
    fc.assert(
      fc.property(documents, KEEPS, KEEPS, (all, a, b) => {
        for (const input of all) {
          const whole = checkAnnotation(input);
          const twice = withhold(understand(withhold(whole, a)), b);
          expect(twice).toEqual(withhold(whole, Math.min(a, b)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('without a text', () => {
  const withheld = (change: (document: Annotation) => void) => {
    const document = structuredClone(withhold(checkAnnotation(sampleDocument()), 60));
    change(document);
    return document;
  };
  const reasons = (change: (document: Annotation) => void) =>
    refusalOf(withheld(change)).problems.map(({ pointer, reason }) => `${pointer} ${reason}`);

  test('stretches are checked against its length, and words against their stretch', () => {
    expect(
      reasons((document) => {
        const [city, ek] = [element(document.mentions, 'city'), element(document.mentions, 'ek')];
        city.end = 5_000;
        ek.exact = 'Carl 𝔼k';
      }),
    ).toEqual([
      expect.stringMatching(/^\/mentions\/\d+ cannot end at 5000: the text has \d+ code points$/),
      expect.stringMatching(
        /^\/mentions\/\d+ at \d+ to \d+ stand 7 code points in 7 UTF-16 units, and its words have 7 in 8$/,
      ),
    ]);
  });

  test('nesting, references and the rest are checked as ever', () => {
    expect(
      reasons((document) => {
        const [first, second] = document.statements;
        if (first === undefined || second === undefined) throw new Error('The sample has statements.');
        first.about = ['nobody'];
        second.within = first.id;
      }),
    ).toEqual([
      '/statements/0/about/0 no entity has the id "nobody"',
      expect.stringMatching(/^\/statements\/1\/content\/0 lies outside of the content of/),
      expect.stringMatching(/^\/statements\/1\/content\/1 lies outside of the content of/),
    ]);
  });

  test('positions above U+FFFF ascend and lie in it', () => {
    expect(
      reasons(({ article }) => {
        if (article.withheld !== undefined) article.withheld.astral = [3, 3, 9_999_999];
      }),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/article\/withheld\/astral\/1 is not after the one before it/),
        expect.stringMatching(/^\/article\/withheld\/astral\/2 lies beyond the text/),
      ]),
    );
  });

  test('a paraphrase has no quote', () => {
    expect(
      reasons((document) => {
        const indirect = document.statements.find(({ kind }) => kind === 'INDIRECT');
        if (indirect !== undefined) indirect.quote = 'so';
      }),
    ).toEqual([expect.stringMatching(/^\/statements\/\d+\/quote a paraphrase has none/)]);
  });
});

describe('words of a text that is withheld', () => {
  test('are of Unicode in normal form, as the text was', () => {
    const document = structuredClone(withhold(checkAnnotation(sampleDocument()), 1_000));
    const mention = element(document.mentions, 'ek');
    const direct = document.statements.find(({ kind }) => kind === 'DIRECT');
    if (direct === undefined) throw new Error('The sample has a quotation.');
    const given = mention.exact ?? '';
    const at = document.mentions.indexOf(mention);
    const quoteAt = document.statements.indexOf(direct);
    // As many code points and units as the words have.
    for (const [words, quote] of [
      [`${given.slice(0, -1)}\ud800`, 'We\udc00'],
      [`${given.slice(0, -2)}e\u0301`, 'We\u212b'],
    ]) {
      Object.assign(mention, { exact: words });
      Object.assign(direct, { quote });
      expect(refusalOf(document).problems.map(({ pointer }) => pointer)).toEqual([
        `/mentions/${at}/exact`,
        `/statements/${quoteAt}/quote`,
      ]);
    }
    Object.assign(mention, { exact: given });
    direct.quote = `a${'\u0301'.repeat(500)}`;
    expect(refusalOf(document).problems).toMatchObject([{ pointer: `/statements/${quoteAt}/quote` }]);
  });
});

describe('with a text', () => {
  test('words cannot be left out, and quotes are read from it', () => {
    const document = structuredClone(checkAnnotation(sampleDocument()).document);
    delete element(document.mentions, 'ek').exact;
    const direct = document.statements.find(({ kind }) => kind === 'DIRECT');
    if (direct === undefined) throw new Error('The sample has a quotation.');
    direct.quote = 'We are ready';
    expect(refusalOf(document).problems.map(({ pointer }) => pointer)).toEqual([
      expect.stringMatching(/^\/mentions\/\d+\/exact$/),
      expect.stringMatching(/^\/statements\/\d+\/quote$/),
    ]);
  });

  test('nothing stands in its place, and something must be there', () => {
    const { article } = withhold(checkAnnotation(sampleDocument()), 60);
    const both = { ...sampleDocument(), article: { ...article, text: sampleDocument().article.text } };
    expect(refusalOf(both).problems).toContainEqual({
      pointer: '/article/withheld',
      reason: expect.stringContaining('there is one: remove it'),
    });
    const { withheld: _, ...neither } = article;
    expect(refusalOf({ ...sampleDocument(), article: neither }).problems).toEqual([
      { pointer: '/article/text', reason: 'is missing: give the whole text' },
    ]);
  });
});
