import { expect } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { withdrawStatements } from '../support/withdraw.ts';
import { ADA, article, idsIn, type List, rowsOf } from './pages.ts';
import { edgesOf, pagesOf, walk } from './walk.ts';

/* Lists that are read while others write. */

const ORDERS = ['DATE_DESC', 'DATE_ASC', 'RECORDED_AT_DESC', 'RECORDED_AT_ASC', 'TEXT_POSITION'] as const;
const FILTER = 'where: {saidBy: [{name: "Ada"}], not: {text: "3"}}';

const LISTS: readonly List[] = [
  ...ORDERS.map((order) => ({ field: 'statements', args: `orderBy: ${order}` })),
  ...(['DATE_DESC', 'RECORDED_AT_ASC', 'TEXT_POSITION'] as const).map((order) => ({
    field: 'statements',
    args: `orderBy: ${order}, ${FILTER}`,
  })),
  { field: 'statements', args: 'include: [SUPERSEDED, WITHDRAWN]' },
  { field: 'statements', args: 'orderBy: DATE_ASC', of: ADA },
  { field: 'statementsAbout', of: ADA },
  { field: 'mentions', of: ADA },
  { field: 'entities' },
  { field: 'articles' },
];

/** Entities that are there from the start, besides two people. */
const CLUBS = 8;

export interface Extent {
  /** Every list is read, or every second one and so on. */
  readonly everyNth: number;
  readonly size: number;
  /** Articles before and after which, beside which and at the same date as which others come in. */
  readonly articles: number;
  /** Articles that come in while lists are read, and how many of them between two pages. */
  readonly inserts: number;
  readonly insertsAtOnce: number;
}

/** Dates over which articles spread; several have the same, and some have none. */
function dateOf(number: number): string | null {
  return ['2024-01-02', '2024-01', '2023', null, '2024-01-02', '2025-05-05', '2022/..'][number % 7] ?? null;
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** One walk through a list, with what it has seen. */
interface Reader {
  readonly list: List;
  readonly backward: boolean;
  readonly before: readonly string[];
  readonly pages: Rows[];
  readonly rest: AsyncGenerator<Rows, void, undefined>;
}

/**
 * Reads all lists page by page from both ends; between two pages articles come in, others are edited, and rows that cursors point to are
 * withdrawn. What was there all the time is seen once, and nothing twice, in the order of the list.
 */
export async function readWhileWriting(db: Database, extent: Extent): Promise<void> {
  const { everyNth, size, articles, inserts, insertsAtOnce } = extent;
  const ingest = (name: string, number: number, sentences: number, clubs = 0) =>
    ingestDocument(db, document(name, sentences, dateOf(number), clubs), { now: () => momentOf(number) });
  for (let number = 0; number < articles; number += 1) await ingest(`before-${number}`, number, 6, CLUBS);
  const whole = async (list: List) =>
    edgesOf(await walk((args) => rowsOf(db, list, args), 100, false), false);
  const readers: Reader[] = [];
  for (const list of LISTS.filter((_, at) => at % everyNth === 0)) {
    const before = (await whole(list)).map(({ node }) => node.id);
    expect(before.length).toBeGreaterThan(size);
    for (const backward of [false, true]) {
      const rest = pagesOf((args) => rowsOf(db, list, args), size, backward);
      readers.push({ list, backward, before, pages: [], rest });
    }
  }
  let inserted = 0;
  let reading = readers;
  for (let step = 0; reading.length > 0; step += 1) {
    const still: Reader[] = [];
    for (const reader of reading) {
      const { done, value } = await reader.rest.next();
      if (done === true) continue;
      reader.pages.push(value);
      still.push(reader);
    }
    reading = still;
    if (inserted >= inserts) continue;
    for (let count = 0; count < insertsAtOnce; count += 1, inserted += 1)
      await ingest(
        `between-${inserted}`,
        inserted + step,
        1 + (inserted % 2),
        inserted % 4 === 0 ? CLUBS + (inserted % 20) : 0,
      );
    // Another text, with other statements at the same date. Most articles stay as they are.
    const edited = step % Math.ceil(articles / 3);
    await ingest(`before-${edited}`, edited, 7 + step);
    await withdrawStatements(db, rowAtCursor(reading[step % Math.max(1, reading.length)]));
  }
  for (const { list, backward, before, pages } of readers) {
    const what = JSON.stringify([list, backward]);
    const after = (await whole(list)).map(({ node }) => node.id);
    const seen = edgesOf(pages, backward).map(({ node }) => node.id);
    expect(new Set(seen).size, `doubled in ${what}`).toBe(seen.length);
    const stayed = before.filter((id) => after.includes(id));
    expect(stayed.length, what).toBeGreaterThan(0);
    expect(
      seen.filter((id) => stayed.includes(id)),
      `lost in ${what}`,
    ).toEqual(stayed);
    // Where rows stand does not change, so those that came in between are in their places too.
    expect(
      seen.filter((id) => after.includes(id)),
      `out of order in ${what}`,
    ).toEqual(after.filter((id) => seen.includes(id)));
  }
}

function document(name: string, sentences: number, date: string | null, clubs: number) {
  const { article: head, ...rest } = article(name, sentences, date, clubs);
  // The longer text is the later one.
  return { ...rest, article: { ...head, retrievedAt: new Date(Date.UTC(2025, 0, sentences)).toISOString() } };
}

/** Two in a row come in at the same moment. */
function momentOf(number: number): Date {
  return new Date(Date.UTC(2025, 0, 1 + (((number * 5) % 23) >> 1)));
}

/** The row after which, or before which, the reader's next page begins; it may be no statement. */
function rowAtCursor(reader: Reader | undefined): string[] {
  const page = reader?.pages.at(-1);
  const id = page === undefined ? undefined : reader?.backward ? idsIn(page)[0] : idsIn(page).at(-1);
  return id?.startsWith('sta_') ? [id] : [];
}
