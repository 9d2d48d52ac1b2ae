import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invalidInput } from '../../src/errors.ts';
import { batchesOf, MAX_BATCH_BYTES, MAX_BATCH_DOCUMENTS } from '../../src/ingest/read-batches.ts';
import type { ReadItem } from '../../src/ingest/read-inputs.ts';
import { all } from '../support/streams.ts';

/** Longer than any test: nothing is handed over for the waiting. */
const FOREVER_MS = 2 ** 31 - 1;

/** A document of so many bytes; one that could not be read for null. */
function itemOf(bytes: number | null, line: number): ReadItem {
  const at = { file: 'a', line, index: 0, end: 0 };
  return bytes === null ? { ...at, error: invalidInput('no') } : { ...at, text: '', value: null, bytes };
}

async function* itemsOf(sizes: readonly (number | null)[]): AsyncGenerator<ReadItem> {
  for (const [index, bytes] of sizes.entries()) yield itemOf(bytes, index + 1);
}

describe('batches', () => {
  test('have all documents in order, as many as may be and no more', async () => {
    const size = fc.option(fc.oneof(fc.constant(1), fc.nat(2 * MAX_BATCH_BYTES)), { freq: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(size, { maxLength: 3 * MAX_BATCH_DOCUMENTS }), async (sizes) => {
        const batches = await all(batchesOf(itemsOf(sizes), FOREVER_MS));
        expect(batches.flat().map(({ line }) => line)).toEqual(sizes.map((_, index) => index + 1));
        const bytesOf = (items: readonly ReadItem[]) =>
          items.reduce((sum, item) => sum + ('bytes' in item ? item.bytes : 0), 0);
        for (const [index, batch] of batches.entries()) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(MAX_BATCH_DOCUMENTS);
          if (batch.length > 1) expect(bytesOf(batch)).toBeLessThanOrEqual(MAX_BATCH_BYTES);
          const following = batches[index + 1]?.slice(0, 1) ?? [];
          const isFull =
            batch.length === MAX_BATCH_DOCUMENTS || bytesOf([...batch, ...following]) > MAX_BATCH_BYTES;
          expect(isFull || following.length === 0).toBe(true);
        }
      }),
    );
  });

  test('are handed over where nothing follows for a while, and what comes later is in the next', async () => {
    let more: (go: undefined) => void = () => {};
    const later = new Promise<undefined>((resolve) => {
      more = resolve;
    });
    async function* slow(): AsyncGenerator<ReadItem> {
      yield itemOf(1, 1);
      yield itemOf(1, 2);
      await later;
      yield itemOf(1, 3);
    }
    const lines: (number | null)[] = [];
    for await (const batch of batchesOf(slow(), 1)) {
      lines.push(...batch.map(({ line }) => line));
      // The third comes only when the two before it were handed over.
      if (lines.length === 2) more(undefined);
    }
    expect(lines).toEqual([1, 2, 3]);
  });
});
