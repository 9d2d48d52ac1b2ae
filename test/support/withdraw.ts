import type { Database } from '../../src/graph/database.ts';
import { changeOfStatements } from '../../src/ingest/cypher-places.ts';

const WITHDRAW = changeOfStatements(
  'test.withdraw',
  'MATCH (s:Statement) WHERE s.words = $words SET s.withdrawnAt = $at',
);

/** Withdraws the statements whose folded words are these, or restores them where `at` is null. */
export async function withdraw(db: Database, words: string, at: string | null): Promise<void> {
  await db.write((tx) => tx.run(WITHDRAW, { words: ` ${words} `, at }));
}
