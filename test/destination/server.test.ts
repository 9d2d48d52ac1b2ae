import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Api } from '../../src/destination/api.ts';
import { serverDestination } from '../../src/destination/server.ts';
import type { ReadDocument } from '../../src/ingest/read-documents.ts';
import { type Asked, fakeClock, sendJson, startStub } from './stub.ts';

/** The part of the API that is written to; the server may have more kinds of refusals than the client knows. */
const SCHEMA: GraphQLSchema = buildSchema(`
  type Query { ready: Boolean }
  type Mutation {
    ingestAnnotation(input: IngestAnnotationInput!): IngestResult!
    importRecord(input: ImportRecordInput!): ImportResult!
  }
  input IngestAnnotationInput { document: String! dryRun: Boolean = false }
  input ImportRecordInput { record: String! dryRun: Boolean = false }
  union ImportResult = ImportSuccess | InvalidAnnotation | EvidenceMismatch | NotFound | NotAuthorized
  type ImportSuccess { article: Article status: IngestStatus! created: WriteCounts! unchanged: WriteCounts! }
  type NotFound implements Problem { message: String! code: String! }
  union IngestResult = IngestSuccess | InvalidAnnotation | EvidenceMismatch | Conflict | Later | NotAuthorized
  enum IngestStatus { CREATED UNCHANGED }
  type IngestSuccess { article: Article status: IngestStatus! document: String! created: WriteCounts! unchanged: WriteCounts! refused: [Refusal!]! }
  type Article { id: ID! }
  type WriteCounts { entities: Int! statements: Int! mentions: Int! relations: Int! }
  type Refusal { pointer: String! reason: String! }
  interface Problem { message: String! code: String! }
  type InvalidAnnotation implements Problem { message: String! code: String! at: [Refusal!]! }
  type EvidenceMismatch implements Problem { message: String! code: String! at: [Refusal!]! }
  type Conflict implements Problem { message: String! code: String! }
  type Later implements Problem { message: String! code: String! }
  type NotAuthorized implements Problem { message: String! code: String! }
`);

const NONE = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const SOME = { entities: 1, statements: 2, mentions: 3, relations: 4 };
const AT = [{ pointer: '/statements/0/cue', reason: 'is missing' }];
const SUCCESS = {
  __typename: 'IngestSuccess',
  status: 'CREATED',
  document: '{}',
  refused: [],
  created: NONE,
  unchanged: NONE,
};

type Results = Readonly<Record<string, object>>;

/** A destination before a server that answers each document with its result. */
async function destinationFor(results: Results, token: string | null = null) {
  const answer = async ({ body }: Asked): Promise<unknown> => {
    const ingestAnnotation = ({ input }: { input: { document: string } }) => {
      const result = results[input.document];
      if (result === undefined) throw new Error(`No result for ${input.document}.`);
      return result;
    };
    return graphql({
      schema: SCHEMA,
      source: body.query,
      rootValue: {
        ingestAnnotation,
        importRecord: ({ input }: { input: { record: string } }) =>
          ingestAnnotation({ input: { document: input.record } }),
      },
      variableValues: body.variables,
    });
  };
  const stub = await startStub(async (asked, response) => sendJson(response, await answer(asked)));
  const api = new Api({ endpoint: stub.endpoint, token, clock: fakeClock() });
  return { stub, destination: serverDestination(api) };
}

function documentsOf(...texts: readonly string[]): ReadDocument[] {
  return texts.map((text, index) => ({ file: 'a', line: index + 1, text, value: null, bytes: text.length }));
}

describe('a server as a destination', () => {
  test('takes documents as they were read, and tells what became of each in their order', async () => {
    const { stub, destination } = await destinationFor({
      '{"n": 1e400}': { ...SUCCESS, article: { id: 'art_1' }, created: SOME },
      '{"b":1}': { ...SUCCESS, status: 'UNCHANGED', article: { id: 'art_2' }, unchanged: SOME, refused: AT },
      c: { __typename: 'InvalidAnnotation', message: 'One problem.', code: 'INVALID_INPUT', at: AT },
      d: { __typename: 'EvidenceMismatch', message: 'Other words.', code: 'INVALID_INPUT', at: AT },
      e: { __typename: 'Conflict', message: 'Other content.', code: 'CONFLICT' },
      f: { __typename: 'Later', message: 'Too long.', code: 'LIMIT_EXCEEDED' },
    });
    const documents = documentsOf('{"n": 1e400}', '{"b":1}', 'c', 'd', 'e', 'f');
    const { outcomes, failure } = await destination.ingest(documents, { dryRun: false });
    expect(failure).toBeUndefined();
    expect(outcomes).toMatchObject([
      { outcome: { status: 'created', articleId: 'art_1', created: SOME, unchanged: NONE, leftOut: [] } },
      { outcome: { status: 'unchanged', articleId: 'art_2', created: NONE, unchanged: SOME, leftOut: AT } },
      { error: { code: 'INVALID_INPUT', message: 'One problem.', details: { problems: AT } } },
      { error: { code: 'INVALID_INPUT', message: 'Other words.', details: { problems: AT } } },
      { error: { code: 'CONFLICT', message: 'Other content.', details: {} } },
      { error: { code: 'LIMIT_EXCEEDED', message: 'Too long.' } },
    ]);
    expect(stub.asked.map(({ body }) => body.variables)).toEqual(
      expect.arrayContaining(documents.map(({ text }) => ({ document: text, dryRun: false }))),
    );
  });

  test('takes lines of an export back, decisions one by one', async () => {
    const imported = { __typename: 'ImportSuccess', status: 'CREATED', created: SOME, unchanged: NONE };
    const { destination } = await destinationFor({
      a: { ...imported, article: { id: 'art_1' } },
      b: { ...imported, article: null, created: NONE },
      c: { __typename: 'NotFound', message: 'No such article.', code: 'NOT_FOUND' },
    });
    const [a, b, c] = documentsOf('a', 'b', 'c');
    if (a === undefined || b === undefined || c === undefined) throw new Error('There are three.');
    expect(await destination.ingest([a], { dryRun: false, asRecorded: true })).toMatchObject({
      outcomes: [{ outcome: { status: 'created', articleId: 'art_1', created: SOME } }],
    });
    expect(await destination.decide(b, { dryRun: false })).toMatchObject({
      outcome: { status: 'created', articleId: null },
    });
    expect(await destination.decide(c, { dryRun: false })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('has no article after a dry run', async () => {
    const { stub, destination } = await destinationFor({ a: { ...SUCCESS, article: null, created: SOME } });
    expect(await destination.ingest(documentsOf('a'), { dryRun: true })).toMatchObject({
      outcomes: [{ outcome: { status: 'created', articleId: null, created: SOME } }],
    });
    expect(stub.asked[0]?.body.variables).toEqual({ document: 'a', dryRun: true });
  });

  test('is asked four things at a time', async () => {
    let running = 0;
    let most = 0;
    let go: () => void = () => {};
    const full = new Promise<void>((resolve) => {
      go = resolve;
    });
    const stub = await startStub(async (_, response) => {
      running += 1;
      most = Math.max(most, running);
      if (running === 4) go();
      await full;
      running -= 1;
      sendJson(response, { data: { ingestAnnotation: { ...SUCCESS, article: null } } });
    });
    const destination = serverDestination(
      new Api({ endpoint: stub.endpoint, token: null, clock: fakeClock() }),
    );
    const texts = Array.from({ length: 12 }, (_, index) => `${index}`);
    const { outcomes } = await destination.ingest(documentsOf(...texts), { dryRun: false });
    expect(outcomes).toHaveLength(12);
    expect(outcomes).not.toContain(null);
    expect(most).toBe(4);
  });

  test('that lets nobody write fails as a whole, and is not asked for the rest', async () => {
    const denied = { __typename: 'NotAuthorized', message: 'No.', code: 'NOT_AUTHORIZED' };
    const texts = Array.from({ length: 12 }, (_, index) => `${index}`);
    const { stub, destination } = await destinationFor(
      Object.fromEntries(texts.map((text) => [text, denied])),
    );
    const { outcomes, failure } = await destination.ingest(documentsOf(...texts), { dryRun: false });
    expect(failure).toMatchObject({
      code: 'NOT_AUTHORIZED',
      message: expect.stringContaining('ONRECORD_TOKEN'),
    });
    expect(outcomes).toEqual(texts.map(() => null));
    expect(stub.asked.length).toBeLessThanOrEqual(4);
  });

  test('tells what was written before it failed', async () => {
    let count = 0;
    const stub = await startStub((_, response) => {
      count += 1;
      if (count > 5) return response.writeHead(500, { 'content-type': 'text/plain' }).end();
      return sendJson(response, { data: { ingestAnnotation: { ...SUCCESS, article: { id: 'a' } } } });
    });
    const destination = serverDestination(
      new Api({ endpoint: stub.endpoint, token: null, clock: fakeClock() }),
    );
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`);
    const { outcomes, failure } = await destination.ingest(documentsOf(...texts), { dryRun: false });
    expect(failure).toMatchObject({ code: 'UNAVAILABLE' });
    expect(outcomes).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(5);
  });
});
