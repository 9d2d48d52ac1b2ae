import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { describeEngines, type OpenDatabase } from '../support/engines.ts';
import { openBreakable } from './breakable.ts';
import { findingsAfter } from './findings.ts';

/** Some server or an older version may lack the constraints, so the rules do not rely on them. */
async function openWithoutConstraints(open: OpenDatabase): Promise<Database> {
  if (inject('engine') === 'grafeo') {
    const db = await openDatabase({ engine: 'grafeo', shuffleUnordered: true });
    await db.apply({ ...GRAPH_PLAN, unique: [], indexes: [...GRAPH_PLAN.indexes, ...GRAPH_PLAN.unique] });
    return db;
  }
  const db = await open();
  const source = inject('neo4j');
  if (source.missing !== undefined) return db;
  const { uri, username, password = '' } = source.target;
  const driver = neo4j.driver(uri, username === undefined ? undefined : neo4j.auth.basic(username, password));
  try {
    for (const { name } of GRAPH_PLAN.unique) await driver.executeQuery(`DROP CONSTRAINT ${name} IF EXISTS`);
  } finally {
    await driver.close();
  }
  return db;
}

/** Where the second node with a key is led to from what the first one is: else it would only be astray. */
const WAYS: Readonly<Record<string, string>> = {
  ArticleVersion: 'MATCH (n)<-[:HAS_VERSION]-(o) CREATE (copy)<-[:HAS_VERSION]-(o)',
  ExtractionRun: 'MATCH (n)-[:ANNOTATES]->(o) CREATE (copy)-[:ANNOTATES]->(o)',
  Mention: 'MATCH (n)-[:FOUND_IN]->(o) CREATE (copy)-[:FOUND_IN]->(o)',
  Statement: 'MATCH (n)-[:GENERATED_BY]->(o) CREATE (copy)-[:GENERATED_BY]->(o)',
  Evidence: 'MATCH (n)<-[:EVIDENCED_BY]-(o:Statement) CREATE (copy)<-[:EVIDENCED_BY]-(o)',
};
const LABELS = [...new Set(GRAPH_PLAN.unique.map(({ label }) => label))];

describeEngines('without constraints', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await openBreakable(() => openWithoutConstraints(open));
  });
  afterAll(async () => {
    if (inject('engine') === 'grafeo') await db.close();
    else await db.apply(GRAPH_PLAN);
  });

  test.each(LABELS)('two nodes of the label %s with one key are found', async (label) => {
    const key = GRAPH_PLAN.unique.find((each) => each.label === label)?.property ?? '';
    const start = label === 'Evidence' ? `MATCH (n:Evidence {role: 'CUE'})` : `MATCH (n:${label})`;
    const { findings, id } = await findingsAfter(db, [
      `${start} WITH n ORDER BY n.${key} LIMIT 1 CREATE (copy:${label}) SET copy = properties(n), copy.copied = true`,
      `MATCH (copy:${label} {copied: true}) MATCH (n:${label} {${key}: copy.${key}}) WHERE n.copied IS NULL WITH copy, n ${WAYS[label] ?? ''} RETURN copy.${key} AS id`,
    ]);
    const detail = `more than one ${label} has the key ${id}`;
    expect(findings).toContainEqual({ rule: 'unique-keys', id, detail });
  });
});
