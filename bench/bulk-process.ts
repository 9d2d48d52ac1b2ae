import { type Environment, readConfig } from '../src/config.ts';
import type { Database } from '../src/graph/database.ts';
import { integer } from '../src/graph/rows.ts';
import { traced } from '../src/graph/traced.ts';
import { ingestDocuments } from '../src/ingest/pipeline.ts';
import { Ahead } from '../src/ingest/prepare.ts';
import { type CorpusOptions, corpus } from './corpus.ts';
import { opened } from './stores.ts';

/*
 * What `bulk.ts` measures, in a process of its own, so that memory is of nothing else: it loads a corpus, or opens the graph that one
 * was loaded into. Prints JSON.
 */

export interface BulkTask {
  readonly settings: Environment;
  readonly load: { readonly corpus: CorpusOptions; readonly batch: number; readonly stretch: number } | null;
}

/** Bytes. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/** One part of the articles; memory is the most so far. */
export interface Stretch extends Memory {
  readonly documents: number;
  readonly statements: number;
  readonly ms: number;
  /** Of all processor cores, in this process. */
  readonly cpuMs: number;
}

export interface Loaded {
  readonly stretches: readonly Stretch[];
  /** Milliseconds by name of the query, and how often each ran. */
  readonly queries: Readonly<Record<string, { readonly ms: number; readonly runs: number }>>;
  /** Milliseconds for what was written to be kept, after the last query of each transaction. */
  readonly commitMs: number;
  readonly closeMs: number;
}

/** Memory with the graph open, and what of it came with the graph. */
export interface Reopened {
  readonly openMs: number;
  readonly statements: number;
  readonly rss: number;
  readonly grown: number;
}

const STATEMENTS = { name: 'bench.statements', text: 'MATCH (s:Statement) RETURN count(s) AS count' };

async function load(db: Database, { corpus: options, batch, stretch }: NonNullable<BulkTask['load']>) {
  const queries: Record<string, { ms: number; runs: number }> = {};
  let last = 0;
  const observed = traced(db, ({ query, ms }) => {
    const sum = queries[query] ?? { ms: 0, runs: 0 };
    // Queries are sent before those before them are done: the wait for these is theirs.
    const now = performance.now();
    queries[query] = { ms: sum.ms + now - Math.max(now - ms, last), runs: sum.runs + 1 };
    last = now;
  });
  let commitMs = 0;
  const written: Database['write'] = async (work, options) => {
    let done = 0;
    const result = await observed.write(async (tx) => {
      const made = await work(tx);
      done = performance.now();
      return made;
    }, options);
    commitMs += performance.now() - done;
    return result;
  };
  const stretches: Stretch[] = [];
  let [documents, statements, ms, cpuMs, heap] = [0, 0, 0, 0, 0];
  const cut = () => {
    // Of the operating system, in kilobytes.
    const rss = process.resourceUsage().maxRSS * 1_024;
    stretches.push({ documents, statements, ms, cpuMs, heap, rss });
    [documents, statements, ms, cpuMs] = [0, 0, 0, 0];
  };
  const ahead = new Ahead({});
  const batches = inBatches(corpus(options), batch);
  let next = batches.next();
  while (next.done !== true) {
    const some = next.value;
    // Not of the load: that the corpus is made up.
    next = batches.next();
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const readied = ahead.makeReady(next.value ?? []);
    const outcomes = await ingestDocuments({ ...observed, write: written }, some, { take: ahead.take });
    await readied;
    ms += performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    cpuMs += (user + system) / 1_000;
    for (const each of outcomes) {
      if ('error' in each) throw each.error;
      documents += 1;
      statements += each.outcome.created.statements;
    }
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    if (documents >= stretch) cut();
  }
  if (documents > 0) cut();
  return { stretches, queries, commitMs };
}

/** Never more than one batch is there at a time. */
function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[], void, undefined> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function perform({ settings, load: task }: BulkTask): Promise<Loaded | Reopened> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const db = await opened(readConfig(settings).store);
  if (task === null) {
    const [row = {}] = await db.read(STATEMENTS);
    const openMs = performance.now() - start;
    const { rss } = process.memoryUsage();
    await db.close();
    return { openMs, statements: integer(row, 'count'), rss, grown: rss - before };
  }
  const loaded = await load(db, task);
  const closing = performance.now();
  await db.close();
  return { ...loaded, closeMs: performance.now() - closing };
}

const [, , task = ''] = process.argv;
console.log(JSON.stringify(await perform(JSON.parse(task) as BulkTask)));
