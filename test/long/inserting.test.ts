import { test } from 'vitest';
import { readWhileWriting } from '../graphql/inserting.ts';
import { describeEngines } from '../support/engines.ts';

describeEngines('while lists are read', (open) => {
  test('a thousand articles that come in make them lose and double nothing', async () => {
    await readWhileWriting(await open(), {
      everyNth: 1,
      size: 8,
      articles: 60,
      inserts: 1_000,
      insertsAtOnce: 30,
    });
  });
});
