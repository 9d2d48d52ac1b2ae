import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ingestFiles } from '../../src/ingest/files.ts';
import { ingestAll } from '../ingest/graph.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';
import { expectCleanCrowds, expectCleanHistories } from './clean.ts';
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
    await expectCleanCrowds(open, runs(25, 2), 7);
  });

  test('in random histories of documents and decisions', async () => {
    await expectCleanHistories(open, runs(25, 2), 3);
  });
});
