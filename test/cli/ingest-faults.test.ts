import { expect, inject, test } from 'vitest';
import { corpus, DEFAULTS } from '../../bench/corpus.ts';
import { startIngest } from '../support/ingesting.ts';
import { killRepeatedly, writeDocuments } from '../support/killing.ts';
import { describeStores } from '../support/process-store.ts';
import { comparableDump, documentsIn, graphOf } from '../support/wholeness.ts';

const DOCUMENTS = [...corpus({ ...DEFAULTS, articles: 5, statements: 5 })];

describeStores('an ingest that is killed', (newStore) => {
  test('leaves whole articles, and comes to the graph of one that is not', async () => {
    await killRepeatedly(newStore, { documents: DOCUMENTS, kills: 2, seed: 1 });
  });
});

// A store of the embedded engine belongs to one process.
describeStores('two ingests of the same articles at the same time', (newStore) => {
  test.runIf(inject('engine') === 'neo4j')('make the graph of one, and neither sees an error', async () => {
    const store = await newStore();
    const folder = await writeDocuments(DOCUMENTS);
    const ends = await Promise.all([1, 2].map(() => startIngest(store, folder).ended));
    let created = 0;
    for (const end of ends) {
      expect(end).toMatchObject({ status: 0, stderr: '' });
      created += end.stdout.match(/^created /gm)?.length ?? 0;
    }
    expect(created).toBe(DOCUMENTS.length);
    await store.look(async (db) => {
      expect(await documentsIn(db, DOCUMENTS)).toEqual(DOCUMENTS);
      expect(await comparableDump(db)).toEqual(await graphOf(DOCUMENTS));
    });
  });
});
