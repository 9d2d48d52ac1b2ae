import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENTITY_FACETS } from '../../src/facet/model.ts';
import type { Database } from '../../src/graph/database.ts';
import { MAX_FACET_BUCKETS } from '../../src/graphql/limits.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, failureOf, runs } from '../support/graphql.ts';
import { type Ids, writeClaims } from './claims.ts';
import {
  MATRIX,
  MATRIX_ARGS,
  MATRIX_GIVEN,
  MATRIX_WITH_WORDS,
  matrixOf,
  readMatrix,
  type Size,
} from './matrices.ts';
import { holds, type Said } from './oracle.ts';
import { SAID } from './said.ts';
import { FILTERS, inputOf } from './wanted.ts';

const PAGE = `query (${MATRIX_ARGS}, $first: Int, $after: String) {
  quoteMatrix(${MATRIX_GIVEN}) {
    cells { statements(first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }
  }
}`;

interface Paged {
  readonly quoteMatrix: {
    readonly cells: readonly {
      readonly statements: {
        readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }[];
  };
}

describeEngines('quoteMatrix', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  const matrix = (variables: object) => readMatrix(db, variables);
  const expected = (said: readonly Said[], size: Size) => matrixOf(ids, said, size);

  const PAIRS = ENTITY_FACETS.flatMap((rowsBy) => ENTITY_FACETS.map((columnsBy) => ({ rowsBy, columnsBy })));

  test('is of speakers and what they speak about, twenty of each, unless told otherwise', async () => {
    const size: Size = { rowsBy: 'SPEAKER', columnsBy: 'ABOUT', rows: 20, columns: 20 };
    const found = await matrix({});
    expect(found).toEqual(expected(SAID, size));
    expect(found.truncated).toBe(false);
    expect(found.cells.length).toBeGreaterThan(10);
    expect(await matrix({ where: null, rowsBy: null, columnsBy: null, rows: null, columns: null })).toEqual(
      found,
    );
  });

  test.each(PAIRS)('$rowsBy by $columnsBy', async (by) => {
    for (const each of [
      { ...by, rows: MAX_FACET_BUCKETS, columns: MAX_FACET_BUCKETS },
      { ...by, rows: 2, columns: 3 },
      { ...by, rows: 1, columns: 0 },
    ])
      expect(await matrix(each)).toEqual(expected(SAID, each));
  });

  test('counts what random filters find', async () => {
    await fc.assert(
      fc.asyncProperty(
        FILTERS,
        fc.constantFrom(...PAIRS),
        fc.nat(5),
        fc.nat(5),
        async (wanted, by, rows, columns) => {
          const said = SAID.filter((each) => holds(wanted, each));
          const size = { ...by, rows, columns };
          expect(await matrix({ where: inputOf(ids, wanted), ...size })).toEqual(expected(said, size));
        },
      ),
      { numRuns: runs(60, 4), seed: 13 },
    );
  });

  test('says that it is truncated when a row or a column is left out, and not before', async () => {
    const all = await matrix({ rows: 100, columns: 100 });
    const [rows, columns] = [all.rows.length, all.columns.length];
    for (const [size, truncated] of [
      [{ rows, columns }, false],
      [{ rows: rows - 1, columns }, true],
      [{ rows, columns: columns - 1 }, true],
    ] as const)
      expect((await matrix(size)).truncated).toBe(truncated);
  });

  test('costs the same calls for one cell as for all', async () => {
    const one = await callsOf(db, MATRIX, { rows: 1, columns: 1 });
    const all = await callsOf(db, MATRIX, { rows: 100, columns: 100 });
    expect(all.calls).toEqual(one.calls);
    expect(all.calls).toEqual({
      'statement.lookedAt': 1,
      'facet.SPEAKER': 1,
      'facet.ABOUT': 1,
      'facet.matrix.SPEAKER.ABOUT': 1,
      'facet.cell.SPEAKER.ABOUT': 1,
      'entity.byId': 1,
    });
    const words = { 'facet.SPEAKERWords': 1, 'facet.ABOUTWords': 1, 'facet.whole': 1 };
    for (const size of [1, 100]) {
      const { calls } = await callsOf(db, MATRIX_WITH_WORDS, { rows: size, columns: size });
      expect(calls).toEqual({ ...one.calls, ...words });
    }
  });

  test('has the statements of a cell in pages, latest first', async () => {
    const where = { saidBy: [{ name: 'Dora Dean' }], about: [{ name: 'Norland' }] };
    const variables = { where, rows: 1, columns: 1 };
    const cell = async (args: object) => {
      const { quoteMatrix } = await answer<Paged>(db, PAGE, { ...variables, ...args });
      const [only] = quoteMatrix.cells;
      if (only === undefined) throw new Error('no cell');
      return only.statements;
    };
    const whole = (await cell({ first: 100 })).edges.map(({ node }) => node.id);
    expect(whole).toHaveLength(2);
    const first = await cell({ first: 1 });
    const second = await cell({ first: 1, after: first.pageInfo.endCursor });
    expect([first, second].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(whole);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    // The cursor belongs to this cell of this filter only.
    const after = first.pageInfo.endCursor;
    for (const other of [
      { ...variables, where: { ...where, depth: 0 } },
      { ...variables, rowsBy: 'ABOUT', columnsBy: 'SPEAKER' },
      { where, rows: 1, columns: 1, columnsBy: 'OUTLET' },
    ])
      expect(await failureCode(db, PAGE, { ...other, after })).toBe('INVALID_CURSOR');
    const { code } = await failureOf(
      db,
      'query ($after: String) { statements(after: $after, where: {saidBy: [{name: "Dora Dean"}]}) { totalCount } }',
      { after },
    );
    expect(code).toBe('INVALID_CURSOR');
  });

  describe('refuses', () => {
    test.each(['rowsBy', 'columnsBy'])('a facet in %s that is no entity', async (argument) => {
      for (const facet of ['KIND', 'ACT', 'MONTH']) {
        const failure = await failureOf(db, MATRIX, { [argument]: facet });
        expect(failure.code).toBe('INVALID_INPUT');
        expect(failure.message).toContain(`"${argument}" is ${facet}`);
      }
    });

    test.each(['rows', 'columns'])('more %s than the limit, and negative ones', async (argument) => {
      const limit = MAX_FACET_BUCKETS;
      expect(await failureOf(db, MATRIX, { [argument]: limit + 1 })).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        extensions: { argument, limit },
      });
      expect(await failureCode(db, MATRIX, { [argument]: -1 })).toBe('INVALID_INPUT');
      await matrix({ [argument]: limit });
    });
  });
});
