import { expect, test } from 'vitest';
import type { Actor, Role } from '../../src/access/role.ts';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { exportOf } from '../ingest/exporting.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureOf } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';

const ADMIN: Actor = { name: 'root', role: 'admin' };

interface Page {
  readonly exportRecords: { readonly lines: readonly string[]; readonly endCursor: string | null };
}

const EXPORT = `query ($first: Int, $after: String, $kind: RecordKind) {
  exportRecords(first: $first, after: $after, kind: $kind) { lines endCursor }
}`;
const IMPORT = `mutation ($record: String!, $dryRun: Boolean) {
  result: importRecord(input: { record: $record, dryRun: $dryRun }) {
    __typename
    ... on Problem { code message }
    ... on InvalidAnnotation { at { pointer } }
    ... on ImportSuccess {
      status
      article { title statements(first: 1) { nodes { recordedAt extractedBy { recordedBy } } } }
      decision { id }
      created { statements }
      unchanged { statements }
    }
  }
}`;

async function pagesOf(db: Database, variables: { readonly first: number; readonly kind?: string }) {
  const pages: (readonly string[])[] = [];
  let after: string | null = null;
  do {
    const { exportRecords }: Page = await answer<Page>(db, EXPORT, { ...variables, after }, ADMIN);
    pages.push(exportRecords.lines);
    after = exportRecords.endCursor;
  } while (after !== null);
  return pages;
}

const importInto = async (db: Database, record: string, dryRun = false) =>
  (await answer<{ result: object }>(db, IMPORT, { record, dryRun }, ADMIN)).result;

/** Throws whatever it is asked. */
const NO_DATABASE = {} as Database;

describeEngines('exportRecords', (open) => {
  test.each<[string, Role | null]>([
    ['without a token', null],
    ['to who may write', 'write'],
    ['to who may review', 'review'],
  ])('is refused %s, as an error of the request', async (_, role) => {
    const actor = role === null ? null : { name: 'ann', role };
    expect(await failureOf(NO_DATABASE, EXPORT, {}, actor)).toMatchObject({
      code: 'NOT_AUTHORIZED',
      message: expect.stringContaining('a token of the role admin or above'),
    });
  });

  test('gives in pages what the command line exports', async () => {
    const db = await open();
    for (const text of ['One.', 'Two.', 'Three.']) await ingestDocument(db, documentOf({ text }));
    const lines = await exportOf(db);
    expect((await pagesOf(db, { first: 2 })).flat()).toEqual(lines);
    expect((await pagesOf(db, { first: 100 })).flat()).toEqual(lines);
    expect(await pagesOf(db, { first: 2, kind: 'DOCUMENT' })).toEqual([lines.slice(0, 2), lines.slice(2)]);
    expect(await pagesOf(db, { first: 2, kind: 'DECISION' })).toEqual([[]]);
  });

  test('refuses pages of no size, and cursors of another list', async () => {
    const db = await open();
    for (const text of ['One.', 'Two.']) await ingestDocument(db, documentOf({ text }));
    const ask = (variables: object) => failureOf(db, EXPORT, { ...variables }, ADMIN);
    expect(await ask({ first: 0 })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await ask({ first: 1_001 })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(await ask({ after: 'x' })).toMatchObject({ code: 'INVALID_CURSOR' });
    const { exportRecords } = await answer<Page>(db, EXPORT, { first: 1 }, ADMIN);
    expect(await ask({ after: exportRecords.endCursor, kind: 'DOCUMENT' })).toMatchObject({
      code: 'INVALID_CURSOR',
    });
  });
});

describeEngines('importRecord', (open) => {
  test('takes a line back, and the second time changes nothing', async () => {
    const first = await open();
    await ingestDocument(first, sampleDocument(), {
      actor: 'ann',
      now: () => new Date('2024-06-01T12:00:00Z'),
    });
    const lines = await exportOf(first);
    const [line = ''] = lines;
    const db = await open();
    expect(await importInto(db, line, true)).toMatchObject({
      __typename: 'ImportSuccess',
      status: 'CREATED',
      article: null,
    });
    expect(await exportOf(db)).toEqual([]);
    const created = (await importInto(db, line)) as { readonly created: { readonly statements: number } };
    expect(created).toMatchObject({
      status: 'CREATED',
      article: {
        title: 'Norland to sign',
        statements: {
          nodes: [{ recordedAt: '2024-06-01T12:00:00.000Z', extractedBy: { recordedBy: 'ann' } }],
        },
      },
      decision: null,
      unchanged: { statements: 0 },
    });
    expect(await importInto(db, line)).toMatchObject({ status: 'UNCHANGED', unchanged: created.created });
    expect(await exportOf(db)).toEqual(lines);
  });

  test('takes a document that says nothing of it as brought now, by who imports', async () => {
    const db = await open();
    expect(await importInto(db, JSON.stringify(sampleDocument()))).toMatchObject({
      article: { statements: { nodes: [{ extractedBy: { recordedBy: 'root' } }] } },
    });
  });

  test('tells what is wrong with a line', async () => {
    expect(await importInto(NO_DATABASE, '{')).toMatchObject({
      __typename: 'InvalidAnnotation',
      message: expect.stringContaining('Not JSON'),
    });
    expect(await importInto(NO_DATABASE, '{"format":"onrecord-decision/1"}')).toMatchObject({
      __typename: 'InvalidAnnotation',
      code: 'INVALID_INPUT',
    });
  });
});
