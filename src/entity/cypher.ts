import type { Query } from '../graph/database.ts';
import { degrees } from '../graph/degrees.ts';
import { listQueries } from '../graph/keyset.ts';

/** What a query returns of an entity that it binds as `e`, in the names that `store.ts` reads. */
export const ENTITY_COLUMNS = `e.type AS type, e.name AS name, e.aliases AS aliases, e.description AS description,
  e.qid AS qid, e.descriptor AS descriptor, e.articleId AS articleId, coalesce(e.isOutlet, false) AS isOutlet,
  e.signedOn AS signedOn, e.inForceUntil AS inForceUntil, e.heldOn AS heldOn`;

/** The names in ENTITY_COLUMNS, to hand them through a subquery. */
export const ENTITY_NAMES = [
  'type',
  'name',
  'aliases',
  'description',
  'qid',
  'descriptor',
  'articleId',
  'isOutlet',
  'signedOn',
  'inForceUntil',
  'heldOn',
] as const;

export const ENTITIES_BY_ID: Query = {
  name: 'entity.byId',
  text: `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, ${ENTITY_COLUMNS}
ORDER BY id`,
};

/** By the ids that entities had before they turned out to be, or were decided to be, others' keys. */
export const ENTITIES_BY_KEY: Query = {
  name: 'entity.byKey',
  text: `
UNWIND $ids AS ref
MATCH (:EntityKey {id: ref})-[:KEY_OF]->(e:Entity)
RETURN ref, e.id AS id, ${ENTITY_COLUMNS}
ORDER BY ref, id`,
};

/** The first of each counts: an entity that has the QID, or else one that another with it was merged into. */
export const ENTITIES_BY_QID: Query = {
  name: 'entity.byQid',
  text: `
UNWIND $qids AS ref
MATCH (:EntityKey {qid: ref})-[:KEY_OF]->(e:Entity)
WITH DISTINCT ref, e
WITH ref, e, CASE WHEN e.qid = ref THEN 0 ELSE 1 END AS rank
RETURN ref, rank, e.id AS id, ${ENTITY_COLUMNS}
ORDER BY ref, rank, id`,
};

/** At most `$limit` for each name: those whose own name it is before those whose alias. */
export const ENTITIES_BY_NAME: Query = {
  name: 'entity.byName',
  text: `
UNWIND $names AS ref
CALL (ref) {
  MATCH (:Name {folded: ref})<-[:NAMED]-(e:Entity)
  RETURN e.id AS id, e.sortName AS sortName, CASE WHEN e.sortName = ref THEN 0 ELSE 1 END AS rank, ${ENTITY_COLUMNS}
  ORDER BY rank, sortName, id
  LIMIT $limit
}
RETURN ref, id, sortName, rank, ${ENTITY_NAMES.join(', ')}
ORDER BY ref, rank, sortName, id`,
};

/** How often the articles speak of each entity, and have it speak, be spoken to or spoken about, whatever is current. */
export const USES_OF_ENTITIES = degrees('entity.uses', {
  mentions: ['REFERS_TO'],
  statements: ['SAID_BY', 'SPEAKING_AS', 'ON_BEHALF_OF', 'TOLD_TO', 'ABOUT'],
});

/** All entities, or those of the types. */
export const ENTITIES = listQueries({
  name: 'entity.list',
  match: 'MATCH (e:Entity) WHERE $types IS NULL OR e.type IN $types',
  item: 'e',
  key: 'e.sortName',
  columns: ENTITY_COLUMNS,
  names: ENTITY_NAMES,
});

/** Those that have a name or alias with the folded beginning `$prefix`. */
export const ENTITIES_BY_PREFIX = listQueries({
  name: 'entity.byPrefix',
  match: `
    MATCH (n:Name)
    WHERE n.folded STARTS WITH $prefix
    MATCH (n)<-[:NAMED]-(e:Entity)
    WHERE $types IS NULL OR e.type IN $types`,
  item: 'e',
  key: 'e.sortName',
  columns: ENTITY_COLUMNS,
  names: ENTITY_NAMES,
});
