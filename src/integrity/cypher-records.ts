import type { Query } from '../graph/database.ts';
import { NODE_COLUMNS, WAY_COLUMNS } from './cypher.ts';

/* What a few runs produced, by the ways that lead from them. `$rows` are maps of a run's id and that of the version it annotates. */

export const TEXTS: Query = {
  name: 'integrity.texts',
  text: `
UNWIND $ids AS id
MATCH (v:ArticleVersion {id: id})
RETURN id, v.text AS text
ORDER BY id`,
};

export const DOCUMENTS: Query = {
  name: 'integrity.documents',
  text: `
UNWIND $ids AS id
MATCH (run:ExtractionRun {id: id})
RETURN id, run.document AS document
ORDER BY id`,
};

export const WORDS_OF_ARTICLES: Query = {
  name: 'integrity.wordsOfArticles',
  text: `
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN id, a.words AS words
ORDER BY id`,
};

export const WAYS_OF_RUNS: Query = {
  name: 'integrity.waysOfRuns',
  text: `
UNWIND $ids AS id
MATCH (:ExtractionRun {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

export const MENTIONS: Query = {
  name: 'integrity.mentions',
  text: `
UNWIND $rows AS row
MATCH (:ArticleVersion {id: row.versionId})<-[:FOUND_IN]-(n:Mention)
WHERE n.runId = row.runId
RETURN row.runId AS runId, ${NODE_COLUMNS}
ORDER BY runId, element`,
};

export const STATEMENTS: Query = {
  name: 'integrity.statements',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})<-[:GENERATED_BY]-(n:Statement)
RETURN runId, ${NODE_COLUMNS}
ORDER BY runId, element`,
};

export const EVIDENCE_OF_STATEMENTS: Query = {
  name: 'integrity.evidenceOfStatements',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})<-[:GENERATED_BY]-(:Statement)-[:EVIDENCED_BY]->(n:Evidence)
RETURN runId, ${NODE_COLUMNS}
ORDER BY runId, element`,
};

export const EVIDENCE_OF_RELATIONS: Query = {
  name: 'integrity.evidenceOfRelations',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})<-[:GENERATED_BY]-(n:Evidence)
RETURN runId, ${NODE_COLUMNS}
ORDER BY runId, element`,
};

/** Of mentions, statements or evidence, by their ids: a pattern that leads to them would leave out the way by which it came. */
export const WAYS_OF_RECORDS: Readonly<Record<'Mention' | 'Statement' | 'Evidence', Query>> = {
  Mention: waysOf('Mention'),
  Statement: waysOf('Statement'),
  Evidence: waysOf('Evidence'),
};

function waysOf(label: string): Query {
  return {
    name: `integrity.waysOf${label}`,
    text: `
UNWIND $ids AS id
MATCH (:${label} {id: id})-[way]->(t)
RETURN id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
  };
}

/** What the evidence of relations is evidence of. */
export const WAYS_TO_EVIDENCE: Query = {
  name: 'integrity.waysToEvidence',
  text: `
UNWIND $ids AS id
MATCH (t:Evidence {id: id})<-[way:EVIDENCED_BY]-(n)
RETURN n.id AS start, ${WAY_COLUMNS}
ORDER BY start, type, end`,
};

/** The decisions that withdraw statements and stand, earliest first. */
export const WITHDRAWALS: Query = {
  name: 'integrity.withdrawals',
  text: `
UNWIND $ids AS runId
MATCH (:ExtractionRun {id: runId})<-[:GENERATED_BY]-(s:Statement)<-[:CONCERNS]-(d:Decision)
WHERE d.kind = 'WITHDRAW' AND d.standing
RETURN DISTINCT runId, s.id AS id, d.at AS at, d.reason AS reason, d.id AS decisionId
ORDER BY runId, id, at, decisionId`,
};

/** Those of the words that there are. */
export const FIND_WORDS: Query = {
  name: 'integrity.findWords',
  text: `
UNWIND $words AS word
MATCH (:Word {folded: word})
RETURN word
ORDER BY word`,
};
