import { expect, test } from 'vitest';
import { corpus, DEFAULTS } from '../../bench/corpus.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';

const OPTIONS = { ...DEFAULTS, articles: 60, edited: 0.2 };

test('documents of made-up news pass the check, and are like news', () => {
  const documents = [...corpus(OPTIONS)].map((document) => checkAnnotation(document).document);
  const all = <T>(items: (document: (typeof documents)[number]) => readonly T[]) => documents.flatMap(items);
  const mean = (count: number) => count / documents.length;
  expect(mean(all(({ statements }) => statements).length)).toBe(24);
  expect(Math.abs(mean(all(({ mentions }) => mentions).length) - 100)).toBeLessThan(20);
  expect(Math.abs(mean(all(({ article: { text = '' } }) => [...text]).length) - 5_000)).toBeLessThan(500);
  const statements = all((document) => document.statements);
  for (const kind of ['DIRECT', 'INDIRECT', 'MIXED'] as const) {
    expect(statements.filter((each) => each.kind === kind).length).toBeGreaterThan(documents.length);
  }
  expect(statements.some(({ content }) => content.length > 1)).toBe(true);
  expect(statements.some(({ within }) => within !== null)).toBe(true);
  expect(statements.some(({ addressee }) => addressee.carried)).toBe(true);
  expect(all(({ mentions }) => mentions).some(({ reading }) => reading === 'METONYMIC')).toBe(true);
  expect(all(({ entities }) => entities).some(({ type }) => type === 'UNNAMED_SOURCE')).toBe(true);
  expect(all(({ relations }) => relations).some(({ evidence }) => evidence.length > 0)).toBe(true);
  expect(documents.some(({ article: { text = '' } }) => [...text].length < text.length)).toBe(true);
});

test('some names are those of several people', () => {
  const people = new Map<string, string>();
  for (const { entities = [] } of corpus({ ...OPTIONS, people: 100 })) {
    for (const { type, id, name } of entities) if (type === 'PERSON') people.set(id, name);
  }
  expect(new Set(people.values()).size).toBeLessThan(people.size);
});

test('the same seed makes the same articles, however many there are, and an edited one is a later text of the same', () => {
  const few = [...corpus({ ...OPTIONS, articles: 20, edited: 0 })];
  const many = [...corpus(OPTIONS)];
  const firsts = many.filter(({ article }) => !article.title?.endsWith('updated'));
  expect(firsts).toHaveLength(OPTIONS.articles);
  expect(firsts.slice(0, few.length)).toEqual(few);
  expect([...corpus({ ...OPTIONS, seed: 2 })][0]?.article.text).not.toBe(few[0]?.article.text);
  const edited = many.filter((document) => !firsts.includes(document));
  expect(edited.length).toBeGreaterThan(0);
  for (const { article } of edited) {
    const first = firsts.find((other) => other.article.key === article.key)?.article;
    expect(first?.text).not.toBe(article.text);
    expect(Date.parse(article.retrievedAt ?? '')).toBeGreaterThan(Date.parse(first?.retrievedAt ?? ''));
  }
});
