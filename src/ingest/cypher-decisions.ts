import type { Query } from '../graph/database.ts';
import { changeOfStatements } from './cypher-places.ts';

/* Decisions: what they are about, and what of them stands. */

const DECISION_COLUMNS = `d.id AS id, d.kind AS kind, d.actor AS actor, d.at AS at, d.reason AS reason, d.standing AS standing,
  d.keptKey AS keptKey, d.mergedKeys AS mergedKeys, d.changes AS changes, d.keepLength AS keepLength,
  head([(d)-[:CONCERNS]->(a:Article) | a.id]) AS article,
  head([(d)-[:CONCERNS]->(s:Statement) | s.id]) AS statement,
  head([(other:Decision)-[:UNDONE_BY]->(d) | other.id]) AS undoes,
  [(d)-[:CONCERNS]->(k:EntityKey) WHERE k.articleId IS NOT NULL | {key: k.id, article: k.articleId}] AS privateKeys`;

export const DECISIONS_FOUND: Query = {
  name: 'ingest.decisionsFound',
  text: `
UNWIND $ids AS ref
MATCH (d:Decision {id: ref})
RETURN ${DECISION_COLUMNS}
ORDER BY id`,
};

/** After the one with that time and id, in the order in which they were made. */
export const DECISIONS_AFTER: Query = {
  name: 'ingest.decisionsAfter',
  text: `
MATCH (d:Decision)
WHERE d.at >= $at AND (d.at > $at OR d.id > $id)
RETURN ${DECISION_COLUMNS}
ORDER BY at, id
LIMIT $limit`,
};

/** The latest at or after a time; one row. */
export const LATEST_DECISION: Query = {
  name: 'ingest.latestDecision',
  text: 'MATCH (d:Decision) WHERE d.at >= $at RETURN max(d.at) AS at',
};

export const CREATE_DECISION: Query = {
  name: 'ingest.createDecision',
  text: 'CREATE (d:Decision) SET d = $decision',
};

export const LINK_DECIDED_STATEMENT: Query = {
  name: 'ingest.linkDecidedStatement',
  text: 'MATCH (d:Decision {id: $id}) MATCH (s:Statement {id: $statement}) CREATE (d)-[:CONCERNS]->(s)',
};

export const LINK_DECIDED_ARTICLE: Query = {
  name: 'ingest.linkDecidedArticle',
  text: 'MATCH (d:Decision {id: $id}) MATCH (a:Article {id: $article}) CREATE (d)-[:CONCERNS]->(a)',
};

export const LINK_DECIDED_KEYS: Query = {
  name: 'ingest.linkDecidedKeys',
  text: `
UNWIND $rows AS row
MATCH (d:Decision {id: row.from})
MATCH (k:EntityKey {id: row.to})
CREATE (d)-[:CONCERNS]->(k)`,
};

export const UNDO_DECISION: Query = {
  name: 'ingest.undoDecision',
  text: `
MATCH (d:Decision {id: $id})
MATCH (by:Decision {id: $by})
SET d.standing = false
CREATE (d)-[:UNDONE_BY]->(by)`,
};

export const RUN_OF_STATEMENT: Query = {
  name: 'ingest.runOfStatement',
  text: `
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN id, s.runId AS runId
ORDER BY id`,
};

/** Earliest first. */
export const STANDING_WITHDRAWALS: Query = {
  name: 'ingest.standingWithdrawals',
  text: `
UNWIND $ids AS statement
MATCH (:Statement {id: statement})<-[:CONCERNS]-(d:Decision)
WHERE d.standing AND d.kind = 'WITHDRAW'
RETURN statement, d.id AS id, d.at AS at, d.reason AS reason
ORDER BY statement, at, id`,
};

export const SET_WITHDRAWALS: Query = changeOfStatements(
  'ingest.setWithdrawals',
  `
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.withdrawnAt = row.at, s.withdrawnReason = row.reason`,
);

/** Today's entities by ids that they have or had. */
export const ENTITIES_FOUND: Query = {
  name: 'ingest.entitiesFound',
  text: `
UNWIND $ids AS ref
MATCH (:EntityKey {id: ref})-[:KEY_OF]->(e:Entity)
RETURN ref, e.id AS id, e.type AS type, e.name AS name, e.articleId AS articleId
ORDER BY ref, id`,
};

export const MERGE_INTO: Query = {
  name: 'ingest.mergeInto',
  text: `
UNWIND $rows AS row
MATCH (k:EntityKey {id: row.from})
MATCH (into:EntityKey {id: row.to})
CREATE (k)-[:MERGED_INTO {decision: row.decision}]->(into)`,
};

export const UNMERGE: Query = {
  name: 'ingest.unmerge',
  text: `
UNWIND $rows AS row
MATCH (:EntityKey {id: row.from})-[merged:MERGED_INTO]->(:EntityKey)
WHERE merged.decision = row.decision
DELETE merged`,
};

export const RUN_TO_CORRECT: Query = {
  name: 'ingest.runToCorrect',
  text: `
MATCH (:Statement {id: $id})-[:GENERATED_BY]->(run:ExtractionRun)-[:ANNOTATES]->(v:ArticleVersion)
RETURN run.id AS runId, run.document AS document, run.current AS current, v.id AS versionId, v.articleId AS articleId,
  v.text AS text`,
};

/** From then on it counts whenever the run's document is read. */
export const ATTACH_CORRECTION: Query = {
  name: 'ingest.attachCorrection',
  text: 'MATCH (d:Decision {id: $id}) SET d.runId = $runId',
};

/** Those that stand. */
export const CORRECTIONS_OF_RUNS: Query = {
  name: 'ingest.correctionsOfRuns',
  text: `
UNWIND $ids AS runId
MATCH (d:Decision {runId: runId})-[:CONCERNS]->(s:Statement)
WHERE d.standing
RETURN runId, d.id AS id, d.at AS at, d.changes AS changes, s.id AS statement
ORDER BY runId, at, id`,
};

/** The runs with statements that standing corrections give to the keys. */
export const CORRECTED_RUNS_OF_KEYS: Query = {
  name: 'ingest.correctedRunsOfKeys',
  text: `
UNWIND $ids AS keyId
MATCH (:EntityKey {id: keyId})<-[:CONCERNS]-(d:Decision)
WHERE d.standing AND d.runId IS NOT NULL
RETURN DISTINCT d.runId AS id
ORDER BY id`,
};
