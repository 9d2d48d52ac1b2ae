import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import { EVIDENCE_COLUMNS, EVIDENCE_NAMES } from '../evidence/cypher.ts';
import type { Query } from '../graph/database.ts';
import { type ListQueries, listQueries } from '../graph/keyset.ts';

/** What a query returns of a relation that it binds as `r`. */
export const RELATION_COLUMNS = `r.type AS type, r.fromId AS fromId, r.toId AS toId, r.validFrom AS validFrom,
  r.validUntil AS validUntil, r.reference AS reference`;

export const RELATION_NAMES = ['type', 'fromId', 'toId', 'validFrom', 'validUntil', 'reference'] as const;

/**
 * That a relation `r` is known to hold at some time from `$asOfFirst` to `$asOfLast`: a bound that it lacks is where articles stop to
 * attest it. Always so when the two are null.
 */
const AS_OF = `($asOfFirst IS NULL OR (
    (r.firstDay <= $asOfLast OR (r.firstDay IS NULL AND EXISTS {
      MATCH (r)-[:EVIDENCED_BY]->(early:Evidence)
      WHERE early.current AND left(early.dateKey, 10) <= $asOfLast
    }))
    AND (r.lastDay >= $asOfFirst OR (r.lastDay IS NULL AND EXISTS {
      MATCH (r)-[:EVIDENCED_BY]->(late:Evidence)
      WHERE late.current AND right(late.dateKey, 10) >= $asOfFirst
    }))
  ))`;

/**
 * The relations `r` of factual edges: `e` is the entity wanted, `edge` the way to it. Claims are left out. The UNWIND makes the id a
 * value: Grafeo looks a property of the edge up by a scan.
 */
const factMatch = (path: string) => `
      MATCH ${path}
      WHERE edge.fact
      UNWIND [edge.id] AS relationId
      MATCH (r:Relation {id: relationId})
      WHERE ${AS_OF}`;

/**
 * The entities at the other end of factual edges, by name, for many parents. `path` binds the parent's id as `parent`, the edge
 * as `edge` and the other end as `e`.
 */
export function factTargets(name: string, path: string): Query {
  return {
    name,
    text: `
    UNWIND $parents AS parent
    CALL (parent) {${factMatch(path)}
      WITH DISTINCT e
      RETURN e.id AS id, e.sortName AS sortName, ${ENTITY_COLUMNS}
      ORDER BY sortName, id
      LIMIT $limit
    }
    RETURN parent, id, sortName, ${ENTITY_NAMES.join(', ')}
    ORDER BY parent, sortName, id`,
  };
}

/** The factual relations themselves that lie on such edges, earliest first, those without a beginning last. */
export function factRelations(name: string, path: string): Query {
  return {
    name,
    text: `
    UNWIND $parents AS parent
    CALL (parent) {${factMatch(path)}
      RETURN r.id AS id, coalesce(r.firstDay, '~') AS sortKey, ${RELATION_COLUMNS}
      ORDER BY sortKey, id
      LIMIT $limit
    }
    RETURN parent, id, sortKey, ${RELATION_NAMES.join(', ')}
    ORDER BY parent, sortKey, id`,
  };
}

/** The same entities as a list in pages. */
export function factList(name: string, path: string): ListQueries {
  return listQueries({
    name,
    match: `MATCH ${path} WHERE edge.fact`,
    item: 'e',
    key: 'e.sortName',
    columns: ENTITY_COLUMNS,
    names: ENTITY_NAMES,
  });
}

/**
 * The entities at the end of chains of factual edges, nearest first, then by name. `path` binds the whole way as `path` and its end
 * as `e`.
 */
export function factChainEnds(name: string, path: string): Query {
  return {
    name,
    text: `
    UNWIND $parents AS parent
    CALL (parent) {
      MATCH path = ${path}
      WHERE all(edge IN relationships(path) WHERE edge.fact)
      WITH e, min(length(path)) AS nearest
      RETURN e.id AS id, e.sortName AS sortName, nearest, ${ENTITY_COLUMNS}
      ORDER BY nearest, sortName, id
      LIMIT $limit
    }
    RETURN parent, id, sortName, nearest, ${ENTITY_NAMES.join(', ')}
    ORDER BY parent, nearest, sortName, id`,
  };
}

export const RELATIONS_BY_ID: Query = {
  name: 'relation.byId',
  text: `
UNWIND $ids AS id
MATCH (r:Relation {id: id})
RETURN r.id AS id, ${RELATION_COLUMNS}
ORDER BY id`,
};

/** Those of an entity, of the types or all, that begin at it (`$outgoing`), end at it (`$incoming`), or both. By type. */
export const RELATIONS_OF_ENTITY = listQueries({
  name: 'relation.ofEntity',
  match: `
    MATCH (:Entity {id: parent})<-[end:FROM_ENTITY|TO_ENTITY]-(r:Relation)
    WHERE (($outgoing AND type(end) = 'FROM_ENTITY') OR ($incoming AND type(end) = 'TO_ENTITY'))
      AND ($types IS NULL OR r.type IN $types)
      AND r.shown
      AND ${AS_OF}`,
  item: 'r',
  key: 'r.type',
  columns: RELATION_COLUMNS,
  names: RELATION_NAMES,
});

export const EVIDENCE_OF_RELATIONS: Query = {
  name: 'relation.evidence',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Relation {id: parent})-[:EVIDENCED_BY]->(ev:Evidence)
  WHERE ev.current
  RETURN ev.id AS id, coalesce(ev.dateKey, '~') AS sortKey, ${EVIDENCE_COLUMNS}
  ORDER BY sortKey, versionId, start, id
  LIMIT $limit
}
RETURN parent, id, sortKey, ${EVIDENCE_NAMES.join(', ')}
ORDER BY parent, sortKey, versionId, start, id`,
};

/** Sort key, a space, and the date itself of the first and last article with current evidence; null where none has a date. */
export const ATTESTATIONS: Query = {
  name: 'relation.attestations',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Relation {id: parent})-[:EVIDENCED_BY]->(ev:Evidence)
  WHERE ev.current AND ev.dateKey IS NOT NULL
  RETURN min(ev.dateKey + ' ' + ev.publishedAt) AS first, max(ev.dateKey + ' ' + ev.publishedAt) AS last
}
RETURN parent, first, last
ORDER BY parent`,
};
