import type { Database } from '../graph/database.ts';
import { integer } from '../graph/rows.ts';
import { COUNTS } from './cypher.ts';
import type { Counts } from './model.ts';

/** Reads every statement and mention: costs time in proportion to the graph. */
export async function readCounts(db: Database): Promise<Counts> {
  const [row = {}] = await db.read(COUNTS);
  return {
    articles: integer(row, 'articles'),
    statements: integer(row, 'statements'),
    entities: integer(row, 'entities'),
    mentions: integer(row, 'mentions'),
    relations: integer(row, 'relations'),
  };
}
