import { describe, expect, test } from 'vitest';
import { type ErrorCode, OnrecordError } from '../../src/errors.ts';
import type { Database } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { patient } from '../../src/graph/patient.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { traced } from '../../src/graph/traced.ts';
import { errorOf, query, read } from './queries.ts';

const ONE = query('RETURN 1 AS one');

/** A clock that stands still but for the waiting, which is over at once. */
function newClock() {
  let ms = 1_000;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => ms,
    async sleep(pause: number) {
      pauses.push(pause);
      ms += pause;
    },
  };
}

/** A database whose queries fail in this way until they have done so `times` times. */
function failing(db: Database, code: ErrorCode, times: number): Database {
  let left = times;
  const call = async <T>(perform: () => Promise<T>): Promise<T> => {
    if (left === 0) return perform();
    left -= 1;
    throw new OnrecordError(code, `${left} to go`);
  };
  return {
    ...traced(db, () => {}),
    read: (...args) => call(() => db.read(...args)),
    searchText: (...args) => call(() => db.searchText(...args)),
    readTransaction: (...args) => call(() => db.readTransaction(...args)),
    write: (...args) => call(() => db.write(...args)),
    apply: (...args) => call(() => db.apply(...args)),
  };
}

describe('a patient database', () => {
  test.each([
    ['read', (db: Database) => db.read(ONE)],
    ['read transaction', (db: Database) => db.readTransaction((tx) => tx.run(ONE))],
    ['write', (db: Database) => db.write((tx) => tx.run(ONE))],
  ])('makes a %s again until there is an engine, and tells once that it waits', async (_, call) => {
    const db = await openDatabase({ engine: 'grafeo' });
    const clock = newClock();
    const told: string[] = [];
    const onWait = ({ message }: OnrecordError) => told.push(message);
    const waiting = patient(failing(db, 'UNAVAILABLE', 7), { forMs: 60_000, onWait, clock });
    expect(await call(waiting)).toEqual([{ one: 1 }]);
    expect(told).toEqual(['6 to go']);
    expect(clock.pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    await waiting.close();
  });

  test('applies a plan when there is an engine', async () => {
    const clock = newClock();
    const db = failing(await openDatabase({ engine: 'grafeo' }), 'UNAVAILABLE', 2);
    const waiting = patient(db, { forMs: 60_000, clock });
    await waiting.apply(GRAPH_PLAN);
    expect(clock.pauses).toEqual([250, 500]);
    await waiting.close();
  });

  test('fails as it did last when its time is over, and has as much for the next call', async () => {
    const db = await openDatabase({ engine: 'grafeo' });
    const clock = newClock();
    const waiting = patient(failing(db, 'UNAVAILABLE', 6), { forMs: 3_000, clock });
    expect(await errorOf(waiting.read(ONE))).toMatchObject({ code: 'UNAVAILABLE', message: '2 to go' });
    expect(clock.pauses).toEqual([250, 500, 1_000]);
    expect(await waiting.read(ONE)).toEqual([{ one: 1 }]);
    await waiting.close();
  });

  test.each(['TIMEOUT', 'CONFLICT', 'INTERNAL'] as const)('does not wait after %s', async (code) => {
    const db = await openDatabase({ engine: 'grafeo' });
    const clock = newClock();
    const waiting = patient(failing(db, code, 1), { forMs: 60_000, clock });
    expect(await errorOf(waiting.read(ONE))).toMatchObject({ code });
    expect(clock.pauses).toEqual([]);
    await waiting.close();
  });

  test('does not wait once it is closed', async () => {
    const clock = newClock();
    const waiting = patient(await openDatabase({ engine: 'grafeo' }), { forMs: 60_000, clock });
    await waiting.close();
    expect(await errorOf(read(waiting, 'RETURN 1 AS one'))).toMatchObject({ code: 'UNAVAILABLE' });
    expect(clock.pauses).toEqual([]);
  });
});
