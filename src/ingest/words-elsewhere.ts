import { inChunks } from '../graph/batch.ts';
import type { Database } from '../graph/database.ts';
import { TEXT_INDEXES, type TextIndex } from '../graph/plan.ts';
import { wordsIn } from '../text/fold.ts';

/** Words that are looked for at a time. */
const AT_ONCE = 8;
/** Most words stand in some article. */
const INDEXES = [TEXT_INDEXES.article, TEXT_INDEXES.statement, TEXT_INDEXES.entity];
const MARK = /\p{M}/u;

/** Nodes of one index whose words are to be taken away, with the words that they have. */
export interface WordsTaken {
  readonly index: TextIndex;
  /** By id, as `wordLines` makes them. */
  readonly words: ReadonlyMap<string, string>;
}

/** The words that stand in these nodes only, sorted; the full-text indexes tell where else one stands. Costs up to three searches a word. */
export async function wordsOnlyIn(db: Database, taken: readonly WordsTaken[]): Promise<string[]> {
  const holders = taken.map(({ index, words }) => ({ index, ids: idsByWord(words) }));
  const words = new Set(holders.flatMap(({ ids }) => [...ids.keys()]));
  const only: string[] = [];
  for (const some of inChunks([...words].toSorted(), AT_ONCE)) {
    const found = await Promise.all(some.map((word) => standsElsewhere(db, word, holders)));
    only.push(...some.filter((_, at) => found[at] === false));
  }
  return only;
}

interface Holders {
  readonly index: TextIndex;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

async function standsElsewhere(db: Database, word: string, holders: readonly Holders[]): Promise<boolean> {
  for (const index of INDEXES) {
    const own = holders.find((each) => each.index === index)?.ids.get(word) ?? new Set();
    const search = { name: 'ingest.whereWordsStand', index, groups: [[word]], limit: own.size + 1 };
    // What an engine finds for a word with marks it looks at again; for ANY it would look at `limit` nodes only.
    const matches = await db.searchText({ ...search, match: MARK.test(word) ? 'ALL' : 'ANY' });
    if (matches.some(({ id }) => !own.has(id))) return true;
  }
  return false;
}

function idsByWord(words: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const [id, lines] of words) {
    for (const word of wordsIn(lines)) {
      const holding = ids.get(word);
      if (holding === undefined) ids.set(word, new Set([id]));
      else holding.add(id);
    }
  }
  return ids;
}
