import type { Query } from '../graph/database.ts';
import { changeOfMentions, changeOfStatements } from './cypher-places.ts';

/*
 * Every MATCH is by an indexed key and comes before the first CREATE or MERGE: an engine may plan one that comes later
 * as a scan. So may it plan a second MATCH that leads to what a first has found: such a way is one pattern, from the key on;
 * and an OPTIONAL MATCH, which Grafeo joins with a scan of all nodes: pattern comprehensions take its place.
 * Records of a run are new when the run is, so they are created; what articles share is merged.
 */

export const FIND_RUNS: Query = {
  name: 'ingest.findRuns',
  text: `
UNWIND $ids AS id
MATCH (run:ExtractionRun {id: id})
RETURN id, run.documentSha256 AS documentSha256
ORDER BY id`,
};

export const MERGE_ARTICLES: Query = {
  name: 'ingest.mergeArticles',
  text: `
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a.key = coalesce(a.key, row.key)`,
};

export const READ_VERSIONS: Query = {
  name: 'ingest.readVersions',
  text: `
UNWIND $ids AS articleId
MATCH (:Article {id: articleId})-[:HAS_VERSION]->(v:ArticleVersion)
RETURN articleId, v.id AS id, v.sha256 AS sha256, v.retrievedAt AS retrievedAt
ORDER BY articleId, id`,
};

export const READ_RUNS: Query = {
  name: 'ingest.readRuns',
  text: `
UNWIND $ids AS articleId
MATCH (:Article {id: articleId})-[:HAS_VERSION]->(v:ArticleVersion)<-[:ANNOTATES]-(run:ExtractionRun)
RETURN articleId, run.id AS id, v.id AS versionId, run.method AS method, run.startedAt AS startedAt,
  run.current AS current, run.title AS title, run.url AS url, run.language AS language,
  run.publishedAt AS publishedAt
ORDER BY articleId, id`,
};

/** It was recorded when the first of its runs was, and has the text if one of them brings it, in whatever order they come. */
export const MERGE_VERSIONS: Query = {
  name: 'ingest.mergeVersions',
  text: `
UNWIND $rows AS row
MERGE (v:ArticleVersion {id: row.id})
  ON CREATE SET v += row
  ON MATCH SET v.recordedAt = CASE WHEN row.recordedAt < v.recordedAt THEN row.recordedAt ELSE v.recordedAt END,
    v.text = coalesce(v.text, row.text)`,
};

/** Apart from the MERGE of the node: after a MATCH, Grafeo refuses a MERGE whose node a later clause uses. */
export const LINK_VERSIONS: Query = {
  name: 'ingest.linkVersions',
  text: `
UNWIND $rows AS row
MATCH (a:Article {id: row.articleId})
MATCH (v:ArticleVersion {id: row.id})
MERGE (a)-[:HAS_VERSION]->(v)`,
};

export const PLACE_VERSIONS: Query = {
  name: 'ingest.placeVersions',
  text: `
UNWIND $rows AS row
MATCH (v:ArticleVersion {id: row.id})
SET v.number = row.number, v.current = row.current, v.retrievedAt = row.retrievedAt`,
};

export const CREATE_RUNS: Query = {
  name: 'ingest.createRuns',
  text: `
UNWIND $rows AS row
MATCH (v:ArticleVersion {id: row.versionId})
CREATE (run:ExtractionRun)
SET run = row
CREATE (run)-[:ANNOTATES]->(v)`,
};

export const READ_TEXTS: Query = {
  name: 'ingest.readTexts',
  text: 'UNWIND $ids AS id MATCH (v:ArticleVersion {id: id}) RETURN id, v.text AS text ORDER BY id',
};

export const UPDATE_ARTICLES: Query = {
  name: 'ingest.updateArticles',
  text: 'UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a += row',
};

export const SET_RUN_OUTLETS: Query = {
  name: 'ingest.setRunOutlets',
  text: 'UNWIND $rows AS row MATCH (run:ExtractionRun {id: row.id}) SET run.outletId = row.outletId',
};

/** Whom the current run names, and whom the article has. */
export const READ_OUTLETS: Query = {
  name: 'ingest.readOutlets',
  text: `
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:HAS_VERSION]->(:ArticleVersion)<-[:ANNOTATES]-(run:ExtractionRun)
WHERE run.current
RETURN id, run.outletId AS outletId, head([(a)-[:PUBLISHED_BY]->(outlet:Entity) | outlet.id]) AS published
ORDER BY id`,
};

export const REMOVE_OUTLETS: Query = {
  name: 'ingest.removeOutlets',
  text: 'UNWIND $rows AS id MATCH (:Article {id: id})-[published:PUBLISHED_BY]->() DELETE published',
};

export const SET_OUTLETS: Query = {
  name: 'ingest.setOutlets',
  text: `
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (outlet:Entity {id: row.to})
CREATE (a)-[:PUBLISHED_BY]->(outlet)`,
};

/** Changing what is current: the records of one run, by the ways that lead from it. */
export const FLIP_RUN: Query = {
  name: 'ingest.flipRun',
  text: 'MATCH (run:ExtractionRun {id: $runId}) SET run.current = $current',
};

export const FLIP_MENTIONS: Query = changeOfMentions(
  'ingest.flipMentions',
  `
MATCH (:ArticleVersion {id: $versionId})<-[:FOUND_IN]-(m:Mention)
WHERE m.runId = $runId
SET m.current = $current`,
);

export const FLIP_STATEMENTS: Query = changeOfStatements(
  'ingest.flipStatements',
  `
MATCH (:ExtractionRun {id: $runId})<-[:GENERATED_BY]-(s:Statement)
SET s.current = $current`,
);

export const FLIP_STATEMENT_EVIDENCE: Query = {
  name: 'ingest.flipStatementEvidence',
  text: `
MATCH (:ExtractionRun {id: $runId})<-[:GENERATED_BY]-(:Statement)-[:EVIDENCED_BY]->(e:Evidence)
SET e.current = $current`,
};

export const FLIP_RELATION_EVIDENCE: Query = {
  name: 'ingest.flipRelationEvidence',
  text: 'MATCH (:ExtractionRun {id: $runId})<-[:GENERATED_BY]-(e:Evidence) SET e.current = $current',
};
