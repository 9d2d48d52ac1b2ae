import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingestFiles } from '../../src/ingest/files.ts';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { CROWDS, crowdDocument } from '../ingest/crowd.ts';
import { ingestAll } from '../ingest/graph.ts';
import { HISTORIES, take } from '../ingest/histories.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';
import { findingsOf, openGraph } from './findings.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

describeEngines('the check finds nothing', (open) => {
  test('in an empty graph', async () => {
    expect(await findingsOf(await openGraph(open))).toEqual([]);
  });

  test('in the sample', async () => {
    const db = await openGraph(open);
    await ingestAll(db, [sampleDocument()]);
    expect(await findingsOf(db)).toEqual([]);
  });

  test('in the bundled article', async () => {
    const db = await openGraph(open);
    await ingestFiles(db, [DATA]);
    expect(await findingsOf(db)).toEqual([]);
  });

  test('in random documents, with versions, runs and names that are hard to tell apart, one by one and together', async () => {
    await fc.assert(
      fc.asyncProperty(CROWDS, fc.boolean(), async (crowds, together) => {
        const db = await openGraph(open);
        const documents = crowds.map(crowdDocument);
        if (together) await ingestDocuments(db, documents);
        else await ingestAll(db, documents);
        expect(await findingsOf(db)).toEqual([]);
      }),
      { numRuns: runs(25, 2), seed: 7 },
    );
  });

  test('in random histories of documents and decisions', async () => {
    await fc.assert(
      fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
        const db = await openGraph(open);
        for (const step of steps) await take(db, step, documents);
        expect(await findingsOf(db)).toEqual([]);
      }),
      { numRuns: runs(25, 2), seed: 3 },
    );
  });
});
