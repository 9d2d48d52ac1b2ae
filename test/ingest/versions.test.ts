import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { errorOf, read } from '../graph/queries.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { accentedSample, inForm } from '../support/normal-form.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { census, dump, dumpApartFromTimes, ingestAll, readOne } from './graph.ts';

type Change = Omit<Partial<DocumentSpec>, 'entities' | 'mentions' | 'statements' | 'relations'>;

/** The sample with other words before its text, taken at another time, by another run. */
function sampleWith(change: Change, preface = '') {
  return documentOf({ ...SAMPLE, ...change, text: preface + SAMPLE.text });
}

const FIRST = sampleWith({ retrievedAt: '2024-03-05T10:00:00Z' });
const EDITED = sampleWith(
  { retrievedAt: '2024-03-06T10:00:00Z', title: 'Norland signs', outlet: null, publishedAt: '2024-03-06' },
  'Updated. ',
);
/** Does not know when its text was taken. */
const TOOL = sampleWith({ run: { method: 'TOOL', tool: 'robot', startedAt: '2024-02-01T00:00:00Z' } });
const REDONE = sampleWith({
  retrievedAt: '2024-03-05T10:00:00Z',
  run: { startedAt: '2024-02-01T00:00:00Z' },
});

/** How many records there are of each run, and how many of them are current, by tool, start and version. */
async function records(db: Database): Promise<Record<string, string>> {
  const rows = await read(
    db,
    `MATCH (run:ExtractionRun)-[:ANNOTATES]->(v:ArticleVersion)
     RETURN run.id AS id, run.method AS method, run.startedAt AS startedAt, v.number AS number, run.current AS current`,
  );
  const found: Record<string, string> = {};
  for (const { id, method, startedAt, number, current } of rows) {
    const counts = [];
    for (const label of ['Mention', 'Statement', 'Evidence']) {
      const { shown, total } = await readOne(
        db,
        `MATCH (n:${label} {runId: $id}) RETURN count(n) AS total, sum(CASE WHEN n.current THEN 1 ELSE 0 END) AS shown`,
        { id: id ?? null },
      );
      counts.push(`${shown}/${total}`);
    }
    found[`${number} ${method} ${startedAt}`] = `${current} ${counts.join(' ')}`;
  }
  return found;
}

const ALL = 'true 13/13 5/5 20/20';
const NONE = 'false 0/13 0/5 0/20';

describeEngines('the same document again', (open) => {
  test('is unchanged, and so is the graph', async () => {
    const db = await open();
    const created = await ingestDocument(db, sampleDocument());
    const before = await dump(db);
    const again = await ingestDocument(db, sampleDocument());
    expect(again).toEqual({
      ...created,
      status: 'unchanged',
      created: { entities: 0, statements: 0, mentions: 0, relations: 0 },
      unchanged: created.created,
    });
    expect(await dump(db)).toEqual(before);
  });

  test('is unchanged in other words for the same: key order, zones, defaults', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    const before = await dump(db);
    const { run, ...rest } = sampleDocument();
    const reworded = { run: { parameters: {}, ...run }, ...rest, $schema: 'annotation.schema.json' };
    expect((await ingestDocument(db, reworded)).status).toBe('unchanged');
    expect(await dump(db)).toEqual(before);
  });

  test('is unchanged with its text and names in another normal form', async () => {
    const db = await open();
    await ingestDocument(db, accentedSample());
    const before = await dump(db);
    expect((await ingestDocument(db, inForm(accentedSample(), 'NFD'))).status).toBe('unchanged');
    expect(await dump(db)).toEqual(before);
    const timeless = await dumpApartFromTimes(db);
    const other = await open();
    await ingestDocument(other, inForm(accentedSample(), 'NFD'));
    expect(await dumpApartFromTimes(other)).toEqual(timeless);
  });

  test('with other content under the same run is CONFLICT, and nothing is written', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    const before = await dump(db);
    const error = await errorOf(ingestDocument(db, documentOf({ ...SAMPLE, title: 'Another title' })));
    expect(error.code).toBe('CONFLICT');
    expect(error.message).toContain('run.startedAt');
    expect(await dump(db)).toEqual(before);
  });
});

describeEngines('an edited article', (open) => {
  test('has both versions, the later one current with its records, and its own properties', async () => {
    const db = await open();
    await ingestAll(db, [FIRST, EDITED]);
    const versions = await read(
      db,
      `MATCH (a:Article)-[:HAS_VERSION]->(v:ArticleVersion)
       RETURN v.number AS number, v.current AS current, v.retrievedAt AS retrievedAt, v.id = a.currentVersionId AS isCurrent
       ORDER BY number`,
    );
    expect(versions).toEqual([
      { number: 1, current: false, retrievedAt: '2024-03-05T10:00:00.000Z', isCurrent: false },
      { number: 2, current: true, retrievedAt: '2024-03-06T10:00:00.000Z', isCurrent: true },
    ]);
    expect(await records(db)).toEqual({
      '1 HAND 2024-01-01T00:00:00.000Z': NONE,
      '2 HAND 2024-01-01T00:00:00.000Z': ALL,
    });
    expect(
      await readOne(
        db,
        `MATCH (a:Article) RETURN a.title AS title, a.dateKey AS dateKey, COUNT { (a)-[:PUBLISHED_BY]->() } AS outlets`,
      ),
    ).toEqual({ title: 'Norland signs', dateKey: '2024-03-06/2024-03-06', outlets: 0 });
  });

  test('is the same in whatever order its versions come', async () => {
    const db = await open();
    await ingestAll(db, [FIRST, EDITED]);
    const inOrder = await dumpApartFromTimes(db);
    const other = await open();
    await ingestAll(other, [EDITED, FIRST]);
    expect(await dumpApartFromTimes(other)).toEqual(inOrder);
    expect(await records(other)).toMatchObject({ '1 HAND 2024-01-01T00:00:00.000Z': NONE });
  });

  test('that is changed back has its first version current again', async () => {
    const db = await open();
    const back = sampleWith({
      retrievedAt: '2024-03-07T10:00:00Z',
      run: { startedAt: '2024-04-01T00:00:00Z' },
    });
    await ingestAll(db, [FIRST, EDITED, back]);
    expect(await records(db)).toEqual({
      '1 HAND 2024-01-01T00:00:00.000Z': NONE,
      '2 HAND 2024-01-01T00:00:00.000Z': NONE,
      '2 HAND 2024-04-01T00:00:00.000Z': ALL,
    });
    expect(await census(db)).toMatchObject({ ArticleVersion: 2 });
  });

  test('keeps one node for each entity and relation', async () => {
    const db = await open();
    await ingestAll(db, [FIRST, EDITED]);
    expect(await census(db)).toMatchObject({
      Article: 1,
      Entity: 10,
      Relation: 3,
      HOLDS_POSITION: 1,
      Evidence: 40,
      NAMED: 12,
      ANNOTATES: 2,
    });
  });
});

describeEngines('several runs over one text', (open) => {
  test('show the one by hand, whenever the tool ran', async () => {
    for (const documents of [
      [FIRST, TOOL],
      [TOOL, FIRST],
    ]) {
      const db = await open();
      await ingestAll(db, documents);
      expect(await records(db)).toEqual({
        '1 HAND 2024-01-01T00:00:00.000Z': ALL,
        '1 TOOL 2024-02-01T00:00:00.000Z': NONE,
      });
    }
  });

  test('show the later one of two by hand', async () => {
    const db = await open();
    await ingestAll(db, [REDONE, TOOL, FIRST]);
    expect(await records(db)).toEqual({
      '1 HAND 2024-01-01T00:00:00.000Z': NONE,
      '1 HAND 2024-02-01T00:00:00.000Z': ALL,
      '1 TOOL 2024-02-01T00:00:00.000Z': NONE,
    });
  });

  test('show the one by hand again when a tool finds its text again', async () => {
    const db = await open();
    const found = sampleWith({
      retrievedAt: '2024-03-07T10:00:00Z',
      run: { method: 'TOOL', tool: 'robot', startedAt: '2024-04-01T00:00:00Z' },
    });
    await ingestAll(db, [FIRST, EDITED, found]);
    expect(await records(db)).toEqual({
      '1 HAND 2024-01-01T00:00:00.000Z': NONE,
      '2 HAND 2024-01-01T00:00:00.000Z': ALL,
      '2 TOOL 2024-04-01T00:00:00.000Z': NONE,
    });
  });

  test('and versions make one graph in any order', async () => {
    // By its key the one article is known, by a URL that is this key too.
    const { key, ...keyless } = SAMPLE;
    const byUrl = documentOf({ ...keyless, url: 'https://daily.example/1', run: { version: '2' } });
    const byKey = documentOf({ ...SAMPLE, key: 'https://daily.example/1' });
    const documents = [FIRST, EDITED, TOOL, REDONE, byUrl, byKey];
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [0, 4, 3, 1, 5, 2],
    ];
    const dumps = [];
    for (const order of orders) {
      const db = await open();
      await ingestAll(
        db,
        order.map((index) => documents[index]),
      );
      dumps.push(await dumpApartFromTimes(db));
    }
    expect(dumps[1]).toEqual(dumps[0]);
    expect(dumps[2]).toEqual(dumps[0]);
  });
});
