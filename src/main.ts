import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { describeOutcome } from './cli/describe.ts';
import { exitWith } from './cli/failure.ts';
import { readConfig } from './config.ts';
import { OnrecordError } from './errors.ts';
import { applyPlan, hasArticles } from './graph/apply.ts';
import type { Database } from './graph/database.ts';
import { openDatabase } from './graph/open.ts';
import { GRAPH_PLAN } from './graph/plan.ts';
import { createContext } from './graphql/context.ts';
import { schema } from './graphql/schema.ts';
import { banner, type Stats } from './http/banner.ts';
import { EXAMPLES } from './http/examples.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { englishExtractor } from './ingest/extractors/english/extractor.ts';
import { moduleBeside, threaded } from './ingest/extractors/threaded.ts';
import { ingestFiles } from './ingest/files.ts';
import { createLog } from './observability/log.ts';

/** Articles that come with the package; the same from `src/` and from `dist/`. */
const BUNDLED = fileURLToPath(new URL('../data', import.meta.url));

/** Where a thread finds the extractor. */
const ENGLISH = {
  url: moduleBeside('./ingest/extractors/english/extractor', import.meta.url),
  name: 'englishExtractor',
};

/** Milliseconds from the signal until the process ends whatever still runs; more than the server gives its requests. */
const STOP_MS = 18_000;

/** Milliseconds between looks at whether the process that npm started still has its parent. */
const PARENT_CHECK_MS = 500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const db = await openDatabase(config.store);
  try {
    await applyPlan(db, GRAPH_PLAN);
    if (config.seed) await seedWhenEmpty(db);
    const { host, port, tokens } = config;
    const extractor = threaded(englishExtractor, ENGLISH);
    const server = await startServer({
      db,
      schema,
      contextFactory: (services, actor) => createContext({ ...services, extractor }, actor),
      log,
      tokens,
      host,
      port,
      examples: EXAMPLES,
    });
    stopOnSignal(server, db);
    const stats = await readStats(db);
    console.log(banner({ url: server.url, store: config.store, stats, example: EXAMPLES[0] }));
  } catch (error) {
    await db.close().catch(() => {});
    throw error;
  }
}

async function seedWhenEmpty(db: Database): Promise<void> {
  if (await hasArticles(db)) return;
  const refused: string[] = [];
  await ingestFiles(db, [BUNDLED], (done) => {
    if ('error' in done) refused.push(describeOutcome(done));
  });
  if (refused.length === 0) return;
  const lines = ['The bundled articles do not load (ONRECORD_SEED=off starts without them):', ...refused];
  throw new OnrecordError('INVALID_INPUT', lines.join('\n'));
}

async function readStats(db: Database): Promise<Stats> {
  const source = '{ stats { engine articles statements entities mentions relations } }';
  const { data, errors } = await graphql({ schema, source, contextValue: createContext({ db }) });
  if (errors?.[0] !== undefined) throw errors[0].originalError ?? errors[0];
  return (data as { stats: Stats }).stats;
}

/** First the server, then the database: requests that run still need it. A second Ctrl-C ends the process at once. */
function stopOnSignal(server: RunningServer, db: Database): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      exitWith(new OnrecordError('TIMEOUT', 'Queries are still running; they are cut off.'));
    }, STOP_MS).unref();
    await server.close();
    await db.close();
    process.exit(0);
  };
  const { npm_lifecycle_event: startedByNpm } = process.env;
  if (startedByNpm !== undefined) watchParent(() => void stop().catch(exitWith));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop().catch(exitWith);
    });
  }
}

/** npm and the shell it starts end on a signal without passing it on; then this process has another parent. */
function watchParent(gone: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, PARENT_CHECK_MS).unref();
}

await main().catch(exitWith);
