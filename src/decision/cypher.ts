import { ARTICLE_COLUMNS } from '../article/cypher.ts';
import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import { STATEMENT_COLUMNS } from '../statement/cypher.ts';

const DECISION_COLUMNS =
  'd.kind AS kind, d.actor AS actor, d.at AS at, d.reason AS reason, d.keepLength AS keepLength';

export const DECISIONS_BY_ID: Query = {
  name: 'decision.byId',
  text: `
UNWIND $ids AS id
MATCH (d:Decision {id: id})
RETURN d.id AS id, ${DECISION_COLUMNS}
ORDER BY id`,
};

/** Earliest first. */
export const DECISIONS_ON_STATEMENTS: Query = {
  name: 'decision.onStatements',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Statement {id: parent})<-[:CONCERNS]-(d:Decision)
  RETURN d.id AS id, ${DECISION_COLUMNS}
  ORDER BY at, id
  LIMIT $limit
}
RETURN parent, id, kind, actor, at, reason, keepLength
ORDER BY parent, at, id`,
};

/** Those on any key of an entity, earliest first. */
export const DECISIONS_ON_ENTITIES: Query = {
  name: 'decision.onEntities',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Entity {id: parent})<-[:KEY_OF]-(:EntityKey)<-[:CONCERNS]-(d:Decision)
  WITH DISTINCT d
  RETURN d.id AS id, ${DECISION_COLUMNS}
  ORDER BY at, id
  LIMIT $limit
}
RETURN parent, id, kind, actor, at, reason, keepLength
ORDER BY parent, at, id`,
};

/** What the keys that a decision is about are of now. */
export const ENTITIES_OF_DECISIONS: Query = {
  name: 'decision.entities',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Decision {id: parent})-[:CONCERNS]->(:EntityKey)-[:KEY_OF]->(e:Entity)
  WITH DISTINCT e
  RETURN e.id AS id, e.sortName AS sortName, ${ENTITY_COLUMNS}
  ORDER BY sortName, id
  LIMIT $limit
}
RETURN parent, id, sortName, ${ENTITY_NAMES.join(', ')}
ORDER BY parent, sortName, id`,
};

/** A decision concerns at most one. */
export const STATEMENTS_OF_DECISIONS: Query = {
  name: 'decision.statement',
  text: `
UNWIND $parents AS parent
MATCH (:Decision {id: parent})-[:CONCERNS]->(s:Statement)
RETURN parent, s.id AS id, ${STATEMENT_COLUMNS}
ORDER BY parent, id`,
};

/** Earliest first. */
export const DECISIONS_ON_ARTICLES: Query = {
  name: 'decision.onArticles',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Article {id: parent})<-[:CONCERNS]-(d:Decision)
  RETURN d.id AS id, ${DECISION_COLUMNS}
  ORDER BY at, id
  LIMIT $limit
}
RETURN parent, id, kind, actor, at, reason, keepLength
ORDER BY parent, at, id`,
};

/** A decision concerns at most one. */
export const ARTICLES_OF_DECISIONS: Query = {
  name: 'decision.article',
  text: `
UNWIND $parents AS parent
MATCH (:Decision {id: parent})-[:CONCERNS]->(a:Article)
RETURN parent, a.id AS id, ${ARTICLE_COLUMNS}
ORDER BY parent, id`,
};

/** A decision undoes at most one. */
export const UNDONE_BY_DECISIONS: Query = {
  name: 'decision.undoes',
  text: `
UNWIND $parents AS parent
MATCH (:Decision {id: parent})<-[:UNDONE_BY]-(d:Decision)
RETURN parent, d.id AS id, ${DECISION_COLUMNS}
ORDER BY parent, id`,
};

/** A decision is undone at most once. */
export const UNDOINGS_OF_DECISIONS: Query = {
  name: 'decision.undoneBy',
  text: `
UNWIND $parents AS parent
MATCH (:Decision {id: parent})-[:UNDONE_BY]->(d:Decision)
RETURN parent, d.id AS id, ${DECISION_COLUMNS}
ORDER BY parent, id`,
};
