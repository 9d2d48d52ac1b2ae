import { graphql } from 'graphql';
import type { Database } from '../src/graph/database.ts';
import { traced } from '../src/graph/traced.ts';
import { createContext } from '../src/graphql/context.ts';
import { schema } from '../src/graphql/schema.ts';
import type { Bench } from './bench.ts';
import { atMost, type Figure } from './figures.ts';
import { fill } from './stores.ts';
import { country } from './world.ts';

const PAGES = [1, 10, 100];

/**
 * Who said what about X, with what every statement has beside it. A call is made when a row needs it: with fields that only some
 * have, a page of one row may cost less.
 */
const QUESTION = `query ($qid: String!, $first: Int!) {
  statements(where: { about: [{ qid: $qid }] }, first: $first) { totalCount nodes {
    kind quote content saidBy { speakers { name } speakingAs { name } mention { exact } }
    about { name } addressee { entities { name } } within { content } chain { content }
    article { title outlet { name } } evidence { role exact start end }
  } } }`;

/** How many Cypher calls the question costs, by the size of its page. */
export async function measureCalls({ stores, corpus }: Bench): Promise<readonly Figure[]> {
  const db = await (await stores.empty()).open();
  try {
    // Enough for full pages about the hub.
    await fill(db, { ...corpus, articles: Math.min(corpus.articles, 100) });
    const calls: number[] = [];
    for (const first of PAGES) calls.push(await callsFor(db, first));
    const ratio = Math.max(...calls) / Math.min(...calls);
    return [
      {
        measure: `Cypher calls of “who said what about X”, pages of ${PAGES.join(', ')} rows`,
        value: calls.join(', '),
        ratio,
        goal: atMost(1, ratio),
        numbers: Object.fromEntries(PAGES.map((size, at) => [`rows${size}`, calls[at] ?? Number.NaN])),
      },
    ];
  } finally {
    await db.close();
  }
}

async function callsFor(db: Database, first: number): Promise<number> {
  let calls = 0;
  const counted = traced(db, () => {
    calls += 1;
  });
  const { data, errors } = await graphql({
    schema,
    source: QUESTION,
    variableValues: { qid: country(0).qid, first },
    contextValue: createContext({ db: counted }),
  });
  if (errors?.[0] !== undefined) throw errors[0];
  const rows = (data as { statements: { nodes: unknown[] } }).statements.nodes.length;
  if (rows !== first) throw new Error(`A page of ${first} has ${rows} rows: the corpus is too small.`);
  return calls;
}
