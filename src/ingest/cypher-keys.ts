import type { Query } from '../graph/database.ts';

/* Keys of entities, what they are called and what runs say of them. */

const KEY_COLUMNS = `k.qid AS qid, k.own AS own, k.folded AS folded, k.type AS type, k.ofKey AS ofKey, k.accreditedKey AS accreditedKey,
  k.articleId AS articleId,
  head([(k)-[:MERGED_INTO]->(into:EntityKey) | into.id]) AS mergedInto,
  head([(k)-[:KEY_OF]->(e:Entity) | e.id]) AS entityId,
  head([(k)-[of:KEY_OF]->(:Entity) | of.base]) AS base`;

export const MERGE_KEYS: Query = {
  name: 'ingest.mergeKeys',
  text: `
UNWIND $rows AS row
MERGE (k:EntityKey {id: row.id})
  ON CREATE SET k += row`,
};

/** With everything that they are called. */
export const READ_KEYS: Query = {
  name: 'ingest.readKeys',
  text: `
UNWIND $ids AS id
MATCH (k:EntityKey {id: id})
RETURN id, ${KEY_COLUMNS}, [(k)-[:CALLED]->(n:KeyName) | n.text] AS names
ORDER BY id`,
};

/** The keys that stand for the names. */
export const KEYS_FOR_NAMES: Query = {
  name: 'ingest.keysForNames',
  text: `
UNWIND $names AS name
MATCH (k:EntityKey {own: name})
RETURN name, k.id AS id, [(k)-[:CALLED]->(n:KeyName) | n.text] AS names
ORDER BY name, id`,
};

/** Of each name at most `$limit`. */
export const HOLDERS_OF_NAMES: Query = {
  name: 'ingest.holdersOfNames',
  text: `
UNWIND $names AS name
CALL (name) {
  MATCH (:KeyName {text: name})<-[:CALLED]-(k:EntityKey)
  RETURN k.id AS id
  ORDER BY id
  LIMIT $limit
}
RETURN name, id
ORDER BY name, id`,
};

export const KEYS_OF_ENTITIES: Query = {
  name: 'ingest.keysOfEntities',
  text: `
UNWIND $ids AS entityId
MATCH (:Entity {id: entityId})<-[of:KEY_OF]-(k:EntityKey)
RETURN entityId, k.id AS id, k.type AS type, k.qid AS qid, k.ofKey AS ofKey, k.accreditedKey AS accreditedKey,
  coalesce(of.base, entityId) AS base
ORDER BY entityId, id`,
};

/** The keys of offices that are of something, or lead to it, by its key. */
export const KEYS_OF_OFFICES: Query = {
  name: 'ingest.keysOfOffices',
  text: 'UNWIND $ids AS other MATCH (k:EntityKey {ofKey: other}) RETURN DISTINCT k.id AS id ORDER BY id',
};

export const KEYS_OF_ACCREDITATIONS: Query = {
  name: 'ingest.keysOfAccreditations',
  text: 'UNWIND $ids AS other MATCH (k:EntityKey {accreditedKey: other}) RETURN DISTINCT k.id AS id ORDER BY id',
};

/** Documents may give one QID to things of several types. */
export const KEYS_WITH_QIDS: Query = {
  name: 'ingest.keysWithQids',
  text: `
UNWIND $qids AS qid
MATCH (k:EntityKey {qid: qid})-[:KEY_OF]->(e:Entity)
RETURN qid, k.id AS id, e.id AS entityId
ORDER BY qid, id`,
};

export const SET_OWN_NAMES: Query = {
  name: 'ingest.setOwnNames',
  text: 'UNWIND $rows AS row MATCH (k:EntityKey {id: row.id}) SET k.own = row.own',
};

export const MERGE_KEY_NAMES: Query = {
  name: 'ingest.mergeKeyNames',
  text: 'UNWIND $rows AS text MERGE (:KeyName {text: text})',
};

export const LINK_KEY_NAMES: Query = {
  name: 'ingest.linkKeyNames',
  text: `
UNWIND $rows AS row
MATCH (k:EntityKey {id: row.from})
MATCH (n:KeyName {text: row.to})
MERGE (k)-[:CALLED]->(n)`,
};

export const UNLINK_KEY_NAMES: Query = {
  name: 'ingest.unlinkKeyNames',
  text: `
UNWIND $rows AS row
MATCH (:EntityKey {id: row.from})-[called:CALLED]->(n:KeyName)
WHERE n.text = row.to
DELETE called`,
};

/** A name that nothing is called by any more goes: the graph is what the documents make it, whatever came and went. */
export const REMOVE_KEY_NAMES: Query = {
  name: 'ingest.removeKeyNames',
  text: `
UNWIND $rows AS text
MATCH (n:KeyName {text: text})
WHERE COUNT { (n)<-[:CALLED]-() } = 0
DELETE n`,
};

export const UNLINK_KEYS: Query = {
  name: 'ingest.unlinkKeys',
  text: 'UNWIND $rows AS row MATCH (:EntityKey {id: row.from})-[of:KEY_OF]->() DELETE of',
};

export const LINK_KEYS: Query = {
  name: 'ingest.linkKeys',
  text: `
UNWIND $rows AS row
MATCH (k:EntityKey {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (k)-[:KEY_OF {base: row.base}]->(e)`,
};

export const CREATE_DESCRIPTIONS: Query = {
  name: 'ingest.createDescriptions',
  text: `
UNWIND $rows AS row
MATCH (run:ExtractionRun {id: row.from})
MATCH (k:EntityKey {id: row.to})
CREATE (run)-[d:DESCRIBES]->(k)
SET d = row.props`,
};

export const REMOVE_DESCRIPTIONS: Query = {
  name: 'ingest.removeDescriptions',
  text: `
UNWIND $rows AS row
MATCH (:ExtractionRun {id: row.from})-[d:DESCRIBES]->(:EntityKey)
WHERE d.local = row.local
DELETE d`,
};

export const FLIP_DESCRIPTIONS: Query = {
  name: 'ingest.flipDescriptions',
  text: `
UNWIND $rows AS row
MATCH (:ExtractionRun {id: row.runId})-[d:DESCRIBES]->(:EntityKey)
SET d.current = row.current`,
};

export const KEYS_OF_RUNS: Query = {
  name: 'ingest.keysOfRuns',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})-[:DESCRIBES]->(k:EntityKey)
RETURN DISTINCT k.id AS id
ORDER BY id`,
};

/** Under which keys runs describe their entities. */
export const KEYS_DESCRIBED: Query = {
  name: 'ingest.keysDescribed',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})-[d:DESCRIBES]->(k:EntityKey)
RETURN runId, d.local AS local, d.apart AS apart, k.id AS keyId
ORDER BY runId, local, keyId`,
};

/** Those of the keys that a standing decision is about. */
export const DECIDED_KEYS: Query = {
  name: 'ingest.decidedKeys',
  text: `
UNWIND $ids AS id
MATCH (k:EntityKey {id: id})
WHERE COUNT { (k)-[:MERGED_INTO]->() } > 0 OR COUNT { (k)<-[:MERGED_INTO]-() } > 0
  OR EXISTS { MATCH (k)<-[:CONCERNS]-(d:Decision) WHERE d.standing }
RETURN id
ORDER BY id`,
};

export const RUNS_OF_KEYS: Query = {
  name: 'ingest.runsOfKeys',
  text: `
UNWIND $ids AS keyId
MATCH (:EntityKey {id: keyId})<-[:DESCRIBES]-(run:ExtractionRun)
RETURN DISTINCT run.id AS id
ORDER BY id`,
};

/** What runs say under the keys, each saying once however many say so. */
export const DESCRIPTIONS_OF_KEYS: Query = {
  name: 'ingest.descriptionsOfKeys',
  text: `
UNWIND $ids AS keyId
MATCH (:EntityKey {id: keyId})<-[d:DESCRIBES]-(:ExtractionRun)
RETURN keyId, d.current AS current, d.apart AS apart, d.name AS name, d.aliases AS aliases, d.description AS description,
  d.isOutlet AS isOutlet, d.signedOn AS signedOn, d.inForceUntil AS inForceUntil, d.heldOn AS heldOn,
  d.articleId AS articleId, min(d.namedBy) AS namedBy
ORDER BY keyId, namedBy, current, apart, name, aliases, description, isOutlet, signedOn, inForceUntil, heldOn, articleId`,
};

export const NAMES_OF_ENTITIES: Query = {
  name: 'ingest.namesOfEntities',
  text: `
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:NAMED]->(n:Name)
RETURN id, n.folded AS name
ORDER BY id, name`,
};

export const UNLINK_NAMES: Query = {
  name: 'ingest.unlinkNames',
  text: `
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[named:NAMED]->(n:Name)
WHERE n.folded = row.to
DELETE named`,
};

export const REMOVE_NAMES: Query = {
  name: 'ingest.removeNames',
  text: `
UNWIND $rows AS folded
MATCH (n:Name {folded: folded})
WHERE COUNT { (n)<-[:NAMED]-() } = 0
DELETE n`,
};

export const UNLINK_OFFICES: Query = {
  name: 'ingest.unlinkOffices',
  text: 'UNWIND $rows AS id MATCH (:Entity {id: id})-[way:OFFICE_OF|ACCREDITED_TO]->() DELETE way',
};

/** Entities that no key leads to. What else is at them has been moved before. */
export const REMOVE_ENTITIES: Query = {
  name: 'ingest.removeEntities',
  text: `
UNWIND $rows AS id
MATCH (e:Entity {id: id})
WHERE COUNT { (e)<-[:KEY_OF]-() } = 0
DETACH DELETE e`,
};

/** Private keys that nothing describes any more are of no entity. */
export const UNLINK_UNDESCRIBED: Query = {
  name: 'ingest.unlinkUndescribed',
  text: `
UNWIND $rows AS id
MATCH (k:EntityKey {id: id})-[of:KEY_OF]->()
WHERE COUNT { (k)<-[:DESCRIBES]-() } = 0
DELETE of`,
};

/** And they go, but for those that a decision was about. */
export const REMOVE_KEYS: Query = {
  name: 'ingest.removeKeys',
  text: `
UNWIND $rows AS id
MATCH (k:EntityKey {id: id})
WHERE COUNT { (k)<-[:DESCRIBES]-() } = 0 AND COUNT { (k)<-[:CONCERNS]-() } = 0
DETACH DELETE k`,
};

export const READ_DOCUMENTS: Query = {
  name: 'ingest.readDocuments',
  text: `
UNWIND $ids AS id
MATCH (run:ExtractionRun {id: id})-[:ANNOTATES]->(v:ArticleVersion)
RETURN id, run.document AS document, run.current AS current, run.versionId AS versionId, v.articleId AS articleId
ORDER BY id`,
};

export const DOCUMENTS_OF_ARTICLES: Query = {
  name: 'ingest.documentsOfArticles',
  text: `
UNWIND $ids AS articleId
MATCH (:Article {id: articleId})-[:HAS_VERSION]->(:ArticleVersion)<-[:ANNOTATES]-(run:ExtractionRun)
RETURN articleId, run.id AS id, run.document AS document
ORDER BY articleId, id`,
};

/** Those of the ids that no entity has. */
export const MISSING_ENTITIES: Query = {
  name: 'ingest.missingEntities',
  text: `
UNWIND $ids AS id
WITH id
WHERE COUNT { MATCH (e:Entity {id: id}) } = 0
RETURN id
ORDER BY id`,
};

/** What they are follows with their facts. */
export const CREATE_ENTITIES: Query = {
  name: 'ingest.createEntities',
  text: 'UNWIND $rows AS id CREATE (:Entity {id: id})',
};
