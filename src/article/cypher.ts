import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import { listQueries } from '../graph/keyset.ts';

export const ARTICLE_COLUMNS = `a.title AS title, a.url AS url, a.language AS language, a.publishedAt AS publishedAt,
  a.currentVersionId AS currentVersionId`;
const ARTICLE_NAMES = ['title', 'url', 'language', 'publishedAt', 'currentVersionId'];

/** Without the text, which can be long: TEXTS_OF_VERSIONS has it. */
const VERSION_COLUMNS = `v.articleId AS articleId, v.number AS number, v.sha256 AS sha256, v.recordedAt AS recordedAt,
  v.current AS current`;

/** Latest first, undated last. */
export const ARTICLE_LIST = {
  item: 'a',
  key: "coalesce(a.dateKey, '')",
  descending: true,
  columns: ARTICLE_COLUMNS,
  names: ARTICLE_NAMES,
};

export const ARTICLES = listQueries({ ...ARTICLE_LIST, name: 'article.list', match: 'MATCH (a:Article)' });

export const ARTICLES_OF_OUTLET = listQueries({
  ...ARTICLE_LIST,
  name: 'article.ofOutlet',
  match: 'MATCH (:Entity {id: parent})<-[:PUBLISHED_BY]-(a:Article)',
});

export const ARTICLES_BY_ID: Query = {
  name: 'article.byId',
  text: `
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, ${ARTICLE_COLUMNS}
ORDER BY id`,
};

/** The latest first where several articles have the URL. */
export const ARTICLES_BY_URL: Query = {
  name: 'article.byUrl',
  text: `
UNWIND $refs AS ref
CALL (ref) {
  MATCH (a:Article {url: ref})
  RETURN a.id AS id, coalesce(a.dateKey, '') AS sortKey, ${ARTICLE_COLUMNS}
  ORDER BY sortKey DESC, id
  LIMIT $limit
}
RETURN ref, id, sortKey, ${ARTICLE_NAMES.join(', ')}
ORDER BY ref, sortKey DESC, id`,
};

/** Articles with a version of that text, current or not; those that have it now first, then the latest. */
export const ARTICLES_BY_SHA256: Query = {
  name: 'article.bySha256',
  text: `
UNWIND $refs AS ref
CALL (ref) {
  MATCH (v:ArticleVersion {sha256: ref})
  MATCH (v)<-[:HAS_VERSION]-(a:Article)
  RETURN a.id AS id, v.current AS current, coalesce(a.dateKey, '') AS sortKey, ${ARTICLE_COLUMNS}
  ORDER BY current DESC, sortKey DESC, id
  LIMIT $limit
}
RETURN ref, id, current, sortKey, ${ARTICLE_NAMES.join(', ')}
ORDER BY ref, current DESC, sortKey DESC, id`,
};

/** An article has at most one. */
export const OUTLETS_OF_ARTICLES: Query = {
  name: 'article.outlet',
  text: `
UNWIND $parents AS parent
MATCH (:Article {id: parent})-[:PUBLISHED_BY]->(e:Entity)
RETURN parent, e.id AS id, ${ENTITY_COLUMNS}
ORDER BY parent, id`,
};

export const VERSIONS_BY_ID: Query = {
  name: 'article.versionsById',
  text: `
UNWIND $ids AS id
MATCH (v:ArticleVersion {id: id})
RETURN v.id AS id, ${VERSION_COLUMNS}
ORDER BY id`,
};

export const VERSIONS_OF_ARTICLES: Query = {
  name: 'article.versions',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Article {id: parent})-[:HAS_VERSION]->(v:ArticleVersion)
  RETURN v.id AS id, ${VERSION_COLUMNS}
  ORDER BY number, id
  LIMIT $limit
}
RETURN parent, id, articleId, number, sha256, recordedAt, current
ORDER BY parent, number, id`,
};

export const TEXTS_OF_VERSIONS: Query = {
  name: 'article.texts',
  text: `
UNWIND $ids AS id
MATCH (v:ArticleVersion {id: id})
RETURN v.id AS id, v.text AS text
ORDER BY id`,
};

/**
 * What the current records of an article point to, as referent, speaker, addressee or subject. The arrow leads away from the version:
 * written towards it, Grafeo starts from every node.
 */
export const ENTITIES_OF_ARTICLE = listQueries({
  name: 'article.entities',
  match: `
    MATCH (:Article {id: parent})-[:HAS_VERSION]->(v:ArticleVersion)
    MATCH (v)<-[:FOUND_IN|REPORTED_IN]-(record)
    WHERE record.current AND record.withdrawnAt IS NULL
    MATCH (record)-[:REFERS_TO|LITERALLY|SAID_BY|SPEAKING_AS|ON_BEHALF_OF|TOLD_TO|ABOUT]->(e:Entity)`,
  item: 'e',
  key: 'e.sortName',
  columns: ENTITY_COLUMNS,
  names: ENTITY_NAMES,
});

export const RUNS_BY_ID: Query = {
  name: 'article.runsById',
  text: `
UNWIND $ids AS id
MATCH (run:ExtractionRun {id: id})
RETURN run.id AS id, run.tool AS tool, run.version AS version, run.startedAt AS startedAt,
  run.recordedBy AS recordedBy
ORDER BY id`,
};
