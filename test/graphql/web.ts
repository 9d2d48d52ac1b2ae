import type { Database, Query, Value } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { LINK_SPEAKERS, LINK_SUBJECTS } from '../../src/ingest/cypher-links.ts';
import { changeOfStatements } from '../../src/ingest/cypher-places.ts';
import { placesOf } from '../../src/statement/model-places.ts';

/*
 * Graphs of people who have relations and speak about one another, written straight into the database: no article says so much.
 */

/** People are numbers from 0. */
export interface RelationSpec {
  readonly from: number;
  readonly to: number;
  /** EDTF day. */
  readonly since?: string | undefined;
  readonly claim?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

export interface StatementSpec {
  readonly by: readonly number[];
  readonly about: readonly number[];
  /** EDTF day. */
  readonly date?: string | undefined;
  readonly withdrawn?: boolean | undefined;
  readonly superseded?: boolean | undefined;
}

export interface WebSpec {
  readonly people: number;
  readonly relations: readonly RelationSpec[];
  readonly statements: readonly StatementSpec[];
}

export const personId = (person: number): string => nodeId('Person', 'web', person);
export const relationId = (at: number): string => nodeId('Relation', 'web', at);
export const statementId = (at: number): string => nodeId('Statement', 'web', at);

const CREATE_PEOPLE: Query = {
  name: 'test.people',
  text: `UNWIND $rows AS row
    CREATE (:Entity:Person {id: row.id, type: 'PERSON', name: row.name, sortName: row.name, aliases: []})`,
};
const CREATE_RELATIONS: Query = {
  name: 'test.relations',
  text: `UNWIND $rows AS row
    MATCH (f:Entity {id: row.fromId})
    MATCH (t:Entity {id: row.toId})
    CREATE (r:Relation)
    SET r = row
    CREATE (r)-[:FROM_ENTITY]->(f)
    CREATE (r)-[:TO_ENTITY]->(t)`,
};
const CREATE_STATEMENTS = changeOfStatements(
  'test.statements',
  'UNWIND $rows AS row CREATE (s:Statement) SET s = row',
);
const CHUNK = 2_000;

export async function writeWeb(db: Database, { people, relations, statements }: WebSpec): Promise<void> {
  const persons = Array.from({ length: people }, (_, at) => ({ id: personId(at), name: `person ${at}` }));
  await writeRows(db, CREATE_PEOPLE, persons);
  await writeRows(db, CREATE_RELATIONS, relations.map(relationRow));
  await writeRows(db, CREATE_STATEMENTS, statements.map(statementRow));
  const links = (pick: 'by' | 'about') =>
    statements.flatMap((statement, at) =>
      statement[pick].map((person, order) => ({ from: statementId(at), to: personId(person), order })),
    );
  await writeRows(db, LINK_SPEAKERS, links('by'));
  await writeRows(db, LINK_SUBJECTS, links('about'));
}

function relationRow({ from, to, since, claim, hidden }: RelationSpec, at: number) {
  return {
    id: relationId(at),
    type: 'AFFILIATED_WITH',
    fromId: personId(from),
    toId: personId(to),
    shown: hidden !== true,
    fact: hidden !== true && claim !== true,
    ...(since !== undefined && { validFrom: since, firstDay: since }),
  };
}

function statementRow({ date, withdrawn, superseded }: StatementSpec, at: number) {
  const sorted = {
    id: statementId(at),
    dateKey: date === undefined ? null : `${date}/${date}`,
    recordedAt: '2024-01-01T00:00:00.000Z',
    textKey: String(at),
  };
  return {
    ...sorted,
    ...placesOf(sorted),
    kind: 'INDIRECT',
    acts: ['ASSERT'],
    addresseeState: 'UNKNOWN',
    addresseeCarried: false,
    confidence: 1,
    versionId: nodeId('ArticleVersion', 'web'),
    articleId: nodeId('Article', 'web'),
    runId: nodeId('ExtractionRun', 'web'),
    current: superseded !== true,
    ...(date !== undefined && { saidAt: date }),
    ...(withdrawn === true && { withdrawnAt: '2024-01-02T00:00:00.000Z' }),
  };
}

async function writeRows(db: Database, query: Query, rows: readonly Value[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await db.write((tx) => tx.run(query, { rows: rows.slice(at, at + CHUNK) }));
}
