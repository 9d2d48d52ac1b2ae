import { articleOf } from '../article/store.ts';
import { entityOf } from '../entity/store.ts';
import type { Database } from '../graph/database.ts';
import { listSource } from '../graph/list.ts';
import { integer } from '../graph/rows.ts';
import { ARTICLES_OF_BOTH, CO_QUOTED } from './cypher.ts';
import type { CoQuoted } from './model.ts';

/** Articles of one speaker that are looked at, the latest ones. */
export const MAX_ARTICLES = 10_000;

/** Most articles in common first, then by name. */
export async function readCoQuoted(db: Database, id: string, first: number): Promise<CoQuoted[]> {
  const rows = await db.read(CO_QUOTED, { id, articles: MAX_ARTICLES, limit: first });
  return rows.map((row) => ({ entity: entityOf(row), count: integer(row, 'count') }));
}

/** Latest first; the parents are made by `pairKey`. */
export const articlesOfBoth = listSource(ARTICLES_OF_BOTH, articleOf);

export function pairKey(one: string, other: string): string {
  return `${one} ${other}`;
}
