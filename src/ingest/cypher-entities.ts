import type { Query } from '../graph/database.ts';

/** Those of entities to which a decision brought keys. */
export const ENTITIES_BY_DECISION: Query = {
  name: 'ingest.entitiesByDecision',
  text: `
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[of:KEY_OF]-(:EntityKey)
WHERE of.base IS NOT NULL
RETURN DISTINCT id
ORDER BY id`,
};

/** What the graph has of entities, for `entity-facts.ts` to unite; not of those that have just been created. */
export const READ_ENTITIES: Query = {
  name: 'ingest.readEntities',
  text: `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.type IS NOT NULL
RETURN e.id AS id, e.type AS type, e.name AS name, e.sortName AS sortName, e.namedBy AS namedBy, e.aliases AS aliases,
  e.description AS description, e.qid AS qid, e.isOutlet AS isOutlet, e.signedOn AS signedOn,
  e.inForceUntil AS inForceUntil, e.heldOn AS heldOn, e.articleId AS articleId, e.attested AS attested
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

export const CLEAR_QIDS: Query = {
  name: 'ingest.clearQids',
  text: 'UNWIND $rows AS id MATCH (e:Entity {id: id}) SET e.qid = null',
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
