import type { Database } from '../../src/graph/database.ts';
import { changeOfStatements } from '../../src/ingest/cypher-places.ts';

const WITHDRAW = changeOfStatements(
  'test.withdraw',
  'MATCH (s:Statement) WHERE s.words = $words SET s.withdrawnAt = $at',
);
const WITHDRAW_BY_ID = changeOfStatements(
  'test.withdrawById',
  'UNWIND $ids AS id MATCH (s:Statement {id: id}) SET s.withdrawnAt = $at',
);

/** Withdraws the statements whose folded words are these, or restores them where `at` is null. */
export async function withdraw(db: Database, words: string, at: string | null): Promise<void> {
  await db.write((tx) => tx.run(WITHDRAW, { words: ` ${words} `, at }));
}

export async function withdrawStatements(db: Database, ids: readonly string[]): Promise<void> {
  const at = '2025-03-01T00:00:00.000Z';
  await db.write((tx) => tx.run(WITHDRAW_BY_ID, { ids: [...ids], at }));
}
