import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import type { Database, DatabaseTarget } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { integer } from '../../src/graph/rows.ts';
import type { Neo4jSource } from './neo4j-setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'grafeo' | 'neo4j';
    /** Only in the project that runs on Neo4j. */
    neo4j: Neo4jSource;
  }
}

/** An empty database with the plan applied, closed after the test, or after the suite when a `beforeAll` opened it. */
export type OpenDatabase = () => Promise<Database>;

/**
 * A suite that runs on both engines: on Grafeo in the vitest project "grafeo", and again in the project "neo4j" when the
 * file is listed there (`vitest.config.ts`). On Neo4j there is one database only: opening again empties the one before.
 */
export function describeEngines(name: string, suite: (open: OpenDatabase) => void): void {
  const engine = inject('engine');
  const source = engine === 'neo4j' ? inject('neo4j') : undefined;
  if (source?.missing !== undefined) {
    const reason = `no Neo4j: ${source.missing}`;
    const describeMissing = source.required ? describe : describe.skip;
    describeMissing(`${name} (${reason})`, () => suite(() => Promise.reject(new Error(reason))));
    return;
  }
  describe(name, () => {
    const opened: Database[] = [];
    let openedBefore = 0;
    beforeEach(() => {
      openedBefore = opened.length;
    });
    afterEach(() => closeAll(opened.splice(openedBefore)));
    afterAll(() => closeAll(opened.splice(0)));
    suite(async () => {
      const db = source === undefined ? await openEmptyGrafeo() : await openEmptyNeo4j(source.target);
      opened.push(db);
      return db;
    });
  });
}

async function openEmptyGrafeo(): Promise<Database> {
  // Random order where a query asks for none: a forgotten ORDER BY soon fails.
  const db = await openDatabase({ engine: 'grafeo', shuffleUnordered: true });
  await db.apply(GRAPH_PLAN);
  return db;
}

let planApplied = false;

async function openEmptyNeo4j(target: DatabaseTarget): Promise<Database> {
  const db = await openDatabase(target);
  if (!planApplied) await db.apply(GRAPH_PLAN);
  planApplied = true;
  await wipe(db);
  return db;
}

const WIPE_BATCH = {
  name: 'test.wipe',
  text: 'MATCH (n) WHERE NOT n:WriteLock WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS deleted',
};

/** Constraints and indexes stay. In batches, since one transaction must fit into the server's memory. */
async function wipe(db: Database): Promise<void> {
  let left = true;
  while (left) {
    const [row = {}] = await db.write((tx) => tx.run(WIPE_BATCH));
    left = integer(row, 'deleted') > 0;
  }
}

async function closeAll(databases: readonly Database[]): Promise<void> {
  await Promise.all(databases.map((db) => db.close()));
}
