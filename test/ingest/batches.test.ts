import { expect, test } from 'vitest';
import { ingestDocument, ingestDocuments } from '../../src/ingest/pipeline.ts';
import { Ahead } from '../../src/ingest/prepare.ts';
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

  test('that were made ready before are written as others are, also one that is given twice', async () => {
    const db = await open();
    const ahead = new Ahead({});
    const [document, wrong] = [sampleDocument(), { format: 'other' }];
    await ahead.makeReady([document]);
    const told: number[] = [];
    const outcomes = await ingestDocuments(db, [document, wrong, document, wrong], {
      take: ahead.take,
      onOutcome: (at) => told.push(at),
    });
    expect(outcomes).toMatchObject([
      { outcome: { status: 'created' } },
      { error: { code: 'INVALID_INPUT' } },
      { outcome: { status: 'unchanged' } },
      { error: { code: 'INVALID_INPUT' } },
    ]);
    expect(told.toSorted()).toEqual([0, 1, 2, 3]);
  });
});
