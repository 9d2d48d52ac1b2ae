import { isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { schema } from '../../src/graphql/schema.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode } from '../support/graphql.ts';
import { idsOf, TEXT_SHA256, writeEverything } from './everything.ts';

const TYPES = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))
  .map(({ name }) => name);

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const UNKNOWN = nodeId('Statement', 'unknown');

describeEngines('things by their ids', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeEverything(db, 2);
  });

  test.each(TYPES)('node(id:) gives a %s', async (type) => {
    const ids = await idsOf(db, type);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(await answer(db, NODE, { id })).toEqual({ node: { __typename: type, id } });
  });

  test('nodes(ids:) gives things of all types in the order of the ids, each type in one call', async () => {
    const byType = await Promise.all(
      TYPES.map(async (type) => (await idsOf(db, type)).map((id) => ({ __typename: type, id }))),
    );
    const wanted = [...byType.flat().toReversed(), ...byType.flat()];
    const { data, calls } = await callsOf(db, NODES, { ids: wanted.map(({ id }) => id) });
    expect(data).toEqual({ nodes: wanted });
    expect(Object.values(calls).every((count) => count === 1)).toBe(true);
  });

  test('are null where nothing has the id', async () => {
    const [id] = await idsOf(db, 'Person');
    for (const type of ['Person', 'Evidence', 'Decision'] as const)
      expect(await answer(db, NODE, { id: nodeId(type, 'unknown') })).toEqual({ node: null });
    expect(await answer(db, NODES, { ids: [UNKNOWN, id, UNKNOWN] })).toEqual({
      nodes: [null, { __typename: 'Person', id }, null],
    });
    expect(await answer(db, NODES, { ids: [] })).toEqual({ nodes: [] });
  });

  test('are null where the id has the prefix of another type', async () => {
    const [id = ''] = await idsOf(db, 'Statement');
    expect(await answer(db, NODE, { id: id.replace('sta_', 'men_') })).toEqual({ node: null });
  });

  test.each([
    '',
    'x',
    '12',
    'sta_',
    'sta_1',
    `xyz_${'0'.repeat(32)}`,
    UNKNOWN.toUpperCase(),
    `${UNKNOWN}0`,
    ` ${UNKNOWN}`,
    `${UNKNOWN}\n`,
  ])('are refused for %j', async (id) => {
    expect(await failureCode(db, NODE, { id })).toBe('INVALID_INPUT');
    expect(await failureCode(db, NODES, { ids: [UNKNOWN, id] })).toBe('INVALID_INPUT');
  });

  test('are at most 100 at once', async () => {
    const ids = (count: number) => ({ ids: Array(count).fill(UNKNOWN) });
    expect(await answer(db, NODES, ids(100))).toEqual({ nodes: Array(100).fill(null) });
    expect(await failureCode(db, NODES, ids(101))).toBe('LIMIT_EXCEEDED');
  });

  describe('article(by:)', () => {
    const ARTICLE = 'query ($by: ArticleRef!) { article(by: $by) { id url } }';

    test('finds an id, a URL and the hash of a text', async () => {
      const ids = await idsOf(db, 'Article');
      for (const id of ids) {
        const { article } = await answer<{ article: { id: string; url: string } }>(db, ARTICLE, {
          by: { id },
        });
        expect(article.id).toBe(id);
        expect(await answer(db, ARTICLE, { by: { url: article.url } })).toEqual({ article });
      }
      const { article } = await answer<{ article: { id: string } }>(db, ARTICLE, {
        by: { sha256: TEXT_SHA256 },
      });
      expect(ids).toContain(article.id);
    });

    test.each([
      { id: nodeId('Article', 'x') },
      { url: 'https://daily.example/x' },
      { sha256: '0'.repeat(64) },
    ])('has nothing for %j', async (by) => {
      expect(await answer(db, ARTICLE, { by })).toEqual({ article: null });
    });

    test.each([
      { id: UNKNOWN },
      { id: 'x' },
      { url: 'daily' },
      { sha256: 'x' },
      {},
      { id: UNKNOWN, sha256: TEXT_SHA256 },
    ])('refuses %j', async (by) => {
      expect(await failureCode(db, ARTICLE, { by })).toBe('INVALID_INPUT');
    });

    test('finds them all in a filter by a hash', async () => {
      const source = 'query ($where: StatementFilter) { statements(where: $where) { totalCount } }';
      const [id] = await idsOf(db, 'Article');
      expect(await answer(db, source, { where: { article: [{ sha256: TEXT_SHA256 }] } })).toEqual({
        statements: { totalCount: 6 },
      });
      expect(await answer(db, source, { where: { article: [{ id }] } })).toEqual({
        statements: { totalCount: 3 },
      });
    });
  });
});
