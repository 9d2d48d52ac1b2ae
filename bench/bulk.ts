import { fileURLToPath } from 'node:url';
import { run } from '../test/support/command.ts';
import type { Bench } from './bench.ts';
import type { BulkTask, Loaded, Reopened, Stretch } from './bulk-process.ts';
import { atLeast, atMost, type Figure, megabytes, ms, short } from './figures.ts';
import type { Engine } from './stores.ts';

/** Documents after which there is a figure. */
const STRETCH = 1_000;
const SHOWN_QUERIES = 8;

/** 10,000 articles in ten minutes, on two cores. */
const GOAL_PER_SECOND = 10_000 / 600;
/** Of the process that loads. The embedded engine keeps the graph there. */
const GOAL_MB: Readonly<Record<Engine, number>> = { grafeo: 2_048, neo4j: 1_024 };

const PROCESS = fileURLToPath(new URL('bulk-process.ts', import.meta.url));

/** A load of many articles by batches: pace, memory and size as they come in, what the time goes to, and the opening afterwards. */
export async function measureBulk(bench: Bench): Promise<readonly Figure[]> {
  const { engine, stores, corpus, batch, profile } = bench;
  const store = await stores.empty();
  const { settings } = store;
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const loaded = await inProcess<Loaded>({ settings, load: { corpus, batch, stretch: STRETCH } }, flags);
  const disk = await store.size();
  const reopened = await inProcess<Reopened>({ settings, load: null });
  return [
    ...stretchFigures(loaded.stretches),
    wholeFigure(engine, loaded, batch),
    ...queryFigures(loaded),
    sizeFigure(engine, loaded, reopened, disk),
  ];
}

async function inProcess<T>(task: BulkTask, flags: readonly string[] = []): Promise<T> {
  const args = [...flags, '--import', 'tsx', PROCESS, JSON.stringify(task)];
  return JSON.parse(await run(process.execPath, args));
}

/** How each stretch fares against the first. */
function stretchFigures(stretches: readonly Stretch[]): Figure[] {
  let from = 0;
  const first = stretches[0];
  return stretches.map((stretch) => {
    const { documents, rss, heap } = stretch;
    const [begin, end] = [from + 1, from + documents];
    from = end;
    return {
      measure: `bulk load, documents ${begin} to ${end}, time for each against the first ${first?.documents}`,
      value: `${paceOf(stretch)}; most memory so far ${megabytes(rss)}, of it heap ${megabytes(heap)}`,
      ratio: first === undefined ? null : stretch.ms / documents / (first.ms / first.documents),
      goal: null,
      numbers: { ...perSecond(stretch), rss, heap },
    };
  });
}

function wholeFigure(engine: Engine, { stretches, closeMs }: Loaded, batch: number): Figure {
  const whole = totalOf(stretches);
  const pace = perSecond(whole);
  const rssMb = whole.rss / 2 ** 20;
  const goals = [
    atLeast(GOAL_PER_SECOND, pace.documents, ' documents/s'),
    atMost(GOAL_MB[engine], rssMb, ' MB'),
  ];
  return {
    measure: `bulk load of ${whole.documents} documents by ${batch}`,
    value: `${paceOf(whole)}; ${short(whole.ms / 1_000)} s and ${ms(closeMs)} to close; most memory ${megabytes(whole.rss)}`,
    ratio: null,
    goal: { text: goals.map(({ text }) => text).join(', '), met: goals.every(({ met }) => met) },
    numbers: { ...pace, ms: whole.ms, closeMs, rss: whole.rss, heap: whole.heap },
  };
}

/** Queries with most of the time, and what is left for this side of the port. */
function queryFigures({ stretches, queries, commitMs }: Loaded): Figure[] {
  const whole = totalOf(stretches);
  const share = (time: number) => `${short((time / whole.ms) * 100)} % of the time`;
  const all = Object.entries(queries).toSorted(([, a], [, b]) => b.ms - a.ms);
  const inQueries = all.reduce((sum, [, { ms: time }]) => sum + time, 0);
  const rest = whole.ms - inQueries - commitMs;
  const figure = (what: string, time: number, runs: number): Figure => ({
    measure: `bulk load, ${what}`,
    value: `${ms(time / whole.documents)} a document, ${share(time)}; ${runs} runs`,
    ratio: null,
    goal: null,
    numbers: { ms: time, runs },
  });
  return [
    figure('outside of queries (check, resolve, rows)', rest, whole.documents),
    figure('commit', commitMs, whole.documents),
    ...all
      .slice(0, SHOWN_QUERIES)
      .map(([name, { ms: time, runs }]) => figure(`query \`${name}\``, time, runs)),
  ];
}

function sizeFigure(engine: Engine, loaded: Loaded, reopened: Reopened, disk: number | null): Figure {
  const { statements } = totalOf(loaded.stretches);
  if (reopened.statements < statements)
    throw new Error(`Of ${statements} statements ${reopened.statements} are there.`);
  const parts = [
    `${ms(reopened.openMs)} to open again`,
    ...(disk === null ? [] : [`${megabytes(disk)} on disk, ${short(disk / statements)} bytes a statement`]),
    // With a server the graph is in its memory.
    ...(engine === 'grafeo'
      ? [`${megabytes(reopened.rss)} with it open, ${short(reopened.grown / statements)} bytes a statement`]
      : []),
  ];
  return {
    measure: `the graph of ${statements} statements after a bulk load`,
    value: parts.join('; '),
    ratio: null,
    goal: null,
    numbers: { ...reopened, ...(disk === null ? {} : { disk }) },
  };
}

function totalOf(stretches: readonly Stretch[]): Stretch {
  const sum = (of: (stretch: Stretch) => number) => stretches.reduce((all, each) => all + of(each), 0);
  const most = (of: (stretch: Stretch) => number) => Math.max(...stretches.map(of));
  return {
    documents: sum(({ documents }) => documents),
    statements: sum(({ statements }) => statements),
    ms: sum(({ ms: time }) => time),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    rss: most(({ rss }) => rss),
    heap: most(({ heap }) => heap),
  };
}

function perSecond({ documents, statements, ms: time }: Stretch) {
  return { documents: (documents * 1_000) / time, statements: (statements * 1_000) / time };
}

function paceOf(stretch: Stretch): string {
  const { documents, statements } = perSecond(stretch);
  const cpuMs = stretch.cpuMs / stretch.documents;
  return `${short(documents)} documents/s, ${short(statements)} statements/s, ${ms(cpuMs)} of processor time a document`;
}
