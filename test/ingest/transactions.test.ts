import { expect, inject, test } from 'vitest';
import type { Database, Transaction } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { ingestDocument, ingestDocuments } from '../../src/ingest/pipeline.ts';
import { codeOf, rejection } from '../graph/queries.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { dump, dumpApartFromTimes, ingestAll } from './graph.ts';

const EDITED = documentOf({
  ...SAMPLE,
  text: `Updated. ${SAMPLE.text}`,
  retrievedAt: '2024-03-06T10:00:00Z',
  entities: { ...SAMPLE.entities, berg: { ...SAMPLE.entities.berg, description: 'A minister' } },
});

/** Articles of their own that share the named entities of the sample, all that are named. */
function copies(count: number): object[] {
  return Array.from({ length: count }, (_, index) =>
    documentOf({ ...SAMPLE, key: `copy-${index}`, url: `https://daily.example/${index}` }),
  );
}

class Broken extends Error {}

/** The same database, whose write transactions break at their `at`-th query; says whether they got there. */
function breakingAt(db: Database, at: number): { readonly db: Database; readonly broke: () => boolean } {
  let broke = false;
  const breaking = (tx: Transaction): Transaction => {
    let left = at;
    return {
      run: (query, params) => {
        left -= 1;
        if (left > 0) return tx.run(query, params);
        broke = true;
        throw new Broken();
      },
    };
  };
  const write: Database['write'] = (work, options) => db.write((tx) => work(breaking(tx)), options);
  const broken: Database = {
    engine: db.engine,
    read: (query, params, options) => db.read(query, params, options),
    searchText: (search, options) => db.searchText(search, options),
    readTransaction: (work, options) => db.readTransaction(work, options),
    write,
    apply: (plan) => db.apply(plan),
    compact: () => db.compact(),
    ping: () => db.ping(),
    close: () => db.close(),
  };
  return { db: broken, broke: () => broke };
}

describeEngines('an ingest that fails', (open) => {
  test('because the document is refused writes nothing', async () => {
    const db = await open();
    const wrong = sampleDocument();
    wrong.article.text += ' ';
    const misplaced = { ...wrong, mentions: wrong.mentions?.map((each) => ({ ...each, end: each.end + 1 })) };
    expect(await codeOf(ingestDocument(db, misplaced))).toBe('INVALID_INPUT');
    expect(await dump(db)).toEqual({ nodes: [], edges: [] });
  });

  test('because two of its entities cannot be told apart writes nothing', async () => {
    const db = await open();
    const { entities = [], ...rest } = sampleDocument();
    const doubled = {
      ...rest,
      entities: [...entities, { id: 'second', type: 'PERSON' as const, name: 'ANNA BERG' }],
    };
    expect(await codeOf(ingestDocument(db, doubled))).toBe('INVALID_INPUT');
    expect(await dump(db)).toEqual({ nodes: [], edges: [] });
  });

  test('in the midst of its queries leaves what was there before', async () => {
    // Each attempt takes its time on a server.
    const step = inject('engine') === 'neo4j' ? 4 : 1;
    const db = await open();
    await ingestAll(db, [sampleDocument()]);
    const before = await dump(db);
    let queries = 0;
    for (let at = 1; ; at += step) {
      const breaking = breakingAt(db, at);
      const failed = await rejection(ingestAll(breaking.db, [EDITED])).catch(() => null);
      if (!breaking.broke()) break;
      expect(failed).toBeInstanceOf(Broken);
      queries = at;
      expect(await dump(db)).toEqual(before);
    }
    // More than the number of node labels: it did break in the midst of things.
    expect(queries).toBeGreaterThan(20);
    const written = await dumpApartFromTimes(db);
    const fresh = await open();
    await ingestAll(fresh, [sampleDocument(), EDITED]);
    expect(await dumpApartFromTimes(fresh)).toEqual(written);
  });
});

describeEngines('writers at the same time', (open) => {
  test('of one document create it once', async () => {
    const db = await open();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => ingestDocument(db, sampleDocument())));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    const written = await dumpApartFromTimes(db);
    const alone = await open();
    await ingestDocument(alone, sampleDocument());
    expect(await dumpApartFromTimes(alone)).toEqual(written);
  });

  test('of one run with two contents keep the first', async () => {
    const db = await open();
    const other = documentOf({ ...SAMPLE, title: 'Another title' });
    const settled = await Promise.allSettled([
      ingestDocument(db, sampleDocument()),
      ingestDocument(db, other),
    ]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = settled.find((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'CONFLICT' });
  });

  test('of two versions leave one current', async () => {
    const db = await open();
    await Promise.all([EDITED, sampleDocument()].map((document) => ingestDocument(db, document)));
    const written = await dumpApartFromTimes(db);
    const inTurn = await open();
    await ingestAll(inTurn, [sampleDocument(), EDITED]);
    expect(await dumpApartFromTimes(inTurn)).toEqual(written);
  });

  test('of articles that share entities make the graph that they make in turn', async () => {
    const db = await open();
    await Promise.all(copies(5).map((document) => ingestDocument(db, document)));
    const written = await dumpApartFromTimes(db);
    const inTurn = await open();
    await ingestAll(inTurn, copies(5));
    expect(await dumpApartFromTimes(inTurn)).toEqual(written);
  });

  test('of the same batch make the graph of one', async () => {
    const db = await open();
    const batch = [...copies(3), EDITED, sampleDocument()];
    const outcomes = (await Promise.all([ingestDocuments(db, batch), ingestDocuments(db, batch)])).flat();
    expect(outcomes.filter((each) => 'outcome' in each && each.outcome.status === 'created')).toHaveLength(
      batch.length,
    );
    expect(outcomes.filter((each) => 'error' in each)).toEqual([]);
    const written = await dumpApartFromTimes(db);
    const alone = await open();
    await ingestAll(alone, batch);
    expect(await dumpApartFromTimes(alone)).toEqual(written);
  });

  // A store of the embedded engine belongs to one process.
  test.runIf(inject('engine') === 'neo4j')('through several connections do, too', async () => {
    const db = await open();
    const source = inject('neo4j');
    if (source.missing !== undefined) throw new Error(source.missing);
    const others = await Promise.all([1, 2].map(() => openDatabase(source.target)));
    const documents = [...copies(4), ...copies(4)];
    const handles = [db, ...others];
    const outcomes = await Promise.all(
      documents.map((document, index) => ingestDocument(handles[index % handles.length] ?? db, document)),
    );
    await Promise.all(others.map((other) => other.close()));
    expect(outcomes.filter(({ status }) => status === 'created')).toHaveLength(4);
    const written = await dumpApartFromTimes(db);
    const inTurn = await open();
    await ingestAll(inTurn, copies(4));
    expect(await dumpApartFromTimes(inTurn)).toEqual(written);
  });
});
