import type { Transaction } from '../graph/database.ts';
import type { ReadRun } from './documents.ts';

/**
 * The documents that the records of runs are made from: as they came in. What decisions change about them belongs here, and nowhere else:
 * whoever makes another document of one has it checked.
 */
export async function effectiveDocuments(
  _tx: Transaction,
  runs: readonly ReadRun[],
): Promise<readonly ReadRun[]> {
  return runs;
}
