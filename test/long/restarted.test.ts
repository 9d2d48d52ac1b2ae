import { expect, inject, onTestFinished, test } from 'vitest';
import { corpus, DEFAULTS } from '../../bench/corpus.ts';
import { random } from '../../bench/world.ts';
import { describeEngines } from '../support/engines.ts';
import { acknowledged, startIngest } from '../support/ingesting.ts';
import { documentsOf, PLAN_STEPS, writeDocuments } from '../support/killing.ts';
import { type Neo4jServer, startNeo4j } from '../support/neo4j-server.ts';
import { type ServerStore, serverStore } from '../support/process-store.ts';
import { comparableDump, documentsIn, expectIntegrity, graphOf } from '../support/wholeness.ts';

const DOCUMENTS = [...corpus({ ...DEFAULTS, articles: 20 })];

/** Fewer than one article takes. */
const MESSAGES = 30;

async function newServer(): Promise<{ readonly server: Neo4jServer; readonly store: ServerStore }> {
  const server = await startNeo4j();
  onTestFinished(server.stop);
  return { server, store: await serverStore({ engine: 'neo4j', uri: server.uri }) };
}

const WAITS = /^onrecord: The graph cannot be reached\. Trying again for \d+ seconds\.\n/m;

describeEngines('ingests into a Neo4j of their own', () => {
  const onNeo4j = inject('engine') === 'neo4j';

  test.runIf(onNeo4j)('wait while it is started again, and make the same graph', async () => {
    const { server, store } = await newServer();
    const next = random(1);
    const ingesting = startIngest(store, await writeDocuments(DOCUMENTS));
    await ingesting.takes(PLAN_STEPS);
    for (let restarts = 1; restarts <= 3; restarts += 1) {
      await ingesting.takes(1 + Math.floor(next() * MESSAGES));
      await server.halt();
      // Later on it may still be waiting since the time before.
      await ingesting.tells(WAITS);
      await server.restart();
    }
    const end = await ingesting.ended;
    expect(end.status).toBe(0);
    expect(documentsOf(acknowledged(end), DOCUMENTS)).toEqual(DOCUMENTS);
    await store.look(async (db) => {
      expect(await documentsIn(db, DOCUMENTS)).toEqual(DOCUMENTS);
      expect(await comparableDump(db)).toEqual(await graphOf(DOCUMENTS));
      await expectIntegrity(db);
    });
  });

  test.runIf(onNeo4j)('end with what is wrong when it stays away, and lose nothing', async () => {
    const { server, store } = await newServer();
    const ingesting = startIngest(store, await writeDocuments(DOCUMENTS));
    await ingesting.takes(PLAN_STEPS + MESSAGES);
    await server.halt();
    const end = await ingesting.ended;
    expect(end.status).toBe(1);
    expect(end.stderr).toMatch(/\nonrecord: The graph cannot be reached\.\n$/);
    await server.restart();
    const told = documentsOf(acknowledged(end), DOCUMENTS);
    await store.look(async (db) => {
      const there = await documentsIn(db, DOCUMENTS);
      expect(there).toEqual(expect.arrayContaining(told));
      expect(await comparableDump(db)).toEqual(await graphOf(there));
      await expectIntegrity(db);
    });
  });

  test.runIf(onNeo4j)('may be the first, two at the same time', async () => {
    const { store } = await newServer();
    const folder = await writeDocuments(DOCUMENTS);
    const ends = await Promise.all([1, 2].map(() => startIngest(store, folder).ended));
    for (const end of ends) expect(end).toMatchObject({ status: 0, stderr: '' });
    await store.look(async (db) => {
      expect(await documentsIn(db, DOCUMENTS)).toEqual(DOCUMENTS);
      expect(await comparableDump(db)).toEqual(await graphOf(DOCUMENTS));
      await expectIntegrity(db);
    });
  });
});
