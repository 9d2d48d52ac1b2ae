import { inChunks } from '../graph/batch.ts';
import type { Params, Query, Row, Transaction, Value } from '../graph/database.ts';

/** Rows that one UNWIND gets at most. */
const CHUNK = 5_000;

/** Runs a write for rows, which it takes as `$rows`. Nothing for no rows. */
export async function runRows(
  tx: Transaction,
  query: Query,
  rows: readonly Value[],
  params: Params = {},
): Promise<void> {
  for (const chunk of inChunks(rows, CHUNK)) await tx.run(query, { ...params, rows: chunk });
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
