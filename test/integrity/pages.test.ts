import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Params, Query, Transaction } from '../../src/graph/database.ts';
import { keyPages } from '../../src/integrity/pages.ts';

/** A graph that has nodes with these keys, and answers the query for a page of them. */
function graphWith(keys: readonly string[]) {
  const sorted = keys.toSorted();
  const tx: Transaction = {
    run: async (_query: Query, params: Params = {}) =>
      sorted
        .filter((key) => key > String(params['after']))
        .slice(0, Number(params['limit']))
        .map((key) => ({ key, labels: ['Word'] })),
  };
  return {
    db: { readTransaction: <T>(work: (tx: Transaction) => Promise<T>) => work(tx) },
    timeoutMs: 1_000,
  };
}

describe('pages of keys', () => {
  test('have each key once, in order, and those that several nodes have as findings', async () => {
    const keys = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 2, max: 7 }), async (all, size) => {
        // As many nodes with one key as fill a page hide those beyond them, which nothing can be said of but that they are too many.
        const counts = new Map(all.map((key) => [key, all.filter((other) => other === key).length]));
        fc.pre([...counts.values()].every((count) => count < size));
        const seen: string[] = [];
        const doubled: (string | null)[] = [];
        for await (const page of keyPages(graphWith(all), 'Word', size)) {
          seen.push(...page.keys);
          doubled.push(...page.findings.map(({ id }) => id));
        }
        expect(seen).toEqual([...new Set(all)].toSorted());
        expect(doubled).toEqual(seen.filter((key) => (counts.get(key) ?? 0) > 1));
      }),
    );
  });

  test('go on after a key that fills a page', async () => {
    const pages = [];
    for await (const { keys, findings } of keyPages(graphWith(['a', 'b', 'b', 'b', 'c']), 'Word', 2))
      pages.push([keys, findings.length]);
    expect(pages).toEqual([
      [['a'], 0],
      [['b'], 1],
      [['c'], 0],
    ]);
  });
});
