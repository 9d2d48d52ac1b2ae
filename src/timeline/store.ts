import { OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { type ListSource, MAX_LIST_SIZE } from '../graph/list.ts';
import { integer, text } from '../graph/rows.ts';
import type { Condition } from '../statement/filter.ts';
import type { Statement } from '../statement/model.ts';
import { currentStatements, requireCountable } from '../statement/store-filter.ts';
import { statementListOf, statementsFrom } from '../statement/store-lists.ts';
import { inBucket, timelineBuckets } from './cypher.ts';
import type { TimelineBucket, TimelineUnit } from './model.ts';

/**
 * Earliest first. LIMIT_EXCEEDED for more than a plain list may hold, and where more than `most` statements would have to be looked
 * at.
 */
export async function readTimeline(
  db: Database,
  unit: TimelineUnit,
  filter: Condition,
  most?: number,
): Promise<TimelineBucket[]> {
  const statements = currentStatements(filter);
  await requireCountable(db, statements, most);
  const rows = await db.read(timelineBuckets(unit, statements), {
    ...statements.params,
    limit: MAX_LIST_SIZE + 1,
  });
  if (rows.length > MAX_LIST_SIZE) {
    throw new OnrecordError(
      'LIMIT_EXCEEDED',
      `The timeline has more than ${MAX_LIST_SIZE} entries: give a greater unit in "by", or a shorter time in "between".`,
      { details: { limit: MAX_LIST_SIZE } },
    );
  }
  return rows.map((row) => ({ from: text(row, 'start'), count: integer(row, 'count') }));
}

/** The statements of buckets, earliest first; the parents are the buckets' `from`, with which their dates begin. */
export function bucketStatements(unit: TimelineUnit, filter: Condition): ListSource<Statement> {
  const list = {
    name: `timeline.statements.${unit}`,
    ...statementsFrom(filter.start, 'earliestPlace'),
    prefix: (from: string) => from,
  };
  const both = { ...filter, text: `${inBucket(unit)} AND ${filter.text}` };
  return statementListOf(list, { filter: both, order: 'DATE_ASC', include: [] });
}
