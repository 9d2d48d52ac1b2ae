import { setTimeout as sleep } from 'node:timers/promises';
import { OnrecordError } from '../errors.ts';
import type { Database } from './database.ts';

/** Milliseconds between attempts: the first pause, doubled up to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Milliseconds since some beginning, and waiting for some of them. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface Patience {
  /** Milliseconds from the first failure of a call until no further attempt begins. */
  readonly forMs: number;
  /** Told of the first failure of a call that is made again. */
  readonly onWait?: (failure: OnrecordError) => void;
  readonly clock?: Clock;
}

const REAL_CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/**
 * The same database for who would rather wait than fail while a server is started again: what is UNAVAILABLE is done
 * again until it is not, or the patience is over; then it fails as it did last. A write may have been committed before the connection
 * broke, so `work` must do no more the second time.
 */
export function patient(db: Database, patience: Patience): Database {
  const { forMs, onWait = () => {}, clock = REAL_CLOCK } = patience;
  let closed = false;
  const again = async <T>(call: () => Promise<T>): Promise<T> => {
    let end: number | undefined;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await call();
      } catch (error) {
        if (closed || !(error instanceof OnrecordError) || error.code !== 'UNAVAILABLE') throw error;
        if (end === undefined) {
          end = clock.now() + forMs;
          onWait(error);
        }
        if (clock.now() + pause > end) throw error;
        await clock.sleep(pause);
      }
    }
  };
  return {
    engine: db.engine,
    read: (query, params, options) => again(() => db.read(query, params, options)),
    searchText: (search, options) => again(() => db.searchText(search, options)),
    readTransaction: (work, options) => again(() => db.readTransaction(work, options)),
    write: (work, options) => again(() => db.write(work, options)),
    apply: (plan) => again(() => db.apply(plan)),
    compact: () => db.compact(),
    ping: () => db.ping(),
    close() {
      closed = true;
      return db.close();
    },
  };
}
