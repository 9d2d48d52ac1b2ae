import { inChunks } from '../graph/batch.ts';
import type { Params, Query, Row, Transaction, Value } from '../graph/database.ts';

/** Rows that one UNWIND gets at most. */
const CHUNK = 5_000;

/** Runs a write for rows, which it takes as `$rows`, all chunks sent at once. Nothing for no rows. */
export async function runRows(
  tx: Transaction,
  query: Query,
  rows: readonly Value[],
  params: Params = {},
): Promise<void> {
  await Promise.all([...inChunks(rows, CHUNK)].map((chunk) => tx.run(query, { ...params, rows: chunk })));
}

/** A write and the rows that it takes as `$rows`. */
export type RowsWrite = readonly [query: Query, rows: readonly Value[]];

/** Such writes in their order, each sent before the one before it is done: the engine works while this side makes ready what comes next. */
export async function runEach(tx: Transaction, writes: readonly RowsWrite[]): Promise<void> {
  await Promise.all(writes.map(([query, rows]) => runRows(tx, query, rows)));
}

/** All rows of a read that takes keys as the parameter of that name. Ordered within chunks only. */
export async function readChunks(
  tx: Transaction,
  query: Query,
  parameter: string,
  keys: readonly string[],
  params: Params = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of inChunks(keys, CHUNK)) {
    for (const row of await tx.run(query, { ...params, [parameter]: chunk })) rows.push(row);
  }
  return rows;
}
