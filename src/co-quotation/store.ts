import type { Article } from '../article/model.ts';
import { articleOf } from '../article/store.ts';
import { entityOf } from '../entity/store.ts';
import type { Database } from '../graph/database.ts';
import { type ListSource, listSource } from '../graph/list.ts';
import { integer } from '../graph/rows.ts';
import { requireCountable } from '../statement/store-filter.ts';
import { ARTICLES_OF_BOTH, CO_QUOTED, SAID } from './cypher.ts';
import type { CoQuoted } from './model.ts';

/** Articles of one speaker that are looked at, the latest ones. */
export const MAX_ARTICLES = 10_000;

/** Most articles in common first, then by name. LIMIT_EXCEEDED for a speaker with more than `most` statements. */
export async function readCoQuoted(
  db: Database,
  id: string,
  first: number,
  articles = MAX_ARTICLES,
  most?: number,
): Promise<CoQuoted[]> {
  await requireCountable(db, { ...SAID, params: { id } }, most);
  const rows = await db.read(CO_QUOTED, { id, articles, limit: first });
  return rows.map((row) => ({ entity: entityOf(row), count: integer(row, 'count') }));
}

/** Latest first; the parents are made by `pairKey`, the speaker of whose articles only the latest count first. */
export function articlesOfBoth(articles = MAX_ARTICLES): ListSource<Article> {
  return listSource(ARTICLES_OF_BOTH, articleOf, { articles });
}

export function pairKey(one: string, other: string): string {
  return `${one} ${other}`;
}
