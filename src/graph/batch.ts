import type { Row } from './database.ts';
import { text } from './rows.ts';

/** The keys of a batched query: each once, what is not given left out. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value != null))];
}

/** Rows by the key that a batched query echoes in `keyColumn`. Every key asked for is present; rows keep the query's order. */
export function groupRows<T>(
  keys: readonly string[],
  rows: readonly Row[],
  keyColumn: string,
  map: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
  for (const row of rows) {
    const key = text(row, keyColumn);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [map(row)]);
    else group.push(map(row));
  }
  return groups;
}

/** One value by key; of several rows with the same key the first counts. Keys without a row are absent. */
export function indexRows<T>(rows: readonly Row[], keyColumn: string, map: (row: Row) => T): Map<string, T> {
  const index = new Map<string, T>();
  for (const row of rows) {
    const key = text(row, keyColumn);
    if (!index.has(key)) index.set(key, map(row));
  }
  return index;
}

/** Splits `items` for UNWIND writes, so that one parameter stays of a bounded size. Nothing for an empty list. */
export function* inChunks<T>(items: readonly T[], size: number): Generator<readonly T[], void, undefined> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
