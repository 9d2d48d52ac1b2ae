import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { createContext } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startServer } from '../../src/http/server.ts';
import { documentOf } from '../support/documents.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { memoryLog } from './stub.ts';
import { bearer, KNOWN_TOKENS, TOKENS } from './tokens.ts';

const INGEST = `mutation Ingest($document: String!) { ingestAnnotation(input: {document: $document}) {
  __typename
  ... on Problem { code message }
  ... on IngestSuccess {
    created { statements }
    article { textAvailable statements(first: 1) { nodes { extractedBy { recordedBy } } } }
  }
} }`;

type Post = (document: object, headers?: Record<string, string>) => Promise<Response>;

/** The API over an empty graph. */
async function start(): Promise<{ readonly url: string; readonly post: Post }> {
  const db = await openDatabase({ engine: 'grafeo', shuffleUnordered: true });
  await db.apply(GRAPH_PLAN);
  const server = await startServer({
    db,
    schema,
    contextFactory: createContext,
    log: memoryLog(),
    tokens: KNOWN_TOKENS,
    host: '127.0.0.1',
    port: 0,
    examples: [],
  });
  onTestFinished(async () => {
    await server.close();
    await db.close();
  });
  const post: Post = (document, headers = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: INGEST, variables: { document: JSON.stringify(document) } }),
    });
  return { url: server.url, post };
}

async function articlesAt(url: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ stats { articles } }')}`);
  return ((await response.json()) as { data: { stats: { articles: number } } }).data.stats.articles;
}

describe('writing over HTTP', () => {
  test.each([
    ['without a token', {}],
    ['with a token that may only read', bearer(TOKENS.read)],
  ])('is refused %s, as data', async (_what, headers) => {
    const { url, post } = await start();
    const response = await post(sampleDocument(), headers);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: {
        ingestAnnotation: {
          __typename: 'NotAuthorized',
          code: 'NOT_AUTHORIZED',
          message: expect.stringContaining('a token of the role write or above'),
        },
      },
    });
    expect(await articlesAt(url)).toBe(0);
  });

  test('is done with a token that may write, and says whose it was', async () => {
    const { url, post } = await start();
    const response = await post(sampleDocument(), bearer(TOKENS.write));
    expect(await response.json()).toEqual({
      data: {
        ingestAnnotation: {
          __typename: 'IngestSuccess',
          created: { statements: Object.keys(SAMPLE.statements).length },
          article: { textAvailable: true, statements: { nodes: [{ extractedBy: { recordedBy: 'Write' } }] } },
        },
      },
    });
    expect(await articlesAt(url)).toBe(1);
  });

  test('by GET is refused, with any token', async () => {
    const { url } = await start();
    const variables = JSON.stringify({ document: JSON.stringify(sampleDocument()) });
    const search = new URLSearchParams({ query: INGEST, variables });
    const response = await fetch(`${url}/graphql?${search}`, { headers: bearer(TOKENS.admin) });
    expect(response.status).toBe(405);
    expect(await articlesAt(url)).toBe(0);
  });

  test('takes the longest text there may be', async () => {
    const { post } = await start();
    // Three bytes each in UTF-8.
    const longest = `${SAMPLE.text}\n${'諾'.repeat(1_000_000)}`.slice(0, 1_000_000);
    const response = await post(documentOf({ ...SAMPLE, text: longest }), bearer(TOKENS.write));
    expect(await response.json()).toMatchObject({
      data: { ingestAnnotation: { __typename: 'IngestSuccess', article: { textAvailable: true } } },
    });
  });
});
