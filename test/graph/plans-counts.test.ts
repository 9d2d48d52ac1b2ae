import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellKey, cellStatements } from '../../src/facet/store-matrix.ts';
import type { Database } from '../../src/graph/database.ts';
import type { KeysetPosition, PageRequest } from '../../src/graph/keyset.ts';
import type { ListSource } from '../../src/graph/list.ts';
import { MAX_SCANNED } from '../../src/graph/placed-list.ts';
import type { Statement } from '../../src/statement/model.ts';
import { placesOf } from '../../src/statement/model-places.ts';
import { resolveFilter } from '../../src/statement/store-filter.ts';
import { bucketStatements } from '../../src/timeline/store.ts';
import { describeEngines } from '../support/engines.ts';
import { HUB, HUB_TIMEOUT_MS, hubStatements, writeHub } from './hub.ts';
import { Profiler, type RecordedQuery, recording } from './profile.ts';

/* What Neo4j reads for a page of what a count is of, where the count is far greater than the page. */

const COUNT = 12_000;
const PAGE = 10;
/** A row costs its way from the index to the item, some twenty properties, and what the filter asks of it. */
const HITS_OF_ROW = 70;
/** Every one that reads all nodes of a label, all relationships of a type, or a whole index. */
const SCANS = /Scan/;

describeEngines('the statements of a count', (open) => {
  const statements = hubStatements(COUNT).filter(
    ({ current, withdrawnAt }) => current && withdrawnAt === null,
  );
  let db: Database;
  let reads: RecordedQuery[];
  let profiler: Profiler;
  beforeAll(async () => {
    const empty = await open();
    await writeHub(empty, hubStatements(COUNT), []);
    ({ db, reads } = recording(empty));
    profiler = await Profiler.open();
  }, HUB_TIMEOUT_MS);
  afterAll(() => profiler.close());

  /** That a page from the front, and one from the middle, has these and takes no more than so much. */
  async function expectPages(source: ListSource<Statement>, parent: string, ids: string[], hits: number) {
    let after: KeysetPosition | null = null;
    for (const start of [0, PAGE]) {
      reads.length = 0;
      const page: PageRequest = { limit: PAGE, backward: false, after, before: null };
      const found = (await source.page(db, [parent], page)).get(parent);
      expect(found?.rows.map(({ value }) => value.id)).toEqual(ids.slice(start, start + PAGE + 1));
      const { dbHits, operators } = await profiler.profile(reads[0] as RecordedQuery);
      expect(reads).toHaveLength(1);
      expect(dbHits).toBeLessThan(hits + (PAGE + 1) * HITS_OF_ROW);
      expect(operators.filter((name) => SCANS.test(name))).toEqual([]);
      after = found?.rows[PAGE - 1]?.position ?? null;
    }
  }

  test.each([
    ['DAY', '2020-03-10'],
    ['MONTH', '2020-03'],
    ['YEAR', '2020'],
  ] as const)('a page of a bucket of a %s looks at the bucket only', async (unit, from) => {
    const inOrder = statements
      .filter(({ dateKey }) => dateKey?.startsWith(from))
      .toSorted((a, b) => (placesOf(a).earliestPlace < placesOf(b).earliestPlace ? -1 : 1))
      .map(({ id }) => id);
    const source = bucketStatements(unit, await resolveFilter(db, { saidBy: [{ id: HUB }] }));
    // The place where the filter would have to stop is passed in the index.
    const passed = Math.min(inOrder.length, MAX_SCANNED);
    await expectPages(source, from, inOrder, 1.1 * passed);
  });

  test('a page of a cell looks at as many as a filter may', async () => {
    const inOrder = statements
      .toSorted((a, b) => (placesOf(a).latestPlace > placesOf(b).latestPlace ? -1 : 1))
      .map(({ id }) => id);
    const bucket = { value: HUB, count: inOrder.length, isEntity: true };
    const by = { rows: 'SPEAKER', columns: 'ABOUT' } as const;
    const source = cellStatements({ by, rows: [bucket], columns: [bucket] }, null);
    const cell = cellKey({ row: HUB, column: HUB, count: inOrder.length });
    await expectPages(source, cell, inOrder, 1.1 * MAX_SCANNED);
  });
});
