import type { Query } from '../graph/database.ts';
import { SET_MENTION_WAY, SET_STATEMENT_WAY } from './cypher-places.ts';

/* Relationships of one run's records, which are new with it. Those that lists follow hold the places of what they come from. */

export const LINK_REFERENTS: Query = {
  name: 'ingest.linkReferents',
  text: `
UNWIND $rows AS row
MATCH (f:Mention {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:REFERS_TO {order: row.order}]->(t)`,
  indexed: `
UNWIND $rows AS row
MATCH (m:Mention {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (m)-[edge:REFERS_TO {order: row.order}]->(e)
SET ${SET_MENTION_WAY}`,
};

export const LINK_LITERALS: Query = {
  name: 'ingest.linkLiterals',
  text: `
UNWIND $rows AS row
MATCH (f:Mention {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:LITERALLY]->(t)`,
  indexed: `
UNWIND $rows AS row
MATCH (m:Mention {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (m)-[edge:LITERALLY]->(e)
SET ${SET_MENTION_WAY}`,
};

export const LINK_ANTECEDENTS: Query = {
  name: 'ingest.linkAntecedents',
  text: `
UNWIND $rows AS row
MATCH (f:Mention {id: row.from})
MATCH (t:Mention {id: row.to})
CREATE (f)-[:ANTECEDENT]->(t)`,
};

export const LINK_SPEAKERS: Query = {
  name: 'ingest.linkSpeakers',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:SAID_BY {order: row.order}]->(t)`,
  indexed: `
UNWIND $rows AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (s)-[edge:SAID_BY {order: row.order}]->(e)
SET ${SET_STATEMENT_WAY}`,
};

export const LINK_SPEAKING_AS: Query = {
  name: 'ingest.linkSpeakingAs',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:SPEAKING_AS]->(t)`,
};

export const LINK_BEHALF: Query = {
  name: 'ingest.linkBehalf',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:ON_BEHALF_OF]->(t)`,
};

export const LINK_NAMED_AS: Query = {
  name: 'ingest.linkNamedAs',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Mention {id: row.to})
CREATE (f)-[:NAMED_AS]->(t)`,
};

export const LINK_ADDRESSEES: Query = {
  name: 'ingest.linkAddressees',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:TOLD_TO {order: row.order}]->(t)`,
  indexed: `
UNWIND $rows AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (s)-[edge:TOLD_TO {order: row.order}]->(e)
SET ${SET_STATEMENT_WAY}`,
};

export const LINK_SUBJECTS: Query = {
  name: 'ingest.linkSubjects',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:ABOUT {order: row.order}]->(t)`,
  indexed: `
UNWIND $rows AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
CREATE (s)-[edge:ABOUT {order: row.order}]->(e)
SET ${SET_STATEMENT_WAY}`,
};

export const LINK_STATEMENT_SUBJECTS: Query = {
  name: 'ingest.linkStatementSubjects',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Statement {id: row.to})
CREATE (f)-[:ABOUT {order: row.order}]->(t)`,
};

export const LINK_MENTIONED: Query = {
  name: 'ingest.linkMentioned',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Entity {id: row.to})
CREATE (f)-[:MENTIONS]->(t)`,
};

export const LINK_NESTING: Query = {
  name: 'ingest.linkNesting',
  text: `
UNWIND $rows AS row
MATCH (f:Statement {id: row.from})
MATCH (t:Statement {id: row.to})
CREATE (f)-[:NESTED_IN]->(t)`,
};
