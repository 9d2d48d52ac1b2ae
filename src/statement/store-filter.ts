import { ArticleReferences } from '../article/store-reference.ts';
import { EntityReferences } from '../entity/store-reference.ts';
import { OnrecordError } from '../errors.ts';
import { distinct, indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { MAX_COUNTED, readLists } from '../graph/list.ts';
import { MAX_SCANNED } from '../graph/placed-list.ts';
import { integer, text } from '../graph/rows.ts';
import { BODIES_OF_GROUPS, type Counted, lookedAt, STATEMENTS_AT_ENTITIES, VISIBLE } from './cypher.ts';
import {
  articleReferencesIn,
  type Condition,
  checkFilter,
  composeFilter,
  entityReferencesIn,
  groupReferencesIn,
  isListStart,
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
  return { ...condition, asked: canonical(filter), ...(await smallestStarts(db, starts)) };
}

/** JSON text, the same in whatever order the fields are given; a field that is null counts as left out. */
function canonical(filter: StatementFilter): string {
  return JSON.stringify(filter, (_key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field != null)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

export type CurrentStatements = Counted & Pick<Condition, 'params'>;

/** The current statements for which a filter holds, as a count takes them. */
export function currentStatements(filter: Condition | null): CurrentStatements {
  if (filter === null) return { match: null, where: VISIBLE, params: {} };
  const { countStart, params } = filter;
  return { match: countStart?.match ?? null, where: `${VISIBLE} AND ${filter.text}`, params };
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

/**
 * LIMIT_EXCEEDED where a count would have to look at more than `most` statements: it asks how many its filter starts from, or how
 * many there are. What it lets pass is bounded by it.
 */
export async function requireCountable(
  db: Database,
  counted: CurrentStatements,
  most = MAX_COUNTED,
): Promise<void> {
  const [row = {}] = await db.read(lookedAt(counted), { ...counted.params, most: most + 1 });
  if (integer(row, 'looked') <= most) return;
  throw new OnrecordError(
    'LIMIT_EXCEEDED',
    `More than ${most} statements would have to be looked at: ask for a rarer speaker or subject, or for fewer articles.`,
    { details: { limit: most } },
  );
}

type Starts = Pick<Condition, 'start' | 'countStart'>;

/** A call only where there is a choice, or something to add up. The statements of articles are few, and what entities are mentioned in has no order to go by. */
async function smallestStarts(db: Database, starts: readonly Start[]): Promise<Starts> {
  const ofLists = starts.filter(isListStart);
  const article = ofLists.find(({ field }) => field === 'article');
  const [first, second] = ofLists;
  if (article !== undefined) return { start: article, countStart: article };
  if (first === undefined) return { start: null, countStart: starts[0] ?? null };
  if (second === undefined && first.field !== 'mentions' && first.ids.length === 1)
    return { start: first, countStart: first };
  const parents = distinct(ofLists.flatMap((start) => start.ids));
  const counts = indexRows(await db.read(STATEMENTS_AT_ENTITIES, { parents }), 'parent', (row) => row);
  const sized = ofLists
    .map((start) => {
      const size = start.ids.reduce((sum, id) => sum + integer(counts.get(id) ?? {}, start.field), 0);
      return { start, size };
    })
    .toSorted((a, b) => a.size - b.size);
  const usable = sized.find(({ start, size }) => start.field !== 'mentions' || size <= MAX_SCANNED);
  const start = usable === undefined ? null : { ...usable.start, isFew: usable.size <= MAX_SCANNED };
  return { start, countStart: sized[0]?.start ?? null };
}
