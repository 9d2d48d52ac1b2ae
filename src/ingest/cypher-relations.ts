import type { Query } from '../graph/database.ts';

/* Relations, which many runs may assert, and the short ways beside them. */

export const READ_RELATIONS: Query = {
  name: 'ingest.readRelations',
  text: `
UNWIND $ids AS id
MATCH (r:Relation {id: id})
RETURN id, r.reference AS reference, r.shown AS shown, r.fact AS fact
ORDER BY id`,
};

export const CREATE_RELATIONS: Query = {
  name: 'ingest.createRelations',
  text: `
UNWIND $rows AS row
MATCH (f:Entity {id: row.fromId})
MATCH (t:Entity {id: row.toId})
CREATE (r:Relation)
SET r = row
CREATE (r)-[:FROM_ENTITY]->(f)
CREATE (r)-[:TO_ENTITY]->(t)`,
};

/** The short way for traversal, one line for each of RELATION_TYPES: a type cannot be a parameter. */
export const CREATE_RELATION_EDGES: Query = {
  name: 'ingest.createRelationEdges',
  text: `
UNWIND $rows AS row
MATCH (f:Entity {id: row.fromId})
MATCH (t:Entity {id: row.toId})
FOREACH (_ IN CASE row.type WHEN 'HOLDS_POSITION' THEN [1] ELSE [] END | CREATE (f)-[:HOLDS_POSITION {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'MEMBER_OF' THEN [1] ELSE [] END | CREATE (f)-[:MEMBER_OF {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PART_OF' THEN [1] ELSE [] END | CREATE (f)-[:PART_OF {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'CITIZEN_OF' THEN [1] ELSE [] END | CREATE (f)-[:CITIZEN_OF {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'HEAD_OF_STATE_OF' THEN [1] ELSE [] END | CREATE (f)-[:HEAD_OF_STATE_OF {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'AMBASSADOR_TO' THEN [1] ELSE [] END | CREATE (f)-[:AMBASSADOR_TO {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PARTY_TO' THEN [1] ELSE [] END | CREATE (f)-[:PARTY_TO {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'AFFILIATED_WITH' THEN [1] ELSE [] END | CREATE (f)-[:AFFILIATED_WITH {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'RECALLED_TO' THEN [1] ELSE [] END | CREATE (f)-[:RECALLED_TO {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'RECALLED_FROM' THEN [1] ELSE [] END | CREATE (f)-[:RECALLED_FROM {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'HELD_IN' THEN [1] ELSE [] END | CREATE (f)-[:HELD_IN {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PARTICIPATED_IN' THEN [1] ELSE [] END | CREATE (f)-[:PARTICIPATED_IN {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'LOCATED_IN' THEN [1] ELSE [] END | CREATE (f)-[:LOCATED_IN {id: row.id, fact: row.fact}]->(t))
FOREACH (_ IN CASE row.type WHEN 'CAPITAL_OF' THEN [1] ELSE [] END | CREATE (f)-[:CAPITAL_OF {id: row.id, fact: row.fact}]->(t))`,
};

export const CREATE_ASSERTIONS: Query = {
  name: 'ingest.createAssertions',
  text: `
UNWIND $rows AS row
MATCH (run:ExtractionRun {id: row.from})
MATCH (r:Relation {id: row.to})
CREATE (run)-[:ASSERTS {local: row.local, reference: row.reference}]->(r)`,
};

export const REMOVE_ASSERTIONS: Query = {
  name: 'ingest.removeAssertions',
  text: `
UNWIND $rows AS row
MATCH (:ExtractionRun {id: row.from})-[asserts:ASSERTS]->(:Relation)
WHERE asserts.local = row.local
DELETE asserts`,
};

export const UNLINK_RELATION_EVIDENCE: Query = {
  name: 'ingest.unlinkRelationEvidence',
  text: 'UNWIND $rows AS id MATCH (:Evidence {id: id})<-[way:EVIDENCED_BY]-(:Relation) DELETE way',
};

export const LINK_RELATION_EVIDENCE: Query = {
  name: 'ingest.linkRelationEvidence',
  text: `
UNWIND $rows AS row
MATCH (r:Relation {id: row.from})
MATCH (e:Evidence {id: row.to})
CREATE (r)-[:EVIDENCED_BY]->(e)`,
};

/** The relations that a run asserts. */
export const RELATIONS_OF_RUN: Query = {
  name: 'ingest.relationsOfRun',
  text: `
MATCH (:ExtractionRun {id: $runId})-[:ASSERTS]->(r:Relation)
RETURN DISTINCT r.id AS id
ORDER BY id`,
};

/**
 * How relations stand now: by references, which hold whatever becomes of the article that gives them, by what current articles say, and by what
 * they report somebody to claim. Of several references the first in order stays, whichever document came first.
 */
export const READ_RELATION_STANDING: Query = {
  name: 'ingest.readRelationStanding',
  text: `
UNWIND $ids AS id
MATCH (r:Relation {id: id})
CALL (id) {
  MATCH (:Relation {id: id})<-[asserts:ASSERTS]-(:ExtractionRun)
  RETURN min(asserts.reference) AS reference
}
RETURN id, r.fromId AS fromId, r.toId AS toId, reference,
  EXISTS { MATCH (r)-[:EVIDENCED_BY]->(e:Evidence) WHERE e.current } AS evident,
  EXISTS { MATCH (r)-[:EVIDENCED_BY]->(e:Evidence) WHERE e.current AND NOT e.claimed } AS stated
ORDER BY id`,
};

export const SET_RELATION_STANDING: Query = {
  name: 'ingest.setRelationStanding',
  text: `
UNWIND $rows AS row
MATCH (r:Relation {id: row.id})
SET r.shown = row.shown, r.fact = row.fact, r.reference = row.reference`,
};

/** On the typed edge too, so that a traversal need not look at the relation. */
export const SET_EDGE_STANDING: Query = {
  name: 'ingest.setEdgeStanding',
  text: `
UNWIND $rows AS row
MATCH (f:Entity {id: row.fromId})-[edge]->(t:Entity {id: row.toId})
WHERE edge.id = row.id
SET edge.fact = row.fact`,
};

/** Relations that no run asserts any more, for it turned out to be of other entities. */
export const READ_UNASSERTED: Query = {
  name: 'ingest.readUnasserted',
  text: `
UNWIND $ids AS id
MATCH (r:Relation {id: id})
WHERE COUNT { (r)<-[:ASSERTS]-() } = 0
RETURN id, r.fromId AS fromId, r.toId AS toId
ORDER BY id`,
};

export const REMOVE_RELATION_EDGES: Query = {
  name: 'ingest.removeRelationEdges',
  text: `
UNWIND $rows AS row
MATCH (f:Entity {id: row.fromId})-[edge]->(t:Entity {id: row.toId})
WHERE edge.id = row.id
DELETE edge`,
};

export const REMOVE_RELATIONS: Query = {
  name: 'ingest.removeRelations',
  text: 'UNWIND $rows AS row MATCH (r:Relation {id: row.id}) DETACH DELETE r',
};
