import type { Database } from '../graph/database.ts';
import { ingestDocuments } from '../ingest/pipeline.ts';
import type { Destination } from './destination.ts';

/** Writes into a graph that this process has open; closing it closes the graph. */
export function graphDestination(db: Database): Destination {
  return {
    async ingest(documents, { dryRun }) {
      const values = documents.map(({ value }) => value);
      return { outcomes: await ingestDocuments(db, values, { dryRun }) };
    },
    close: () => db.close(),
  };
}
