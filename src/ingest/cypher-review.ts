import type { Query } from '../graph/database.ts';

/** Keys that are names, by id. */
export const NAME_KEYS_AFTER: Query = {
  name: 'ingest.nameKeysAfter',
  text: `
MATCH (k:EntityKey)
WHERE k.id > $after AND k.own IS NOT NULL
RETURN k.id AS id, k.folded AS folded
ORDER BY id
LIMIT $limit`,
};

/** QIDs that documents give to things of several types. */
export const SHARED_QIDS: Query = {
  name: 'ingest.sharedQids',
  text: `
MATCH (k:EntityKey)
WHERE k.qid > $after
WITH k.qid AS qid, collect(k.id) AS ids
WHERE size(ids) > 1
RETURN qid, ids
ORDER BY qid
LIMIT $limit`,
};

/** Entities by any of their keys. */
export const ENTITIES_FOR_REVIEW: Query = {
  name: 'ingest.entitiesForReview',
  text: `
UNWIND $ids AS keyId
MATCH (:EntityKey {id: keyId})-[:KEY_OF]->(e:Entity)
RETURN keyId, e.id AS id, e.type AS type, e.name AS name, e.description AS description, e.qid AS qid
ORDER BY keyId, id`,
};
