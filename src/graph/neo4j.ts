import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type Session,
} from 'neo4j-driver';
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
import { Neo4jTransaction, translate } from './neo4j-transaction.ts';
import type { GraphPlan } from './plan.ts';
import { real, text } from './rows.ts';
import { groupsOf } from './text.ts';

/** Milliseconds. An unreachable server should be an error message soon, not a hanging page. */
const CONNECT_TIMEOUT_MS = 3_000;
const CONNECTION_ACQUISITION_TIMEOUT_MS = 5_000;
const PING_TIMEOUT_MS = 5_000;
/** No attempt begins later; long enough for a cluster to choose a new leader. */
const RETRY_TIME_MS = 5_000;

/** All rows of a result at once, which is how they are given. */
const FETCH_ALL = -1;

const AWAIT_INDEXES_SECONDS = 240;

const ALREADY_THERE = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';

/**
 * Neo4j only reads what is committed: two writers that read, decide and write would overwrite each other. So each write
 * first locks this node, also against other processes.
 */
const LOCK: Query = {
  name: 'graph.lock',
  text: `MERGE (lock:WriteLock {id: 'writer'}) SET lock.id = 'writer'`,
};

const SEARCH_TEXT = `
  CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score
  RETURN node.id AS id, score
  ORDER BY score DESC, id`;

type Neo4jTarget = Extract<DatabaseTarget, { engine: 'neo4j' }>;

/** Connects. UNAVAILABLE when the server cannot be reached, refuses the credentials or lacks the database. */
export async function openNeo4j(target: Neo4jTarget): Promise<Database> {
  let driver: Driver | undefined;
  try {
    driver = neo4j.driver(target.uri, authToken(target), {
      useBigInt: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: CONNECTION_ACQUISITION_TIMEOUT_MS,
      maxTransactionRetryTime: RETRY_TIME_MS,
      // A result that is fetched in parts would see what queries sent after it write.
      fetchSize: FETCH_ALL,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'onrecord',
    });
    const server = await driver.getServerInfo();
    // The agent reads "Neo4j/5.26.30".
    const db = new Neo4jDatabase(driver, target, (server.agent ?? 'Neo4j').replace('/', ' '));
    await db.ping();
    return db;
  } catch (error) {
    await driver?.close();
    throw new OnrecordError('UNAVAILABLE', `Neo4j cannot be used at ${target.uri}: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

class Neo4jDatabase implements Database {
  readonly engine: string;
  readonly #driver: Driver;
  readonly #target: Neo4jTarget;
  /** Makes a read on another cluster member wait for the writes of this process. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();
  readonly #calls = new Calls();

  constructor(driver: Driver, target: Neo4jTarget, engine: string) {
    this.#driver = driver;
    this.#target = target;
    this.engine = engine;
  }

  read(query: Query, params?: Params, options?: CallOptions): Promise<readonly Row[]> {
    return this.#read((tx) => tx.run(query, params), options, query.name);
  }

  readTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: CallOptions): Promise<T> {
    return this.#read(work, options);
  }

  async searchText(search: TextSearch, options?: CallOptions): Promise<readonly TextMatch[]> {
    const query = luceneQuery(search);
    if (query === null) return [];
    const params = { index: search.index.name, query, limit: search.limit };
    const rows = await this.read({ name: search.name, text: SEARCH_TEXT }, params, options);
    return rows.map((row) => ({ id: text(row, 'id'), score: real(row, 'score') }));
  }

  write<T>(work: (tx: Transaction) => Promise<T>, options: CallOptions = {}): Promise<T> {
    // The queue keeps waiting writers from holding a connection each.
    return this.#calls.run(options.timeoutMs ?? WRITE_TIMEOUT_MS, (deadline) =>
      this.#calls.inTurn(() =>
        this.#transact('write', deadline, async (tx) => {
          await tx.run(LOCK);
          return work(tx);
        }),
      ),
    );
  }

  async apply(plan: GraphPlan): Promise<void> {
    const lockKey = { name: 'write_lock_id', label: 'WriteLock', property: 'id' };
    const statements = [
      ...[lockKey, ...plan.unique].map(
        ({ name, label, property }) =>
          `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
      ),
      ...[...plan.indexes, ...plan.orderIndexes].map(
        ({ name, label, property }) =>
          `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
      ),
      ...plan.relationshipIndexes.map(
        ({ name, type, property }) =>
          `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`,
      ),
      ...plan.texts.map(
        ({ name, label, property }) =>
          `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.${property}]
          OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
      ),
      `CALL db.awaitIndexes(${AWAIT_INDEXES_SECONDS})`,
    ];
    await this.#calls.run(APPLY_TIMEOUT_MS, (deadline) =>
      this.#calls.inTurn(async () => {
        // One transaction each: schema changes and reads do not mix.
        for (const text of statements) {
          try {
            await this.#transact(
              'write',
              deadline,
              (tx) => tx.run({ name: 'graph.apply', text }),
              'graph.apply',
            );
          } catch (error) {
            if (!wasMadeMeanwhile(error)) throw error;
          }
        }
      }),
    );
  }

  async compact(): Promise<void> {
    this.#calls.refuseWhenClosed();
    // What is left in a server's files is for its administrator: it takes the rights of one.
  }

  async ping(): Promise<void> {
    this.#calls.refuseWhenClosed();
    // A query, not `verifyConnectivity`: that is content with a server without our database. Not managed: no retries.
    const session = this.#session();
    try {
      await session.run('RETURN 1', {}, { timeout: PING_TIMEOUT_MS, metadata: { app: 'onrecord' } });
    } catch (error) {
      throw new OnrecordError('UNAVAILABLE', 'Neo4j does not answer.', { cause: error });
    } finally {
      await session.close();
    }
  }

  close(): Promise<void> {
    return this.#calls.close(() => this.#driver.close());
  }

  #read<T>(work: (tx: Transaction) => Promise<T>, options: CallOptions = {}, queryName?: string): Promise<T> {
    return this.#calls.run(options.timeoutMs ?? READ_TIMEOUT_MS, (deadline) =>
      this.#transact('read', deadline, work, queryName),
    );
  }

  async #transact<T>(
    mode: 'read' | 'write',
    deadline: Deadline,
    work: (tx: Transaction) => Promise<T>,
    queryName?: string,
  ): Promise<T> {
    deadline.check();
    const session = this.#session();
    const config = {
      timeout: deadline.remainingMs,
      metadata: { app: 'onrecord', ...(queryName === undefined ? {} : { query: queryName }) },
    };
    const attempt = (tx: ManagedTransaction) => new Neo4jTransaction(tx, deadline).perform(work);
    try {
      return await (mode === 'read'
        ? session.executeRead(attempt, config)
        : session.executeWrite(attempt, config));
    } catch (error) {
      // What `work` threw passes unchanged; what the driver threw outside of it (begin, commit) is still raw.
      throw error instanceof Neo4jError ? translate(error, queryName ?? mode) : error;
    } finally {
      await session.close();
    }
  }

  #session(): Session {
    return this.#driver.session({ ...databaseOf(this.#target), bookmarkManager: this.#bookmarks });
  }
}

/** Another process made the same in the same moment, which IF NOT EXISTS does not see. */
function wasMadeMeanwhile(error: unknown): boolean {
  const refusal =
    error instanceof OnrecordError && error.cause instanceof Error ? error.cause.cause : undefined;
  return refusal instanceof Neo4jError && refusal.code === ALREADY_THERE;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof OnrecordError && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Neo4jError ? cause.code : '';
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit')
    return 'too many wrong passwords, try again later';
  if (code.startsWith('Neo.ClientError.Security.')) return 'it refuses the user or password';
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') return 'it has no such database';
  if (code === 'ServiceUnavailable') return 'nothing that speaks Bolt answers there';
  return 'it does not answer as Neo4j does';
}

/** In Lucene's syntax, of which nothing is left in the words: each is quoted. Null for what matches nothing. */
function luceneQuery(search: TextSearch): string | null {
  const sign = search.match === 'ALL' ? '+' : '';
  const groups = groupsOf(search).map((group) => `${sign}(${group.map((word) => `"${word}"`).join(' ')})`);
  const phrases = (search.phrases ?? []).map((words) => `+"${words.join(' ')}"`);
  return groups.length === 0 ? null : [...groups, ...phrases].join(' ');
}

function databaseOf(target: Neo4jTarget): { database?: string } {
  return target.database === undefined ? {} : { database: target.database };
}

function authToken({ username, password }: Neo4jTarget) {
  return username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');
}
