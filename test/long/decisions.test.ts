import { test } from 'vitest';
import { expectSameGraphs } from '../ingest/histories.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';

describeEngines('graphs with decisions between their documents', (open) => {
  test('are what all documents and standing decisions make them', async () => {
    await expectSameGraphs(open, runs(400, 40), 404);
  });
});
