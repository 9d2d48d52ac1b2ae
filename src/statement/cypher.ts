import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import { EVIDENCE_COLUMNS, EVIDENCE_NAMES } from '../evidence/cypher.ts';
import type { Query } from '../graph/database.ts';
import { degrees } from '../graph/degrees.ts';
import type { StatementPlace } from '../graph/plan.ts';
import { MENTION_COLUMNS } from '../mention/cypher.ts';

/** What a query returns of a statement that it binds as `s`. */
export const STATEMENT_COLUMNS = `s.kind AS kind, s.acts AS acts, s.quote AS quote, s.content AS content, s.cue AS cue,
  s.addresseeState AS addresseeState, s.addresseeText AS addresseeText, s.addresseeCarried AS addresseeCarried,
  s.saidAt AS saidAt, s.publishedAt AS publishedAt, s.recordedAt AS recordedAt,
  coalesce(s.withdrawnAt, s.lapsedAt) AS withdrawnAt, coalesce(s.withdrawnReason, s.lapsedReason) AS withdrawnReason,
  s.confidence AS confidence, s.versionId AS versionId, s.articleId AS articleId, s.runId AS runId`;

export const STATEMENT_NAMES = [
  'kind',
  'acts',
  'quote',
  'content',
  'cue',
  'addresseeState',
  'addresseeText',
  'addresseeCarried',
  'saidAt',
  'publishedAt',
  'recordedAt',
  'withdrawnAt',
  'withdrawnReason',
  'confidence',
  'versionId',
  'articleId',
  'runId',
] as const;

/** The lists of statements: how each leads to `s`, by way of `parent` where it belongs to something, and the relationships that have its order. */
export const STATEMENT_LISTS = {
  all: { name: 'statement.list', match: 'MATCH (s:Statement)' },
  saidBy: {
    name: 'statement.saidBy',
    match: 'MATCH (:Entity {id: parent})<-[:SAID_BY]-(s:Statement)',
    way: 'SAID_BY',
  },
  about: {
    name: 'statement.about',
    match: 'MATCH (:Entity {id: parent})<-[:ABOUT]-(s:Statement)',
    way: 'ABOUT',
  },
  toldTo: {
    name: 'statement.toldTo',
    match: 'MATCH (:Entity {id: parent})<-[:TOLD_TO]-(s:Statement)',
    way: 'TOLD_TO',
  },
  inArticle: {
    name: 'statement.inArticle',
    match: 'MATCH (:Article {id: parent})-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(s:Statement)',
  },
} as const;

/** The ways from entities to statements that hold places, and so have an order. */
export type PlacedWay = 'SAID_BY' | 'ABOUT' | 'TOLD_TO';

/**
 * Where an index has the order of statements: on themselves, or on a way from entities. Neo4j must be told to seek: until it has sampled
 * a new index it takes a scan for as good.
 */
export function orderedStatements(place: StatementPlace, way: PlacedWay | null) {
  return way === null
    ? { match: `MATCH (s:Statement) USING INDEX SEEK s:Statement(${place})`, place: `s.${place}` }
    : { match: `MATCH ()<-[edge:${way}]-(s) USING INDEX SEEK edge:${way}(${place})`, place: `edge.${place}` };
}

/** How many statements there are at each entity, whatever their visibility. */
export const STATEMENTS_AT_ENTITIES = degrees('statement.atEntities', {
  saidBy: ['SAID_BY'],
  toldTo: ['TOLD_TO'],
  about: ['ABOUT'],
  mentions: ['MENTIONS'],
});

/** Current and not withdrawn. */
export const VISIBLE = 's.current AND s.withdrawnAt IS NULL';

/** What a count is of: the statements `s` that `match` binds, or all of them where it is null, for which `where` holds. */
export interface Counted {
  readonly match: string | null;
  readonly where: string;
}

/** How many statements a count looks at, up to `$most` where it does not start from all; one row. */
export function lookedAt({ match }: Counted): Query {
  const text =
    match === null
      ? 'MATCH (s:Statement) RETURN count(s) AS looked'
      : `${match} WITH s LIMIT $most RETURN count(s) AS looked`;
  return { name: 'statement.lookedAt', text };
}

/** Each statement once. A condition may follow. */
export function countedStatements({ match, where }: Counted): string {
  return match === null ? `MATCH (s:Statement) WHERE ${where}` : `${match} WITH DISTINCT s WHERE ${where}`;
}

/** Groups with the bodies that are parts of them, up to six deep, and the offices of all of them; nearest first, at most `$limit` each. */
export const BODIES_OF_GROUPS: Query = {
  name: 'statement.bodiesOfGroups',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH path = (:Entity {id: parent})<-[:PART_OF*0..6]-(:Entity)<-[:OFFICE_OF*0..1]-(e:Entity)
  WHERE all(edge IN relationships(path) WHERE type(edge) = 'OFFICE_OF' OR edge.fact)
  WITH e, min(length(path)) AS nearest
  RETURN e.id AS id, nearest
  ORDER BY nearest, id
  LIMIT $limit
}
RETURN parent, id, nearest
ORDER BY parent, nearest, id`,
};

export const STATEMENTS_BY_ID: Query = {
  name: 'statement.byId',
  text: `
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, ${STATEMENT_COLUMNS}
ORDER BY id`,
};

/** Everything that a statement points to among entities, in one call. */
export const LINKS_OF_STATEMENTS: Query = {
  name: 'statement.links',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Statement {id: parent})-[way:SAID_BY|SPEAKING_AS|ON_BEHALF_OF|TOLD_TO|ABOUT]->(e:Entity)
  RETURN type(way) AS way, coalesce(way.order, 0) AS order, e.id AS id, ${ENTITY_COLUMNS}
  ORDER BY way, order, id
  LIMIT $limit
}
RETURN parent, way, order, id, ${ENTITY_NAMES.join(', ')}
ORDER BY parent, way, order, id`,
};

/** The mention that stands for the speaker: at most one. */
export const MENTIONS_OF_SPEAKERS: Query = {
  name: 'statement.mention',
  text: `
UNWIND $parents AS parent
MATCH (:Statement {id: parent})-[:NAMED_AS]->(m:Mention)
RETURN parent, m.id AS id, ${MENTION_COLUMNS}
ORDER BY parent, id`,
};

export const EVIDENCE_OF_STATEMENTS: Query = {
  name: 'statement.evidence',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Statement {id: parent})-[:EVIDENCED_BY]->(ev:Evidence)
  RETURN ev.id AS id, ${EVIDENCE_COLUMNS}
  ORDER BY start, role, order, id
  LIMIT $limit
}
RETURN parent, id, ${EVIDENCE_NAMES.join(', ')}
ORDER BY parent, start, role, order, id`,
};

/** Lists of statements that others point to, in the order of the text. */
function linkedStatements(name: string, path: string, key: string): Query {
  return {
    name,
    text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH ${path}
  RETURN s.id AS id, ${key} AS sortKey, ${STATEMENT_COLUMNS}
  ORDER BY sortKey, id
  LIMIT $limit
}
RETURN parent, id, sortKey, ${STATEMENT_NAMES.join(', ')}
ORDER BY parent, sortKey, id`,
  };
}

export const NESTED_STATEMENTS = linkedStatements(
  'statement.nested',
  '(:Statement {id: parent})<-[:NESTED_IN]-(s:Statement) WHERE s.withdrawnAt IS NULL',
  's.textKey',
);

export const SUBJECT_STATEMENTS = linkedStatements(
  'statement.aboutStatements',
  '(:Statement {id: parent})-[about:ABOUT]->(s:Statement)',
  'coalesce(about.order, 0)',
);

/** From the outermost, which has depth 0, to the statement itself. A statement nests at most six deep. */
export const CHAINS_OF_STATEMENTS = linkedStatements(
  'statement.chain',
  '(:Statement {id: parent})-[:NESTED_IN*0..7]->(s:Statement)',
  's.depth',
);

/** The statements whose content holds the current evidence of relations. */
export const CLAIMANTS_OF_RELATIONS: Query = {
  name: 'statement.claimedIn',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Relation {id: parent})-[:EVIDENCED_BY]->(ev:Evidence)-[:CLAIMED_IN]->(s:Statement)
  WHERE ev.current
  WITH DISTINCT s
  RETURN s.id AS id, s.textKey AS sortKey, ${STATEMENT_COLUMNS}
  ORDER BY sortKey, id
  LIMIT $limit
}
RETURN parent, id, sortKey, ${STATEMENT_NAMES.join(', ')}
ORDER BY parent, sortKey, id`,
};
