import { groupRows } from './batch.ts';
import type { Database, Params, Query, Row } from './database.ts';
import { type KeysetPosition, type ListQueries, type PageRequest, pageParams } from './keyset.ts';
import { integer, text } from './rows.ts';

/** The most that a plain list may hold; one that is longer is an error, never cut without a word. */
export const MAX_LIST_SIZE = 200;

/** Records that a count looks at. */
export const MAX_COUNTED = 1_000_000;

/** A row of an ordered list with its place in it. */
export interface Placed<T> {
  readonly value: T;
  readonly position: KeysetPosition;
}

/** Rows of an ordered list that lie side by side. */
export interface Stretch<T> {
  /** In list order, one more than asked for where there are further ones. */
  readonly rows: readonly Placed<T>[];
  /** The last row that a filter looked at, when it may look at no more and there are further ones; else null. */
  readonly scanEnd: KeysetPosition | null;
}

/**
 * An ordered list that each of many parents has. `name` tells it apart from every other, parameters included: two sources of one
 * name give the same rows.
 */
export interface ListSource<T> {
  readonly name: string;
  /** What its cursors are good for, where that is less than `name` tells: of what clients ask, not of what it means just now. */
  readonly cursorScope?: string;
  /** By parent; every parent is present. */
  page(db: Database, parents: readonly string[], page: PageRequest): Promise<ReadonlyMap<string, Stretch<T>>>;
  /** By parent; one without rows may be absent, one that is too long to count has more than MAX_COUNTED. */
  count(db: Database, parents: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** The parent of a list that belongs to nothing but the graph. */
export const ROOT = '';

export function listSource<T>(
  queries: ListQueries,
  map: (row: Row) => T,
  params: Params = {},
): ListSource<T> {
  const placed = (row: Row): Placed<T> => ({
    value: map(row),
    position: { key: text(row, 'sortKey'), id: text(row, 'id') },
  });
  return {
    name: `${queries.forward.name} ${JSON.stringify(params)}`,
    async page(db, parents, page) {
      const query = page.backward ? queries.backward : queries.forward;
      const rows = await db.read(query, { ...params, ...pageParams(parents, page) });
      const groups = groupRows(parents, rows, 'parent', placed);
      if (page.backward) for (const group of groups.values()) group.reverse();
      return new Map([...groups].map(([parent, found]) => [parent, { rows: found, scanEnd: null }]));
    },
    async count(db, parents) {
      const rows = await db.read(queries.count, { ...params, parents, most: MAX_COUNTED + 1 });
      return new Map(rows.map((row) => [text(row, 'parent'), countOf(row)]));
    },
  };
}

/**
 * Plain lists of many parents in one call. The query bounds each by `$limit`, one more than MAX_LIST_SIZE, which tells that it is
 * too long. Every parent is present.
 */
export async function readLists<T>(
  db: Database,
  query: Query,
  parents: readonly string[],
  map: (row: Row) => T,
  params: Params = {},
): Promise<ReadonlyMap<string, readonly T[]>> {
  const rows = await db.read(query, { limit: MAX_LIST_SIZE + 1, ...params, parents });
  return groupRows(parents, rows, 'parent', map);
}

/** The count in a row that says how many records it `looked` at. */
export function countOf(row: Row): number {
  return integer(row, 'looked') > MAX_COUNTED ? MAX_COUNTED + 1 : integer(row, 'total');
}
