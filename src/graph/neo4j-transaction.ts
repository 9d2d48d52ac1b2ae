import { type ManagedTransaction, Neo4jError } from 'neo4j-driver';
import { OnrecordError } from '../errors.ts';
import type { Params, Query, Row, Transaction } from './database.ts';
import { type Deadline, timedOut } from './deadline.ts';
import { unbothered } from './unbothered.ts';
import { fromEngine, toEngine } from './values.ts';

/** One attempt of a managed transaction. `work` sees OnrecordErrors, the driver sees what it can retry. */
export class Neo4jTransaction implements Transaction {
  readonly #engine: ManagedTransaction;
  readonly #deadline: Deadline;
  /** Settled when the query that was sent last is done, however it ended. */
  #last: Promise<unknown> = Promise.resolve();
  #failure: { readonly engine: unknown; readonly translated: OnrecordError } | undefined;

  constructor(engine: ManagedTransaction, deadline: Deadline) {
    this.#engine = engine;
    this.#deadline = deadline;
  }

  async perform<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.#deadline.check();
    try {
      const result = await work(this);
      this.#deadline.check();
      // The server has rolled back by now, but the driver calls it success when `work` swallowed the failure.
      if (this.#failure !== undefined) throw this.#failure.translated;
      return result;
    } catch (error) {
      throw Neo4jError.isRetryable(this.#failure?.engine) ? this.#failure?.engine : error;
    }
  }

  run(query: Query, params: Params = {}): Promise<readonly Row[]> {
    const call = unbothered(this.#run(query, params, this.#last));
    this.#last = call.catch(() => {});
    return call;
  }

  /** Fails as the first that failed did. */
  async #run(query: Query, params: Params, before: Promise<unknown>): Promise<readonly Row[]> {
    this.#deadline.check();
    if (this.#failure !== undefined) throw this.#failure.translated;
    try {
      const result = await this.#engine.run(query.indexed ?? query.text, toEngine(params));
      return result.records.map((record) => fromEngine(record.toObject()));
    } catch (error) {
      const isOurs = error instanceof OnrecordError;
      // The driver tells those that were sent after the one that failed before it tells that one.
      if (!isOurs) await before;
      this.#failure ??= { engine: error, translated: isOurs ? error : translate(error, query.name) };
      throw this.#failure.translated;
    }
  }
}

export function translate(error: unknown, queryName: string): OnrecordError {
  const cause = new Error(`Query ${queryName} failed`, { cause: error });
  const code = error instanceof Neo4jError ? error.code : '';
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new OnrecordError('CONFLICT', 'Something with the same key is already in the graph.', { cause });
  }
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return timedOut(cause);
  // Too many callers at once: the driver has no code for it.
  const poolFull =
    error instanceof Neo4jError && error.message.startsWith('Connection acquisition timed out');
  if (poolFull || isUnavailable(code))
    return new OnrecordError('UNAVAILABLE', 'The graph cannot be reached.', { cause });
  return new OnrecordError('INTERNAL', 'The graph refused a query.', { cause });
}

function isUnavailable(code: string): boolean {
  return (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code.startsWith('Neo.TransientError.') ||
    code.startsWith('Neo.ClientError.Security.') ||
    code.startsWith('Neo.ClientError.Cluster.') ||
    code === 'Neo.ClientError.Database.DatabaseNotFound'
  );
}
