import type { Database } from '../graph/database.ts';
import { countDocuments, exportDecisions, exportDocuments } from '../ingest/export.ts';
import type { Origin } from './origin.ts';

/** Reads a graph that this process has open; closing it closes the graph. */
export function graphOrigin(db: Database): Origin {
  return {
    documents: () => exportDocuments(db),
    decisions: () => exportDecisions(db),
    count: () => countDocuments(db),
    close: () => db.close(),
  };
}
