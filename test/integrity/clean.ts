import fc from 'fast-check';
import { expect } from 'vitest';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { CROWDS, crowdDocument } from '../ingest/crowd.ts';
import { ingestAll } from '../ingest/graph.ts';
import { HISTORIES, take } from '../ingest/histories.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { findingsOf, openGraph } from './findings.ts';

/** Random documents, with versions, runs and names that are hard to tell apart, come in one by one or together. */
export async function expectCleanCrowds(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(CROWDS, fc.boolean(), async (crowds, together) => {
      const db = await openGraph(open);
      const documents = crowds.map(crowdDocument);
      if (together) await ingestDocuments(db, documents);
      else await ingestAll(db, documents);
      expect(await findingsOf(db)).toEqual([]);
    }),
    { numRuns, seed },
  );
}

/** Random documents come in with decisions between them and after. */
export async function expectCleanHistories(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
      const db = await openGraph(open);
      for (const step of steps) await take(db, step, documents);
      expect(await findingsOf(db)).toEqual([]);
    }),
    { numRuns, seed },
  );
}
