import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type OpenQuestion, openQuestions } from '../../src/ingest/review.ts';
import { documentOf, type EntitySpec } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';

async function openIn(db: Database): Promise<OpenQuestion[]> {
  const found: OpenQuestion[] = [];
  for await (const question of openQuestions(db)) found.push(question);
  return found;
}

function article(key: string, x: EntitySpec) {
  return documentOf({ key, publishedAt: `2024-01-0${key}`, text: `Article ${key}.`, entities: { x } });
}

const CARL: EntitySpec = { type: 'PERSON', name: 'Carl Ek', qid: 'Q1', description: 'a clerk' };

describeEngines('what documents leave open', (open) => {
  test('is nothing where each name is that of one', async () => {
    const db = await open();
    await ingestDocument(db, article('1', CARL));
    await ingestDocument(db, article('2', { type: 'PERSON', name: 'Carl Ek' }));
    expect(await openIn(db)).toEqual([]);
  });

  test('is who is meant by a name that several have, with all of them', async () => {
    const db = await open();
    await ingestDocument(db, article('1', CARL));
    await ingestDocument(
      db,
      article('2', { type: 'PERSON', name: 'Carl Ek Junior', qid: 'Q2', aliases: ['Carl Ek'] }),
    );
    await ingestDocument(db, article('3', { type: 'PERSON', name: 'CARL EK' }));
    const [question, ...others] = await openIn(db);
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      kind: 'NAME',
      subject: 'carl ek',
      entity: { name: 'CARL EK', qid: null },
    });
    expect(question?.candidates.map(({ qid, description }) => [qid, description]).toSorted()).toEqual([
      ['Q1', 'a clerk'],
      ['Q2', null],
    ]);
  });

  test('is whose a QID is that is given to two types', async () => {
    const db = await open();
    await ingestDocument(db, article('1', CARL));
    await ingestDocument(db, article('2', { type: 'PLACE', name: 'Ekby', qid: 'Q1' }));
    expect(await openIn(db)).toMatchObject([
      {
        kind: 'QID',
        subject: 'Q1',
        entity: { type: 'PERSON', qid: 'Q1' },
        candidates: [{ name: 'Ekby', qid: null }],
      },
    ]);
  });
});
