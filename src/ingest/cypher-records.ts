import type { Query } from '../graph/database.ts';
import { SET_MENTION_PLACE, SET_STATEMENT_PLACES } from './cypher-places.ts';

export const CREATE_MENTIONS: Query = {
  name: 'ingest.createMentions',
  text: `
UNWIND $rows AS row
MATCH (v:ArticleVersion {id: row.versionId})
CREATE (m:Mention)
SET m = row
SET ${SET_MENTION_PLACE}
CREATE (m)-[:FOUND_IN]->(v)`,
};

export const CREATE_STATEMENTS: Query = {
  name: 'ingest.createStatements',
  text: `
UNWIND $rows AS row
MATCH (v:ArticleVersion {id: row.versionId})
MATCH (run:ExtractionRun {id: row.runId})
CREATE (s:Statement)
SET s = row
SET ${SET_STATEMENT_PLACES}
CREATE (s)-[:REPORTED_IN]->(v)
CREATE (s)-[:GENERATED_BY]->(run)`,
};

export const CREATE_STATEMENT_EVIDENCE: Query = {
  name: 'ingest.createStatementEvidence',
  text: `
UNWIND $rows AS row
MATCH (s:Statement {id: row.owner})
CREATE (e:Evidence)
SET e = row.props
CREATE (s)-[:EVIDENCED_BY]->(e)`,
};

/** Many runs attest one relation, so its evidence needs its own way to the run. */
export const CREATE_RELATION_EVIDENCE: Query = {
  name: 'ingest.createRelationEvidence',
  text: `
UNWIND $rows AS row
MATCH (run:ExtractionRun {id: row.props.runId})
MATCH (r:Relation {id: row.owner})
CREATE (e:Evidence)
SET e = row.props
CREATE (r)-[:EVIDENCED_BY]->(e)
CREATE (e)-[:GENERATED_BY]->(run)`,
};

export const LINK_CLAIMS: Query = {
  name: 'ingest.linkClaims',
  text: `
UNWIND $rows AS row
MATCH (e:Evidence {id: row.from})
MATCH (s:Statement {id: row.to})
CREATE (e)-[:CLAIMED_IN]->(s)`,
};

/** Of properties that no place in a list depends on. */
export const CHANGE_STATEMENTS: Query = {
  name: 'ingest.changeStatements',
  text: 'UNWIND $rows AS row MATCH (s:Statement {id: row.id}) SET s += row.props',
};

export const REMOVE_EVIDENCE: Query = {
  name: 'ingest.removeEvidence',
  text: 'UNWIND $rows AS id MATCH (e:Evidence {id: id}) DETACH DELETE e',
};
