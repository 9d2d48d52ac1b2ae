import fc from 'fast-check';
import { expect } from 'vitest';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { documentsOf } from '../graphql/random/documents.ts';
import { ARTICLES } from '../graphql/random/plans.ts';
import { CROWDS, crowdDocument } from '../ingest/crowd.ts';
import { exportOf, importAll } from '../ingest/exporting.ts';
import { ingestAll } from '../ingest/graph.ts';
import { HISTORIES, take } from '../ingest/histories.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { findingsOf, openGraph } from './findings.ts';

/* Random graphs that the project wrote, in which the check must find nothing. */

/** Documents with versions, runs and names that are hard to tell apart come in one by one or together. */
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

/** Articles with many kinds of statements, nested and carried, edited and annotated again. */
export async function expectCleanArticles(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(ARTICLES(4), async (articles) => {
      const db = await openGraph(open);
      await ingestAll(
        db,
        documentsOf(articles, [0, 3]).map(({ document }) => document),
      );
      expect(await findingsOf(db)).toEqual([]);
    }),
    { numRuns, seed },
  );
}

/** Documents come in with decisions between them and after; then a graph is made of what is exported. */
export async function expectCleanHistories(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
      const db = await openGraph(open);
      for (const step of steps) await take(db, step, documents);
      expect(await findingsOf(db)).toEqual([]);
      const lines = await exportOf(db);
      const imported = await openGraph(open);
      await importAll(imported, lines);
      expect(await findingsOf(imported)).toEqual([]);
    }),
    { numRuns, seed },
  );
}
