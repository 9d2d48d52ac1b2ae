import type { Query } from '../graph/database.ts';
import { changeOfMentions, changeOfStatements } from './cypher-places.ts';

/*
 * Every MATCH is by an indexed key and comes before the first CREATE or MERGE: an engine may plan one that comes later
 * as a scan. So may it plan a second MATCH that leads to what a first has found: such a way is one pattern, from the key on;
 * and an OPTIONAL MATCH, which Grafeo joins with a scan of all nodes: pattern comprehensions take its place.
 * Records of a run are new when the run is, so they are created; what articles share is merged.
 */

export const FIND_RUN: Query = {
  name: 'ingest.findRun',
  text: 'MATCH (run:ExtractionRun {id: $runId}) RETURN run.documentSha256 AS documentSha256',
};

export const MERGE_ARTICLE: Query = {
  name: 'ingest.mergeArticle',
  text: `
MERGE (a:Article {id: $id})
SET a.key = coalesce(a.key, $key)`,
};

export const READ_VERSIONS: Query = {
  name: 'ingest.readVersions',
  text: `
MATCH (:Article {id: $id})-[:HAS_VERSION]->(v:ArticleVersion)
RETURN v.id AS id, v.sha256 AS sha256, v.retrievedAt AS retrievedAt
ORDER BY v.id`,
};

export const READ_RUNS: Query = {
  name: 'ingest.readRuns',
  text: `
MATCH (:Article {id: $id})-[:HAS_VERSION]->(v:ArticleVersion)<-[:ANNOTATES]-(run:ExtractionRun)
RETURN run.id AS id, v.id AS versionId, run.method AS method, run.startedAt AS startedAt,
  run.current AS current, run.title AS title, run.url AS url, run.language AS language,
  run.publishedAt AS publishedAt, run.outletId AS outletId
ORDER BY run.id`,
};

export const FIND_BY_QID: Query = {
  name: 'ingest.findByQid',
  text: `
UNWIND $qids AS qid
MATCH (e:Entity {qid: qid})
RETURN qid AS key, e.id AS id, e.type AS type, e.qid AS qid, e.sortName AS sortName,
  [(e)-[:OFFICE_OF]->(office:Entity) | office.id] AS officeOf,
  [(e)-[:ACCREDITED_TO]->(sent:Entity) | sent.id] AS accreditedTo
ORDER BY id`,
};

/** Unnamed sources are never looked up: they share descriptions, not identities. */
export const FIND_BY_NAME: Query = {
  name: 'ingest.findByName',
  text: `
UNWIND $names AS row
MATCH (:Name {folded: row.folded})<-[:NAMED]-(e:Entity)
WHERE e.type = row.type
RETURN row.folded AS key, e.id AS id, e.type AS type, e.qid AS qid, e.sortName AS sortName,
  [(e)-[:OFFICE_OF]->(office:Entity) | office.id] AS officeOf,
  [(e)-[:ACCREDITED_TO]->(sent:Entity) | sent.id] AS accreditedTo
ORDER BY id`,
};

export const MERGE_VERSION: Query = {
  name: 'ingest.mergeVersion',
  text: 'MERGE (v:ArticleVersion {id: $id}) ON CREATE SET v += $props',
};

/** Apart from the MERGE of the node: after a MATCH, Grafeo refuses a MERGE whose node a later clause uses. */
export const LINK_VERSION: Query = {
  name: 'ingest.linkVersion',
  text: `
MATCH (a:Article {id: $articleId})
MATCH (v:ArticleVersion {id: $id})
MERGE (a)-[:HAS_VERSION]->(v)`,
};

export const PLACE_VERSIONS: Query = {
  name: 'ingest.placeVersions',
  text: `
UNWIND $rows AS row
MATCH (v:ArticleVersion {id: row.id})
SET v.number = row.number, v.current = row.current, v.retrievedAt = row.retrievedAt`,
};

export const CREATE_RUN: Query = {
  name: 'ingest.createRun',
  text: `
MATCH (v:ArticleVersion {id: $versionId})
CREATE (run:ExtractionRun)
SET run = $props
CREATE (run)-[:ANNOTATES]->(v)`,
};

export const READ_TEXT: Query = {
  name: 'ingest.readText',
  text: 'MATCH (v:ArticleVersion {id: $id}) RETURN v.text AS text',
};

export const UPDATE_ARTICLE: Query = {
  name: 'ingest.updateArticle',
  text: 'MATCH (a:Article {id: $id}) SET a += $props',
};

export const REMOVE_OUTLET: Query = {
  name: 'ingest.removeOutlet',
  text: `
MATCH (:Article {id: $id})-[published:PUBLISHED_BY]->(outlet:Entity)
WHERE $outletId IS NULL OR outlet.id <> $outletId
DELETE published`,
};

export const SET_OUTLET: Query = {
  name: 'ingest.setOutlet',
  text: `
MATCH (a:Article {id: $id})
MATCH (outlet:Entity {id: $outletId})
MERGE (a)-[:PUBLISHED_BY]->(outlet)`,
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
