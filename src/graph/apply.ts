import { OnrecordError } from '../errors.ts';
import type { Database, Query } from './database.ts';
import type { GraphPlan } from './plan.ts';
import { integer } from './rows.ts';

/** Graphs that do not tell have it. */
const FIRST_VERSION = 1;
/** Programs of earlier versions have no `onrecord export`. */
const FIRST_WITH_EXPORT = 3;

const READ_VERSION: Query = {
  name: 'graph.version',
  text: 'MATCH (model:GraphModel) RETURN model.version AS version ORDER BY version LIMIT 1',
};

const ANY_ARTICLE: Query = {
  name: 'graph.anyArticle',
  text: 'MATCH (a:Article) RETURN a.id AS id ORDER BY id LIMIT 1',
};

const WRITE_VERSION: Query = {
  name: 'graph.writeVersion',
  text: "MERGE (model:GraphModel {id: 'model'}) SET model.version = $version",
};

/** Makes an open graph fit for use: what the plan asks for, and its version. CONFLICT as `checkVersion` has it. */
export async function applyPlan(db: Database, plan: GraphPlan): Promise<void> {
  const stored = await checkVersion(db, plan);
  await db.apply(plan);
  if (stored === null) await db.write((tx) => tx.run(WRITE_VERSION, { version: plan.version }));
}

/**
 * The version that a graph was written for, null for an empty one. CONFLICT where that is not the plan's: the graph lacks what today's
 * queries go by, and they would find nothing without a word. Writes nothing.
 */
export async function checkVersion(db: Database, plan: GraphPlan): Promise<number | null> {
  const stored = await storedVersion(db);
  if (stored !== null && stored !== plan.version) {
    const { version: wanted } = plan;
    throw new OnrecordError(
      'CONFLICT',
      `The graph was written for version ${stored} of the graph model, and this program has version ${wanted} and cannot read it. ${wayOut(stored)}`,
      { details: { stored, wanted } },
    );
  }
  return stored;
}

/** How to come by a graph of this version. */
function wayOut(stored: number): string {
  return stored < FIRST_WITH_EXPORT
    ? 'The release that wrote it has no export: ingest its documents again into an empty graph.'
    : 'With the release that wrote it, run "onrecord export graph.jsonl"; then run "onrecord import graph.jsonl" with this one, into an empty graph.';
}

/** Null for an empty graph. */
async function storedVersion(db: Database): Promise<number | null> {
  const [model] = await db.read(READ_VERSION);
  if (model !== undefined) return integer(model, 'version');
  return (await hasArticles(db)) ? FIRST_VERSION : null;
}

/** Whether any article has been ingested. */
export async function hasArticles(db: Database): Promise<boolean> {
  return (await db.read(ANY_ARTICLE)).length > 0;
}
