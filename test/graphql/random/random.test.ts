import { test } from 'vitest';
import { describeEngines } from '../../support/engines.ts';
import { runs } from '../../support/graphql.ts';
import { checkRandomGraphs } from './property.ts';

describeEngines('of random graphs', (open) => {
  test('lists, pages, facets and matrices are what one finds by looking at every statement', async () => {
    await checkRandomGraphs(open, {
      graphs: runs(40, 3),
      lists: runs(8, 3),
      counts: runs(3, 1),
      maxArticles: 5,
      seed: 8,
    });
  });
});
