import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode, failureOf, runs } from '../support/graphql.ts';
import {
  ADA,
  ADAS_ARTICLE,
  idsIn,
  type List,
  type PageArgs,
  pageOf,
  sourceOf,
  writeArticles,
} from './pages.ts';
import { edgesOf, walk } from './walk.ts';

const ORDERS = ['DATE_DESC', 'DATE_ASC', 'RECORDED_AT_DESC', 'RECORDED_AT_ASC', 'TEXT_POSITION'] as const;

const LISTS: readonly List[] = [
  ...ORDERS.map((order) => ({ field: 'statements', args: `orderBy: ${order}` })),
  { field: 'statements', args: 'where: {saidBy: [{name: "Ada"}]}' },
  { field: 'statements', of: ADA },
  { field: 'statementsAbout', args: 'orderBy: DATE_ASC', of: ADA },
  { field: 'mentions', of: ADA },
  { field: 'relations', of: ADA },
  { field: 'entities' },
  { field: 'entities', args: 'name: "club"' },
  { field: 'articles' },
  { field: 'statements', of: ADAS_ARTICLE },
  { field: 'mentions', args: 'reading: LITERAL', of: ADAS_ARTICLE },
  { field: 'entities', of: ADAS_ARTICLE },
];

describeEngines('pages', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeArticles(db);
  });

  const page = (list: List, args?: PageArgs) => pageOf(db, list, args);
  const codeOf = (list: List, args: PageArgs) => failureCode(db, sourceOf(list), { ...args });

  describe.each(LISTS)('of $field $args $of', (list) => {
    test.each([1, 2, 3, 100])(
      'that follow each other, %i rows each, are the whole list, from either end',
      async (size) => {
        const whole = await page(list, { first: 100 });
        expect(whole.edges.length).toBe(whole.totalCount);
        expect(whole.edges.length).toBeGreaterThan(3);
        for (const backward of [false, true]) {
          const pages = await walk((args) => page(list, args), size, backward);
          expect(edgesOf(pages, backward)).toEqual(whole.edges);
          for (const { edges, nodes } of pages) expect(nodes).toEqual(edges.map(({ node }) => node));
        }
      },
    );
  });

  test('between any two cursors are slices of the list', async () => {
    const lists = await Promise.all(
      LISTS.map(async (list) => ({ list, whole: await page(list, { first: 100 }) })),
    );
    const cut = fc.option(fc.nat(), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        cut,
        cut,
        fc.nat(8),
        fc.boolean(),
        async ({ list, whole }, a, b, size, backward) => {
          const { length } = whole.edges;
          const after = a === null ? null : a % length;
          const before = b === null ? null : b % length;
          const found = await page(list, {
            ...(backward ? { last: size } : { first: size }),
            ...(after !== null && { after: whole.edges[after]?.cursor ?? '' }),
            ...(before !== null && { before: whole.edges[before]?.cursor ?? '' }),
          });
          const start = after === null ? 0 : after + 1;
          const stop = before ?? length;
          const [from, to] = backward
            ? [Math.max(start, stop - size), stop]
            : [start, Math.min(start + size, stop)];
          const edges = start < stop ? whole.edges.slice(from, to) : [];
          expect(found.edges).toEqual(edges);
          expect(found.nodes).toEqual(edges.map(({ node }) => node));
          expect(found.totalCount).toBe(length);
          expect(found.pageInfo).toEqual({
            hasPreviousPage: from > 0,
            hasNextPage: to < length,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
            scanLimited: false,
          });
        },
      ),
      { numRuns: runs(200, 25), seed: 1 },
    );
  });

  describe('of statements', () => {
    interface Said {
      readonly id: string;
      readonly saidAt: string | null;
      readonly publishedAt: string | null;
      readonly recordedAt: string;
      readonly articleVersion: { readonly id: string };
      readonly evidence: readonly { readonly start: number }[];
    }

    /** Sort keys of the fixture's dates; `none` for undated ones. */
    const dateOf = ({ saidAt, publishedAt }: Said, none: string): string => {
      const date = saidAt ?? publishedAt;
      if (date === null) return none;
      const [first = '', last = first] = date.split('/');
      return date === '2023-12' ? '2023-12-01/2023-12-31' : `${first}/${last}`;
    };
    const keyOf = (order: (typeof ORDERS)[number], said: Said): string => {
      const { recordedAt, articleVersion, evidence } = said;
      if (order.startsWith('DATE')) return dateOf(said, order === 'DATE_ASC' ? '~' : '');
      if (order !== 'TEXT_POSITION') return recordedAt;
      return `${articleVersion.id} ${String(evidence[0]?.start).padStart(6, '0')}`;
    };

    test.each(ORDERS)('are in the order %s, ties by id, undated ones last', async (order) => {
      const { statements } = await answer<{ statements: { nodes: Said[] } }>(
        db,
        `{ statements(first: 100, orderBy: ${order}) { nodes {
          id saidAt publishedAt recordedAt articleVersion { id } evidence(roles: [SOURCE]) { start }
        } } }`,
      );
      const descending = order.endsWith('DESC');
      const sorted = statements.nodes.toSorted((a, b) => {
        const [left, right] = [keyOf(order, a), keyOf(order, b)];
        if (left === right) return a.id < b.id ? -1 : 1;
        return left < right === descending ? 1 : -1;
      });
      expect(statements.nodes.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
      const dated = statements.nodes.map(({ saidAt, publishedAt }) => (saidAt ?? publishedAt) !== null);
      if (order.startsWith('DATE')) expect(dated).toEqual(dated.toSorted((a, b) => Number(b) - Number(a)));
      expect(dated).toContain(false);
    });

    test('have the latest first unless asked otherwise, and within an article the order of the text', async () => {
      const all = { field: 'statements' };
      expect(idsIn(await page(all, { first: 100 }))).toEqual(
        idsIn(await page({ ...all, args: 'orderBy: DATE_DESC' }, { first: 100 })),
      );
      const within = { field: 'statements', of: ADAS_ARTICLE };
      expect(idsIn(await page(within))).toEqual(
        idsIn(await page({ ...within, args: 'orderBy: TEXT_POSITION' })),
      );
    });
  });

  describe('have a size', () => {
    const list = { field: 'statements' };

    test('of 20 unless given', async () => {
      const found = await page(list);
      expect(found.edges).toHaveLength(20);
      expect(found.totalCount).toBe(27);
      expect(found.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    });

    test('that may be 0, which tells whether there are rows', async () => {
      expect(await page(list, { first: 0 })).toMatchObject({
        edges: [],
        nodes: [],
        totalCount: 27,
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
      });
      expect(await page(list, { last: 0 })).toMatchObject({
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      });
      const none = { field: 'entities', args: 'name: "nobody"' };
      expect(await page(none, { first: 0 })).toMatchObject({
        totalCount: 0,
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      });
    });

    test.each(['first', 'last'])('%s of at most 100', async (argument) => {
      expect((await page(list, { [argument]: 100 })).edges).toHaveLength(27);
      const failure = await failureOf(db, sourceOf(list), { [argument]: 101 });
      expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED', extensions: { argument, limit: 100 } });
      expect(await codeOf(list, { [argument]: -1 })).toBe('INVALID_INPUT');
    });

    test('from one end, not both', async () => {
      expect(await codeOf(list, { first: 1, last: 1 })).toBe('INVALID_INPUT');
      expect(await codeOf(list, { first: 0, last: 0 })).toBe('INVALID_INPUT');
    });
  });
});
