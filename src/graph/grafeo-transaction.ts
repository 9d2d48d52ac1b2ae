import type { Transaction as EngineTransaction, QueryResult } from '@grafeo-db/js';
import { OnrecordError } from '../errors.ts';
import type { Params, Query, Row, Transaction } from './database.ts';
import { type Deadline, timedOut } from './deadline.ts';
import { cannotWrite } from './grafeo-disk.ts';
import { unbothered } from './unbothered.ts';
import { type EngineValue, fromEngine, toEngine } from './values.ts';

const UNIQUE_VIOLATED = 'G2000';

/**
 * The engine's own limit of 30 seconds, which it looks at between some steps only: many a long query runs on. The status
 * is 22000, that of many other failures, so the code in the text has to do.
 */
const ENGINE_TIMEOUT = 'GRAFEO-Q003';

/** One engine transaction: refuses what the engine would let pass, and ends only when none of its queries runs. */
export class GrafeoTransaction implements Transaction {
  readonly #engine: EngineTransaction;
  readonly #mode: 'read' | 'write';
  readonly #deadline: Deadline;
  readonly #running = new Set<Promise<unknown>>();
  /** The engine has threads, and takes queries of one transaction in any order. */
  #last: Promise<unknown> = Promise.resolve();
  #failure: unknown;
  #ended = false;
  #committing = false;

  constructor(engine: EngineTransaction, mode: 'read' | 'write', deadline: Deadline) {
    this.#engine = engine;
    this.#mode = mode;
    this.#deadline = deadline;
  }

  get isRunning(): boolean {
    return this.#running.size > 0;
  }

  run(query: Query, params: Params = {}): Promise<readonly Row[]> {
    return unbothered(this.#run(query, params));
  }

  /** Throws, with nothing committed, when a query failed, even if `work` went on. */
  async commit(): Promise<void> {
    await this.#settle();
    this.#deadline.check();
    if (this.#failure !== undefined) throw this.#failure;
    this.#committing = true;
    try {
      this.#engine.commit();
    } catch (error) {
      throw translate(error, 'commit');
    }
  }

  async rollback(): Promise<void> {
    // What waits for its turn need not run any more.
    this.#failure ??= isOver();
    await this.#settle();
    // A commit that failed has undone the transaction already, though the engine may call it active.
    if (!this.#committing && this.#engine.isActive) this.#engine.rollback();
  }

  /** The engine refuses to end a transaction while a query of it runs, as after a `Promise.all` that failed early. */
  async #settle(): Promise<void> {
    this.#ended = true;
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  async #run(query: Query, params: Params): Promise<readonly Row[]> {
    if (this.#ended) throw isOver();
    // The engine would go on, and commit what came before: Neo4j does not.
    if (this.#failure !== undefined) throw this.#failure;
    const call = this.#execute(query, params, this.#last);
    this.#last = call;
    this.#running.add(call);
    try {
      return await call;
    } catch (error) {
      this.#failure ??= error;
      throw error;
    } finally {
      this.#running.delete(call);
    }
  }

  /** Fails as the one before it did. */
  async #execute(query: Query, params: Params, before: Promise<unknown>): Promise<readonly Row[]> {
    this.#deadline.check();
    const given: Record<string, EngineValue> = toEngine(params);
    await before;
    this.#deadline.check();
    if (this.#failure !== undefined) throw this.#failure;
    let result: QueryResult;
    try {
      result = await this.#engine.executeCypher(query.text, given);
    } catch (error) {
      throw translate(error, query.name);
    }
    if (this.#mode === 'read') refuseWrites(result, query.name);
    return result.toArray().map(fromEngine);
  }
}

function isOver(): OnrecordError {
  return new OnrecordError('INTERNAL', 'The transaction is over.');
}

export function translate(error: unknown, queryName: string): OnrecordError {
  const cause = new Error(`Query ${queryName} failed`, { cause: error });
  const status = error instanceof Error && 'gqlStatus' in error ? error.gqlStatus : undefined;
  if (status === UNIQUE_VIOLATED) {
    return new OnrecordError('CONFLICT', 'Something with the same key is already in the graph.', { cause });
  }
  if (error instanceof Error && error.message.includes(ENGINE_TIMEOUT)) return timedOut(cause);
  return cannotWrite(error, cause) ?? new OnrecordError('INTERNAL', 'The graph refused a query.', { cause });
}

/** The engine has no read-only transactions; the counters tell, and the rollback undoes. */
function refuseWrites(result: QueryResult, queryName: string): void {
  if (Object.values(result.counters).some((count) => count > 0)) {
    const cause = new Error(`Query ${queryName} writes in a read transaction`);
    throw new OnrecordError('INTERNAL', 'The graph refused a query.', { cause });
  }
}
