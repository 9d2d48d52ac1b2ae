import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { MAX_LIST_SIZE } from '../../src/graph/list.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureOf } from '../support/graphql.ts';
import { idsOf, writeEverything } from './everything.ts';

const ENTITY = "id: id, name: 'x', sortName: 'x'";
const EVIDENCE =
  'id: id, order: 0, start: 1, end: 2, startUtf16: 1, endUtf16: 2, current: true, claimed: true';
const STATEMENT = `id: id, kind: 'DIRECT', acts: [], addresseeState: 'NONE', addresseeCarried: false, recordedAt: '', confidence: 1,
  versionId: '', articleId: '', runId: '', textKey: '', depth: 0`;
const FACT =
  "CREATE (:Relation {id: id, type: 'PART_OF', fromId: id, toId: id, reference: 'https://atlas.example/'})";

/** What makes one row more in a list of `n`, past the rules of documents, some of which keep lists short. */
const LISTS: readonly (readonly [type: string, field: string, create: string])[] = [
  [
    'Article',
    'versions',
    "CREATE (n)-[:HAS_VERSION]->(:ArticleVersion {id: id, articleId: n.id, number: 2, sha256: '', recordedAt: '', current: false})",
  ],
  [
    'Relation',
    'evidence',
    `CREATE (n)-[:EVIDENCED_BY]->(:Evidence {role: 'RELATION', verdict: 'EXACT', versionId: '', ${EVIDENCE}})`,
  ],
  [
    'Relation',
    'claimedIn',
    `CREATE (n)-[:EVIDENCED_BY]->(:Evidence {current: true})-[:CLAIMED_IN]->(:Statement {${STATEMENT}})`,
  ],
  [
    'Statement',
    'evidence',
    `CREATE (n)-[:EVIDENCED_BY]->(:Evidence {role: 'CUE', verdict: 'EXACT', versionId: '', ${EVIDENCE}})`,
  ],
  ['Statement', 'nested', `CREATE (n)<-[:NESTED_IN]-(:Statement {${STATEMENT}})`],
  ['Statement', 'aboutStatements', `CREATE (n)-[:ABOUT]->(:Statement {${STATEMENT}})`],
  [
    'Statement',
    'decisions',
    "CREATE (n)<-[:CONCERNS]-(:Decision {id: id, kind: 'SPLIT', actor: '', at: '', reason: ''})",
  ],
  [
    'Decision',
    'entities',
    `CREATE (n)-[:CONCERNS]->(:EntityKey)-[:KEY_OF]->(:Entity {type: 'PERSON', ${ENTITY}})`,
  ],
  [
    'Person',
    'decisions',
    "CREATE (n)<-[:KEY_OF]-(:EntityKey)<-[:CONCERNS]-(:Decision {id: id, kind: 'SPLIT', actor: '', at: '', reason: ''})",
  ],
  [
    'Person',
    'positions',
    `${FACT} CREATE (n)-[:HOLDS_POSITION {id: id, fact: true}]->(:Entity:Position {type: 'POSITION', ${ENTITY}})`,
  ],
  [
    'Position',
    'holders',
    `${FACT} CREATE (n)<-[:HOLDS_POSITION {id: id, fact: true}]-(:Entity:Person {type: 'PERSON', ${ENTITY}})`,
  ],
  [
    'Person',
    'citizenOf',
    `${FACT} CREATE (n)-[:CITIZEN_OF {id: id, fact: true}]->(:Entity:Country {type: 'COUNTRY', ${ENTITY}})`,
  ],
  [
    'Country',
    'headsOfState',
    `${FACT} CREATE (n)<-[:HEAD_OF_STATE_OF {id: id, fact: true}]-(:Entity:Person {type: 'PERSON', ${ENTITY}})`,
  ],
  [
    'Country',
    'treaties',
    `${FACT} CREATE (n)-[:PARTY_TO {id: id, fact: true}]->(:Entity:Treaty {type: 'TREATY', ${ENTITY}})`,
  ],
  [
    'Treaty',
    'parties',
    `${FACT} CREATE (n)<-[:PARTY_TO {id: id, fact: true}]-(:Entity:Country {type: 'COUNTRY', ${ENTITY}})`,
  ],
  [
    'Event',
    'participants',
    `${FACT} CREATE (n)<-[:PARTICIPATED_IN {id: id, fact: true}]-(:Entity {type: 'PERSON', ${ENTITY}})`,
  ],
  [
    'Organization',
    'parts',
    `${FACT} CREATE (n)<-[:PART_OF {id: id, fact: true}]-(:Entity:Organization {type: 'ORGANIZATION', ${ENTITY}})`,
  ],
];

describeEngines('lists that come whole', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeEverything(db, 1);
  });

  test.each(LISTS)('%s.%s has at most 200 entries, and is not cut to them', async (type, field, create) => {
    const [id = ''] = await idsOf(db, type);
    const source = `query ($id: ID!) { node(id: $id) { ... on ${type} { list: ${field} { __typename } } } }`;
    const size = async () =>
      (await answer<{ node: { list: unknown[] } }>(db, source, { id })).node.list.length;
    const add = async (count: number, name: string) => {
      const ids = Array.from({ length: count }, (_, number) => nodeId('Person', type, field, name, number));
      const text = `MATCH (n:${type} {id: $id}) UNWIND $ids AS id ${create}`;
      await db.write((tx) => tx.run({ name: 'test.add', text }, { id, ids }));
    };
    await add(MAX_LIST_SIZE - (await size()), 'full');
    expect(await size()).toBe(MAX_LIST_SIZE);
    await add(1, 'more');
    expect(await failureOf(db, source, { id })).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      extensions: { limit: MAX_LIST_SIZE },
    });
  });
});
