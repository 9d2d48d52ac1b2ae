import { describe, expect, test } from 'vitest';
import { checkAnnotation } from '../../../../src/ingest/check.ts';
import { faultsOf } from '../../../support/extraction/faults.ts';
import { goldArticles, goldOf } from '../../../support/extraction/gold.ts';
import { documentOfGold } from '../../../support/extraction/gold-document.ts';
import { spansOfMarked } from '../../../support/extraction/marked.ts';

describe('the gold articles', () => {
  const articles = goldArticles();

  test('are thirty', () => {
    expect(articles).toHaveLength(30);
  });

  test.each(articles.map((article) => [article.id, article] as const))(
    '%s makes a document that passes the check, with spans as the guide has them',
    (_, article) => {
      expect(() => checkAnnotation(documentOfGold(article))).not.toThrow();
      expect(faultsOf(article)).toEqual([]);
    },
  );

  test('have every kind of statement, nesting, addressees, silence, both readings, and articles without a statement', () => {
    const statements = articles.flatMap((article) => article.statements);
    const readings = articles.flatMap((article) => article.readings);
    for (const kind of ['DIRECT', 'MIXED', 'INDIRECT']) {
      expect(statements.filter((statement) => statement.kind === kind).length, kind).toBeGreaterThan(5);
    }
    expect(statements.filter(({ within }) => within !== null).length).toBeGreaterThan(8);
    expect(statements.filter(({ addressee }) => addressee?.carried === false).length).toBeGreaterThan(8);
    expect(statements.filter(({ content }) => content.length === 0).length).toBeGreaterThan(3);
    expect(statements.filter(({ speakers }) => speakers.length === 0).length).toBeGreaterThan(4);
    expect(readings.filter(({ of }) => of !== null).length).toBeGreaterThan(8);
    expect(readings.filter(({ of }) => of === null).length).toBeGreaterThan(8);
    expect(articles.filter((article) => article.statements.length === 0).length).toBeGreaterThan(2);
  });
});

describe('an excerpt with marks', () => {
  const text = '“We will see,” Ek told Nordnytt. “Or not.”\n\nEk left.';

  test('gives the spans of its parts', () => {
    const { source, cue, content, addressee } = spansOfMarked(
      text,
      '“⟨We will see,⟩” **Ek** *told* {Nordnytt}. […] “⟨Or not.⟩”',
    );
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => text.slice(start, end));
    expect([source, cue, content, addressee].map(words)).toEqual([
      ['Ek'],
      ['told'],
      ['We will see,', 'Or not.'],
      ['Nordnytt'],
    ]);
  });

  test.each([
    ['Ek', '**Ek**', /more than once/],
    ['words that are not there', '**Berg** *said*', /does not have/],
    ['words in another order', '“⟨Or not.⟩” […] **Ek** told Nord', /before the words/],
    ['a mark without its end', '**Ek told Nordnytt', /not closed/],
    ['an end without its mark', 'We⟩ will', /out of turn/],
  ])('is refused with %s', (_, excerpt, reason) => {
    expect(() => spansOfMarked(text, excerpt)).toThrow(reason);
  });

  test('may only speak of entities and statements that are there', () => {
    const file = {
      about: 'x',
      text: ['Ek left, Berg said.'],
      entities: { PERSON: ['Ek'] },
      readings: [],
      relations: [],
    };
    const statement = { id: 's', kind: 'INDIRECT', acts: ['ASSERT'], says: '⟨Ek left⟩, **Berg** *said*' };
    const gold = (change: object) => () =>
      goldOf('x', { ...file, statements: [{ ...statement, ...change }] });
    expect(gold({ speakers: ['Berg'] })).toThrow(/no entity/);
    expect(gold({ speakers: [], within: 't' })).toThrow(/there is none/);
    expect(gold({ speakers: [], carried: 't' })).toThrow(/there is none/);
    expect(gold({ speakers: [], to: 'Ek' })).toThrow(/no addressee/);
    expect(gold({ speakers: [] })).not.toThrow();
  });
});
