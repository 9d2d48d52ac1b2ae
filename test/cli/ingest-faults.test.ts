import { describe, expect, inject, test } from 'vitest';
import { corpus, DEFAULTS } from '../../bench/corpus.ts';
import { describeEngines } from '../support/engines.ts';
import { acknowledged, startIngest } from '../support/ingesting.ts';
import { documentsOf, killRepeatedly, PLAN_STEPS, writeDocuments } from '../support/killing.ts';
import { describeStores, newFolderStore, newServerStore, newSmallStore } from '../support/process-store.ts';
import { SMALL_DISKS } from '../support/small-disk.ts';
import { comparableDump, documentsIn, expectIntegrity, graphOf } from '../support/wholeness.ts';

const DOCUMENTS = [...corpus({ ...DEFAULTS, articles: 3, statements: 4 })];

describeStores('an ingest that is killed', (newStore) => {
  test('leaves whole articles, and comes to the graph of one that is not', async () => {
    await killRepeatedly(newStore, { documents: DOCUMENTS, kills: 2, seed: 1 });
  });
});

describeEngines('an ingest whose server goes away', (open) => {
  test.runIf(inject('engine') === 'neo4j')('waits, and goes on when it is back', async () => {
    const store = await newServerStore(open);
    const ingesting = startIngest(store, await writeDocuments(DOCUMENTS));
    await ingesting.takes(PLAN_STEPS + 20);
    await store.wire.cut();
    await ingesting.tells(/^onrecord: The graph cannot be reached\. Trying again for \d+ seconds\.\n$/m);
    await store.wire.mend();
    const end = await ingesting.ended;
    expect(end.status).toBe(0);
    expect(documentsOf(acknowledged(end), DOCUMENTS)).toHaveLength(DOCUMENTS.length);
    await store.look(async (db) => {
      expect(await comparableDump(db)).toEqual(await graphOf(DOCUMENTS));
      await expectIntegrity(db);
    });
  });
});

// A store of the embedded engine belongs to one process.
describeStores('two ingests of the same articles at the same time', (newStore) => {
  test.runIf(inject('engine') === 'neo4j')('make the graph of one, and neither sees an error', async () => {
    const store = await newStore();
    const folder = await writeDocuments(DOCUMENTS);
    const ends = await Promise.all([1, 2].map(() => startIngest(store, folder).ended));
    let created = 0;
    for (const end of ends) {
      expect(end).toMatchObject({ status: 0, stderr: '' });
      created += end.stdout.match(/^created /gm)?.length ?? 0;
    }
    expect(created).toBe(DOCUMENTS.length);
    await store.look(async (db) => {
      expect(await documentsIn(db, DOCUMENTS)).toEqual(DOCUMENTS);
      expect(await comparableDump(db)).toEqual(await graphOf(DOCUMENTS));
      await expectIntegrity(db);
    });
  });
});

describe.runIf(inject('engine') === 'grafeo').each(SMALL_DISKS)('an ingest that meets $name', (disk) => {
  const skipped = disk.missing === null ? '' : ` (cannot be had here: ${disk.missing})`;
  test.skipIf(skipped !== '')(`says so, and has kept what it told of${skipped}`, async () => {
    const documents = [...corpus({ ...DEFAULTS, articles: 9 })];
    const store = await newFolderStore();
    const before = await startIngest(store, await writeDocuments(documents.slice(0, 2))).ended;
    expect(before.status).toBe(0);

    const { small, larger } = await newSmallStore(disk, store);
    const end = await startIngest(small, await writeDocuments(documents.slice(2))).ended;
    expect(end.status).toBe(1);
    expect(end.stderr).toBe(
      `onrecord: The graph cannot be written: ${disk.reason}. See to the disk that it is on, and try again; what was written before stays.\n`,
    );

    const told = documentsOf([...acknowledged(before), ...acknowledged(end)], documents);
    await larger.look(async (db) => {
      const there = await documentsIn(db, documents);
      expect(there).toEqual(told);
      expect(await comparableDump(db)).toEqual(await graphOf(there));
      await expectIntegrity(db);
    });
    expect(await startIngest(larger, await writeDocuments(documents)).ended).toMatchObject({ status: 0 });
    await larger.look(async (db) => {
      expect(await documentsIn(db, documents)).toEqual(documents);
      await expectIntegrity(db);
    });
  });
});
