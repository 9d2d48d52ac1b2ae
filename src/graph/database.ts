import type { GraphPlan, TextIndex } from './plan.ts';

/**
 * What goes into a query and comes out of a row. Integers within ±(2^53−1) are numbers, beyond that bigints, both ways;
 * a number without a fraction goes in as an integer (so 1.0 is stored as 1). Dates are ISO strings: engines differ on temporal types.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Params = Readonly<Record<string, Value>>;

/** One row, by column name. Columns hold scalars, lists and maps, never nodes or relationships. */
export type Row = Readonly<Record<string, Value>>;

/** A named constant Cypher text in the subset both engines run. The name goes to traces, logs and transaction metadata. */
export interface Query {
  readonly name: string;
  readonly text: string;
  /** The same rows by an index on relationships, or the same writes and what that index holds: for an engine that has such indexes. */
  readonly indexed?: string;
}

/** Within one transaction: sees its own writes. */
export interface Transaction {
  run(query: Query, params?: Params): Promise<readonly Row[]>;
}

export interface CallOptions {
  /**
   * Milliseconds until the caller gets TIMEOUT, waiting for other writers included; a default (`deadline.ts`) when absent.
   * Nothing of a timed-out write stays, except on Neo4j when its time was up during the commit.
   */
  readonly timeoutMs?: number;
}

/** Which nodes of a full-text index are wanted. */
export interface TextSearch {
  /** For traces, logs and transaction metadata. */
  readonly name: string;
  readonly index: TextIndex;
  /** Groups of folded words, each of letters, marks and digits only. A node has a group when it has one of its words. */
  readonly groups: readonly (readonly string[])[];
  /** ALL: nodes that have every group. ANY: that have at least one. */
  readonly match: 'ALL' | 'ANY';
  /** ALL only: folded words that stand side by side as well, each phrase. Their words must be in groups too. */
  readonly phrases?: readonly (readonly string[])[];
  readonly limit: number;
}

/** The `id` property of a node, and how well it matches by the engine's own measure: good for choosing, not for showing. */
export interface TextMatch {
  readonly id: string;
  readonly score: number;
}

/**
 * The port to the graph: everything above it is the same on both engines. Failures are OnrecordErrors with the codes
 * CONFLICT (uniqueness), UNAVAILABLE (no engine to talk to, the store is held by another process, or its disk takes no more),
 * TIMEOUT, LIMIT_EXCEEDED (too many abandoned queries), INTERNAL (a query the engine refuses: our bug); the engine's own error is the `cause`.
 */
export interface Database {
  /** Product and version, as in `Neo4j 5.26.30` or `Grafeo 0.6.0`. */
  readonly engine: string;

  /** Run one read query in a transaction of its own. Rows in the query's order. */
  read(query: Query, params?: Params, options?: CallOptions): Promise<readonly Row[]>;

  /**
   * Several reads in one transaction. On Grafeo they see one state of the graph; on Neo4j each sees what is committed when
   * it runs. Like a read, it refuses queries that write (INTERNAL).
   */
  readTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: CallOptions): Promise<T>;

  /**
   * Committed nodes with these words, likeliest first: BM25, so rare words weigh most. The engines differ in the details of the
   * score, so where more than `limit` match they may differ in which they leave out. No groups, or an empty one, match nothing.
   */
  searchText(search: TextSearch, options?: CallOptions): Promise<readonly TextMatch[]>;

  /**
   * All or nothing: a throw out of `work` rolls back and reaches the caller unchanged. `work` may run more than once
   * (write conflicts, lost leader), so it must have no effects outside the transaction. Writers on one store wait for each other.
   */
  write<T>(work: (tx: Transaction) => Promise<T>, options?: CallOptions): Promise<T>;

  /** Create what the plan asks for and is missing. Idempotent; waits until the indexes are usable. */
  apply(plan: GraphPlan): Promise<void>;

  /**
   * Writes anew what the store keeps, so that what was overwritten is gone from its files. Grafeo does: it takes as long as writing the
   * store, and as much room, and other calls wait; UNAVAILABLE where one of them is still under way after 30 seconds. Neo4j does nothing:
   * what its files keep is for its administrator.
   */
  compact(): Promise<void>;

  /** Resolves when the engine answers; UNAVAILABLE otherwise. */
  ping(): Promise<void>;

  /** Waits for running writes, then lets go of connections or files. Idempotent; later calls get UNAVAILABLE. */
  close(): Promise<void>;
}

/** Where the graph lives. Absent `folder` means in memory, gone at close. */
export type DatabaseTarget =
  | { readonly engine: 'grafeo'; readonly folder?: string; readonly shuffleUnordered?: boolean }
  | {
      readonly engine: 'neo4j';
      /** `bolt://`, `neo4j://` and their `+s` and `+ssc` forms. */
      readonly uri: string;
      readonly username?: string;
      readonly password?: string;
      readonly database?: string;
    };
