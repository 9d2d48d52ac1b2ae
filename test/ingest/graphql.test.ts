import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/role.ts';
import type { Database } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureOf } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { dump } from './graph.ts';

const ANN: Actor = { name: 'ann', role: 'write' };
const BOB: Actor = { name: 'bob', role: 'admin' };

const COUNTS = '{ entities statements mentions relations }';
const INGEST = `mutation ($input: IngestAnnotationInput!) { result: ingestAnnotation(input: $input) {
  __typename
  ... on Problem { message code }
  ... on IngestSuccess { article { title } document created ${COUNTS} unchanged ${COUNTS} refused { pointer reason } }
  ... on InvalidAnnotation { at { pointer reason } }
  ... on EvidenceMismatch { at { pointer reason } nearest { field snippet start end } }
} }`;

interface Result {
  readonly __typename: string;
  readonly document: string;
  readonly at: readonly { readonly pointer: string; readonly reason: string }[];
  readonly nearest: readonly object[];
}

/** What becomes of a document, or of a text in its place. */
async function ingest(
  db: Database,
  document: AnnotationInput | string,
  { dryRun, actor = ANN }: { readonly dryRun?: boolean | null; readonly actor?: Actor } = {},
): Promise<Result> {
  const input = { document: typeof document === 'string' ? document : JSON.stringify(document), dryRun };
  return (await answer<{ result: Result }>(db, INGEST, { input }, actor)).result;
}

/** Throws whatever it is asked: what is wrong by itself is found without the graph. */
const NO_DATABASE = {} as Database;
const NOTHING = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const ALL = {
  entities: Object.keys(SAMPLE.entities).length,
  statements: Object.keys(SAMPLE.statements).length,
  mentions: Object.keys(SAMPLE.mentions).length,
  relations: Object.keys(SAMPLE.relations).length,
};
const TITLE = { title: SAMPLE.title };

const RUN_HASHES = { name: 'test.hashes', text: 'MATCH (r:ExtractionRun) RETURN r.documentSha256 AS hash' };

describeEngines('ingestAnnotation', (open) => {
  test('writes a document, and the second time nothing', async () => {
    const db = await open();
    const first = await ingest(db, sampleDocument());
    expect(first).toMatchObject({
      __typename: 'IngestSuccess',
      article: TITLE,
      created: ALL,
      unchanged: NOTHING,
      refused: [],
    });
    const written = await dump(db);
    const second = await ingest(db, sampleDocument(), { actor: BOB });
    expect(second).toEqual({ ...first, created: NOTHING, unchanged: ALL });
    expect(await dump(db)).toEqual(written);
  });

  test('gives the document as the graph knows it: the text that its hash is of', async () => {
    const db = await open();
    const { document } = await ingest(db, { $schema: 'x.json', ...sampleDocument() });
    const [row = {}] = await db.read(RUN_HASHES);
    expect(createHash('sha256').update(document, 'utf8').digest('hex')).toBe(text(row, 'hash'));
    const understood = JSON.parse(document) as AnnotationInput;
    expect(understood).toMatchObject({ article: { language: 'en', retrievedAt: null } });
    // It is a document itself, and the same one.
    expect(await ingest(db, document)).toMatchObject({ created: NOTHING, unchanged: ALL, document });
  });

  test('tries a document without writing it', async () => {
    const db = await open();
    const dry = { __typename: 'IngestSuccess', article: null };
    expect(await ingest(db, sampleDocument(), { dryRun: true })).toMatchObject({ ...dry, created: ALL });
    expect(await dump(db)).toEqual({ nodes: [], edges: [] });
    expect(await ingest(db, sampleDocument(), { dryRun: null })).toMatchObject({ article: TITLE });
    expect(await ingest(db, sampleDocument(), { dryRun: true })).toMatchObject({ ...dry, unchanged: ALL });
  });

  test('says what is a conflict with the run that is there', async () => {
    const db = await open();
    await ingest(db, sampleDocument());
    const written = await dump(db);
    const other = documentOf({ ...SAMPLE, title: 'Another title' });
    for (const dryRun of [false, true]) {
      expect(await ingest(db, other, { dryRun })).toEqual({
        __typename: 'Conflict',
        code: 'CONFLICT',
        message: expect.stringContaining('later run.startedAt'),
      });
    }
    expect(await dump(db)).toEqual(written);
  });

  test('says what only the graph can find wrong', async () => {
    const db = await open();
    const { entities = [], ...rest } = sampleDocument();
    const doubled = { id: 'second', type: 'PERSON' as const, name: 'ANNA BERG' };
    const result = await ingest(db, { ...rest, entities: [...entities, doubled] });
    expect(result).toMatchObject({ __typename: 'InvalidAnnotation', code: 'INVALID_INPUT' });
    expect(result.at.map(({ pointer }) => pointer)).toEqual([expect.stringMatching(/^\/entities\/\d+/)]);
    expect(await dump(db)).toEqual({ nodes: [], edges: [] });
  });

  test('keeps on the run who wrote it, and nobody for what came beside the API', async () => {
    const db = await open();
    await ingest(db, sampleDocument());
    await ingest(db, sampleDocument(), { actor: BOB });
    await ingestDocument(db, documentOf({ ...SAMPLE, key: 'other', url: 'https://daily.example/other' }));
    const source = `{ articles { nodes { url statements(first: 1) { nodes { extractedBy { tool recordedBy } } } } } }`;
    const { articles } = await answer<{ articles: { nodes: object[] } }>(db, source);
    const writtenBy = (url: string, recordedBy: string | null) => ({
      url,
      statements: { nodes: [{ extractedBy: { tool: 'test', recordedBy } }] },
    });
    expect(articles.nodes).toHaveLength(2);
    expect(articles.nodes).toEqual(
      expect.arrayContaining([
        writtenBy('https://daily.example/norland', 'ann'),
        writtenBy('https://daily.example/other', null),
      ]),
    );
  });

  test('gives the article as each of several writes left it', async () => {
    const db = await open();
    const documents = ['First', 'Second'].map((title, at) =>
      JSON.stringify(documentOf({ ...SAMPLE, title, run: { startedAt: `2024-01-0${at + 1}T00:00:00Z` } })),
    );
    const source = `mutation ($one: String!, $two: String!) {
      one: ingestAnnotation(input: {document: $one}) { ... on IngestSuccess { article { title } } }
      two: ingestAnnotation(input: {document: $two}) { ... on IngestSuccess { article { title } } }
    }`;
    const [one, two] = documents;
    expect(await answer(db, source, { one, two }, ANN)).toEqual({
      one: { article: { title: 'First' } },
      two: { article: { title: 'Second' } },
    });
  });
});

describe('ingestAnnotation without the graph', () => {
  test.each([
    ['{"format": "onrecord-annotation/1",\n  oops}', 'unexpected "o" at line 2, column 3'],
    ['', 'unexpected end at line 1, column 1'],
  ])('says where %j is not JSON', async (document, place) => {
    expect(await ingest(NO_DATABASE, document)).toEqual({
      __typename: 'InvalidAnnotation',
      code: 'INVALID_INPUT',
      message: `Not JSON: ${place}.`,
      at: [{ pointer: '', reason: `not JSON: ${place}` }],
    });
  });

  test('says everything that is wrong with the shape', async () => {
    const document = { ...sampleDocument(), format: 'onrecord-annotation/9', surplus: 1 };
    const result = await ingest(NO_DATABASE, JSON.stringify(document), { dryRun: true });
    expect(result).toMatchObject({
      __typename: 'InvalidAnnotation',
      code: 'INVALID_INPUT',
      message: 'The annotation document has 2 problems; nothing was written.',
    });
    expect(result.at.map(({ pointer }) => pointer)).toEqual(['/format', '/surplus']);
  });

  test('says where the words stand that are not where they should be', async () => {
    const { mentions = [], ...rest } = sampleDocument();
    const moved = mentions.map((each, at) => (at === 1 ? { ...each, start: 0, end: 31 } : each));
    const [, right] = mentions;
    const result = await ingest(NO_DATABASE, { ...rest, mentions: moved });
    expect(result).toEqual({
      __typename: 'EvidenceMismatch',
      code: 'INVALID_INPUT',
      message: 'The annotation document has one problem; nothing was written.',
      at: [{ pointer: '/mentions/1', reason: expect.stringContaining(`it stands at ${right?.start}`) }],
      nearest: [{ field: '/mentions/1', snippet: right?.exact, start: right?.start, end: right?.end }],
    });
  });

  test('has no place for words that the text does not have', async () => {
    const { mentions = [], ...rest } = sampleDocument();
    const altered = mentions.map((each, at) => (at === 0 ? { ...each, exact: 'Anna Burg' } : each));
    const result = await ingest(NO_DATABASE, { ...rest, mentions: altered });
    expect(result).toMatchObject({
      __typename: 'EvidenceMismatch',
      at: [{ pointer: '/mentions/0' }],
      nearest: [],
    });
  });

  test('takes wrong places for invalid where something else is wrong, too', async () => {
    const { mentions = [], ...rest } = sampleDocument();
    const moved = mentions.map((each, at) => (at === 0 ? { ...each, start: 1, end: 10 } : each));
    const result = await ingest(NO_DATABASE, JSON.stringify({ ...rest, mentions: moved, surplus: 1 }));
    expect(result.__typename).toBe('InvalidAnnotation');
    expect(result.at.map(({ pointer }) => pointer)).toEqual(['/mentions/0', '/surplus']);
  });

  test('leaves failures of the database errors of the request', async () => {
    const unexpected = failureOf(
      NO_DATABASE,
      INGEST,
      { input: { document: JSON.stringify(sampleDocument()) } },
      ANN,
    );
    await expect(unexpected).rejects.toThrow(TypeError);
  });
});
