import { type ErrorCode, OnrecordError } from '../errors.ts';
import type { Database, Params, Query, Transaction } from './database.ts';
import { unbothered } from './unbothered.ts';

/** One query that ended, whatever its transaction came to. */
export interface QueryEvent {
  readonly query: string;
  readonly kind: 'read' | 'write';
  readonly ms: number;
  /** Rows returned; 0 for a failure. */
  readonly rows: number;
  readonly engine: string;
  readonly outcome: 'ok' | ErrorCode;
}

type Kind = QueryEvent['kind'];
type Run<T> = () => Promise<readonly T[]>;

/** The same database, telling `observe` of each query. Queries of a retried transaction are told again. */
export function traced(db: Database, observe: (event: QueryEvent) => void): Database {
  const timed = async <T>(query: Pick<Query, 'name'>, kind: Kind, run: Run<T>): Promise<readonly T[]> => {
    const start = performance.now();
    const end = (rows: number, outcome: QueryEvent['outcome']) =>
      observe({ query: query.name, kind, ms: performance.now() - start, rows, engine: db.engine, outcome });
    try {
      const rows = await run();
      end(rows.length, 'ok');
      return rows;
    } catch (error) {
      end(0, error instanceof OnrecordError ? error.code : 'INTERNAL');
      throw error;
    }
  };
  const tracedTransaction = (tx: Transaction, kind: Kind): Transaction => ({
    run: (query: Query, params?: Params) => unbothered(timed(query, kind, () => tx.run(query, params))),
  });
  return {
    engine: db.engine,
    read: (query, params, options) => timed(query, 'read', () => db.read(query, params, options)),
    searchText: (search, options) => timed(search, 'read', () => db.searchText(search, options)),
    readTransaction: (work, options) =>
      db.readTransaction((tx) => work(tracedTransaction(tx, 'read')), options),
    write: (work, options) => db.write((tx) => work(tracedTransaction(tx, 'write')), options),
    apply: (plan) => db.apply(plan),
    compact: () => db.compact(),
    ping: () => db.ping(),
    close: () => db.close(),
  };
}
