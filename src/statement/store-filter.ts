import { ArticleReferences } from '../article/store-reference.ts';
import { EntityReferences } from '../entity/store-reference.ts';
import { OnrecordError } from '../errors.ts';
import type { Database, Row } from '../graph/database.ts';
import { readLists } from '../graph/list.ts';
import { MAX_SCANNED } from '../graph/placed-list.ts';
import { integer, text } from '../graph/rows.ts';
import { BODIES_OF_GROUPS, STATEMENTS_AT_ENTITIES, VISIBLE } from './cypher.ts';
import {
  articleReferencesIn,
  type Condition,
  checkFilter,
  composeFilter,
  entityReferencesIn,
  groupReferencesIn,
  type Start,
  type StatementFilter,
} from './filter.ts';

/** Bodies of one group in a filter, parts of it and parts of those, and their offices. */
const MAX_BODIES = 2_000;

/** The filter as a condition, with what its references stand for looked up: one call for each kind of reference in it. */
export async function resolveFilter(db: Database, filter: StatementFilter): Promise<Condition> {
  const parts = checkFilter(filter);
  const [entities, articles] = await Promise.all([
    EntityReferences.find(db, entityReferencesIn(parts)),
    ArticleReferences.find(db, articleReferencesIn(parts)),
  ]);
  const groups = groupReferencesIn(parts).map((reference) => entities.require(reference).id);
  const bodies = await bodiesOfGroups(db, [...new Set(groups)]);
  const { starts, ...condition } = composeFilter(filter, { entities, articles, bodies });
  return { ...condition, start: await smallestStart(db, starts) };
}

/** The current statements for which a filter holds, as a condition on `s`. */
export function currentWhere(filter: Condition | null): Condition {
  if (filter === null) return { text: VISIBLE, params: {}, start: null };
  return { ...filter, text: `${VISIBLE} AND ${filter.text}` };
}

/** LIMIT_EXCEEDED for a group with more than MAX_BODIES. */
async function bodiesOfGroups(
  db: Database,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (groups.length === 0) return new Map();
  const id = (row: Row) => text(row, 'id');
  const found = await readLists(db, BODIES_OF_GROUPS, groups, id, { limit: MAX_BODIES + 1 });
  for (const bodies of found.values()) {
    if (bodies.length <= MAX_BODIES) continue;
    throw new OnrecordError(
      'LIMIT_EXCEEDED',
      `"saidByGroup" names a group of more than ${MAX_BODIES} bodies and offices.`,
    );
  }
  return found;
}

/** A call only where there is a choice. The statements of articles are few, and what entities are mentioned in has no order to go by. */
async function smallestStart(db: Database, starts: readonly Start[]): Promise<Start | null> {
  const article = starts.find(({ field }) => field === 'article');
  const [first, second] = starts;
  if (article !== undefined || first === undefined) return article ?? null;
  if (second === undefined && first.field !== 'mentions') return first;
  const ids = [...new Set(starts.flatMap((start) => start.ids))];
  const counts = new Map<string, Row>();
  for (const row of await db.read(STATEMENTS_AT_ENTITIES, { ids })) counts.set(text(row, 'id'), row);
  const sized = starts.map((start) => {
    const size = start.ids.reduce((sum, id) => sum + integer(counts.get(id) ?? {}, start.field), 0);
    return { start, size };
  });
  const usable = sized.filter(({ start, size }) => start.field !== 'mentions' || size <= MAX_SCANNED);
  return usable.toSorted((a, b) => a.size - b.size)[0]?.start ?? null;
}
