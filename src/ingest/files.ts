import type { Database } from '../graph/database.ts';
import { type IngestOptions, ingestDocuments } from './pipeline.ts';
import { findInputs } from './read-paths.ts';
import { runIngest } from './run.ts';
import type { FileOutcome, IngestTotals } from './totals.ts';

/**
 * Ingests what stands in files and folders, as `findInputs` finds it. `onOutcome` gets each document when its batch is done. One that is
 * refused does not stop the others; a failure of the graph ends the run and is thrown.
 */
export async function ingestFiles(
  db: Database,
  paths: readonly string[],
  onOutcome: (outcome: FileOutcome) => void = () => {},
  options: IngestOptions = {},
): Promise<IngestTotals> {
  const { totals, failure } = await runIngest(
    await findInputs(paths),
    async (documents) => ({
      outcomes: await ingestDocuments(
        db,
        documents.map(({ value }) => value),
        options,
      ),
    }),
    { onOutcome },
  );
  if (failure !== undefined) throw failure;
  return totals;
}
