import { groupRows } from '../graph/batch.ts';
import type { Database, Query } from '../graph/database.ts';
import { TEXT_INDEXES, type TextIndex } from '../graph/plan.ts';
import { text } from '../graph/rows.ts';
import { ARTICLE_WORDS, ENTITY_WORDS, STATEMENT_WORDS, WORDS_BY_PREFIX } from './cypher.ts';
import { MAX_CANDIDATES, MAX_PREFIX_WORDS, MAX_PREFIXES, type RankedHit, type SearchType } from './model.ts';
import type { Phrase } from './model-query.ts';
import { compareHits, scoreOf } from './model-rank.ts';

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly RankedHit[];
  /** More may match than were looked at. */
  readonly limited: boolean;
}

const SOURCES: Readonly<Record<SearchType, { readonly index: TextIndex; readonly words: Query }>> = {
  ENTITY: { index: TEXT_INDEXES.entity, words: ENTITY_WORDS },
  STATEMENT: { index: TEXT_INDEXES.statement, words: STATEMENT_WORDS },
  ARTICLE: { index: TEXT_INDEXES.article, words: ARTICLE_WORDS },
};

/** What has all the phrases; nothing for none. One call for the prefixes, and two for each type. */
export async function search(
  db: Database,
  phrases: readonly Phrase[],
  types: readonly SearchType[],
): Promise<SearchResult> {
  if (phrases.length === 0) return { hits: [], limited: false };
  const { groups, limited } = await groupsFor(db, phrases);
  const found = await Promise.all(types.map((type) => searchType(db, phrases, groups, type)));
  return {
    hits: found.flatMap(({ hits }) => hits).toSorted(compareHits),
    limited: limited || found.some((each) => each.limited),
  };
}

async function searchType(
  db: Database,
  phrases: readonly Phrase[],
  groups: readonly (readonly string[])[],
  type: SearchType,
): Promise<SearchResult> {
  const { index, words } = SOURCES[type];
  const matches = await db.searchText({
    name: `search.${index.name}`,
    index,
    groups,
    phrases: phrases.map(wholeWords).filter((words) => words.length > 1),
    match: 'ALL',
    limit: MAX_CANDIDATES,
  });
  if (matches.length === 0) return { hits: [], limited: false };
  const rows = await db.read(words, { ids: matches.map(({ id }) => id) });
  const hits = rows.flatMap((row): RankedHit[] => {
    const score = scoreOf(phrases, type, text(row, 'words'));
    return score === null ? [] : [{ type, id: text(row, 'id'), score }];
  });
  return { hits, limited: matches.length === MAX_CANDIDATES };
}

/** The words that a node must have, with those that each prefix stands for; a prefix of no word leaves its group empty. */
async function groupsFor(
  db: Database,
  phrases: readonly Phrase[],
): Promise<{ readonly groups: readonly (readonly string[])[]; readonly limited: boolean }> {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const { words, prefix } of phrases) {
    for (const word of wholeWords({ words, prefix })) whole.add(word);
    const last = words.at(-1);
    if (prefix && last !== undefined) beginnings.add(last);
  }
  const groups = [...whole].map((word) => [word]);
  const prefixes = [...beginnings].slice(0, MAX_PREFIXES);
  if (prefixes.length === 0) return { groups, limited: false };
  const rows = await db.read(WORDS_BY_PREFIX, { prefixes, limit: MAX_PREFIX_WORDS + 1 });
  const expanded = [...groupRows(prefixes, rows, 'prefix', (row) => text(row, 'word')).values()];
  return {
    groups: [...groups, ...expanded.map((words) => words.slice(0, MAX_PREFIX_WORDS))],
    limited: expanded.some((words) => words.length > MAX_PREFIX_WORDS),
  };
}

function wholeWords({ words, prefix }: Phrase): readonly string[] {
  return prefix ? words.slice(0, -1) : words;
}
