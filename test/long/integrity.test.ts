import { test } from 'vitest';
import { expectCleanCrowds, expectCleanHistories } from '../integrity/clean.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';

describeEngines('the check of many graphs', (open) => {
  test('finds nothing in random documents', async () => {
    await expectCleanCrowds(open, runs(400, 30), 11);
  });

  test('finds nothing in random histories of documents and decisions', async () => {
    await expectCleanHistories(open, runs(400, 30), 12);
  });
});
