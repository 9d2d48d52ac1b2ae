import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../src/graph/apply.ts';
import type { Database, DatabaseTarget, Query } from '../src/graph/database.ts';
import { openDatabase } from '../src/graph/open.ts';
import { GRAPH_PLAN } from '../src/graph/plan.ts';
import { integer } from '../src/graph/rows.ts';
import { ingestDocument } from '../src/ingest/pipeline.ts';
import { FOR_LOADS, startNeo4j } from '../test/support/neo4j-server.ts';
import { type CorpusOptions, corpus } from './corpus.ts';

export const ENGINES = ['grafeo', 'neo4j'] as const;
export type Engine = (typeof ENGINES)[number];

/** An empty store, as the measurements and a server process of its own can open it one after the other. */
export interface Store {
  readonly open: () => Promise<Database>;
  readonly settings: Readonly<Record<string, string>>;
  /** Bytes that its files have; null where they are not on this machine. */
  readonly size: () => Promise<number | null>;
}

export interface Stores {
  /** Empties the one before. */
  readonly empty: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

export function openStores(engine: Engine): Promise<Stores> {
  return engine === 'grafeo' ? grafeoStores() : neo4jStores();
}

/** Writes the whole corpus; `onArticle` is told the milliseconds that each took. */
export async function fill(
  db: Database,
  options: CorpusOptions,
  onArticle: (ms: number) => void = () => {},
): Promise<void> {
  for (const document of corpus(options)) {
    const start = performance.now();
    await ingestDocument(db, document);
    onArticle(performance.now() - start);
  }
}

/** In files, as the server keeps them unless told otherwise. */
async function grafeoStores(): Promise<Stores> {
  const root = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  return {
    async empty() {
      const folder = await mkdtemp(join(root, 'store-'));
      return {
        open: () => opened({ engine: 'grafeo', folder }),
        settings: { ONRECORD_DATA: folder },
        size: () => bytesIn(folder),
      };
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

/** The server at NEO4J_TEST_URI, WHOSE DATABASE IS EMPTIED; else one from Maven Central's jars, with the machine of loads. */
async function neo4jStores(): Promise<Stores> {
  const { NEO4J_TEST_URI: given, NEO4J_TEST_USERNAME: username, NEO4J_TEST_PASSWORD: password } = process.env;
  const server =
    given === undefined
      ? await startNeo4j({ machine: FOR_LOADS })
      : { uri: given, data: null, stop: async () => {} };
  const { uri, data } = server;
  const credentials = username === undefined ? {} : { username, password: password ?? '' };
  const target = { engine: 'neo4j', uri, ...credentials } as const;
  const login = username === undefined ? {} : { NEO4J_USERNAME: username, NEO4J_PASSWORD: password ?? '' };
  return {
    async empty() {
      await wipe(target);
      return {
        open: () => opened(target),
        settings: { NEO4J_URI: uri, ...login },
        // Without the logs of transactions, whose files are made as long as they may become.
        size: async () => (data === null ? null : bytesIn(join(data, 'data', 'databases', 'neo4j'))),
      };
    },
    close: server.stop,
  };
}

/** Of all files in a folder. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(({ parentPath, name }) => stat(join(parentPath, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Ready for queries. */
export async function opened(target: DatabaseTarget): Promise<Database> {
  const db = await openDatabase(target);
  await applyPlan(db, GRAPH_PLAN);
  return db;
}

const WIPE: Query = {
  name: 'bench.wipe',
  text: 'MATCH (n) WHERE NOT n:WriteLock WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS deleted',
};

async function wipe(target: DatabaseTarget): Promise<void> {
  const db = await openDatabase(target);
  try {
    let left = true;
    while (left) {
      const [row = {}] = await db.write((tx) => tx.run(WIPE));
      left = integer(row, 'deleted') > 0;
    }
  } finally {
    await db.close();
  }
}
