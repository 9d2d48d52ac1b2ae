import type { Query } from '../graph/database.ts';
import { NODE_COLUMNS, WAY_COLUMNS } from './cypher.ts';

/* Keys, the entities that they are of, and relations between those. */

export const KEYS: Query = {
  name: 'integrity.keys',
  text: `
UNWIND $ids AS id
MATCH (n:EntityKey {id: id})
RETURN ${NODE_COLUMNS}
ORDER BY id, element`,
};

/** Everything that leads from keys, the names included that they are called by. */
export const WAYS_OF_KEYS: Query = {
  name: 'integrity.waysOfKeys',
  text: `
UNWIND $ids AS id
MATCH (:EntityKey {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

/** What leads from keys to other than names, which may be many. */
export const ENTITIES_OF_KEYS: Query = {
  name: 'integrity.entitiesOfKeys',
  text: `
UNWIND $ids AS id
MATCH (:EntityKey {id: id})-[way:KEY_OF|MERGED_INTO]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

/** What decisions that stand merge keys into. */
export const MERGES_OF_KEYS: Query = {
  name: 'integrity.mergesOfKeys',
  text: `
UNWIND $ids AS id
MATCH (:EntityKey {id: id})<-[:CONCERNS]-(d:Decision)
WHERE d.kind = 'MERGE' AND d.standing AND id IN d.mergedKeys
RETURN DISTINCT id, d.keptKey AS keptKey, d.id AS decisionId
ORDER BY id, decisionId`,
};

/** As the ways from runs to keys hold it, each saying once. */
export const SAYINGS: Query = {
  name: 'integrity.sayings',
  text: `
UNWIND $ids AS id
MATCH (:EntityKey {id: id})<-[d:DESCRIBES]-(:ExtractionRun)
WITH id, d.current AS current, d.apart AS apart, d.name AS name, d.aliases AS aliases, d.description AS description,
  d.isOutlet AS isOutlet, d.signedOn AS signedOn, d.inForceUntil AS inForceUntil, d.heldOn AS heldOn,
  d.articleId AS articleId, min(d.namedBy) AS namedBy
RETURN id, current, apart, name, aliases, description, isOutlet, signedOn, inForceUntil, heldOn, articleId, namedBy
ORDER BY id, namedBy, current, apart, name, aliases, description, isOutlet, signedOn, inForceUntil, heldOn, articleId`,
};

export const ENTITIES: Query = {
  name: 'integrity.entities',
  text: `
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN ${NODE_COLUMNS}
ORDER BY id, element`,
};

export const WAYS_OF_ENTITIES: Query = {
  name: 'integrity.waysOfEntities',
  text: `
UNWIND $ids AS id
MATCH (:Entity {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

export const KEYS_OF_ENTITIES: Query = {
  name: 'integrity.keysOfEntities',
  text: `
UNWIND $ids AS entityId
MATCH (:Entity {id: entityId})<-[of:KEY_OF]-(n:EntityKey)
RETURN DISTINCT entityId, coalesce(of.base, entityId) AS base, ${NODE_COLUMNS}
ORDER BY entityId, element`,
};

/** The entities that have keys with QIDs. */
export const ENTITIES_WITH_QIDS: Query = {
  name: 'integrity.entitiesWithQids',
  text: `
UNWIND $qids AS qid
MATCH (:EntityKey {qid: qid})-[:KEY_OF]->(e:Entity)
RETURN DISTINCT qid, e.id AS id
ORDER BY qid, id`,
};

export const RELATIONS_FROM: Query = {
  name: 'integrity.relationsFrom',
  text: `
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:FROM_ENTITY]-(r:Relation)
RETURN DISTINCT id, r.id AS relationId, r.type AS type, r.toId AS toId, r.fact AS fact
ORDER BY id, relationId`,
};

export const RELATIONS: Query = {
  name: 'integrity.relations',
  text: `
UNWIND $ids AS id
MATCH (n:Relation {id: id})
RETURN ${NODE_COLUMNS}
ORDER BY id, element`,
};

/** What leads from relations to other than their evidence, which is compared with its runs. */
export const WAYS_OF_RELATIONS: Query = {
  name: 'integrity.waysOfRelations',
  text: `
UNWIND $ids AS id
MATCH (:Relation {id: id})-[way]->(t)
WHERE NOT (type(way) = 'EVIDENCED_BY' AND t:Evidence)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

/** The runs that assert relations and the evidence of these, each as one row however many there are. */
export const STANDINGS: Query = {
  name: 'integrity.standings',
  text: `
UNWIND $ids AS id
CALL (id) {
  MATCH (:Relation {id: id})<-[asserts:ASSERTS]-(:ExtractionRun)
  RETURN min(asserts.reference) AS reference
}
CALL (id) {
  MATCH (:Relation {id: id})-[:EVIDENCED_BY]->(e:Evidence)
  RETURN count(CASE WHEN e.current THEN 1 END) AS evident,
    count(CASE WHEN e.current AND NOT e.claimed THEN 1 END) AS stated,
    count(CASE WHEN e.role <> 'RELATION' THEN 1 END) AS others
}
RETURN id, reference, evident, stated, others
ORDER BY id`,
};

export const DECISIONS: Query = {
  name: 'integrity.decisions',
  text: `
UNWIND $ids AS id
MATCH (n:Decision {id: id})
RETURN ${NODE_COLUMNS}
ORDER BY id, element`,
};

/** What decisions take back, and the runs of the statements that they concern. */
export const UNDONE_BY_DECISIONS: Query = {
  name: 'integrity.undoneByDecisions',
  text: `
UNWIND $ids AS id
MATCH (:Decision {id: id})<-[:UNDONE_BY]-(n:Decision)
RETURN id AS undoingId, ${NODE_COLUMNS}
ORDER BY undoingId, element`,
};

export const RUNS_OF_DECIDED: Query = {
  name: 'integrity.runsOfDecided',
  text: `
UNWIND $ids AS id
MATCH (:Decision {id: id})-[:CONCERNS]->(s:Statement)
RETURN DISTINCT id, s.id AS statementId, s.runId AS runId
ORDER BY id, statementId`,
};

export const WAYS_OF_DECISIONS: Query = {
  name: 'integrity.waysOfDecisions',
  text: `
UNWIND $ids AS id
MATCH (:Decision {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};
