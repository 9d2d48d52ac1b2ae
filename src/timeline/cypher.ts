import type { Query } from '../graph/database.ts';
import { type Counted, countedStatements } from '../statement/cypher.ts';
import type { TimelineUnit } from './model.ts';

const YEAR = 'left(s.dateKey, 4)';
const MONTH = `CASE WHEN left(s.dateKey, 7) = substring(s.dateKey, 11, 7) THEN left(s.dateKey, 7) ELSE ${YEAR} END`;
const DAY = `CASE WHEN left(s.dateKey, 10) = right(s.dateKey, 10) THEN left(s.dateKey, 10) ELSE ${MONTH} END`;

/** The unit that a statement's date falls into, or the greater one where it is no more precise; by its first day for longer times. */
const BUCKETS: Readonly<Record<TimelineUnit, string>> = { DAY, MONTH, YEAR };

/** Dated from somewhen: an interval without a beginning has no place in the order of time. */
const DATED = "s.dateKey > '0001'";

export function timelineBuckets(unit: TimelineUnit, counted: Counted): Query {
  return {
    name: `timeline.${unit}`,
    text: `
${countedStatements(counted)} AND ${DATED}
WITH ${BUCKETS[unit]} AS start, s
RETURN start, count(s) AS count
ORDER BY start
LIMIT $limit`,
  };
}

/** That `s` falls into the bucket whose start is the parent, as a part of a filter. Each date in it begins with the start. */
export function inBucket(unit: TimelineUnit): string {
  return `coalesce(${BUCKETS[unit]} = parent, false)`;
}
