import { readFile } from 'node:fs/promises';
import { run } from '../test/support/command.ts';
import type { Bench } from './bench.ts';
import { type CorpusOptions, corpus } from './corpus.ts';
import { atMost, type Figure, short } from './figures.ts';
import { type Question, questions } from './questions.ts';
import { ask, build, launch } from './server.ts';
import { fill, type Store } from './stores.ts';

const QUERIES = 1_000;
const GOAL_MB = 200;

/** Resident memory of the server process after 1,000 mixed queries: on the bundled articles, and on the corpus. */
export async function measureMemory({ stores, corpus: options }: Bench): Promise<readonly Figure[]> {
  await build();
  const bundled = await afterQueries(await stores.empty(), 'on', bundledQuestions());
  const store = await stores.empty();
  const db = await store.open();
  await fill(db, options);
  await db.close();
  const mixed = questions(QUERIES, [...corpus(options)], options.seed);
  const grown = await afterQueries(store, 'off', mixed);
  return [
    figure('the bundled articles', bundled, atMost(GOAL_MB, bundled.after, ' MB')),
    figure(contentOf(options), grown, null),
  ];
}

interface Memory {
  readonly ready: number;
  readonly after: number;
}

async function afterQueries(store: Store, seed: 'on' | 'off', all: Iterable<Question>): Promise<Memory> {
  const server = await launch({ ...store.settings, ONRECORD_SEED: seed });
  try {
    const ready = await residentMegabytes(server.pid);
    for (const { query, variables } of all) await ask(server.url, query, variables);
    return { ready, after: await residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

/** The same questions about what the bundled articles name. */
function bundledQuestions(): Iterable<Question> {
  const names = ['Joe Biden', 'Vladimir Putin', 'Vladimir Dzhabarov'];
  const entities = [
    ...names.map((name) => ({ id: name, type: 'PERSON' as const, name })),
    { id: 'us', type: 'COUNTRY' as const, name: 'US' },
    { id: 'russia', type: 'COUNTRY' as const, name: 'Russia' },
  ];
  const article = { text: '-', url: 'https://news.example/none' };
  const run = { method: 'HAND', tool: '-', version: '-', startedAt: '2024-01-01T00:00:00Z' } as const;
  return questions(QUERIES, [{ format: 'onrecord-annotation/1', article, run, entities }], 1);
}

/** As Linux tells; elsewhere as `ps` does. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes =
    status === null
      ? await run('ps', ['-o', 'rss=', '-p', String(pid)])
      : (/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? '');
  const found = Number(kilobytes) / 1_024;
  if (!(found > 0)) throw new Error('Nothing tells how much memory the server takes.');
  return found;
}

function figure(content: string, { ready, after }: Memory, goal: Figure['goal']): Figure {
  return {
    measure: `memory after ${QUERIES} mixed queries on ${content}, against memory when ready`,
    value: `${short(after)} MB, when ready ${short(ready)} MB`,
    ratio: after / ready,
    goal,
    numbers: { afterMb: after, readyMb: ready },
  };
}

export function contentOf({ articles, statements }: CorpusOptions): string {
  return `${articles} articles of ${statements} statements`;
}
