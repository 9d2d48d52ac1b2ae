import { expect, test } from 'vitest';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { readOne } from './graph.ts';

describeEngines('a relation in what one says that another says', (open) => {
  test('is claimed by the other', async () => {
    const db = await open();
    await ingestDocument(
      db,
      documentOf({
        text: 'Ann said that Bob said that Oslund lies in Norland.',
        entities: {
          oslund: { type: 'PLACE', name: 'Oslund' },
          norland: { type: 'COUNTRY', name: 'Norland' },
        },
        statements: {
          inner: { content: 'that Oslund lies in Norland', within: 'outer' },
          outer: { content: 'that Bob said that Oslund lies in Norland' },
        },
        relations: { r: { type: 'LOCATED_IN', from: 'oslund', to: 'norland', at: 'Oslund lies in Norland' } },
      }),
    );
    const claims =
      'MATCH (e:Evidence)-[:CLAIMED_IN]->(s:Statement) RETURN e.exact AS words, s.content AS content';
    expect(await readOne(db, claims)).toEqual({
      words: 'Oslund lies in Norland',
      content: 'that Oslund lies in Norland',
    });
  });
});
