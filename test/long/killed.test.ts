import { test } from 'vitest';
import { corpus, DEFAULTS } from '../../bench/corpus.ts';
import { killRepeatedly } from '../support/killing.ts';
import { describeStores } from '../support/process-store.ts';

describeStores('an ingest that is killed', (newStore) => {
  test('twenty times leaves whole articles, and comes to the graph of one that is not', async () => {
    const documents = [...corpus({ ...DEFAULTS, articles: 16, edited: 0.3 })];
    await killRepeatedly(newStore, { documents, kills: 20, seed: 1 });
  });
});
