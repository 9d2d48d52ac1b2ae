import fc from 'fast-check';
import { type Ids, SHA256, URLS } from './claims.ts';
import type { Wanted } from './oracle.ts';

/* Filters as the API takes them, and random ones. */

export const ENTITY_FIELDS = ['saidBy', 'saidByGroup', 'about', 'mentions', 'toldTo', 'publishedBy'] as const;
const QIDS: Readonly<Record<string, string>> = { 'Carl Dörn': 'Q900001', Norland: 'Q900002' };

/** How the API is told which entity or article a name of the oracle stands for; `way` chooses among id, QID, name and so on. */
export interface Referring {
  entity(name: string, way: number): object;
  /** `all` are to be found together: what means several articles may be used where it means no others. */
  article(key: string, way: number, all: readonly string[]): object;
}

/** The API's form of a filter. */
export function inputBy(
  referring: Referring,
  { and, or, not, article, ...fields }: Wanted,
  way: number,
): object {
  const references = ENTITY_FIELDS.flatMap((field) => {
    const names = fields[field];
    return names === undefined ? [] : [[field, names.map((name, at) => referring.entity(name, way + at))]];
  });
  return {
    ...fields,
    ...Object.fromEntries(references),
    ...(article && { article: article.map((key, at) => referring.article(key, way + at, article)) }),
    ...(and && { and: and.map((part) => inputBy(referring, part, way)) }),
    ...(or && { or: or.map((part) => inputBy(referring, part, way)) }),
    ...(not && { not: inputBy(referring, not, way) }),
  };
}

/** The same for the articles of `claims.ts`. */
export function inputOf(ids: Ids, wanted: Wanted, way = 0): object {
  const referring = {
    entity: (name: string, nameWay: number) => entityReference(ids, name, nameWay),
    article: (key: string, keyWay: number) => articleReference(ids, key, keyWay),
  };
  return inputBy(referring, wanted, way);
}

function entityReference(ids: Ids, name: string, way: number): object {
  const qid = QIDS[name];
  if (way % 4 === 1) return { id: ids.entities.get(name) };
  if (way % 4 === 2 && qid !== undefined) return { qid };
  return { name: way % 4 === 3 ? ` ${name.toUpperCase()} `.replace('Ö', 'O') : name };
}

function articleReference(ids: Ids, key: string, way: number): object {
  const url = URLS[key];
  if (way % 3 === 1 && url !== undefined) return { url };
  return way % 3 === 2 ? { sha256: SHA256[key] } : { id: ids.articles.get(key) };
}

const some = <T>(...values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const names = some(
  'Ann Ash',
  'Bob Beck',
  'Carl Dörn',
  'Dora Dean',
  'Norland',
  'The Pact',
  'The Daily',
  'Evening Post',
  'The Committee',
);
export const DATES = fc.constantFrom(
  '2023',
  '2024',
  '2024-02',
  '2024-03',
  '2024-03-05',
  '2024-03-10',
  '2024-02-16/2024-03-04',
  '2024-03-31/..',
  '../2024-02-29',
);

const FIELDS = {
  saidBy: names,
  saidByGroup: some('Norland', 'The Senate', 'The Committee', 'The Guild'),
  about: names,
  mentions: names,
  toldTo: names,
  publishedBy: names,
  article: some('daily-1', 'letter-1', 'post-1', 'weekly-1'),
  source: fc.constantFrom('NAMED', 'UNNAMED', 'NONE'),
  addressee: fc.constantFrom('KNOWN', 'UNKNOWN', 'NONE'),
  kind: some('DIRECT', 'INDIRECT', 'MIXED'),
  act: some('ASSERT', 'CRITICIZE', 'PREDICT', 'ASK', 'PROMISE', 'DENY', 'DECLINED_TO_COMMENT'),
  cueLemma: some('say', ' Tell', 'NOT comment', 'recall'),
  saidBetween: DATES,
  publishedBetween: DATES,
  datedBetween: DATES,
  recordedBetween: fc.constantFrom('2025-01-01', '2025-01', '2025-01-31/..', '../2025-01-02', '2024'),
  minConfidence: fc.constantFrom(0, 0.4, 0.5, 0.75, 0.8, 1),
  text: fc.constantFrom('that', 'THAT norland', 'ecoles', 'is', 'fell rose', 'bob “beck”'),
  depth: fc.integer({ min: 0, max: 2 }),
} as const;

/** Filters of these fields, by field: one at a time is likeliest, since all of several rarely hold. */
export function filtersOf(
  fields: Readonly<Partial<Record<keyof Wanted, fc.Arbitrary<unknown>>>>,
): fc.Arbitrary<Wanted> {
  const one = fc
    .constantFrom(...Object.entries(fields))
    .chain(([field, values]) => fc.record({ [field]: values }) as fc.Arbitrary<Wanted>);
  return fc.letrec<{ filter: Wanted }>((tie) => {
    const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
    return {
      filter: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        one,
        fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })),
        fc.record({ and: parts }),
        fc.record({ or: parts }),
        fc.record({ not: tie('filter') }),
        fc.tuple(one, tie('filter'), parts).map(([field, not, or]) => ({ ...field, not, or })),
      ),
    };
  }).filter;
}

export const FILTERS = filtersOf(FIELDS);
