import { test } from 'vitest';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { expectSameGraphs, expectSameImports } from './histories.ts';

describeEngines('a graph with decisions between its documents', (open) => {
  test('is what all documents and standing decisions make it', async () => {
    await expectSameGraphs(open, runs(12, 2), 11);
  });

  test('is what its export makes', async () => {
    await expectSameImports(open, runs(12, 2), 31);
  });
});
