import fc from 'fast-check';
import { ENTITY_FACETS, STATEMENT_FACETS } from '../../../src/facet/model.ts';
import {
  INCLUDES,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  STATEMENT_ORDER_NAMES,
} from '../../../src/statement/model.ts';
import type { Wanted } from '../oracle.ts';
import { filtersOf } from '../wanted.ts';
import { type Asked, LIST_FIELDS, type StatementListOf } from './expected.ts';
import type { Graph } from './graphs.ts';
import { DATES, WORDS } from './plans.ts';
import { GROUPS, OUTLETS, SPEAKERS, WORLD_KEYS } from './world.ts';

/* What is asked of a random graph: of things that are in it. */

export interface ListQuestion extends Asked {
  /** Chooses how entities and articles are referred to. */
  readonly way: number;
  readonly size: number;
  readonly backward: boolean;
  /** Rows of the list, modulo its length, that a stretch of it lies between; null for none. */
  readonly after: number | null;
  readonly before: number | null;
}

export interface CountQuestion {
  readonly where: Wanted | null;
  readonly way: number;
  readonly by: readonly (typeof STATEMENT_FACETS)[number][];
  readonly first: number;
  readonly distinct: boolean;
  readonly rowsBy: (typeof ENTITY_FACETS)[number];
  readonly columnsBy: (typeof ENTITY_FACETS)[number];
  readonly rows: number;
  readonly columns: number;
}

const some = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

interface Names {
  readonly articles: readonly string[];
  readonly unnamed: readonly string[];
}

function namesIn({ records }: Graph): Names {
  const articles = [...new Set(records.map(({ article }) => article))];
  const unnamed = records.flatMap(({ document, nameOf }) =>
    (document.entities ?? []).filter(({ type }) => type === 'UNNAMED_SOURCE').map(nameOf),
  );
  return { articles, unnamed: [...new Set(unnamed)] };
}

function filtersFor({ articles, unnamed }: Names): fc.Arbitrary<Wanted> {
  const anybody = some([...WORLD_KEYS, ...unnamed]);
  const speakers = some([...SPEAKERS, ...unnamed]);
  return filtersOf({
    saidBy: fc.oneof(speakers, some(['ann', 'bob', 'carl', 'norland'])),
    saidByGroup: some(GROUPS),
    about: anybody,
    mentions: anybody,
    toldTo: speakers,
    publishedBy: some(OUTLETS),
    article: some(articles),
    source: fc.constantFrom('NAMED', 'UNNAMED', 'NONE'),
    addressee: fc.constantFrom('KNOWN', 'UNKNOWN', 'NONE'),
    kind: some(STATEMENT_KINDS),
    act: some(SPEECH_ACTS),
    cueLemma: some([' Say', 'tell', 'POINT out', 'go on', 'not comment']),
    saidBetween: fc.constantFrom(...DATES),
    publishedBetween: fc.constantFrom(...DATES),
    datedBetween: fc.constantFrom(...DATES),
    recordedBetween: fc.constantFrom('2025-01-01', '2025-01-02/2025-01-03', '2025-01-03/..', '../2025-01'),
    minConfidence: fc.constantFrom(0, 0.25, 0.3, 0.9, 1),
    text: fc.oneof(
      fc.constantFrom('that', 'TALKS', 'tal', 'k1', 'peace, so', 'ecoles', 'better', 'NAÏVE ol'),
      fc.constantFrom(...WORDS.filter((word) => word !== '🙂')),
    ),
    depth: fc.integer({ min: 0, max: 3 }),
  });
}

function listsOf({ articles, unnamed }: Names): fc.Arbitrary<StatementListOf> {
  return fc.oneof(
    { arbitrary: fc.constant({ kind: 'all' } as const), weight: 2 },
    {
      arbitrary: fc.record({
        kind: fc.constantFrom(...LIST_FIELDS),
        of: fc.constantFrom('ann', 'bob', 'carl', 'norland', ...WORLD_KEYS, ...unnamed),
      }),
      weight: 2,
    },
    fc.record({ kind: fc.constant('inArticle' as const), of: fc.constantFrom(...articles) }),
  );
}

export function listQuestions(graph: Graph): fc.Arbitrary<ListQuestion> {
  const names = namesIn(graph);
  const place = fc.option(fc.nat(99), { freq: 2, nil: null });
  return fc.record({
    list: listsOf(names),
    where: fc.option(filtersFor(names), { freq: 4, nil: null }),
    order: fc.option(fc.constantFrom(...STATEMENT_ORDER_NAMES), { nil: null }),
    include: fc.uniqueArray(fc.constantFrom(...INCLUDES)),
    way: fc.nat(11),
    size: fc.integer({ min: 1, max: 8 }),
    backward: fc.boolean(),
    after: place,
    before: place,
  });
}

export function countQuestions(graph: Graph): fc.Arbitrary<CountQuestion> {
  return fc.record({
    where: fc.option(filtersFor(namesIn(graph)), { freq: 2, nil: null }),
    way: fc.nat(11),
    by: some(STATEMENT_FACETS),
    first: fc.nat(6),
    distinct: fc.boolean(),
    rowsBy: fc.constantFrom(...ENTITY_FACETS),
    columnsBy: fc.constantFrom(...ENTITY_FACETS),
    rows: fc.nat(6),
    columns: fc.nat(6),
  });
}

export const mentionQuestions = fc.record({
  kind: fc.constantFrom('entity', 'place', 'article'),
  reading: fc.constantFrom(null, 'LITERAL', 'METONYMIC'),
  size: fc.integer({ min: 1, max: 5 }),
  backward: fc.boolean(),
});

/** When offices are asked for. */
export const asOfQuestions = fc.option(fc.constantFrom(...DATES, '2020', '2021', '2022/..'), {
  freq: 9,
  nil: null,
});
