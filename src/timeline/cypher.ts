import type { Query } from '../graph/database.ts';
import type { TimelineUnit } from './model.ts';

/** The statements of the speaker `$speaker`. */
const SAID = 'MATCH (:Entity {id: $speaker})<-[:SAID_BY]-(s:Statement)';

const YEAR = 'left(s.dateKey, 4)';
const MONTH = `CASE WHEN left(s.dateKey, 7) = substring(s.dateKey, 11, 7) THEN left(s.dateKey, 7) ELSE ${YEAR} END`;
const DAY = `CASE WHEN left(s.dateKey, 10) = right(s.dateKey, 10) THEN left(s.dateKey, 10) ELSE ${MONTH} END`;

/** The unit that a statement's date falls into, or the greater one where it is no more precise; by its first day for longer times. */
const BUCKETS: Readonly<Record<TimelineUnit, string>> = { DAY, MONTH, YEAR };

/** Dated from somewhen: an interval without a beginning has no place in the order of time. */
const DATED = "s.dateKey > '0001'";

export function timelineBuckets(unit: TimelineUnit, where: string): Query {
  return {
    name: `timeline.${unit}`,
    text: `
${SAID}
WHERE ${where} AND ${DATED}
WITH DISTINCT s
WITH ${BUCKETS[unit]} AS start, s
RETURN start, count(s) AS count
ORDER BY start
LIMIT $limit`,
  };
}

/** The statements of one bucket, whose start is the parent. */
export function bucketMatch(unit: TimelineUnit): string {
  return `${SAID} WITH span, parent, s WHERE ${DATED} AND ${BUCKETS[unit]} = parent WITH span, parent, s`;
}
