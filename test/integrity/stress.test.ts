import { test } from 'vitest';
import { describeEngines } from '../support/engines.ts';
import { expectCleanHistories } from './clean.ts';

describeEngines('stress', (open) => {
  test('histories', async () => {
    await expectCleanHistories(open, 250, 77);
  });
});
