import type { Database } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { restoreStatement, withdrawStatement } from '../../src/ingest/decide-withdraw.ts';

const BY_WORDS = {
  name: 'test.statementsByWords',
  text: 'MATCH (s:Statement) WHERE s.words = $words RETURN s.id AS id ORDER BY id',
};

/** Withdraws the statements whose folded words are these, the first at that time, or restores them where `at` is null. */
export async function withdraw(db: Database, words: string, at: string | null): Promise<void> {
  const rows = await db.read(BY_WORDS, { words: ` ${words} ` });
  const decide = at === null ? restoreStatement : withdrawStatement;
  const now = () => new Date(at ?? '2025-03-02T00:00:00.000Z');
  for (const row of rows)
    await decide(db, { id: text(row, 'id'), reason: 'A test.' }, { actor: 'test', now });
}

export async function withdrawStatements(db: Database, ids: readonly string[]): Promise<void> {
  const now = () => new Date('2025-03-01T00:00:00.000Z');
  for (const id of ids) await withdrawStatement(db, { id, reason: 'A test.' }, { actor: 'test', now });
}
