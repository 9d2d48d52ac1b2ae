import { beforeAll, expect, test } from 'vitest';
import type { Database, Row } from '../../src/graph/database.ts';
import { MAX_COUNTED } from '../../src/graph/list.ts';
import { MAX_SCANNED } from '../../src/graph/placed-list.ts';
import { text } from '../../src/graph/rows.ts';
import type { Include } from '../../src/statement/model.ts';
import { placesOf } from '../../src/statement/model-places.ts';
import { BYSTANDER, HUB, hubStatements, QUIET, writeHub } from '../graph/hub.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureOf } from '../support/graphql.ts';
import { pageOf, rowsOf } from './pages.ts';
import { walk } from './walk.ts';

/** Longer than what one page may look at, twice. */
const COUNT = 2 * MAX_SCANNED + 2_000;
const UNSURE = '{ not: { minConfidence: 0.9 } }';

describeEngines('a filter that few of many fulfil', (open) => {
  const statements = hubStatements(COUNT);
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeHub(db, statements, []);
  });

  function unsure(include: readonly Include[] = []): string[] {
    return statements
      .filter(({ confidence, current, withdrawnAt }) => {
        const isShown =
          (current || include.includes('SUPERSEDED')) &&
          (withdrawnAt === null || include.includes('WITHDRAWN'));
        return confidence < 0.9 && isShown;
      })
      .map((each) => ({ id: each.id, place: placesOf(each).latestPlace }))
      .toSorted((a, b) => (a.place > b.place ? -1 : 1))
      .map(({ id }) => id);
  }

  /** All rows by the cursors of the pages, and how many of the pages had to stop. */
  async function walkAll(where: string, args: string, backward = false) {
    const list = { field: 'statements', args: `where: ${where} ${args}` };
    const pages = await walk((page) => rowsOf(db, list, page), 5, backward);
    const ids = (backward ? pages.toReversed() : pages).flatMap(({ nodes }) => nodes.map(({ id }) => id));
    return { ids, stops: pages.filter(({ pageInfo }) => pageInfo.scanLimited).length };
  }

  const LISTS = [
    ['all', UNSURE],
    ['of the hub', `{ saidBy: [{ id: "${HUB}" }], not: { minConfidence: 0.9 } }`],
    [
      'of two, in part the same',
      `{ about: [{ id: "${HUB}" }, { id: "${BYSTANDER}" }], not: { minConfidence: 0.9 } }`,
    ],
  ] as const;

  test.each(LISTS)('%s: is paged through to the end, stop by stop', async (_, where) => {
    const { ids, stops } = await walkAll(where, '');
    expect(ids).toEqual(unsure());
    expect(stops).toBeGreaterThan(0);
  });

  test.each(LISTS)('%s: and backward', async (_, where) => {
    const { ids, stops } = await walkAll(where, '', true);
    expect(ids).toEqual(unsure());
    expect(stops).toBeGreaterThan(0);
  });

  test.each(LISTS)('%s: whatever is included', async (_, where) => {
    const { ids } = await walkAll(where, 'include: [WITHDRAWN, SUPERSEDED]');
    expect(ids).toEqual(unsure(['WITHDRAWN', 'SUPERSEDED']));
  });

  test('that none fulfils gives empty pages until the end', async () => {
    const { ids, stops } = await walkAll('{ kind: [MIXED] }', '');
    expect(ids).toEqual([]);
    expect(stops).toBe(2);
  });

  test('is counted whole', async () => {
    const { totalCount } = await pageOf(db, { field: 'statements', args: `where: ${UNSURE}` }, { first: 0 });
    expect(totalCount).toBe(unsure().length);
  });

  test('starts from the entity with the fewest statements, so it need not stop', async () => {
    const where = `{ saidBy: [{ id: "${HUB}" }], and: [{ about: [{ id: "${BYSTANDER}" }] }], not: { minConfidence: 0.9 } }`;
    const { ids, stops } = await walkAll(where, '');
    const few = new Set(statements.slice(0, 100).map(({ id }) => id));
    expect(ids).toEqual(unsure().filter((id) => few.has(id)));
    expect(stops).toBe(0);
  });

  test('names many speakers, most of them quiet, and still goes on in great strides', async () => {
    const speakers = [HUB, ...QUIET].map((id) => `{ id: "${id}" }`).join(' ');
    const { ids, stops } = await walkAll(`{ saidBy: [${speakers}], not: { minConfidence: 0.9 } }`, '');
    expect(ids).toEqual(unsure());
    expect(stops).toBeLessThan(COUNT / 300);
  });

  test('finds all of few at once, whoever said them', async () => {
    const speakers = QUIET.map((id) => `{ id: "${id}" }`).join(' ');
    const { ids, stops } = await walkAll(`{ saidBy: [${speakers}], not: { minConfidence: 0.9 } }`, '');
    const few = new Set(statements.slice(0, QUIET.length).map(({ id }) => id));
    expect(ids).toEqual(unsure().filter((id) => few.has(id)));
    expect(stops).toBe(0);
  });

  test('leaves the counts of others alone when one is too long to count', async () => {
    const tooLong = (rows: readonly Row[]) =>
      rows.map((row) => (text(row, 'parent') === HUB ? { ...row, looked: MAX_COUNTED + 1 } : row));
    const read: Database['read'] = async (query, ...call) => {
      const rows = await db.read(query, ...call);
      return query.name.endsWith('.count') ? tooLong(rows) : rows;
    };
    const counting: Database = Object.create(db, { read: { value: read } });
    const query = `{ few: entity(by: { id: "${BYSTANDER}" }) { statements(first: 0) { totalCount } } }`;
    const both = query.replace(
      '{ few',
      `{ many: entity(by: { id: "${HUB}" }) { statements(first: 0) { totalCount } } few`,
    );
    const failure = await failureOf(counting, both);
    expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('totalCount') });
    const few = { few: { statements: { totalCount: expect.any(Number) } } };
    expect(await answer(counting, query)).toMatchObject(few);
  });
});
