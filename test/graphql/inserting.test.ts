import { test } from 'vitest';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { readWhileWriting } from './inserting.ts';

describeEngines('while lists are read', (open) => {
  test('what comes in, is edited or withdrawn between two pages makes them lose and double nothing', async () => {
    await readWhileWriting(await open(), {
      everyNth: runs(1, 2),
      size: runs(6, 7),
      articles: runs(9, 8),
      inserts: runs(20, 8),
      insertsAtOnce: 2,
    });
  });
});
