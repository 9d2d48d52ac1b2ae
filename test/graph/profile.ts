import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { inject } from 'vitest';
import type { Database, Params, Query } from '../../src/graph/database.ts';
import { toEngine } from '../../src/graph/values.ts';

export interface RecordedQuery {
  readonly query: Query;
  readonly params: Params;
}

/** The same database, keeping what is read from it. */
export function recording(db: Database): { readonly db: Database; readonly reads: RecordedQuery[] } {
  const reads: RecordedQuery[] = [];
  const read: Database['read'] = (query, params = {}, options) => {
    reads.push({ query, params });
    return db.read(query, params, options);
  };
  return { db: { ...bound(db), read }, reads };
}

function bound(db: Database): Database {
  return {
    engine: db.engine,
    read: db.read.bind(db),
    readTransaction: db.readTransaction.bind(db),
    searchText: db.searchText.bind(db),
    write: db.write.bind(db),
    apply: db.apply.bind(db),
    compact: db.compact.bind(db),
    ping: db.ping.bind(db),
    close: db.close.bind(db),
  };
}

/** Operators that read all nodes of a label, all relationships of a type, or a whole index. */
export const SCANS = /Scan/;

/** What Neo4j did for a query, as PROFILE tells. */
export interface Profile {
  readonly dbHits: number;
  readonly operators: readonly string[];
}

export class Profiler {
  readonly #driver: Driver;

  private constructor(driver: Driver) {
    this.#driver = driver;
  }

  /** Plans from now on are made for the graph as it is, as on a server that has run for a while. */
  static async open(): Promise<Profiler> {
    const { target } = inject('neo4j') as { target: { uri: string; username?: string; password?: string } };
    const { uri, username, password } = target;
    const driver = neo4j.driver(
      uri,
      username === undefined ? undefined : neo4j.auth.basic(username, password ?? ''),
    );
    await driver.executeQuery('CALL db.clearQueryCaches()');
    return new Profiler(driver);
  }

  /** With the text that Neo4j gets. */
  async profile({ query, params }: RecordedQuery): Promise<Profile> {
    const text = `PROFILE ${query.indexed ?? query.text}`;
    const { summary } = await this.#driver.executeQuery(text, toEngine(params));
    if (summary.profile === false) throw new Error(`${query.name} has no profile`);
    const plans = allPlans(summary.profile);
    return {
      dbHits: plans.reduce((sum, { dbHits }) => sum + dbHits, 0),
      operators: plans.map(({ operatorType }) => operatorType.replace(/@.*/, '')),
    };
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

function allPlans(plan: ProfiledPlan): ProfiledPlan[] {
  return [plan, ...plan.children.flatMap(allPlans)];
}
