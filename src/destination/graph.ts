import type { Database } from '../graph/database.ts';
import { type DocumentOutcome, ingestDocuments } from '../ingest/pipeline.ts';
import type { BatchedOutcome } from '../ingest/run.ts';
import type { Destination } from './destination.ts';

/** Writes into a graph that this process has open; closing it closes the graph. */
export function graphDestination(db: Database): Destination {
  return {
    async ingest(documents, { dryRun }) {
      const values = documents.map(({ value }) => value);
      const outcomes: BatchedOutcome[] = documents.map(() => null);
      const onOutcome = (at: number, outcome: DocumentOutcome) => {
        outcomes[at] = outcome;
      };
      try {
        await ingestDocuments(db, values, { dryRun, onOutcome });
        return { outcomes };
      } catch (failure) {
        // What was written before it failed stays.
        return { outcomes, failure };
      }
    },
    close: () => db.close(),
  };
}
