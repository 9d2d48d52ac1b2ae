import { graphql } from 'graphql';
import { traced } from '../src/graph/traced.ts';
import { createContext } from '../src/graphql/context.ts';
import { schema } from '../src/graphql/schema.ts';
import type { Bench } from './bench.ts';
import { corpus } from './corpus.ts';
import { type Figure, median, ms, quantile } from './figures.ts';
import { questions } from './questions.ts';
import { fill } from './stores.ts';

const WARM_UP = 60;
const QUESTIONS = 360;
const SHOWN = 8;

interface Runs {
  readonly times: number[];
  readonly rows: number[];
}

/** Which Cypher queries the time of mixed questions goes to: the slowest, against the median of all. */
export async function measureQueries({ stores, corpus: options }: Bench): Promise<readonly Figure[]> {
  const db = await (await stores.empty()).open();
  const byName = new Map<string, Runs>();
  try {
    await fill(db, options);
    let asked = 0;
    const observed = traced(db, ({ query, ms: time, rows }) => {
      if (asked <= WARM_UP) return;
      const runs = byName.get(query) ?? { times: [], rows: [] };
      byName.set(query, runs);
      runs.times.push(time);
      runs.rows.push(rows);
    });
    for (const { query, variables } of questions(WARM_UP + QUESTIONS, [...corpus(options)], options.seed)) {
      asked += 1;
      const contextValue = createContext({ db: observed });
      const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
      if (errors?.[0] !== undefined) throw errors[0];
    }
  } finally {
    await db.close();
  }
  const middle = median([...byName.values()].flatMap(({ times }) => times));
  return [...byName]
    .toSorted(([, a], [, b]) => median(b.times) - median(a.times))
    .slice(0, SHOWN)
    .map(([name, runs]) => figure(name, runs, middle));
}

function figure(name: string, { times, rows }: Runs, middle: number): Figure {
  const [p50, p95, size] = [median(times), quantile(times, 0.95), median(rows)];
  return {
    measure: `Cypher query \`${name}\` in mixed questions, against the median of all`,
    value: `${ms(p50)}, p95 ${ms(p95)}; ${size} rows, ${times.length} runs`,
    ratio: p50 / middle,
    goal: null,
    numbers: { p50, p95, rows: size, runs: times.length },
  };
}
