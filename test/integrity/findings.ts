import type { Database, Params, Row, Value } from '../../src/graph/database.ts';
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
export async function findingsAfter(
  db: Database,
  changes: readonly string[],
  params: Params = {},
): Promise<Broken> {
  const undone = new Undone();
  try {
    return await db.write(async (tx) => {
      let rows: readonly Row[] = [];
      for (const text of changes) rows = await tx.run(query(text), params);
      const [row] = rows;
      if (row === undefined) throw new Error('The change met nothing.');
      const findings = await findingsOf({ readTransaction: (work) => work(tx) });
      undone.broken = { findings, id: row['id'] ?? null };
      throw undone;
    });
  } catch (error) {
    if (error !== undone || undone.broken === undefined) throw error;
    return undone.broken;
  }
}

class Undone extends Error {
  broken: Broken | undefined;
}
