import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { CROWDS, crowdDocument } from './crowd.ts';
import { dumpApartFromTimes } from './graph.ts';

/** Ingests documents in batches of these sizes. */
async function ingestIn(
  db: Database,
  documents: readonly unknown[],
  sizes: readonly number[],
): Promise<void> {
  let at = 0;
  for (const size of sizes) {
    const outcomes = await ingestDocuments(db, documents.slice(at, at + size));
    for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
    at += size;
  }
  const outcomes = await ingestDocuments(db, documents.slice(at));
  for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
}

describeEngines('documents in any order and in batches of any size', (open) => {
  test('make one graph', async () => {
    const orders = CROWDS.chain((crowds) =>
      fc.record({
        crowds: fc.constant(crowds),
        order: fc.shuffledSubarray([...crowds.keys()], { minLength: crowds.length }),
        sizes: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ({ crowds, order, sizes }) => {
        const documents = crowds.map(crowdDocument);
        const inTurn = await open();
        await ingestIn(
          inTurn,
          documents,
          documents.map(() => 1),
        );
        const expected = await dumpApartFromTimes(inTurn);
        const shuffled = await open();
        await ingestIn(
          shuffled,
          order.map((at) => documents[at]),
          sizes,
        );
        expect(await dumpApartFromTimes(shuffled)).toEqual(expected);
      }),
      { numRuns: runs(15, 2), seed: 5 },
    );
  });
});
