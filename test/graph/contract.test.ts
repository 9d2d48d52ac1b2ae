import { expect, test } from 'vitest';
import type { Row, Transaction } from '../../src/graph/database.ts';
import { GRAPH_PLAN, TEXT_INDEXES } from '../../src/graph/plan.ts';
import { integer } from '../../src/graph/rows.ts';
import { type QueryEvent, traced } from '../../src/graph/traced.ts';
import { describeEngines } from '../support/engines.ts';
import { codeOf, errorOf, LONG, query, read, rejection, write } from './queries.ts';

const COUNT = 'MATCH (n:Entity) RETURN count(n) AS count';

describeEngines('the graph port', (open) => {
  test('names the engine with its version', async () => {
    expect((await open()).engine).toMatch(/^(Grafeo|Neo4j) \d+\.\d+\.\d+/);
  });

  test('answers a ping', async () => {
    const db = await open();
    await expect(db.ping()).resolves.toBeUndefined();
  });

  test('gives rows in the order of the query', async () => {
    const db = await open();
    const rows = await read(db, 'UNWIND $list AS i RETURN i ORDER BY i DESC SKIP $skip LIMIT $limit', {
      list: [3, 1, 4, 2],
      skip: 1,
      limit: 2,
    });
    expect(rows).toEqual([{ i: 3 }, { i: 2 }]);
  });

  test('runs the text for indexes on relationships where there are such', async () => {
    const db = await open();
    const two = { name: 'test.query', text: "RETURN 'text' AS run", indexed: "RETURN 'indexed' AS run" };
    const isNeo4j = db.engine.startsWith('Neo4j');
    expect(await db.read(two)).toEqual([{ run: isNeo4j ? 'indexed' : 'text' }]);
  });

  test('a write is there for the next read', async () => {
    const db = await open();
    for (const id of ['a', 'b', 'c']) await write(db, 'CREATE (:Entity {id: $id})', { id });
    expect(await read(db, COUNT)).toEqual([{ count: 3 }]);
  });

  test('a throw out of a write undoes it and arrives unchanged', async () => {
    const db = await open();
    class Unwanted extends Error {}
    const thrown = new Unwanted('no');
    const caught = await rejection(
      db.write(async (tx) => {
        await tx.run(query(`CREATE (:Entity {id: 'a'})`));
        throw thrown;
      }),
    );
    expect(caught).toBe(thrown);
    expect(await read(db, COUNT)).toEqual([{ count: 0 }]);
  });

  test('a throw out of a read transaction arrives unchanged', async () => {
    const db = await open();
    const thrown = new Error('no');
    const work = async (tx: Transaction) => {
      await tx.run(query(COUNT));
      throw thrown;
    };
    expect(await rejection(db.readTransaction(work))).toBe(thrown);
  });

  test('a write sees what it has written, others do not until it ends', async () => {
    const db = await open();
    const counts = await db.write(async (tx) => {
      await tx.run(query(`CREATE (:Entity {id: 'a'})`));
      return [...(await tx.run(query(COUNT))), ...(await read(db, COUNT))];
    });
    expect(counts).toEqual([{ count: 1 }, { count: 0 }]);
    expect(await read(db, COUNT)).toEqual([{ count: 1 }]);
  });

  test('a second thing with the same key is a CONFLICT, and nothing of its write stays', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'a'})`);
    const rows = [{ id: 'b' }, { id: 'a' }, { id: 'c' }];
    expect(await codeOf(write(db, 'UNWIND $rows AS row CREATE (n:Entity) SET n += row', { rows }))).toBe(
      'CONFLICT',
    );
    expect(await read(db, COUNT)).toEqual([{ count: 1 }]);
  });

  test('setting a taken key on an existing thing is a CONFLICT', async () => {
    const db = await open();
    await write(
      db,
      `CREATE (:Entity {id: 'a', qid: 'Q1'}) CREATE (:Entity {id: 'b'}) CREATE (:Entity {id: 'c'})`,
    );
    const set = `MATCH (n:Entity {id: 'b'}) SET n.qid = 'Q1'`;
    expect(await codeOf(write(db, set))).toBe('CONFLICT');
    expect(await read(db, 'MATCH (n:Entity {qid: "Q1"}) RETURN n.id AS id')).toEqual([{ id: 'a' }]);
  });

  test('a failed query fails its write even when the work goes on', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'a'})`);
    const stubborn = db.write(async (tx) => {
      await tx.run(query(`CREATE (:Entity {id: 'b'})`));
      await tx.run(query(`CREATE (:Entity {id: 'a'})`)).catch(() => {});
      return 'done';
    });
    expect(await codeOf(stubborn)).toBe('CONFLICT');
    expect(await read(db, COUNT)).toEqual([{ count: 1 }]);
  });

  test('a write of several queries at once that fails leaves the next one alone', async () => {
    const db = await open();
    const failing = db.write((tx) => Promise.all([tx.run(query('RETURN $missing AS x')), tx.run(LONG)]));
    expect(await codeOf(failing)).toBe('INTERNAL');
    await write(db, `CREATE (:Entity {id: 'a'})`);
    expect(await read(db, COUNT)).toEqual([{ count: 1 }]);
  });

  test('a transaction is of no use after its end', async () => {
    const db = await open();
    const leaked = await db.write(async (tx) => ({ tx }));
    expect(await codeOf(leaked.tx.run(query(`CREATE (:Entity {id: 'a'})`)))).toBe('INTERNAL');
    expect(await read(db, COUNT)).toEqual([{ count: 0 }]);
  });

  test('writers wait for each other: none overwrites what another has decided on', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'counter', total: 0})`);
    const increment = () =>
      db.write(async (tx) => {
        const [row = {}] = await tx.run(query('MATCH (n:Entity) RETURN n.total AS total'));
        await tx.run(query('MATCH (n:Entity) SET n.total = $total'), { total: integer(row, 'total') + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await read(db, 'MATCH (n:Entity) RETURN n.total AS total')).toEqual([{ total: 20 }]);
  });

  test('a read that writes is refused and writes nothing', async () => {
    const db = await open();
    const create = query(`CREATE (:Entity {id: 'a'})`);
    expect(await codeOf(db.read(create))).toBe('INTERNAL');
    expect(await codeOf(db.readTransaction((tx) => tx.run(create)))).toBe('INTERNAL');
    expect(await read(db, COUNT)).toEqual([{ count: 0 }]);
  });

  test.each([
    ['a syntax error', 'MATC (n) RETURN n'],
    ['an unknown variable', 'RETURN secret AS x'],
    ['a missing parameter', 'RETURN $secret AS x'],
    ['a division by zero', 'RETURN 1 / 0 AS secret'],
  ])('%s is INTERNAL and shows nothing of the query', async (_, text) => {
    const db = await open();
    const error = await errorOf(read(db, text));
    expect(error.code).toBe('INTERNAL');
    expect(error.message).not.toMatch(/secret|MATC|test\.query/);
  });

  test('the cause of a refused query names it', async () => {
    const db = await open();
    const { cause } = await errorOf(db.read({ name: 'entity.byId', text: 'MATC' }));
    expect(cause).toMatchObject({
      message: expect.stringContaining('entity.byId'),
      cause: expect.any(Error),
    });
  });

  test('a read that takes too long is a TIMEOUT', async () => {
    const db = await open();
    expect(await codeOf(db.read(LONG, {}, { timeoutMs: 20 }))).toBe('TIMEOUT');
    expect(await codeOf(db.readTransaction((tx) => tx.run(LONG), { timeoutMs: 20 }))).toBe('TIMEOUT');
    expect(await read(db, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a write that takes too long is a TIMEOUT, leaves nothing, and the next writer follows', async () => {
    const db = await open();
    const late = db.write(
      async (tx) => {
        await tx.run(query(`CREATE (:Entity {id: 'late'})`));
        await tx.run(LONG);
      },
      { timeoutMs: 50 },
    );
    const next = write(db, `CREATE (:Entity {id: 'next'})`);
    expect(await codeOf(late)).toBe('TIMEOUT');
    await next;
    expect(await read(db, 'MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'next' }]);
  });

  test('a write whose time is up while it waits for its turn does nothing', async () => {
    const db = await open();
    const first = db.write((tx) => tx.run(LONG));
    const waiting = db.write((tx) => tx.run(query(`CREATE (:Entity {id: 'a'})`)), { timeoutMs: 20 });
    expect(await codeOf(waiting)).toBe('TIMEOUT');
    await first;
    await write(db, 'RETURN 1 AS one');
    expect(await read(db, COUNT)).toEqual([{ count: 0 }]);
  });

  test('a plan can be applied again, and still holds', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'a'})`);
    await db.apply(GRAPH_PLAN);
    await db.apply(GRAPH_PLAN);
    expect(await codeOf(write(db, `CREATE (:Entity {id: 'a'})`))).toBe('CONFLICT');
  });

  test('a graph that is written anew is as it was, and waits for writers and readers', async () => {
    const db = await open();
    await write(db, "CREATE (:Entity {id: 'a', words: ' norland '})");
    const running = [
      write(db, "CREATE (:Entity {id: 'b', words: ' oslund '})"),
      db.readTransaction(async (tx) => [...(await tx.run(query(COUNT))), ...(await tx.run(query(COUNT)))]),
    ];
    const done = db.compact();
    const after = [read(db, COUNT), write(db, "MATCH (n:Entity {id: 'a'}) SET n.words = ' berg '")];
    await Promise.all([...running, done, ...after]);
    expect(await read(db, COUNT)).toEqual([{ count: 2 }]);
    expect(await codeOf(write(db, "CREATE (:Entity {id: 'a'})"))).toBe('CONFLICT');
    const search = { name: 'test.search', index: TEXT_INDEXES.entity, match: 'ANY' as const, limit: 9 };
    const found = await db.searchText({ ...search, groups: [['berg', 'norland', 'oslund']] });
    expect(found.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });

  test('things without a unique property are free of it', async () => {
    const db = await open();
    await write(db, `CREATE (:Entity {id: 'a'}) CREATE (:Entity {id: 'b'})`);
    expect(await read(db, 'MATCH (n:Entity) WHERE n.qid IS NULL RETURN count(n) AS count')).toEqual([
      { count: 2 },
    ]);
  });

  test('a closed database is UNAVAILABLE, and may be closed again', async () => {
    const db = await open();
    await db.close();
    await db.close();
    const one = query('RETURN 1 AS one');
    expect(await codeOf(db.read(one))).toBe('UNAVAILABLE');
    expect(await codeOf(db.readTransaction((tx) => tx.run(one)))).toBe('UNAVAILABLE');
    expect(await codeOf(db.write((tx) => tx.run(one)))).toBe('UNAVAILABLE');
    expect(await codeOf(db.apply(GRAPH_PLAN))).toBe('UNAVAILABLE');
    expect(await codeOf(db.ping())).toBe('UNAVAILABLE');
  });

  test('closing waits for the writes that run and wait', async () => {
    const db = await open();
    const writes = ['a', 'b'].map((id) => write(db, 'CREATE (n:Entity {id: $id}) RETURN n.id AS id', { id }));
    await db.close();
    expect(await Promise.all<readonly Row[]>(writes)).toEqual([[{ id: 'a' }], [{ id: 'b' }]]);
  });

  test('tracing tells each query with its outcome', async () => {
    const events: QueryEvent[] = [];
    const db = traced(await open(), (event) => events.push(event));
    await db.read({ name: 'three', text: 'UNWIND [1, 2, 3] AS i RETURN i' });
    await db.readTransaction((tx) => tx.run({ name: 'one', text: 'RETURN 1 AS one' }));
    await db.write((tx) => tx.run({ name: 'create', text: `CREATE (:Entity {id: 'a'})` }));
    await rejection(db.write((tx) => tx.run({ name: 'again', text: `CREATE (:Entity {id: 'a'})` })));
    const common = { engine: db.engine, ms: expect.any(Number) };
    expect(events).toEqual([
      { ...common, query: 'three', kind: 'read', rows: 3, outcome: 'ok' },
      { ...common, query: 'one', kind: 'read', rows: 1, outcome: 'ok' },
      { ...common, query: 'create', kind: 'write', rows: 0, outcome: 'ok' },
      { ...common, query: 'again', kind: 'write', rows: 0, outcome: 'CONFLICT' },
    ]);
  });
});
