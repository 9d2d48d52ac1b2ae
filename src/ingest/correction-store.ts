import { groupRows } from '../graph/batch.ts';
import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import type { Correction, CorrectionChanges } from './corrections.ts';
import * as cypher from './cypher-decisions.ts';
import { readChunks } from './rows-run.ts';

/** By run, the standing corrections of its statements. Every run is present. */
export async function readCorrections(
  tx: Transaction,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const rows = await readChunks(tx, cypher.CORRECTIONS_OF_RUNS, 'ids', runIds);
  return groupRows(runIds, rows, 'runId', (row) => ({
    id: text(row, 'id'),
    at: text(row, 'at'),
    statementId: text(row, 'statement'),
    changes: JSON.parse(text(row, 'changes')) as CorrectionChanges,
  }));
}
