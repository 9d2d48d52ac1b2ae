import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { STATEMENT_FACETS } from '../../src/facet/model.ts';
import type { Database } from '../../src/graph/database.ts';
import { MAX_FACET_BUCKETS } from '../../src/graphql/limits.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, failureOf, runs } from '../support/graphql.ts';
import { type Ids, WITHDRAWN, writeClaims } from './claims.ts';
import { bucketsOf, facetOf } from './counts.ts';
import { holds, type Wanted } from './oracle.ts';
import { SAID } from './said.ts';
import { FILTERS, inputOf } from './wanted.ts';

const FACETS = `query ($where: StatementFilter, $by: [StatementFacet!]!, $first: Int) {
  statementFacets(where: $where, by: $by, first: $first) {
    by buckets { value entity { id name } count share words wordShare } total other missing words
  }
  statements(where: $where, first: 0) { totalCount }
}`;

describeEngines('statementFacets', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  interface Data {
    readonly statementFacets: readonly ReturnType<typeof facetOf>[];
    readonly statements: { readonly totalCount: number };
  }
  const facets = (variables: object) => answer<Data>(db, FACETS, { ...variables });
  const said = (wanted: Wanted) => SAID.filter((each) => holds(wanted, each));

  test.each(STATEMENT_FACETS)('%s counts what the documents say', async (by) => {
    for (const first of [MAX_FACET_BUCKETS, 2, 0]) {
      const { statementFacets, statements } = await facets({ by: [by], first });
      expect(statementFacets).toEqual([facetOf(ids, by, SAID, first)]);
      expect(statements.totalCount).toBe(SAID.length);
    }
    expect(bucketsOf(ids, by, SAID).length).toBeGreaterThan(1);
  });

  test('counts what random filters find', async () => {
    const some = fc.uniqueArray(fc.constantFrom(...STATEMENT_FACETS), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(FILTERS, some, fc.nat(6), fc.nat(11), async (wanted, by, first, way) => {
        const { statementFacets, statements } = await facets({ where: inputOf(ids, wanted, way), by, first });
        expect(statementFacets).toEqual(by.map((facet) => facetOf(ids, facet, said(wanted), first)));
        for (const { total } of statementFacets) expect(total).toBe(statements.totalCount);
      }),
      { numRuns: runs(60, 6), seed: 11 },
    );
  });

  test('adds up to the total where a statement has one value at most', async () => {
    const { statementFacets } = await facets({ by: ['KIND', 'MONTH', 'OUTLET', 'POSITION'], first: 1 });
    expect(statementFacets).toHaveLength(4);
    for (const { buckets, other, missing, total } of statementFacets) {
      expect(buckets.reduce((sum, { count }) => sum + count, other + missing)).toBe(total);
      expect(other).toBeGreaterThan(0);
    }
    expect(statementFacets.map(({ missing }) => missing > 0)).toEqual([false, true, true, true]);
  });

  test('leaves out what is withdrawn or superseded', async () => {
    const source = `query ($include: [Include!]) {
      statements(where: {saidBy: [{name: "Dora Dean"}]}, include: $include) { nodes { content } }
    }`;
    interface Listed {
      readonly statements: { readonly nodes: readonly { readonly content: string }[] };
    }
    const include = ['WITHDRAWN', 'SUPERSEDED'];
    const { statements } = await answer<Listed>(db, source, { include });
    const contents = statements.nodes.map(({ content }) => content).toSorted();
    expect(contents).toEqual(
      ['that fog rose', 'that spring is near', 'that summer is near', WITHDRAWN].toSorted(),
    );
    const where = { saidBy: [{ name: 'Dora Dean' }] };
    const { statementFacets } = await facets({ where, by: ['MONTH', 'ABOUT'] });
    expect(statementFacets).toMatchObject([
      { buckets: [{ value: '2024-03', count: 2 }], total: 2 },
      { buckets: [{ entity: { name: 'Norland' }, count: 2 }], total: 2 },
    ]);
  });

  test('has ten buckets of each facet unless told otherwise, and every statement without a filter', async () => {
    for (const variables of [{}, { where: null }, { where: {} }, { first: null }]) {
      const { statementFacets } = await facets({ by: ['SPEAKER'], ...variables });
      expect(statementFacets).toEqual([facetOf(ids, 'SPEAKER', SAID, 10)]);
    }
  });

  test('counts nothing where the filter finds nothing', async () => {
    const { statementFacets } = await facets({ where: { depth: 99 }, by: STATEMENT_FACETS });
    expect(statementFacets).toEqual(
      STATEMENT_FACETS.map((by) => ({ by, buckets: [], total: 0, other: 0, missing: 0, words: 0 })),
    );
  });

  test('costs a call for each facet, and one for the limit, the totals and all entities', async () => {
    const { calls } = await callsOf(
      db,
      `{ statementFacets(by: [SPEAKER, ABOUT, KIND], where: {saidBy: [{name: "Ann Ash"}]}) {
        buckets { value entity { id name description } count } other
      } }`,
    );
    expect(calls).toEqual({
      'entity.byName': 1,
      'statement.lookedAt': 1,
      'facet.totals': 1,
      'facet.SPEAKER': 1,
      'facet.ABOUT': 1,
      'facet.KIND': 1,
      'entity.byId': 1,
    });
  });

  test('costs a further call for the words of each facet, and one for all words, where they are asked for', async () => {
    const counted = {
      'statement.lookedAt': 1,
      'facet.totals': 1,
      'facet.SPEAKER': 1,
      'facet.ABOUT': 1,
      'facet.KIND': 1,
    };
    const words = { 'facet.SPEAKERWords': 1, 'facet.ABOUTWords': 1, 'facet.KINDWords': 1 };
    for (const [fields, calls] of [
      ['buckets { count share }', {}],
      ['words', { 'facet.whole': 1 }],
      ['buckets { words }', words],
      ['buckets { wordShare }', { ...words, 'facet.whole': 1 }],
      ['words buckets { share words wordShare }', { ...words, 'facet.whole': 1 }],
    ] as const)
      for (const first of [1, 100]) {
        const source = `query ($first: Int) {
          statementFacets(by: [SPEAKER, ABOUT, KIND], first: $first) { ${fields} }
        }`;
        expect((await callsOf(db, source, { first })).calls).toEqual({ ...counted, ...calls });
      }
  });

  describe('refuses', () => {
    test('more buckets than the limit, and no fewer', async () => {
      const argument = { argument: 'first', limit: MAX_FACET_BUCKETS };
      const failure = await failureOf(db, FACETS, { by: ['KIND'], first: MAX_FACET_BUCKETS + 1 });
      expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED', extensions: argument });
      expect((await facets({ by: ['KIND'], first: MAX_FACET_BUCKETS })).statementFacets).toHaveLength(1);
    });

    test.each([
      ['a negative number', { by: ['KIND'], first: -1 }, 'INVALID_INPUT'],
      ['no facet', { by: [] }, 'INVALID_INPUT'],
      ['a facet twice', { by: ['KIND', 'ACT', 'KIND'] }, 'INVALID_INPUT'],
    ])('%s', async (_, variables, code) => {
      expect(await failureCode(db, FACETS, variables)).toBe(code);
    });

    test.each([
      [{ saidBy: [{ name: 'Nobody' }] }, 'NOT_FOUND'],
      [{ about: [{ name: 'Sam Cole' }] }, 'AMBIGUOUS'],
      [{ kind: [] }, 'INVALID_INPUT'],
    ])('the filter %j: %s', async (where, code) => {
      const source =
        'query ($where: StatementFilter) { statementFacets(by: [ACT, KIND], where: $where) { total } }';
      expect(await failureCode(db, source, { where })).toBe(code);
    });
  });
});
