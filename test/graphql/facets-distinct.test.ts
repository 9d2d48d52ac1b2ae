import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { STATEMENT_FACETS } from '../../src/facet/model.ts';
import type { Database } from '../../src/graph/database.ts';
import { MAX_FACET_BUCKETS } from '../../src/graphql/limits.ts';
import { write } from '../graph/queries.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, runs } from '../support/graphql.ts';
import { type Carried, writeCarried } from './carried.ts';
import type { Ids } from './claims.ts';
import { facetOf, withoutCopies } from './counts.ts';
import { holds, type Wanted } from './oracle.ts';
import { filtersOf, inputBy } from './wanted.ts';

const FACETS = `query ($where: StatementFilter, $by: [StatementFacet!]!, $first: Int, $distinct: Boolean) {
  statementFacets(where: $where, by: $by, first: $first, distinct: $distinct) {
    by buckets { value entity { id } count share words wordShare } total other missing words
  }
}`;

const some = (...values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const FILTERS = filtersOf({
  saidBy: some('Ann Ash', 'Bob Beck', 'wire-1 Two officials', 'daily-1 Two officials'),
  publishedBy: some('Wire', 'The Daily', 'Evening Post'),
  article: some('wire-1', 'daily-1', 'blog-1', 'post-1'),
  about: some('Norland', 'The Pact'),
  source: fc.constantFrom('NAMED', 'UNNAMED', 'NONE'),
  kind: some('DIRECT', 'INDIRECT'),
  act: some('ASSERT', 'CRITICIZE', 'DENY'),
  datedBetween: fc.constantFrom('2024-03-01', '2024-03-02', '2024', '2024-01'),
  text: fc.constantFrom('talks', 'oslo failed', 'pact', 'that'),
  depth: fc.integer({ min: 0, max: 1 }),
});

describeEngines('statementFacets of distinct statements', (open) => {
  let db: Database;
  let ids: Ids;
  let all: readonly Carried[];
  beforeAll(async () => {
    db = await open();
    ({ ids, said: all } = await writeCarried(db));
  });

  type Facets = readonly ReturnType<typeof facetOf>[];
  const facets = async (variables: object) =>
    (await answer<{ statementFacets: Facets }>(db, FACETS, { distinct: true, ...variables })).statementFacets;
  /** Names are the business of entities. */
  const expected = (by: (typeof STATEMENT_FACETS)[number], said: readonly Carried[], first: number) => {
    const { buckets, ...rest } = facetOf(ids, by, said, first);
    return { ...rest, buckets: buckets.map((bucket) => ({ ...bucket, entity: byId(bucket.entity) })) };
  };
  const byId = (entity: { readonly id: string } | null) => (entity === null ? null : { id: entity.id });
  const input = (wanted: Wanted) =>
    inputBy(
      {
        entity: (name) => ({ id: ids.entities.get(name) }),
        article: (key) => ({ id: ids.articles.get(key) }),
      },
      wanted,
      0,
    );
  const total = async (where?: object, distinct = true) =>
    (await facets({ by: ['KIND'], where, distinct }))[0]?.total;

  test.each(STATEMENT_FACETS)('%s counts each once, with its words', async (by) => {
    const once = withoutCopies(all);
    expect(once.length).toBeLessThan(all.length);
    for (const first of [MAX_FACET_BUCKETS, 1, 0]) {
      expect(await facets({ by: [by], first })).toEqual([expected(by, once, first)]);
      for (const distinct of [false, null, undefined])
        expect(await facets({ by: [by], first, distinct })).toEqual([expected(by, all, first)]);
    }
  });

  test('counts what random filters find, of copies the earliest that each finds', async () => {
    let merged = 0;
    const by = fc.uniqueArray(fc.constantFrom(...STATEMENT_FACETS), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(FILTERS, by, fc.nat(4), fc.boolean(), async (wanted, chosen, first, distinct) => {
        const found = all.filter((each) => holds(wanted, each));
        const said = distinct ? withoutCopies(found) : found;
        if (said.length < found.length) merged += 1;
        expect(await facets({ where: input(wanted), by: chosen, first, distinct })).toEqual(
          chosen.map((facet) => expected(facet, said, first)),
        );
      }),
      { numRuns: runs(120, 8), seed: 17 },
    );
    expect(merged).toBeGreaterThan(runs(30, 1));
  });

  test.each<[string, Wanted, number, number]>([
    ['of one speaker, also within an article', { saidBy: ['Ann Ash'], text: 'oslo failed' }, 7, 2],
    ['of another speaker', { saidBy: ['Bob Beck'], text: 'oslo failed', depth: 0 }, 3, 2],
    ['of both together, in whatever order, but not of one alone', { text: 'norland go on' }, 4, 2],
    ['of nobody', { source: 'NONE' }, 3, 1],
    ['but not of unnamed sources, whom two articles do not share', { source: 'UNNAMED' }, 2, 2],
    ['but not of fewer than four words', { text: 'talks failed', not: { text: 'oslo' } }, 2, 2],
    ['but not without content', { act: ['DECLINED_TO_COMMENT'] }, 2, 2],
    ['of four words', { text: 'pact is dead' }, 3, 1],
    ['of one outlet', { publishedBy: ['Evening Post'] }, 4, 4],
  ])('merges the same words %s', async (_, wanted, many, once) => {
    expect([await total(input(wanted), false), await total(input(wanted))]).toEqual([many, once]);
  });

  test('counts a statement where it stands first: its office, outlet and month', async () => {
    const where = input({ saidBy: ['Bob Beck'], text: 'pact is dead' });
    // The agency dates it to the year, which begins before the day on which the others have it.
    expect(await facets({ where, by: ['OUTLET', 'POSITION', 'ACT', 'MONTH'] })).toMatchObject([
      { buckets: [{ value: ids.entities.get('Wire'), count: 1, share: 1, wordShare: 1 }], total: 1 },
      { buckets: [], missing: 1, other: 0, total: 1 },
      { buckets: [{ value: 'DENY' }, { value: 'PREDICT' }], total: 1 },
      { buckets: [], missing: 1, total: 1 },
    ]);
  });

  test('adds up to the total where a statement has one value at most', async () => {
    for (const { buckets, other, missing, total: sum } of await facets({
      by: ['KIND', 'MONTH', 'OUTLET', 'POSITION'],
      first: 1,
    }))
      expect(buckets.reduce((all, { count }) => all + count, other + missing)).toBe(sum);
  });

  test('counts nothing where the filter finds nothing', async () => {
    expect(await facets({ where: { depth: 99 }, by: STATEMENT_FACETS })).toEqual(
      STATEMENT_FACETS.map((by) => ({ by, buckets: [], total: 0, other: 0, missing: 0, words: 0 })),
    );
  });

  test('costs one call for all facets, and one for all their words', async () => {
    const source = (fields: string) =>
      `query ($first: Int) { statementFacets(by: [SPEAKER, ABOUT, MONTH], first: $first, distinct: true) { ${fields} } }`;
    const counted = { 'statement.lookedAt': 1, 'facet.distinct.counts': 1 };
    for (const first of [1, 100]) {
      const { calls } = await callsOf(db, source('total buckets { count share }'), { first });
      expect(calls).toEqual(counted);
      const asked = await callsOf(db, source('words buckets { words wordShare }'), { first });
      expect(asked.calls).toEqual({ ...counted, 'facet.distinct.words': 1 });
    }
  });
});

describeEngines('a statement whose speakers are corrected', (open) => {
  test('is a copy of what its speakers said, then and now', async () => {
    const db = await open();
    const { ids } = await writeCarried(db);
    const source = `query ($who: ID!) {
      statementFacets(by: [SPEAKER], distinct: true, where: {text: "oslo failed", depth: 0, saidBy: [{id: $who}]}) {
        total words buckets { count words }
      }
    }`;
    interface Data {
      readonly statementFacets: readonly { readonly total: number }[];
    }
    const who = ids.entities.get('Ann Ash');
    const counts = async () => (await answer<Data>(db, source, { who })).statementFacets[0];
    const two = { total: 2, words: 14, buckets: [{ count: 2, words: 14 }] };
    expect(await counts()).toEqual(two);
    const change = (text: string) =>
      write(db, `MATCH (a:Entity {id: $ann}) MATCH (b:Entity {id: $bob}) ${text}`, {
        ann: ids.entities.get('Ann Ash') ?? '',
        bob: ids.entities.get('Bob Beck') ?? '',
      });
    // As where two records of one speaker are made one: twice the same is once.
    await change(
      "MATCH (s:Statement {kind: 'INDIRECT'})-[:SAID_BY]->(a) CREATE (s)-[:SAID_BY {order: 9}]->(a)",
    );
    expect(await counts()).toEqual(two);
    await change('MATCH (s:Statement)-[way:SAID_BY]->(b) DELETE way CREATE (s)-[:SAID_BY]->(a)');
    // Of Bob's the words that Ann said too are copies now; that Ann said so, only he has.
    expect(await counts()).toEqual({ total: 3, words: 25, buckets: [{ count: 3, words: 25 }] });
  });
});
