import type { Database, Params, Row, Transaction, Value } from '../../src/graph/database.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { checkIntegrity } from '../../src/integrity/check.ts';
import type { Finding } from '../../src/integrity/rules.ts';
import { query, write } from '../graph/queries.ts';
import type { OpenDatabase } from '../support/engines.ts';

/** An empty graph as a command leaves it: it says which model it has. */
export async function openGraph(open: OpenDatabase): Promise<Database> {
  const db = await open();
  const { version } = GRAPH_PLAN;
  await write(db, "CREATE (:GraphModel {id: 'model', version: $version})", { version });
  return db;
}

/** Everything that the check finds. */
export async function findingsOf(db: Pick<Database, 'readTransaction'>): Promise<Finding[]> {
  const findings: Finding[] = [];
  await checkIntegrity(db, { onFinding: (finding) => findings.push(finding) });
  return findings;
}

/** What the check finds after some changes, and the `id` that the last of these returned. */
export interface Broken {
  readonly findings: readonly Finding[];
  readonly id: Value;
}

/** Changes the graph by queries, behind the back of all code, and checks it; afterwards it is as before. */
export function findingsAfter(
  db: Database,
  changes: readonly string[],
  params: Params = {},
): Promise<Broken> {
  return seenAfter(db, changes, params, async (tx, [row = {}]) => {
    const findings = await findingsOf({ readTransaction: (work) => work(tx) });
    return { findings, id: row['id'] ?? null };
  });
}

/** What one sees in a graph that is changed so; afterwards it is as before. `rows` are those of the last change. */
export async function seenAfter<T>(
  db: Database,
  changes: readonly string[],
  params: Params,
  look: (tx: Transaction, rows: readonly Row[]) => Promise<T>,
): Promise<T> {
  const undone = new Undone<T>();
  try {
    return await db.write(async (tx) => {
      let rows: readonly Row[] = [];
      for (const text of changes) rows = await tx.run(query(text), params);
      if (rows.length === 0) throw new Error('The change met nothing.');
      undone.seen = [await look(tx, rows)];
      throw undone;
    });
  } catch (error) {
    if (error !== undone || undone.seen === undefined) throw error;
    return undone.seen[0];
  }
}

class Undone<T> extends Error {
  seen: readonly [T] | undefined;
}
