import type { Query } from '../graph/database.ts';
import { WAY_COLUMNS } from './cypher.ts';

/* Articles with their versions and runs, without the long texts: those are read for a few runs at a time (`cypher-records.ts`). */

export const ARTICLES: Query = {
  name: 'integrity.articles',
  text: `
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN elementId(n) AS element, labels(n) AS labels, n {.*, words: null} AS properties, n.words IS NULL AS lacksWords
ORDER BY id, element`,
};

/** What redactions leave of the words of articles. */
export const KEEP_LENGTHS: Query = {
  name: 'integrity.keepLengths',
  text: `
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:CONCERNS]-(d:Decision {kind: 'REDACT'})
WHERE d.keepLength IS NOT NULL
RETURN id AS articleId, min(d.keepLength) AS keepLength
ORDER BY articleId`,
};

export const WAYS_OF_ARTICLES: Query = {
  name: 'integrity.waysOfArticles',
  text: `
UNWIND $ids AS id
MATCH (:Article {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

export const VERSIONS: Query = {
  name: 'integrity.versions',
  text: `
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_VERSION]->(n:ArticleVersion)
RETURN DISTINCT id AS articleId, elementId(n) AS element, labels(n) AS labels, n {.*, text: null} AS properties, n.text IS NULL AS lacksText,
  size(n.text) AS size
ORDER BY articleId, element`,
};

/** A run that annotates several versions belongs to the one that it names, if there is such a one. */
export const RUNS: Query = {
  name: 'integrity.runs',
  text: `
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_VERSION]->(v:ArticleVersion)<-[:ANNOTATES]-(n:ExtractionRun)
WHERE v.id = n.versionId
  OR NOT EXISTS { MATCH (n)-[:ANNOTATES]->(own:ArticleVersion) WHERE own.id = n.versionId }
RETURN DISTINCT id AS articleId, v.id AS annotates, elementId(n) AS element, labels(n) AS labels, n {.*, document: null} AS properties,
  n.document IS NULL AS lacksDocument, size(n.document) AS size
ORDER BY articleId, annotates, element`,
};
