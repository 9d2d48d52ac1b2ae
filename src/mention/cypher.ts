import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import type { PlacedText } from '../graph/placed.ts';

/** What a query returns of a mention that it binds as `m`. */
export const MENTION_COLUMNS = `m.kind AS kind, m.reading AS reading, m.exact AS exact, m.start AS start, m.end AS end,
  m.startUtf16 AS startUtf16, m.endUtf16 AS endUtf16, m.versionId AS versionId, m.articleId AS articleId`;
export const MENTION_NAMES = [
  'kind',
  'reading',
  'exact',
  'start',
  'end',
  'startUtf16',
  'endUtf16',
  'versionId',
  'articleId',
] as const;

/** By article version, then by place in its text. */
const BY_PLACE = {
  item: 'm',
  place: 'textPlace',
  descending: false,
  filter: null,
  columns: MENTION_COLUMNS,
  names: MENTION_NAMES,
};

export const MENTIONS_OF_ENTITY: PlacedText = {
  ...BY_PLACE,
  name: 'mention.ofEntity',
  match: 'MATCH (:Entity {id: parent})<-[:REFERS_TO]-(m:Mention)',
  index: {
    match: 'MATCH ()<-[edge:REFERS_TO]-(m) USING INDEX SEEK edge:REFERS_TO(textPlace)',
    place: 'edge.textPlace',
  },
};

export const METONYMS_OF_PLACE: PlacedText = {
  ...BY_PLACE,
  name: 'mention.metonymsOfPlace',
  match: 'MATCH (:Entity {id: parent})<-[:LITERALLY]-(m:Mention)',
  index: {
    match: 'MATCH ()<-[edge:LITERALLY]-(m) USING INDEX SEEK edge:LITERALLY(textPlace)',
    place: 'edge.textPlace',
  },
};

export const MENTIONS_OF_ARTICLE: PlacedText = {
  ...BY_PLACE,
  name: 'mention.ofArticle',
  match: 'MATCH (:Article {id: parent})-[:HAS_VERSION]->(:ArticleVersion)<-[:FOUND_IN]-(m:Mention)',
};

export const MENTIONS_BY_ID: Query = {
  name: 'mention.byId',
  text: `
UNWIND $ids AS id
MATCH (m:Mention {id: id})
RETURN m.id AS id, ${MENTION_COLUMNS}
ORDER BY id`,
};

/** What mentions stand for and literally name, each in the order of the document. */
export const REFERENTS_OF_MENTIONS: Query = {
  name: 'mention.referents',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Mention {id: parent})-[way:REFERS_TO|LITERALLY]->(e:Entity)
  RETURN type(way) AS way, coalesce(way.order, 0) AS order, e.id AS id, ${ENTITY_COLUMNS}
  ORDER BY way, order, id
  LIMIT $limit
}
RETURN parent, way, order, id, ${ENTITY_NAMES.join(', ')}
ORDER BY parent, way, order, id`,
};

/** A mention has at most one. */
export const ANTECEDENTS_OF_MENTIONS: Query = {
  name: 'mention.antecedents',
  text: `
UNWIND $parents AS parent
MATCH (:Mention {id: parent})-[:ANTECEDENT]->(m:Mention)
RETURN parent, m.id AS id, ${MENTION_COLUMNS}
ORDER BY parent, id`,
};
