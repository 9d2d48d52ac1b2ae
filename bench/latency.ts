import { deepStrictEqual } from 'node:assert/strict';
import type { Database } from '../src/graph/database.ts';
import { createContext } from '../src/graphql/context.ts';
import { schema } from '../src/graphql/schema.ts';
import { startServer } from '../src/http/server.ts';
import { createLog } from '../src/observability/log.ts';
import type { Bench } from './bench.ts';
import { atMost, type Figure, median, ms, quantile } from './figures.ts';
import { type Pair, pairs } from './pairs.ts';
import { ask } from './server.ts';
import { fill } from './stores.ts';
import { country } from './world.ts';

const WARM_UP = 10;
const RUNS = 100;
const MIN_RUNS = 7;
const BUDGET_MS = 15_000;
const MAX_SKIPPED = 400;

/**
 * GraphQL over HTTP against the same question as one Cypher query through the port, in turn. Server, client and port are one
 * process, since an embedded store belongs to one: what the client takes counts too.
 */
export async function measureLatency({ stores, corpus }: Bench): Promise<readonly Figure[]> {
  const db = await (await stores.empty()).open();
  try {
    await fill(db, corpus);
    const server = await startServer({
      db,
      schema,
      contextFactory: createContext,
      log: createLog({ logLevel: 'silent' }),
      host: '127.0.0.1',
      port: 0,
      examples: [],
    });
    try {
      const url = `${server.url}/graphql`;
      const { statement, deep, skipped } = await places(url);
      const figures: Figure[] = [await floor(url)];
      for (const pair of pairs(statement, deep, skipped)) figures.push(await compare(db, url, pair));
      return figures;
    } finally {
      await server.close();
    }
  } finally {
    await db.close();
  }
}

/** The id of a statement about the hub, and the cursor of one far down its list. */
async function places(url: string) {
  const query = `query ($qid: String!, $after: String) { entity(by: { qid: $qid }) {
    statementsAbout(first: 20, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } } }`;
  interface Page {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly id: string }[];
  }
  let [statement, deep, skipped] = ['', '', 0];
  while (skipped < MAX_SKIPPED) {
    const variables = { qid: country(0).qid, after: deep === '' ? null : deep };
    const { entity } = await ask<{ entity: { statementsAbout: Page } }>(url, query, variables);
    const { pageInfo, nodes } = entity.statementsAbout;
    statement = nodes[0]?.id ?? statement;
    if (!pageInfo.hasNextPage) break;
    deep = pageInfo.endCursor;
    skipped += nodes.length;
  }
  return { statement, deep, skipped };
}

/** What a request costs that asks for nothing. */
async function floor(url: string): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) times.push(await timed(() => ask(url, '{ __typename }')));
  const rest = times.slice(WARM_UP);
  const [p50, p95] = [median(rest), quantile(rest, 0.95)];
  const value = `${ms(p50)}, p95 ${ms(p95)}`;
  const measure = 'latency of a request that asks for nothing';
  return { measure, value, ratio: null, goal: null, numbers: { p50, p95 } };
}

async function compare(db: Database, url: string, pair: Pair): Promise<Figure> {
  const { name, query, variables, cypher, params } = pair;
  const viaApi = () => ask<never>(url, query, variables);
  const viaPort = () => db.read(cypher, params);
  const rows = (await viaPort()).map(({ key: _, ...row }) => row);
  deepStrictEqual(JSON.parse(JSON.stringify(pair.rows(await viaApi()))), rows, name);
  const [api, port]: [number[], number[]] = [[], []];
  const end = performance.now() + BUDGET_MS;
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const [a, b] = [await timed(viaApi), await timed(viaPort)];
    if (run >= 0 || performance.now() > end) {
      api.push(a);
      port.push(b);
    }
    if (api.length >= MIN_RUNS && performance.now() > end) break;
  }
  const [apiP50, apiP95] = [median(api), quantile(api, 0.95)];
  const [portP50, portP95] = [median(port), quantile(port, 0.95)];
  const ratio = apiP50 / portP50;
  return {
    measure: `latency of the ${name} (${rows.length} rows), GraphQL over HTTP against Cypher; median of ${api.length}`,
    value: `${ms(apiP50)}, p95 ${ms(apiP95)}; Cypher ${ms(portP50)}, p95 ${ms(portP95)}`,
    ratio,
    goal: atMost(pair.goal, ratio),
    numbers: { apiP50, apiP95, portP50, portP95, runs: api.length },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
