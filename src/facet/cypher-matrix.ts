import type { Query } from '../graph/database.ts';
import { type Counted, countedStatements, type PlacedWay } from '../statement/cypher.ts';
import { WAYS, wayTo } from './cypher-values.ts';
import type { EntityFacet } from './model.ts';

/** The ways of facets from the entity to `(s)`, for patterns that start there. */
const WAYS_BACK = {
  SPEAKER: '<-[:SAID_BY]-',
  POSITION: '<-[:SPEAKING_AS]-',
  ABOUT: '<-[:ABOUT]-',
  ADDRESSEE: '<-[:TOLD_TO]-',
  OUTLET: '<-[:PUBLISHED_BY]-(:Article)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-',
} as const satisfies Record<EntityFacet, string>;

/**
 * Counts for the rows and columns given, at most one for each pair of them. Starts where the filter does, else from the rows, which
 * are few of all. The entities have names that no filter uses, which would take them for its own.
 */
export function matrixCells(rows: EntityFacet, columns: EntityFacet, counted: Counted): Query {
  const ofRows =
    counted.match === null
      ? `MATCH (ofRow:Entity)${WAYS_BACK[rows]}(s:Statement) WHERE ofRow.id IN $rows AND ${counted.where}`
      : `${countedStatements(counted)} MATCH ${wayTo(rows, 'ofRow')} WHERE ofRow.id IN $rows`;
  return {
    name: `facet.matrix.${rows}.${columns}`,
    text: `
${ofRows}
MATCH ${wayTo(columns, 'ofColumn')}
WHERE ofColumn.id IN $columns
RETURN ofRow.id AS row, ofColumn.id AS column, count(DISTINCT s) AS count
ORDER BY row, column
LIMIT $limit`,
  };
}

/** The statements of a cell; the parent is the ids of its row and column with a space between. Its entities have no names, as above. */
export function cellMatch(rows: EntityFacet, columns: EntityFacet): string {
  return `
    WITH span, parent, split(parent, ' ') AS ids
    UNWIND [ids[0]] AS rowId
    UNWIND [ids[1]] AS columnId
    MATCH (:Entity {id: rowId})${WAYS_BACK[rows]}(s:Statement)
    MATCH ${WAYS[columns]}(:Entity {id: columnId})`;
}

/** The relationship of a facet, where it holds the places of statements. */
export function placedWayOf(facet: EntityFacet): PlacedWay | null {
  const ways = {
    SPEAKER: 'SAID_BY',
    ABOUT: 'ABOUT',
    ADDRESSEE: 'TOLD_TO',
    POSITION: null,
    OUTLET: null,
  } as const;
  return ways[facet];
}

/**
 * That the row and the column of the cell are values of `s`, as a part of a filter. Ids are hidden from Neo4j's planner, which would start
 * from the entity for each statement. What is looked at are mostly the statements of the row, so the column decides.
 */
export function inCell(rows: EntityFacet, columns: EntityFacet): string {
  const has = (facet: EntityFacet, at: number) =>
    `COUNT { MATCH ${WAYS[facet]}(x:Entity) WHERE toString(x.id) = split(parent, ' ')[${at}] } > 0`;
  return `${has(columns, 1)} AND ${has(rows, 0)}`;
}
