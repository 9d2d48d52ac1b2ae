import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { EXAMPLES } from '../../src/http/examples.ts';
import { EXPORT_START, exportPage } from '../../src/ingest/export.ts';
import { ingestFiles } from '../../src/ingest/files.ts';
import { canonicalJson } from '../../src/ingest/identity.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { read } from '../graph/queries.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, runs } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';
import { CROWDS, crowdDocument } from './crowd.ts';
import { dumpOfBoth, exportOf, importAll } from './exporting.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Beside that of the suite, whichever engine it has. */
async function openGrafeo(): Promise<Database> {
  const db = await openDatabase({ engine: 'grafeo', shuffleUnordered: true });
  onTestFinished(() => db.close());
  await db.apply(GRAPH_PLAN);
  return db;
}

const at = (minute: number) => new Date(Date.UTC(2024, 5, 1, 12, minute));

async function ingestCrowds(db: Database, documents: readonly unknown[]): Promise<void> {
  for (const [index, document] of documents.entries()) {
    const actor = index % 3 === 0 ? {} : { actor: `ann${index % 2}` };
    // Not in the order in which they come: clocks differ.
    await ingestDocument(db, document, { now: () => at((index * 7) % 11), ...actor });
  }
}

const CROWDED = CROWDS.chain((crowds) =>
  fc.record({
    documents: fc.constant(crowds.map(crowdDocument)),
    order: fc.shuffledSubarray([...crowds.keys()], { minLength: crowds.length }),
  }),
);

describeEngines('the export of a graph', (open) => {
  test('is a line of canonical JSON for each document, with when it was recorded and by whom', async () => {
    const db = await open();
    const other = documentOf({ text: 'Ek — 😀 — left.', key: 'other', run: { tool: 'b' } });
    await ingestDocument(db, { $schema: 'x', ...sampleDocument() }, { now: () => at(1), actor: 'ann' });
    await ingestDocument(db, other, { now: () => at(2) });
    const lines = await exportOf(db);
    const values = lines.map((line) => JSON.parse(line));
    expect(lines).toEqual(values.map(canonicalJson));
    const ids = (await read(db, 'MATCH (r:ExtractionRun) RETURN r.id AS id, r.tool AS tool ORDER BY id')).map(
      ({ tool }) => tool,
    );
    expect(values.map(({ run }) => run.tool)).toEqual(ids);
    const sample = values.find(({ run }) => run.tool !== 'b');
    expect(sample).toMatchObject({
      format: 'onrecord-annotation/1',
      article: sampleDocument().article,
      recorded: { at: at(1).toISOString(), by: 'ann' },
    });
    expect(values.find(({ run }) => run.tool === 'b')).toMatchObject({
      article: { text: 'Ek — 😀 — left.' },
      recorded: { at: at(2).toISOString(), by: null },
    });
  });

  test('has in pages of any size the same lines', async () => {
    const db = await open();
    const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
    for (const text of texts) await ingestDocument(db, documentOf({ text }), { now: () => at(1) });
    const whole = await exportOf(db);
    expect(whole).toHaveLength(5);
    for (const size of [1, 2, 5, 100]) {
      const lines: string[] = [];
      for (let next: typeof EXPORT_START | null = EXPORT_START; next !== null; ) {
        const page: Awaited<ReturnType<typeof exportPage>> = await exportPage(db, next, size);
        expect(page.lines.length).toBeLessThanOrEqual(size);
        lines.push(...page.lines);
        next = page.next;
      }
      expect(lines).toEqual(whole);
    }
  });

  test('makes the same graph again, in any order, and has then the same export', async () => {
    await fc.assert(
      fc.asyncProperty(CROWDED, async ({ documents, order }) => {
        const first = await open();
        await ingestCrowds(first, documents);
        const lines = await exportOf(first);
        const before = await dumpOfBoth(first);
        const second = await open();
        await importAll(
          second,
          order.map((index) => lines[index] ?? ''),
        );
        expect(await exportOf(second)).toEqual(lines);
        expect(await dumpOfBoth(second)).toEqual(before);
      }),
      { numRuns: runs(25, 3), seed: 11 },
    );
  });

  test('makes the same graph on the other engine, with the same export and the same answers', async () => {
    await fc.assert(
      fc.asyncProperty(CROWDED, async ({ documents }) => {
        const first = await openGrafeo();
        await ingestFiles(first, [DATA]);
        await ingestCrowds(first, documents);
        const lines = await exportOf(first);
        const second = await open();
        await importAll(second, lines);
        expect(await exportOf(second)).toEqual(lines);
        expect(await dumpOfBoth(second)).toEqual(await dumpOfBoth(first));
        for (const { query } of EXAMPLES)
          expect(await answer(second, query)).toEqual(await answer(first, query));
      }),
      { numRuns: runs(3, 2), seed: 12 },
    );
  });

  test('adds to a graph what it does not have', async () => {
    const first = await open();
    await ingestDocument(first, sampleDocument(), { now: () => at(1), actor: 'ann' });
    const lines = await exportOf(first);
    const second = await open();
    await ingestDocument(second, documentOf({ text: 'Other.' }), { now: () => at(5) });
    await importAll(second, lines);
    const both = await exportOf(second);
    expect(both).toHaveLength(2);
    await importAll(second, [...lines, ...both]);
    expect(await exportOf(second)).toEqual(both);
  });
});

describeEngines('how a document was recorded', (open) => {
  const RECORDED = { ...sampleDocument(), recorded: { at: '2023-01-01T02:00:00+01:00', by: 'bob' } };
  const recordings = (db: Database) =>
    read(
      db,
      `MATCH (v:ArticleVersion)<-[:ANNOTATES]-(r:ExtractionRun)
       RETURN v.recordedAt AS version, r.recordedAt AS run, r.recordedBy AS by ORDER BY run`,
    );

  test('counts in an import only', async () => {
    const db = await open();
    await ingestDocument(db, RECORDED, { now: () => at(0), actor: 'ann' });
    const [own] = await recordings(db);
    expect(own).toMatchObject({ run: at(0).toISOString(), by: 'ann' });
    const other = await open();
    await ingestDocument(other, RECORDED, { now: () => at(0), actor: 'ann', asRecorded: true });
    const then = '2023-01-01T01:00:00.000Z';
    expect(await recordings(other)).toEqual([{ version: then, run: then, by: 'bob' }]);
  });

  test('makes no other document of it', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    expect(await ingestDocument(db, RECORDED)).toMatchObject({ status: 'unchanged' });
  });

  test.each([
    ['later', [3, 1, 2]],
    ['first', [1, 2, 3]],
  ])('of a version is that of the first of its runs, also when that comes %s', async (_, minutes) => {
    const db = await open();
    for (const minute of minutes) {
      const run = { ...sampleDocument().run, tool: `t${minute}` };
      await ingestDocument(db, { ...sampleDocument(), run }, { now: () => at(minute) });
    }
    const version = at(1).toISOString();
    expect(await recordings(db)).toEqual(
      [1, 2, 3].map((minute) => ({ version, run: at(minute).toISOString(), by: null })),
    );
  });

  test.each([
    [{ at: 'yesterday' }, '/recorded/at'],
    [{ at: '2024-01-01T00:00:00Z', by: 'Ann Berg' }, '/recorded/by'],
    [{ by: null }, '/recorded/at'],
  ])('is refused as %j', async (recorded, pointer) => {
    const refusal = ingestDocument({} as Database, { ...sampleDocument(), recorded });
    await expect(refusal).rejects.toMatchObject({ details: { problems: [{ pointer }] } });
  });
});
