import { test } from 'vitest';
import { expectCleanArticles, expectCleanCrowds, expectCleanHistories } from '../integrity/clean.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';

describeEngines('the check of many graphs', (open) => {
  test('finds nothing in random documents', async () => {
    await expectCleanCrowds(open, runs(400, 30), 11);
  });

  test('finds nothing in random articles', async () => {
    await expectCleanArticles(open, runs(200, 20), 13);
  });

  test('finds nothing in random histories of documents and decisions, and what is imported of them', async () => {
    await expectCleanHistories(open, runs(400, 30), 12);
  });
});
