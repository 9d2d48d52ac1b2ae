import { OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { type ListSource, MAX_LIST_SIZE } from '../graph/list.ts';
import { integer, text } from '../graph/rows.ts';
import type { Condition } from '../statement/filter.ts';
import type { Statement } from '../statement/model.ts';
import { currentWhere } from '../statement/store-filter.ts';
import { statementListOf } from '../statement/store-lists.ts';
import { bucketMatch, timelineBuckets } from './cypher.ts';
import type { TimelineBucket, TimelineUnit } from './model.ts';

/** Earliest first. LIMIT_EXCEEDED for more than a plain list may hold. Reads every statement of the speaker. */
export async function readTimeline(
  db: Database,
  speaker: string,
  unit: TimelineUnit,
  filter: Condition | null,
): Promise<TimelineBucket[]> {
  const where = currentWhere(filter);
  const params = { ...where.params, speaker, limit: MAX_LIST_SIZE + 1 };
  const rows = await db.read(timelineBuckets(unit, where.text), params);
  if (rows.length > MAX_LIST_SIZE) {
    throw new OnrecordError(
      'LIMIT_EXCEEDED',
      `The timeline has more than ${MAX_LIST_SIZE} entries: give a greater unit in "by", or a shorter time in "between".`,
      { details: { limit: MAX_LIST_SIZE } },
    );
  }
  return rows.map((row) => ({ from: text(row, 'start'), count: integer(row, 'count') }));
}

/** The statements of buckets, earliest first; the parents are the buckets' `from`. */
export function bucketStatements(
  speaker: string,
  unit: TimelineUnit,
  filter: Condition | null,
): ListSource<Statement> {
  const list = { name: `timeline.statements.${unit}`, match: bucketMatch(unit) };
  return statementListOf(list, { filter, order: 'DATE_ASC', include: [] }, { speaker });
}
