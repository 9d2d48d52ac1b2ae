import type { Query } from '../graph/database.ts';

/** What the graph has of the entities of a document, for `entity-facts.ts` to unite. */
export const READ_ENTITIES: Query = {
  name: 'ingest.readEntities',
  text: `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.type AS type, e.name AS name, e.sortName AS sortName, e.namedBy AS namedBy, e.aliases AS aliases,
  e.description AS description, e.qid AS qid, coalesce(e.isOutlet, false) AS isOutlet, e.signedOn AS signedOn,
  e.inForceUntil AS inForceUntil, e.heldOn AS heldOn, e.descriptor AS descriptor, e.articleId AS articleId
ORDER BY id`,
};

export const MERGE_ENTITIES: Query = {
  name: 'ingest.mergeEntities',
  text: `
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e += row
FOREACH (_ IN CASE row.type WHEN 'PERSON' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE row.type WHEN 'ORGANIZATION' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE row.type WHEN 'COUNTRY' THEN [1] ELSE [] END | SET e:Country)
FOREACH (_ IN CASE row.type WHEN 'PLACE' THEN [1] ELSE [] END | SET e:Place)
FOREACH (_ IN CASE row.type WHEN 'TREATY' THEN [1] ELSE [] END | SET e:Treaty)
FOREACH (_ IN CASE row.type WHEN 'EVENT' THEN [1] ELSE [] END | SET e:Event)
FOREACH (_ IN CASE row.type WHEN 'POSITION' THEN [1] ELSE [] END | SET e:Position)
FOREACH (_ IN CASE row.type WHEN 'UNNAMED_SOURCE' THEN [1] ELSE [] END | SET e:UnnamedSource)`,
};

export const MERGE_NAMES: Query = {
  name: 'ingest.mergeNames',
  text: 'UNWIND $rows AS folded MERGE (:Name {folded: folded})',
};

export const MERGE_WORDS: Query = {
  name: 'ingest.mergeWords',
  text: 'UNWIND $rows AS folded MERGE (:Word {folded: folded})',
};

export const LINK_NAMES: Query = {
  name: 'ingest.linkNames',
  text: `
UNWIND $rows AS row
MATCH (e:Entity {id: row.from})
MATCH (n:Name {folded: row.to})
MERGE (e)-[:NAMED]->(n)`,
};

export const LINK_OFFICES: Query = {
  name: 'ingest.linkOffices',
  text: `
UNWIND $rows AS row
MATCH (position:Entity {id: row.from})
MATCH (office:Entity {id: row.to})
MERGE (position)-[:OFFICE_OF]->(office)`,
};

export const LINK_ACCREDITATIONS: Query = {
  name: 'ingest.linkAccreditations',
  text: `
UNWIND $rows AS row
MATCH (position:Entity {id: row.from})
MATCH (sent:Entity {id: row.to})
MERGE (position)-[:ACCREDITED_TO]->(sent)`,
};

export const COUNT_RELATIONS: Query = {
  name: 'ingest.countRelations',
  text: 'UNWIND $ids AS id MATCH (r:Relation {id: id}) RETURN count(r) AS count',
};

/** Of several references the first in order stays, whichever document came first. */
export const MERGE_RELATIONS: Query = {
  name: 'ingest.mergeRelations',
  text: `
UNWIND $rows AS row
MERGE (r:Relation {id: row.id})
  ON CREATE SET r.type = row.type, r.fromId = row.fromId, r.toId = row.toId,
    r.validFrom = row.validFrom, r.validUntil = row.validUntil,
    r.firstDay = row.firstDay, r.lastDay = row.lastDay
SET r.reference =
  CASE WHEN r.reference IS NULL OR row.reference < r.reference THEN row.reference ELSE r.reference END`,
};

export const LINK_RELATIONS: Query = {
  name: 'ingest.linkRelations',
  text: `
UNWIND $rows AS row
MATCH (r:Relation {id: row.id})
MATCH (f:Entity {id: row.fromId})
MATCH (t:Entity {id: row.toId})
MERGE (r)-[:FROM_ENTITY]->(f)
MERGE (r)-[:TO_ENTITY]->(t)`,
};

/** The short way for traversal, one line for each of RELATION_TYPES: a type cannot be a parameter. */
export const MERGE_RELATION_EDGES: Query = {
  name: 'ingest.mergeRelationEdges',
  text: `
UNWIND $rows AS row
MATCH (f:Entity {id: row.fromId})
MATCH (t:Entity {id: row.toId})
FOREACH (_ IN CASE row.type WHEN 'HOLDS_POSITION' THEN [1] ELSE [] END | MERGE (f)-[:HOLDS_POSITION {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'MEMBER_OF' THEN [1] ELSE [] END | MERGE (f)-[:MEMBER_OF {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PART_OF' THEN [1] ELSE [] END | MERGE (f)-[:PART_OF {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'CITIZEN_OF' THEN [1] ELSE [] END | MERGE (f)-[:CITIZEN_OF {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'HEAD_OF_STATE_OF' THEN [1] ELSE [] END | MERGE (f)-[:HEAD_OF_STATE_OF {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'AMBASSADOR_TO' THEN [1] ELSE [] END | MERGE (f)-[:AMBASSADOR_TO {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PARTY_TO' THEN [1] ELSE [] END | MERGE (f)-[:PARTY_TO {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'AFFILIATED_WITH' THEN [1] ELSE [] END | MERGE (f)-[:AFFILIATED_WITH {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'RECALLED_TO' THEN [1] ELSE [] END | MERGE (f)-[:RECALLED_TO {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'RECALLED_FROM' THEN [1] ELSE [] END | MERGE (f)-[:RECALLED_FROM {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'HELD_IN' THEN [1] ELSE [] END | MERGE (f)-[:HELD_IN {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'PARTICIPATED_IN' THEN [1] ELSE [] END | MERGE (f)-[:PARTICIPATED_IN {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'LOCATED_IN' THEN [1] ELSE [] END | MERGE (f)-[:LOCATED_IN {id: row.id}]->(t))
FOREACH (_ IN CASE row.type WHEN 'CAPITAL_OF' THEN [1] ELSE [] END | MERGE (f)-[:CAPITAL_OF {id: row.id}]->(t))`,
};

/** The relations that a run's evidence is for. */
export const RELATIONS_OF_RUN: Query = {
  name: 'ingest.relationsOfRun',
  text: `
MATCH (:ExtractionRun {id: $runId})<-[:GENERATED_BY]-(e:Evidence)<-[:EVIDENCED_BY]-(r:Relation)
RETURN DISTINCT r.id AS id
ORDER BY id`,
};

/** How relations stand now: by a reference, by what current articles say, and by what they report somebody to claim. */
export const READ_RELATION_STANDING: Query = {
  name: 'ingest.readRelationStanding',
  text: `
UNWIND $ids AS id
MATCH (r:Relation {id: id})
RETURN r.id AS id, r.fromId AS fromId, r.toId AS toId,
  r.reference IS NOT NULL OR EXISTS { MATCH (r)-[:EVIDENCED_BY]->(e:Evidence) WHERE e.current } AS shown,
  r.reference IS NOT NULL OR EXISTS { MATCH (r)-[:EVIDENCED_BY]->(e:Evidence) WHERE e.current AND NOT e.claimed } AS fact
ORDER BY id`,
};

export const SET_RELATION_STANDING: Query = {
  name: 'ingest.setRelationStanding',
  text: `
UNWIND $rows AS row
MATCH (r:Relation {id: row.id})
SET r.shown = row.shown, r.fact = row.fact`,
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
