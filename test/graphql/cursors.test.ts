import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { integer } from '../../src/graph/rows.ts';
import { decodeCursor, encodeCursor } from '../../src/graphql/cursor.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { failureCode, failureOf } from '../support/graphql.ts';
import { ADA, article, type List, type PageArgs, pageOf, sourceOf, writeArticles } from './pages.ts';

describeEngines('lists', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeArticles(db);
  });

  const page = (list: List, args?: PageArgs) => pageOf(db, list, args);
  const codeOf = (list: List, args: PageArgs) => failureCode(db, sourceOf(list), { ...args });

  describe('take cursors', () => {
    const list = { field: 'statements', of: ADA };

    async function cursorOf(other: List): Promise<string> {
      return (await page(other, { first: 1 })).edges[0]?.cursor ?? '';
    }

    test.each<[string, List]>([
      ['of another order', { ...list, args: 'orderBy: DATE_ASC' }],
      ['of another filter', { ...list, args: 'where: {kind: [INDIRECT]}' }],
      ['of other values of a filter', { ...list, args: 'where: {saidBy: [{name: "Ada"}]}' }],
      ['of another choice', { ...list, args: 'include: [SUPERSEDED]' }],
      ['of another field', { ...list, field: 'statementsAbout' }],
      ['of a list of other things', { ...list, field: 'mentions' }],
      ['of another parent', { ...list, of: 'entity(by: {name: "Bo"})' }],
      ['of no parent', { field: 'statements' }],
    ])('but none %s', async (_, other) => {
      const cursor = await cursorOf(other);
      for (const argument of ['after', 'before']) {
        const failure = await failureOf(db, sourceOf(list), { [argument]: cursor });
        expect(failure).toMatchObject({ code: 'INVALID_CURSOR', extensions: { argument } });
      }
    });

    test('but none of two filters with other values', async () => {
      const filtered = (name: string) => ({
        field: 'statements',
        args: `where: {about: [{name: "${name}"}]}`,
      });
      expect(await codeOf(filtered('Ada'), { after: await cursorOf(filtered('Bo')) })).toBe('INVALID_CURSOR');
      expect(
        (await page(filtered('Ada'), { after: await cursorOf(filtered('Ada')) })).edges,
      ).not.toHaveLength(0);
    });

    test.each([
      ['empty', ''],
      ['no base64', '%%%'],
      ['no JSON', Buffer.from('statement 1').toString('base64url')],
      ['null', Buffer.from('null').toString('base64url')],
      ['a plain list', Buffer.from('["2024","sta_1"]').toString('base64url')],
      ['forged', Buffer.from('[1,"0123456789ab","2024","sta_1","0123456789ab"]').toString('base64url')],
      [
        'of a later release',
        Buffer.from('[2,"0123456789ab","2024","sta_1","0123456789ab"]').toString('base64url'),
      ],
      ['very long', 'A'.repeat(100_000)],
    ])('but none that is %s', async (_, cursor) => {
      expect(await codeOf(list, { after: cursor })).toBe('INVALID_CURSOR');
      expect(await codeOf(list, { before: cursor })).toBe('INVALID_CURSOR');
    });

    test('of rows that are gone', async () => {
      await ingestDocument(db, article('gone', 5, '2020'));
      const gone = { field: 'statements', of: 'article(by: {url: "https://daily.example/gone"})' };
      const { edges } = await page(gone);
      const [, , third] = edges;
      const removed = await db.write((tx) =>
        tx.run(
          {
            name: 'test.remove',
            text: 'MATCH (s:Statement {id: $id}) DETACH DELETE s RETURN count(*) AS count',
          },
          { id: third?.node.id ?? '' },
        ),
      );
      expect(removed.map((row) => integer(row, 'count'))).toEqual([1]);
      const cursor = third?.cursor ?? '';
      expect((await page(gone, { after: cursor })).edges).toEqual(edges.slice(3));
      expect((await page(gone, { last: 2, before: cursor })).edges).toEqual(edges.slice(0, 2));
    });
  });
});

describe('a cursor', () => {
  const scope = 'Query.statements';
  const place = { key: '2024-01-02/2024-01-02', id: 'sta_0123456789abcdef0123456789abcdef' };
  const cursor = encodeCursor(scope, place);

  test('leads back to its place', () => {
    expect(decodeCursor(scope, cursor, 'after')).toEqual(place);
  });

  test('that was cut or changed anywhere is refused', () => {
    const changed = [...cursor].flatMap((letter, at) => [
      cursor.slice(0, at),
      cursor.slice(0, at) + cursor.slice(at + 1),
      `${cursor.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
      `${cursor.slice(0, at)} ${cursor.slice(at)}`,
    ]);
    for (const each of [...changed, `${cursor}A`, `${cursor}=`, `${cursor} `, `${cursor}.${cursor}`]) {
      expect(() => decodeCursor(scope, each, 'after'), each).toThrow('is not a cursor of this API');
    }
  });
});

describeEngines('a cursor of a group', (open) => {
  test('stays good when the group gets a new office', async () => {
    const db = await open();
    const envoys = (key: string, office: string): DocumentSpec => ({
      key,
      text: `Ann, ${office} of Norland, said that it ${key}. Ann said that all is well.`,
      publishedAt: '2024-03-01',
      entities: {
        norland: { type: 'COUNTRY', name: 'Norland' },
        office: { type: 'POSITION', name: office, of: 'norland' },
        ann: { type: 'PERSON', name: 'Ann' },
      },
      statements: {
        one: { by: 'ann', content: `that it ${key}` },
        two: { by: 'ann', content: 'that all is well' },
      },
      relations: {
        holds: { type: 'HOLDS_POSITION', from: 'ann', to: 'office', at: `Ann, ${office} of Norland` },
      },
    });
    await ingestDocument(db, documentOf(envoys('rains', 'envoy')));
    const list = { field: 'statements', args: 'where: {saidByGroup: [{name: "Norland"}]}' };
    const first = await pageOf(db, list, { first: 1 });
    await ingestDocument(db, documentOf(envoys('snows', 'minister')));
    const rest = await pageOf(db, list, { first: 10, after: first.edges[0]?.cursor ?? '' });
    expect(rest.edges.length).toBeGreaterThan(0);
  });
});
