import type { Query } from '../graph/database.ts';

/* Taking words away from an article: from its versions, the documents of its runs, and their records. */

export const FIND_BY_ID: Query = {
  name: 'ingest.findById',
  text: 'MATCH (a:Article {id: $ref}) RETURN a.id AS id ORDER BY id LIMIT $limit',
};

export const FIND_BY_URL: Query = {
  name: 'ingest.findByUrl',
  text: 'MATCH (a:Article {url: $ref}) RETURN a.id AS id ORDER BY id LIMIT $limit',
};

/** With a version of that text, current or not. */
export const FIND_BY_SHA256: Query = {
  name: 'ingest.findBySha256',
  text: 'MATCH (v:ArticleVersion {sha256: $ref}) RETURN v.articleId AS id ORDER BY id LIMIT $limit',
};

/** Of the articles whose words are not all kept. */
export const READ_KEEP_LENGTHS: Query = {
  name: 'ingest.readKeepLengths',
  text: `
UNWIND $ids AS id
MATCH (a:Article {id: id})
WHERE a.keepLength IS NOT NULL
RETURN id, a.keepLength AS keepLength
ORDER BY id`,
};

export const READ_ARTICLE: Query = {
  name: 'ingest.readArticle',
  text: `
MATCH (a:Article {id: $id})
RETURN a.title AS title, a.words AS words, a.keepLength AS keepLength
ORDER BY a.id
LIMIT 1`,
};

export const TEXTS_OF_ARTICLE: Query = {
  name: 'ingest.textsOfArticle',
  text: `
MATCH (:Article {id: $id})-[:HAS_VERSION]->(v:ArticleVersion)
WHERE v.text IS NOT NULL
RETURN v.id AS id, v.text AS text
ORDER BY id`,
};

export const WORDS_OF_STATEMENTS: Query = {
  name: 'ingest.wordsOfStatements',
  text: `
MATCH (:ExtractionRun {id: $runId})<-[:GENERATED_BY]-(s:Statement)
RETURN s.id AS id, s.words AS words
ORDER BY id`,
};

export const SET_DOCUMENT: Query = {
  name: 'ingest.setDocument',
  text: 'MATCH (run:ExtractionRun {id: $id}) SET run.document = $document',
};

export const REMOVE_TEXTS: Query = {
  name: 'ingest.removeTexts',
  text: 'MATCH (:Article {id: $id})-[:HAS_VERSION]->(v:ArticleVersion) SET v.text = null',
};

export const SET_MENTION_WORDS: Query = {
  name: 'ingest.setMentionWords',
  text: 'UNWIND $rows AS row MATCH (m:Mention {id: row.id}) SET m.exact = row.exact',
};

export const SET_STATEMENT_WORDS: Query = {
  name: 'ingest.setStatementWords',
  text: `
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.quote = row.quote, s.content = row.content, s.words = row.words, s.wordCount = row.wordCount, s.wording = row.wording,
  s.cue = row.cue, s.addresseeText = row.addresseeText`,
};

export const SET_EVIDENCE_WORDS: Query = {
  name: 'ingest.setEvidenceWords',
  text: `
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
SET e.exact = row.exact, e.prefix = row.prefix, e.suffix = row.suffix`,
};

export const SET_ARTICLE_WORDS: Query = {
  name: 'ingest.setArticleWords',
  text: 'MATCH (a:Article {id: $id}) SET a.words = $words, a.keepLength = $keepLength',
};

export const REMOVE_WORDS: Query = {
  name: 'ingest.removeWords',
  text: 'UNWIND $rows AS folded MATCH (w:Word {folded: folded}) DELETE w',
};
