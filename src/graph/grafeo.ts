import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GrafeoDB } from '@grafeo-db/js';
import { OnrecordError } from '../errors.ts';
import { Calls } from './calls.ts';
import type {
  CallOptions,
  Database,
  DatabaseTarget,
  Params,
  Query,
  Row,
  TextMatch,
  TextSearch,
  Transaction,
} from './database.ts';
import { APPLY_TIMEOUT_MS, type Deadline, READ_TIMEOUT_MS, WRITE_TIMEOUT_MS } from './deadline.ts';
import { systemReason } from './grafeo-disk.ts';
import { GrafeoStore } from './grafeo-store.ts';
import { createTextIndex, searchText } from './grafeo-text.ts';
import { GrafeoTransaction, translate } from './grafeo-transaction.ts';
import type { GraphPlan } from './plan.ts';

const STORE_FILE = 'graph.grafeo';

/** Queries that run on after their caller got TIMEOUT. Each keeps a core busy for as long as it takes. */
const MAX_ABANDONED_QUERIES = 4;

type GrafeoTarget = Extract<DatabaseTarget, { engine: 'grafeo' }>;

/** Opens or creates the store. UNAVAILABLE when another process holds it, or another handle in this one. */
export async function openGrafeo(target: GrafeoTarget): Promise<Database> {
  const grafeo = await loadEngine();
  const options = { shuffleUnordered: target.shuffleUnordered ?? false };
  const { folder } = target;
  const file = folder === undefined ? null : join(folder, STORE_FILE);
  const open = () => grafeo.GrafeoDB.create(file, options);
  if (folder === undefined) return new GrafeoDatabase(new GrafeoStore(open, null));
  try {
    await mkdir(folder, { recursive: true });
    return new GrafeoDatabase(new GrafeoStore(open, file));
  } catch (error) {
    throw cannotOpen(folder, error);
  }
}

/** Whether there is a store in a folder. */
export function hasStore(folder: string): boolean {
  return existsSync(join(folder, STORE_FILE));
}

class GrafeoDatabase implements Database {
  readonly engine: string;
  readonly #store: GrafeoStore;
  readonly #calls = new Calls();
  #abandoned = 0;

  constructor(store: GrafeoStore) {
    this.#store = store;
    this.engine = `Grafeo ${store.version}`;
  }

  read(query: Query, params?: Params, options?: CallOptions): Promise<readonly Row[]> {
    return this.readTransaction((tx) => tx.run(query, params), options);
  }

  readTransaction<T>(work: (tx: Transaction) => Promise<T>, options: CallOptions = {}): Promise<T> {
    return this.#calls.run(options.timeoutMs ?? READ_TIMEOUT_MS, (deadline) =>
      this.#transact('read', work, deadline),
    );
  }

  searchText(search: TextSearch, options: CallOptions = {}): Promise<readonly TextMatch[]> {
    return this.#calls.run(options.timeoutMs ?? READ_TIMEOUT_MS, (deadline) => {
      return this.#store.use((engine) => {
        const read = (query: Query, params: Params) =>
          this.#perform(engine, 'read', (tx) => tx.run(query, params), deadline);
        return searchText(engine, read, search);
      });
    });
  }

  write<T>(work: (tx: Transaction) => Promise<T>, options: CallOptions = {}): Promise<T> {
    return this.#calls.run(options.timeoutMs ?? WRITE_TIMEOUT_MS, (deadline) =>
      this.#calls.inTurn(() => this.#transact('write', work, deadline)),
    );
  }

  async apply(plan: GraphPlan): Promise<void> {
    // A constraint makes no index here, and without one each insert compares with every node of the label. Index first:
    // the constraint then checks what is already there quickly.
    const statements = [
      ...[...plan.unique, ...plan.indexes].map(
        ({ name, label, property }) =>
          `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
      ),
      ...plan.unique.map(
        ({ name, label, property }) =>
          `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
      ),
    ];
    await this.#calls.run(APPLY_TIMEOUT_MS, () =>
      this.#calls.inTurn(async () => {
        for (const text of statements) await this.#runDirectly({ name: 'graph.apply', text });
        for (const index of plan.texts) await this.#store.use((engine) => createTextIndex(engine, index));
      }),
    );
  }

  async compact(): Promise<void> {
    await this.#calls.run(APPLY_TIMEOUT_MS, () => this.#calls.inTurn(() => this.#store.rewrite()));
  }

  async ping(): Promise<void> {
    // The engine itself goes on answering reads after its close().
    this.#calls.refuseWhenClosed();
    await this.#runDirectly({ name: 'graph.ping', text: 'RETURN 1' });
  }

  close(): Promise<void> {
    // Abandoned transactions may still run: the engine refuses commits from now on.
    return this.#calls.close(() => {
      try {
        this.#store.close();
      } catch (error) {
        throw translate(error, 'graph.close');
      }
    });
  }

  #transact<T>(
    mode: 'read' | 'write',
    work: (tx: Transaction) => Promise<T>,
    deadline: Deadline,
  ): Promise<T> {
    return this.#store.use((engine) => this.#perform(engine, mode, work, deadline));
  }

  /** Settles when the engine's transaction is over, which after a timeout is later than the caller's answer. */
  async #perform<T>(
    engine: GrafeoDB,
    mode: 'read' | 'write',
    work: (tx: Transaction) => Promise<T>,
    deadline: Deadline,
  ): Promise<T> {
    deadline.check();
    if (this.#abandoned >= MAX_ABANDONED_QUERIES) throw tooManyAbandoned();
    const tx = new GrafeoTransaction(engine.beginTransaction(), mode, deadline);
    try {
      const result = await deadline.race(work(tx));
      await tx.commit();
      return result;
    } catch (error) {
      const abandoned = deadline.expired && tx.isRunning;
      if (abandoned) this.#abandoned += 1;
      await tx.rollback();
      if (abandoned) this.#abandoned -= 1;
      throw error;
    }
  }

  async #runDirectly(query: Query): Promise<void> {
    try {
      await this.#store.use((engine) => engine.executeCypher(query.text));
    } catch (error) {
      throw translate(error, query.name);
    }
  }
}

async function loadEngine(): Promise<typeof import('@grafeo-db/js')> {
  try {
    return (await import('@grafeo-db/js')).default;
  } catch (error) {
    // The package is a native build, which not every platform has (no musl on x64).
    throw new OnrecordError('UNAVAILABLE', 'The embedded graph has no build for this platform.', {
      cause: error,
    });
  }
}

function cannotOpen(folder: string, error: unknown): OnrecordError {
  // By text, as there is no other sign: this failure has the same status as a damaged file.
  const locked = error instanceof Error && error.message.includes('cannot be locked');
  const reason = systemReason(error);
  const failure = reason === undefined ? 'cannot be opened' : `cannot be opened: ${reason}`;
  const message = `The graph in the folder ${folder} ${locked ? 'is held by another process' : failure}.`;
  return new OnrecordError('UNAVAILABLE', message, { cause: error });
}

function tooManyAbandoned(): OnrecordError {
  return new OnrecordError(
    'LIMIT_EXCEEDED',
    'Too many timed-out queries are still running; try again later.',
  );
}
