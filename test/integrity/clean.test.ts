import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ingestFiles } from '../../src/ingest/files.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { redactArticle } from '../../src/ingest/redact.ts';
import { exportOf, importAll } from '../ingest/exporting.ts';
import { ingestAll } from '../ingest/graph.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { expectCleanArticles, expectCleanCrowds, expectCleanHistories } from './clean.ts';
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

  test('in random articles', async () => {
    await expectCleanArticles(open, runs(15, 2), 5);
  });

  test('in documents whose text is withheld, though nobody redacts them here, alone and beside one with the text', async () => {
    const from = await openGraph(open);
    const { articleId } = await ingestDocument(from, sampleDocument());
    const decide = { actor: 'ann' };
    await redactArticle(from, { article: { id: articleId }, keep: 20, reason: 'So.' }, decide);
    const [withheld = ''] = await exportOf(from);
    const db = await openGraph(open);
    await importAll(db, [withheld]);
    expect(await findingsOf(db)).toEqual([]);
    const again = {
      ...SAMPLE,
      run: { method: 'TOOL', tool: 'other', version: '2', startedAt: '2024-02-01T00:00:00Z' },
    };
    await ingestAll(db, [documentOf(again as DocumentSpec)]);
    expect(await findingsOf(db)).toEqual([]);
  });

  test('in random histories of documents and decisions, and what is imported of them', async () => {
    await expectCleanHistories(open, runs(20, 2), 3);
  });
});
