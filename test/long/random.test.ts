import { test } from 'vitest';
import { checkRandomGraphs } from '../graphql/random/property.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';

describeEngines('of many random graphs', (open) => {
  test('lists, pages, facets and matrices are what one finds by looking at every statement', async () => {
    await checkRandomGraphs(open, {
      graphs: runs(300, 30),
      lists: runs(20, 10),
      counts: runs(6, 2),
      maxArticles: 6,
      // Well within what a test may take, so that the smallest failure found by then is told.
      shrinkForMs: 1_200_000,
    });
  });
});
