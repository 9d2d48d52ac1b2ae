import type { Query } from '../graph/database.ts';
import { degrees } from '../graph/degrees.ts';
import { orderedStatements } from '../statement/cypher.ts';

/** Greater is better: facts before claims, then the one that began last, then the last by id. */
const RELATION_RANK = "CASE WHEN r.fact THEN '1 ' ELSE '0 ' END + coalesce(r.firstDay, '') + ' ' + r.id";

/**
 * The latest `$statements` that an entity `parent` is joined with by a way, as `s`, of those that lists show. The greater rank is better: the
 * latest, then the first by id. With an index on relationships no more than these are read.
 */
function latest(way: 'SAID_BY' | 'ABOUT') {
  const ordered = orderedStatements('latestPlace', way);
  const pick = (place: string) => `
  WITH parent, s, ${place} AS place
  ORDER BY place DESC
  LIMIT $statements
  WITH parent, s, substring(s.latestPlace, 1) + ' ' + s.id AS rank`;
  return {
    text: `MATCH (:Entity {id: parent})<-[:${way}]-(s:Statement)
  WHERE s.latestPlace < '1'${pick('s.latestPlace')}`,
    indexed: `${ordered.match}
  WHERE ${ordered.place} > parent + ' 0' AND ${ordered.place} < parent + ' 1'${pick(ordered.place)}`,
  };
}

/**
 * The best of each neighbour, for many entities in one call: first neighbours that are sought, then those with most that joins them.
 * `match` binds `parent` and makes `other` and `rank`.
 */
function neighbours(name: string, match: Pick<Query, 'text' | 'indexed'>, rest: string): Query {
  const whole = (start: string) => `
UNWIND $parents AS parent
CALL (parent) {
  ${start}
  ${rest}
  WITH other, max(rank) AS best, count(rank) AS times
  RETURN other, best, times, other IN $sought AS found
  ORDER BY found DESC, times DESC, best DESC, other
  LIMIT $neighbours
}
RETURN parent, other, best, times, found
ORDER BY parent, found DESC, times DESC, best DESC, other`;
  return {
    name,
    text: whole(match.text),
    ...(match.indexed !== undefined && { indexed: whole(match.indexed) }),
  };
}

/** By shown relations, claims included, in either direction. */
export const RELATED = neighbours(
  'path.related',
  {
    text: `MATCH (:Entity {id: parent})<-[:FROM_ENTITY|TO_ENTITY]-(r:Relation)
  WHERE r.shown AND r.fromId <> r.toId`,
  },
  `WITH CASE r.fromId WHEN parent THEN r.toId ELSE r.fromId END AS other, ${RELATION_RANK} AS rank`,
);

/** Whom an entity spoke about. */
export const SPOKEN_OF = neighbours(
  'path.spokenOf',
  latest('SAID_BY'),
  `MATCH (s)-[:ABOUT]->(e:Entity)
  WHERE e.id <> parent
  WITH DISTINCT e.id AS other, rank`,
);

/** Who spoke about an entity. */
export const SPEAKERS = neighbours(
  'path.speakers',
  latest('ABOUT'),
  `MATCH (s)-[:SAID_BY]->(e:Entity)
  WHERE e.id <> parent
  WITH DISTINCT e.id AS other, rank`,
);

/** How much there is to look at from entities, whether lists show it or not. */
export const DEGREES = degrees('path.degrees', {
  relations: ['FROM_ENTITY', 'TO_ENTITY'],
  said: ['SAID_BY'],
  about: ['ABOUT'],
});

/** All shown relations that join two of the entities. */
export const RELATIONS_AMONG: Query = {
  name: 'path.relationsAmong',
  text: `
UNWIND $parents AS parent
MATCH (:Entity {id: parent})<-[:FROM_ENTITY]-(r:Relation)
WHERE r.shown AND r.toId <> parent AND r.toId IN $parents
RETURN parent AS fromId, r.toId AS toId, ${RELATION_RANK} AS rank
ORDER BY rank DESC
LIMIT $limit`,
};

/**
 * Of the latest statements of each entity the last about each other one. The WITH keeps Neo4j from looking the nodes up first, and
 * then all of their statements for each statement.
 */
export const STATEMENTS_AMONG: Query = {
  name: 'path.statementsAmong',
  text: statementsAmong(latest('SAID_BY').text),
  indexed: statementsAmong(latest('SAID_BY').indexed),
};

function statementsAmong(match: string): string {
  return `
UNWIND $parents AS parent
CALL (parent) {
  ${match}
  MATCH (s)-[:ABOUT]->(e:Entity)
  WITH parent, e.id AS other, rank
  WHERE other <> parent AND other IN $nodes
  RETURN other, max(rank) AS best
  ORDER BY best DESC, other
  LIMIT $limit
}
RETURN parent, other, best
ORDER BY best DESC, parent, other
LIMIT $limit`;
}
