import type { Query } from '../graph/database.ts';
import type { EntityFacet, StatementFacet } from './model.ts';

/** The ways from a statement `s` to the entities that are its values. */
const WAYS = {
  SPEAKER: '-[:SAID_BY]->',
  ABOUT: '-[:ABOUT]->',
  ADDRESSEE: '-[:TOLD_TO]->',
  OUTLET: '-[:REPORTED_IN]->(:ArticleVersion)<-[:HAS_VERSION]-(:Article)-[:PUBLISHED_BY]->',
} as const satisfies Record<EntityFacet, string>;

/** The month of a statement that is dated to one; null for other dates and for none. */
const MONTH = 'CASE WHEN left(s.dateKey, 7) = substring(s.dateKey, 11, 7) THEN left(s.dateKey, 7) END';

/** For each facet how the values of `s` become rows with `value`, and how many there are. */
const FACETS: Readonly<Record<StatementFacet, { readonly values: string; readonly size: string }>> = {
  SPEAKER: ofEntities('SPEAKER'),
  ABOUT: ofEntities('ABOUT'),
  ADDRESSEE: ofEntities('ADDRESSEE'),
  OUTLET: ofEntities('OUTLET'),
  KIND: { values: 'WITH s, s.kind AS value', size: '1' },
  ACT: { values: 'UNWIND s.acts AS value', size: 'size(s.acts)' },
  MONTH: {
    values: `WITH s, ${MONTH} AS value WHERE value IS NOT NULL`,
    size: `CASE WHEN ${MONTH} IS NULL THEN 0 ELSE 1 END`,
  },
};

function ofEntities(facet: EntityFacet): { values: string; size: string } {
  return {
    values: `MATCH (s)${WAYS[facet]}(x:Entity) WITH s, x.id AS value`,
    size: `COUNT { MATCH (s)${WAYS[facet]}(:Entity) }`,
  };
}

/** `where` is a condition on `s` with constant text. */
export function facetTotals(facet: StatementFacet, where: string): Query {
  const { size } = FACETS[facet];
  return {
    name: `facet.${facet}.totals`,
    text: `
MATCH (s:Statement)
WHERE ${where}
WITH ${size} AS size
RETURN count(size) AS total, coalesce(sum(size), 0) AS values, count(CASE WHEN size = 0 THEN 1 END) AS missing`,
  };
}

export function facetBuckets(facet: StatementFacet, where: string): Query {
  return {
    name: `facet.${facet}`,
    text: `
MATCH (s:Statement)
WHERE ${where}
${FACETS[facet].values}
RETURN value, count(DISTINCT s) AS count
ORDER BY count DESC, value
LIMIT $limit`,
  };
}

/** Counts for the rows and columns given, at most one for each pair of them. */
export function matrixCells(rows: EntityFacet, columns: EntityFacet, where: string): Query {
  return {
    name: `facet.matrix.${rows}.${columns}`,
    text: `
MATCH (s:Statement)
WHERE ${where}
MATCH (s)${WAYS[rows]}(x:Entity)
WHERE x.id IN $rows
MATCH (s)${WAYS[columns]}(y:Entity)
WHERE y.id IN $columns
RETURN x.id AS row, y.id AS column, count(DISTINCT s) AS count
ORDER BY row, column
LIMIT $limit`,
  };
}

/**
 * The statements of a cell; the parent is the ids of its row and column with a space between. Its entities have no names: the
 * filter that follows would take them for its own, even after a `WITH s` on Neo4j.
 */
export function cellMatch(rows: EntityFacet, columns: EntityFacet): string {
  return `
    WITH span, parent, split(parent, ' ') AS ids
    UNWIND [ids[0]] AS rowId
    UNWIND [ids[1]] AS columnId
    MATCH (:Entity {id: rowId})${reversed(rows)}(s:Statement)
    MATCH (s)${WAYS[columns]}(:Entity {id: columnId})`;
}

/** From the entity to the statements, so that the pattern starts where it is bound. */
function reversed(facet: EntityFacet): string {
  return {
    SPEAKER: '<-[:SAID_BY]-',
    ABOUT: '<-[:ABOUT]-',
    ADDRESSEE: '<-[:TOLD_TO]-',
    OUTLET: '<-[:PUBLISHED_BY]-(:Article)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-',
  }[facet];
}
