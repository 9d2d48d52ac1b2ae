import { expect, inject, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { describeEngines } from '../support/engines.ts';
import { codeOf, query, read, write } from './queries.ts';

describeEngines('Neo4j', (open) => {
  async function secondConnection(): Promise<Database> {
    const { target } = inject('neo4j') as { target: Parameters<typeof openDatabase>[0] };
    return openDatabase(target);
  }

  test('a second connection sees what the first has written', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'a'})`);
    const other = await secondConnection();
    expect(await read(other, 'MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'a' }]);
    await other.close();
  });

  test('writers of several connections wait for each other', async () => {
    const db = await open();
    const other = await secondConnection();
    await write(db, 'CREATE (:Counter {total: 0})');
    const increment = (on: Database) =>
      on.write(async (tx) => {
        const [row = {}] = await tx.run(query('MATCH (n:Counter) RETURN n.total + 1 AS total'));
        await tx.run(query('MATCH (n:Counter) SET n.total = $total'), row);
      });
    await Promise.all(Array.from({ length: 20 }, (_, i) => increment(i % 2 === 0 ? db : other)));
    expect(await read(db, 'MATCH (n:Counter) RETURN n.total AS total')).toEqual([{ total: 20 }]);
    await other.close();
  });

  test('transactions carry the app and the name of the query', async () => {
    const db = await open();
    const rows = await db.read({
      name: 'test.metadata',
      text: `SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE currentQuery STARTS WITH 'SHOW' RETURN metaData`,
    });
    expect(rows).toEqual([{ metaData: { app: 'onrecord', query: 'test.metadata' } }]);
  });

  test.each(['MATCH (n:Entity) RETURN n', 'MATCH p = (:Entity)-[]->() RETURN p', 'RETURN date() AS d'])(
    '%s is INTERNAL: columns hold scalars, lists and maps',
    async (text) => {
      const db = await open();
      await write(db, `CREATE (:Entity {id: 'a'})-[:KNOWS]->(:Entity {id: 'b'})`);
      expect(await codeOf(read(db, text))).toBe('INTERNAL');
    },
  );

  test('a missing database is UNAVAILABLE', async () => {
    const { target } = inject('neo4j') as { target: { engine: 'neo4j'; uri: string } };
    expect(await codeOf(openDatabase({ ...target, database: 'nowhere' }))).toBe('UNAVAILABLE');
  });

  test('a server that is not there is UNAVAILABLE', async () => {
    // Port 1 is never listened on.
    expect(await codeOf(openDatabase({ engine: 'neo4j', uri: 'bolt://127.0.0.1:1' }))).toBe('UNAVAILABLE');
    expect(await codeOf(openDatabase({ engine: 'neo4j', uri: 'http://127.0.0.1:1' }))).toBe('UNAVAILABLE');
  });
});
