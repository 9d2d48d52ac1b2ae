import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database, Transaction } from '../../src/graph/database.ts';
import { traced } from '../../src/graph/traced.ts';
import { describeEngines } from '../support/engines.ts';
import { codeOf, errorOf, LONG, query, read, rejection, write } from './queries.ts';

const COUNT = 'MATCH (n:Entity) RETURN count(n) AS count';
const CREATE = query('CREATE (:Entity {id: $id})');
/** No engine has integers as large. */
const TOO_LARGE = { id: 2n ** 64n };

/** What Node would end the process for. */
async function unhandledOf(work: () => Promise<unknown>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await work();
    // Node tells of them when all that was to be done is done.
    await setImmediate();
    await setImmediate();
  } finally {
    process.off('unhandledRejection', note);
  }
  return unhandled;
}

describeEngines('queries that are sent before those before them are done', (open) => {
  test('take place in the order of the calls', async () => {
    const db = await open();
    await write(db, "CREATE (:Entity {id: 'a', log: ''})");
    const slow = query(`
      UNWIND range(1, 20000) AS i WITH count(i) AS hits
      MATCH (n:Entity {id: 'a'}) SET n.log = n.log + $step + ' '`);
    const fast = query("MATCH (n:Entity {id: 'a'}) SET n.log = n.log + $step + ' '");
    const steps = Array.from({ length: 40 }, (_, step) => String(step));
    const logs = await db.write(async (tx) => {
      const writes = steps.map((step, at) => tx.run(at % 3 === 0 ? slow : fast, { step }));
      const log = await tx.run(query('MATCH (n:Entity) RETURN n.log AS log'));
      await Promise.all(writes);
      return log;
    });
    expect(logs).toEqual([{ log: `${steps.join(' ')} ` }]);
    expect(await read(db, 'MATCH (n:Entity) RETURN n.log AS log')).toEqual(logs);
  });

  test('a long result has nothing of what was written after it', async () => {
    const db = await open();
    await write(db, "UNWIND range(1, 5000) AS i CREATE (:Entity {id: toString(i), name: 'old'})");
    const names = query('MATCH (n:Entity) RETURN n.name AS name');
    const [before, , after] = await db.write((tx) =>
      Promise.all([tx.run(names), tx.run(query("MATCH (n:Entity) SET n.name = 'new'")), tx.run(names)]),
    );
    expect(before.length).toBe(5000);
    expect(new Set(before.map(({ name }) => name))).toEqual(new Set(['old']));
    expect(new Set(after.map(({ name }) => name))).toEqual(new Set(['new']));
  });

  test('after one that fails all fail as it did, and nothing is written', async () => {
    const db = await open();
    await write(db, "CREATE (:Entity {id: 'a'})");
    let sent: Promise<unknown>[] = [];
    const stubborn = db.write(async (tx) => {
      sent = ['b', 'a', 'c', 'd'].map((id) => tx.run({ ...CREATE, name: `create.${id}` }, { id }));
      await Promise.allSettled(sent);
      sent.push(tx.run(CREATE, { id: 'e' }));
      await Promise.allSettled(sent);
      return 'done';
    });
    const error = await errorOf(stubborn);
    expect(error.code).toBe('CONFLICT');
    expect(error.cause).toMatchObject({ message: expect.stringContaining('create.a') });
    const [first, ...others] = await Promise.allSettled(sent);
    expect(first?.status).toBe('fulfilled');
    for (const other of others) expect(other).toEqual({ status: 'rejected', reason: error });
    expect(others).toHaveLength(4);
    expect(await read(db, COUNT)).toEqual([{ count: 1 }]);
  });

  test('one that cannot be sent fails those after it, too', async () => {
    const db = await open();
    const stubborn = db.write(async (tx) => {
      await Promise.allSettled([
        tx.run(CREATE, { id: 'a' }),
        tx.run(CREATE, TOO_LARGE),
        tx.run(CREATE, { id: 'b' }),
      ]);
      return 'done';
    });
    expect(await codeOf(stubborn)).toBe('INTERNAL');
    const late = db.write(async (tx) => {
      await tx.run(CREATE, TOO_LARGE).catch(() => {});
      await tx.run(CREATE, { id: 'b' }).catch(() => {});
    });
    expect(await codeOf(late)).toBe('INTERNAL');
    expect(await read(db, COUNT)).toEqual([{ count: 0 }]);
  });

  test('those that nobody waits for end no process when they fail', async () => {
    const engine = await open();
    await write(engine, "CREATE (:Entity {id: 'a'})");
    const failing = async (db: Database) => {
      const work = async (tx: Transaction) => {
        for (const id of ['b', 'a', 'c']) void tx.run(CREATE, { id });
        return tx.run(CREATE, { id: 'd' });
      };
      expect(await codeOf(db.write(work))).toBe('CONFLICT');
      const careless = async (tx: Transaction) => {
        for (const id of ['b', 'a', 'c']) void tx.run(CREATE, { id });
        void tx.run(CREATE, TOO_LARGE);
      };
      await rejection(db.write(careless));
    };
    expect(await unhandledOf(() => failing(engine))).toEqual([]);
    expect(await unhandledOf(() => failing(traced(engine, () => {})))).toEqual([]);
    expect(await read(engine, COUNT)).toEqual([{ count: 1 }]);
  });

  test('a throw undoes them, and arrives unchanged', async () => {
    const db = await open();
    const thrown = new Error('no');
    const throwing = db.write(async (tx) => {
      void tx.run(CREATE, { id: 'a' });
      void tx.run(LONG);
      void tx.run(CREATE, { id: 'b' });
      throw thrown;
    });
    const next = write(db, "CREATE (:Entity {id: 'c'})");
    expect(await rejection(throwing)).toBe(thrown);
    await next;
    expect(await read(db, 'MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'c' }]);
  });

  test('those that wait when the time is up do not run', async () => {
    const db = await open();
    // All of them would take far longer than a test may.
    const late = db.write(
      (tx) =>
        Promise.all([tx.run(CREATE, { id: 'a' }), ...Array.from({ length: 2_000 }, () => tx.run(LONG))]),
      { timeoutMs: 50 },
    );
    const next = write(db, "CREATE (:Entity {id: 'next'})");
    expect(await codeOf(late)).toBe('TIMEOUT');
    await next;
    expect(await read(db, 'MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'next' }]);
  });
});
