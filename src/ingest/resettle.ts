import type { Transaction } from '../graph/database.ts';
import { relinkRuns } from './relink.ts';
import { removeLeft, settleEntities } from './settle.ts';
import type { MergeChange } from './settle-runs.ts';
import { writeOutlets } from './write-outlets.ts';
import { refreshRelations } from './write-relations.ts';

/**
 * Makes the graph what its documents and decisions make it, after decisions on keys have been written or taken back. `again` are the runs of
 * private keys among them.
 */
export async function resettle(
  tx: Transaction,
  merges: readonly MergeChange[],
  again: readonly string[] = [],
): Promise<void> {
  const settled = await settleEntities(tx, [], [], merges, again);
  const touched = await relinkRuns(tx, settled.relinks);
  await refreshRelations(tx, [...new Set(touched)].toSorted());
  await writeOutlets(tx, [], [], settled.relinks);
  await removeLeft(tx, settled);
}
