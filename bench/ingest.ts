import type { Bench } from './bench.ts';
import { atMost, type Figure, median, ms, short } from './figures.ts';
import { contentOf } from './memory.ts';
import { fill } from './stores.ts';

const WARM_UP = 30;
const RUNS = 2;
const GOAL = 1.5;

/** How fast articles are written, and whether each takes longer when there are many: the last quarter against the first. */
export async function measureIngest({ stores, corpus }: Bench): Promise<readonly Figure[]> {
  await times({ stores, corpus: { ...corpus, articles: WARM_UP } });
  const quarter = Math.max(1, Math.floor(corpus.articles / 4));
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await times({ stores, corpus }));
  // Medians, and the quickest run: other work on the machine only makes it slower.
  const first = median(runs.flatMap((all) => all.slice(0, quarter)));
  const last = median(runs.flatMap((all) => all.slice(-quarter)));
  const articlesPerSecond = (corpus.articles * 1_000) / Math.min(...runs.map(sum));
  const statementsPerSecond = articlesPerSecond * corpus.statements;
  return [
    {
      measure: `ingest of ${contentOf(corpus)}: an article of the last ${quarter}, against one of the first; medians of ${RUNS} runs`,
      value: `${short(articlesPerSecond)} articles/s, ${short(statementsPerSecond)} statements/s; ${ms(first)} first, ${ms(last)} last`,
      ratio: last / first,
      goal: atMost(GOAL, last / first),
      numbers: { articlesPerSecond, statementsPerSecond, firstMs: first, lastMs: last },
    },
  ];
}

/** Milliseconds of each article. */
async function times({ stores, corpus }: Pick<Bench, 'stores' | 'corpus'>): Promise<number[]> {
  const db = await (await stores.empty()).open();
  const all: number[] = [];
  try {
    await fill(db, corpus, (ms) => all.push(ms));
  } finally {
    await db.close();
  }
  return all;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
