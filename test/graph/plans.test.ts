import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import type { KeysetPosition } from '../../src/graph/keyset.ts';
import type { ListSource } from '../../src/graph/list.ts';
import { ROOT } from '../../src/graph/list.ts';
import { MAX_SCANNED } from '../../src/graph/placed-list.ts';
import { placeOf } from '../../src/mention/model.ts';
import { mentionsOfEntity } from '../../src/mention/store.ts';
import { type Include, STATEMENT_ORDER_NAMES, type StatementOrder } from '../../src/statement/model.ts';
import { PLACES_OF_ORDERS, placesOf } from '../../src/statement/model-places.ts';
import { resolveFilter } from '../../src/statement/store-filter.ts';
import { type StatementListName, statementList } from '../../src/statement/store-lists.ts';
import { describeEngines } from '../support/engines.ts';
import {
  BYSTANDER,
  HUB,
  HUB_TIMEOUT_MS,
  type HubStatement,
  hubMentions,
  hubStatements,
  QUIET,
  writeHub,
} from './hub.ts';
import { Profiler, type RecordedQuery, recording, SCANS } from './profile.ts';

/* What Neo4j reads for a page of a list that is far longer than the page. */

const COUNT = 12_000;
const PAGE = 10;
/** A row costs its way from the index to the item and some twenty properties. */
const HITS_OF_ROW = 35;

describeEngines('a list of a hub', (open) => {
  const statements = hubStatements(COUNT);
  const mentions = hubMentions(COUNT);
  let db: Database;
  let reads: RecordedQuery[];
  let profiler: Profiler;
  beforeAll(async () => {
    const empty = await open();
    await writeHub(empty, statements, mentions);
    ({ db, reads } = recording(empty));
    profiler = await Profiler.open();
  }, HUB_TIMEOUT_MS);
  afterAll(() => profiler.close());

  /** The ids of a page, and what the one query for it took. */
  async function pageOf<T extends { readonly id: string }>(
    source: ListSource<T>,
    parent: string,
    after: KeysetPosition | null,
    backward = false,
  ) {
    reads.length = 0;
    const page = { limit: PAGE, backward, after, before: null };
    const found = (await source.page(db, [parent], page)).get(parent);
    const [only] = reads;
    if (reads.length !== 1 || only === undefined) throw new Error(`${reads.length} queries for a page`);
    return { ids: found?.rows.map(({ value }) => value.id), ...(await profiler.profile(only)) };
  }

  interface Placed {
    readonly id: string;
    readonly key: string;
  }

  async function expectPages<T extends { readonly id: string }>(
    source: ListSource<T>,
    parent: string,
    inOrder: readonly Placed[],
    hits: number,
  ) {
    // First, thousandth and last.
    for (const start of [0, Math.min(1_000 * PAGE, inOrder.length - 2 * PAGE), inOrder.length - PAGE]) {
      const found = await pageOf(source, parent, inOrder[start - 1] ?? null);
      expect(found.ids).toEqual(inOrder.slice(start, start + PAGE + 1).map(({ id }) => id));
      expect(found.dbHits, `of ${found.operators.join(' ')}`).toBeLessThan(hits);
      expect(found.operators.filter((name) => SCANS.test(name))).toEqual([]);
    }
    const last = await pageOf(source, parent, null, true);
    expect(last.ids).toEqual(inOrder.slice(-PAGE - 1).map(({ id }) => id));
    expect(last.dbHits).toBeLessThan(hits);
  }

  function shown(include: readonly Include[]): HubStatement[] {
    return statements.filter(
      ({ current, withdrawnAt }) =>
        (current || include.includes('SUPERSEDED')) &&
        (withdrawnAt === null || include.includes('WITHDRAWN')),
    );
  }

  function sorted(order: StatementOrder, include: readonly Include[]): Placed[] {
    const { place, descending } = PLACES_OF_ORDERS[order];
    const placed = shown(include).map((each) => ({ id: each.id, key: placesOf(each)[place].slice(1) }));
    const ascending = placed.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return descending ? ascending.reverse() : ascending;
  }

  const LISTS: readonly (readonly [StatementListName, string])[] = [
    ['saidBy', HUB],
    ['about', HUB],
    ['toldTo', HUB],
    ['all', ROOT],
  ];
  const CASES = LISTS.flatMap(([list, parent]) =>
    // Each type of relationship has its indexes; the orders differ in no other way.
    (list === 'saidBy' || list === 'all' ? STATEMENT_ORDER_NAMES : STATEMENT_ORDER_NAMES.slice(0, 1)).map(
      (order) => ({ list, parent, order }),
    ),
  );

  test.each(CASES)('$list by $order costs what the page costs', async ({ list, parent, order }) => {
    const source = statementList(list, { filter: null, order, include: [] });
    await expectPages(source, parent, sorted(order, []), (PAGE + 1) * HITS_OF_ROW);
  });

  test.each<readonly [StatementOrder, readonly Include[]]>([
    ['DATE_DESC', ['WITHDRAWN']],
    ['DATE_ASC', ['SUPERSEDED']],
    ['RECORDED_AT_DESC', ['SUPERSEDED', 'WITHDRAWN']],
    ['TEXT_POSITION', ['SUPERSEDED', 'WITHDRAWN']],
  ])('%s with %j costs so much for each visibility', async (order, include) => {
    const source = statementList('about', { filter: null, order, include });
    await expectPages(source, HUB, sorted(order, include), 2 ** include.length * (PAGE + 1) * HITS_OF_ROW);
  });

  test.each([null, 'LITERAL', 'METONYMIC'] as const)(
    'mentions with reading %s cost what the page costs',
    async (reading) => {
      const inOrder = mentions
        .filter((mention) => mention.current && (reading === null || mention.reading === reading))
        .map((mention) => ({ id: mention.id, key: placeOf(mention).slice(1) }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
      await expectPages(mentionsOfEntity(reading), HUB, inOrder, 2 * (PAGE + 1) * HITS_OF_ROW);
    },
  );

  test.each(LISTS)(
    '%s with a filter that nothing fulfils stops in time, and says where',
    async (list, parent) => {
      const filter = await resolveFilter(db, { kind: ['DIRECT'] });
      const source = statementList(list, { filter, order: 'DATE_DESC', include: [] });
      const inOrder = sorted('DATE_DESC', []);
      reads.length = 0;
      const page = { limit: PAGE, backward: false, after: null, before: null };
      const found = (await source.page(db, [parent], page)).get(parent);
      expect(found?.rows).toEqual([]);
      expect(found?.scanEnd?.key).toBe(inOrder[MAX_SCANNED - 1]?.key);
      const [only] = reads;
      const { dbHits, operators } = await profiler.profile(only as RecordedQuery);
      // Looked at once for the filter, and passed once for the place where it stops.
      expect(dbHits).toBeLessThan(5 * MAX_SCANNED);
      expect(operators.filter((name) => SCANS.test(name))).toEqual([]);
    },
  );

  test('of several at once costs so much for each', async () => {
    const source = statementList('saidBy', { filter: null, order: 'DATE_DESC', include: [] });
    reads.length = 0;
    const parents = [HUB, BYSTANDER, ...QUIET];
    await source.page(db, parents, { limit: PAGE, backward: false, after: null, before: null });
    const { dbHits, operators } = await profiler.profile(reads[0] as RecordedQuery);
    // The quiet ones have one each.
    expect(dbHits).toBeLessThan((2 * (PAGE + 1) + 2 * QUIET.length) * HITS_OF_ROW);
    expect(operators.filter((name) => SCANS.test(name))).toEqual([]);
  });

  test('that starts from several entities costs what its page costs', async () => {
    const saidBy = [HUB, BYSTANDER].map((id) => ({ id }));
    const filter = await resolveFilter(db, { saidBy, minConfidence: 0.9 });
    const source = statementList('all', { filter, order: 'DATE_DESC', include: [] });
    const found = await pageOf(source, ROOT, null);
    const sure = new Set(statements.filter(({ confidence }) => confidence === 1).map(({ id }) => id));
    const inOrder = sorted('DATE_DESC', []).filter(({ id }) => sure.has(id));
    expect(found.ids).toEqual(inOrder.slice(0, PAGE + 1).map(({ id }) => id));
    // Where the filter would have to stop is passed over in the index.
    expect(found.dbHits).toBeLessThan(2 * (MAX_SCANNED + (PAGE + 1) * HITS_OF_ROW));
    expect(found.operators.filter((name) => SCANS.test(name))).toEqual([]);
  });

  test('a count without a filter reads the index only', async () => {
    reads.length = 0;
    const source = statementList('saidBy', { filter: null, order: 'DATE_DESC', include: [] });
    expect(await source.count(db, [HUB])).toEqual(new Map([[HUB, shown([]).length]]));
    const { dbHits } = await profiler.profile(reads[0] as RecordedQuery);
    expect(dbHits).toBeLessThan(1.1 * COUNT);
  });
});
