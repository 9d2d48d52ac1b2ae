import { watch } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { Database, DatabaseTarget } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { describeEngines, type OpenDatabase } from './engines.ts';
import type { SmallDisk } from './small-disk.ts';
import { type Wire, wireTo } from './wire.ts';

/** An empty store that processes work on, and what they do to it seen from outside. */
export interface ProcessStore {
  /** What a process needs to find it. */
  readonly settings: Readonly<Record<string, string>>;
  /** What runs the command given after it, where that cannot find the store by itself. */
  readonly through?: readonly string[];
  /** Calls `onStep` at each write to its files, or each message to its server, until `stop`. */
  readonly follow: (onStep: () => void) => { readonly stop: () => void };
  /** Reads it as a process finds it that starts now, once whatever a process left behind is over; the store stays as it is. */
  readonly look: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}

export interface FolderStore extends ProcessStore {
  readonly folder: string;
}

/** In a server that one can cut off. */
export interface ServerStore extends ProcessStore {
  readonly wire: Wire;
}

/** A suite of processes on each engine (`describeEngines`). A store lasts until its test ends, on Neo4j until the next is made. */
export function describeStores(name: string, suite: (newStore: () => Promise<ProcessStore>) => void): void {
  describeEngines(name, (open) => {
    suite(() => (inject('engine') === 'grafeo' ? newFolderStore() : newServerStore(open)));
  });
}

export async function newFolderStore(): Promise<FolderStore> {
  return folderStore(await newFolder());
}

/** The same as another store so far, with little room. `larger` is what is there in the end, with more. */
export async function newSmallStore(
  disk: SmallDisk,
  { folder: before }: FolderStore,
): Promise<{ readonly small: ProcessStore; readonly larger: FolderStore }> {
  const [small, after] = [await newFolder(), await newFolder()];
  const larger = folderStore(after);
  const through = disk.through(small, before, after);
  return { small: { ...larger, settings: { ONRECORD_DATA: small }, through }, larger };
}

function folderStore(folder: string): FolderStore {
  return {
    folder,
    settings: { ONRECORD_DATA: folder },
    follow(onStep) {
      const watcher = watch(folder, { recursive: true }, onStep);
      // A file may go while it is being looked for.
      watcher.on('error', () => {});
      return { stop: () => watcher.close() };
    },
    async look(work) {
      // Opening puts a store in order that was left in the midst of things.
      const copy = await newFolder();
      await cp(folder, copy, { recursive: true });
      return using({ engine: 'grafeo', folder: copy }, work);
    },
  };
}

export async function newServerStore(open: OpenDatabase): Promise<ServerStore> {
  const source = inject('neo4j');
  if (source.missing !== undefined) throw new Error(source.missing);
  await open();
  return serverStore(source.target);
}

export async function serverStore(
  target: Extract<DatabaseTarget, { engine: 'neo4j' }>,
): Promise<ServerStore> {
  const { uri, username, password } = target;
  const { hostname, port } = new URL(uri);
  const wire = await wireTo({ host: hostname, port: Number(port || 7687) });
  onTestFinished(() => wire.cut());
  const login = username === undefined ? {} : { NEO4J_USERNAME: username, NEO4J_PASSWORD: password ?? '' };
  return {
    wire,
    // Not by routing, which would lead around the wire.
    settings: { NEO4J_URI: `bolt://127.0.0.1:${wire.port}`, ...login },
    follow(onStep) {
      wire.onRequest = onStep;
      return {
        stop: () => {
          wire.onRequest = () => {};
        },
      };
    },
    look: (work) =>
      using(target, async (db) => {
        // Writers wait for each other, also for one whose process is gone.
        await db.write(async () => {});
        return work(db);
      }),
  };
}

async function using<T>(target: DatabaseTarget, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(target);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
