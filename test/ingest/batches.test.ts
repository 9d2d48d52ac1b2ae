import { expect, test } from 'vitest';
import { ingestDocument, ingestDocuments } from '../../src/ingest/pipeline.ts';
import { describeEngines } from '../support/engines.ts';
import { sampleDocument } from '../support/sample.ts';
import { census } from './graph.ts';

describeEngines('a dry run', (open) => {
  test('tells what would be written, and writes nothing', async () => {
    const db = await open();
    const rehearsed = await ingestDocument(db, sampleDocument(), { dryRun: true });
    expect(await census(db)).toEqual({});
    expect(await ingestDocument(db, sampleDocument())).toEqual(rehearsed);
    const { created } = rehearsed;
    const again = await ingestDocument(db, sampleDocument(), { dryRun: true });
    expect(again).toMatchObject({ status: 'unchanged', unchanged: created });
  });
});

describeEngines('several documents', (open) => {
  test('are refused one by one, and written one by one', async () => {
    const db = await open();
    const outcomes = await ingestDocuments(db, [{ format: 'other' }, sampleDocument(), sampleDocument()]);
    expect(outcomes).toMatchObject([
      { error: { code: 'INVALID_INPUT' } },
      { outcome: { status: 'created' } },
      { outcome: { status: 'unchanged' } },
    ]);
  });
});
