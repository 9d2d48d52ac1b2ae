import type { Query } from '../graph/database.ts';
import { type Counted, countedStatements } from '../statement/cypher.ts';
import type { EntityFacet, StatementFacet } from './model.ts';

/** The ways from a statement `s` to the entities that are its values. */
export const WAYS = {
  SPEAKER: '(s)-[:SAID_BY]->',
  ABOUT: '(s)-[:ABOUT]->',
  ADDRESSEE: '(s)-[:TOLD_TO]->',
  OUTLET: '(s)-[:REPORTED_IN]->()<-[:HAS_VERSION]-()-[:PUBLISHED_BY]->',
} as const satisfies Record<EntityFacet, string>;

/** From `s` to each of its values. Only ABOUT leads elsewhere too: asking each of many entities for its label takes as long as finding it. */
export function wayTo(facet: EntityFacet, name: string): string {
  return `${WAYS[facet]}(${name}${facet === 'ABOUT' ? ':Entity' : ''})`;
}

/** The month of a date key that lies in one; null for other dates and for none. */
const MONTH = 'CASE WHEN left(day, 7) = substring(day, 11, 7) THEN left(day, 7) END';

/** For each facet how the statements `s` become rows of `value` and `count`, one for each value, with as few rows in between as can be. */
const COUNTS: Readonly<Record<StatementFacet, string>> = {
  SPEAKER: countOfEntities('SPEAKER'),
  ABOUT: countOfEntities('ABOUT'),
  ADDRESSEE: countOfEntities('ADDRESSEE'),
  OUTLET: `MATCH (s)-[:REPORTED_IN]->(version)
WITH version, count(s) AS reported
MATCH (version)<-[:HAS_VERSION]-()-[:PUBLISHED_BY]->(entity)
WITH entity, sum(reported) AS count
WITH entity.id AS value, count`,
  KIND: 'WITH s.kind AS value, count(s) AS count',
  ACT: 'UNWIND s.acts AS value\nWITH value, count(DISTINCT s) AS count',
  MONTH: `WITH s.dateKey AS day, count(s) AS dated
WITH ${MONTH} AS value, sum(dated) AS count
WHERE value IS NOT NULL
WITH value, count`,
};

function countOfEntities(facet: EntityFacet): string {
  return `MATCH ${wayTo(facet, 'entity')}
WITH entity, count(DISTINCT s) AS count
WITH entity.id AS value, count`;
}

/** Facets of which a statement can have several values, with how many it has; of the others it has one for each that is counted. */
const SIZES = {
  SPEAKER: `COUNT { MATCH ${wayTo('SPEAKER', '')} }`,
  ABOUT: `COUNT { MATCH ${wayTo('ABOUT', '')} }`,
  ADDRESSEE: `COUNT { MATCH ${wayTo('ADDRESSEE', '')} }`,
  ACT: 'size(s.acts)',
} as const satisfies Partial<Record<StatementFacet, string>>;
export type SizedFacet = keyof typeof SIZES;

export function isSized(facet: StatementFacet): facet is SizedFacet {
  return facet in SIZES;
}

/** One row: how many statements there are, and how many of them have no value, in a column for each facet. */
export function facetTotals(facets: readonly SizedFacet[], counted: Counted): Query {
  const sizes = facets.map((facet) => `, ${SIZES[facet]} AS ${facet}`).join('');
  const missing = facets.map((facet) => `, count(CASE WHEN ${facet} = 0 THEN 1 END) AS ${facet}`).join('');
  return {
    name: 'facet.totals',
    text: `
${countedStatements(counted)}
WITH s${sizes}
RETURN count(s) AS total${missing}`,
  };
}

/** One row: the first `$limit` buckets, and the counts of all values added up. */
export function facetBuckets(facet: StatementFacet, counted: Counted): Query {
  return {
    name: `facet.${facet}`,
    text: `
${countedStatements(counted)}
${COUNTS[facet]}
ORDER BY count DESC, value
WITH collect({value: value, count: count}) AS counts, coalesce(sum(count), 0) AS counted
RETURN counts[..$limit] AS buckets, counted`,
  };
}
