import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { createLRUCache, createYoga, type Plugin } from 'graphql-yoga';
import { type Actor, mayActAs } from '../access/role.ts';
import { type ErrorCode, OnrecordError } from '../errors.ts';
import { createErrorMask } from '../graphql/errors.ts';
import type { Log } from '../observability/log.ts';

/** Where the API answers; GraphiQL has the same address. */
export const GRAPHQL_PATH = '/graphql';

/** Bytes of a request body. */
export const MAX_BODY_BYTES = 1_000_000;
/** Bytes of a body from whoever may write: the longest text with all that may be annotated in it, as JSON within JSON. */
export const MAX_WRITER_BODY_BYTES = 64_000_000;
/** UTF-16 units of a query, which is parsed and kept. Documents are variables. */
export const MAX_QUERY_LENGTH = 1_000_000;

/** Parsed documents kept. Front ends send the same few; a stranger's many different ones should not fill the memory. */
const MAX_CACHED_DOCUMENTS = 100;

/** Answers a request of the actor; null is anybody. */
export type GraphQLHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor | null,
) => Promise<void>;

/** The API without its pages. `context` is called once for each request. */
export function createGraphQL(options: {
  readonly schema: GraphQLSchema;
  readonly context: (actor: Actor | null) => object;
  readonly log: Log;
}): GraphQLHandler {
  const { schema, context, log } = options;
  const mask = createErrorMask((errorId, error) => log.error({ errorId, err: error }, 'request failed'));
  const documentCache = createLRUCache<DocumentNode>({ max: MAX_CACHED_DOCUMENTS });
  const errorCache = createLRUCache<Error>({ max: MAX_CACHED_DOCUMENTS });
  const yogaFor = (maxRequestBodySize: number) =>
    createYoga<{ readonly actor: Actor | null }>({
      schema,
      context: ({ actor }) => ({ ...context(actor) }),
      graphqlEndpoint: GRAPHQL_PATH,
      graphiql: false,
      landingPage: false,
      parserAndValidationCache: { documentCache, errorCache },
      batching: false,
      multipart: false,
      // Pages of other origins may not read answers: a server on somebody's own machine is open to all of them.
      cors: false,
      maxRequestBodySize,
      // Failures are logged by the mask, once.
      logging: false,
      maskedErrors: {
        maskError: (error) => mask(isTooLarge(error) ? bodyTooLong(maxRequestBodySize) : error),
      },
      plugins: [jsonOnly, shortQueries],
    });
  // The limit belongs to an instance, and is counted while the body comes in.
  const [reading, writing] = [yogaFor(MAX_BODY_BYTES), yogaFor(MAX_WRITER_BODY_BYTES)];
  return async (request, response, actor) => {
    const yoga = actor !== null && mayActAs(actor.role, 'write') ? writing : reading;
    await yoga(request, response, { actor });
  };
}

function isTooLarge(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const { code } = error.extensions;
  return code === 'REQUEST_ENTITY_TOO_LARGE';
}

function bodyTooLong(limit: number): GraphQLError {
  const hint =
    limit < MAX_WRITER_BODY_BYTES
      ? ` With a token of the role write it may have ${MAX_WRITER_BODY_BYTES}.`
      : '';
  const code: ErrorCode = 'LIMIT_EXCEEDED';
  return new GraphQLError(`The body has more than ${limit} bytes.${hint}`, {
    extensions: { code, limit, http: { status: 413 } },
  });
}

const shortQueries: Plugin = {
  onParams({ params }) {
    if ((params.query?.length ?? 0) <= MAX_QUERY_LENGTH) return;
    const message = `The query has more than ${MAX_QUERY_LENGTH} UTF-16 units: pass what is long as a variable.`;
    throw new OnrecordError('LIMIT_EXCEEDED', message, { details: { limit: MAX_QUERY_LENGTH } });
  },
};

/**
 * Yoga takes form-encoded bodies too, which any page may send without asking; and it reads the JSON in a GET's parameters without
 * a check.
 */
const jsonOnly: Plugin = {
  onRequestParse({ request, url, endResponse, fetchAPI }) {
    if (request.method === 'POST') {
      const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type === 'application/json') return;
      endResponse(
        new fetchAPI.Response('Send application/json.\n', {
          status: 415,
          headers: { 'Content-Type': 'text/plain; charset=utf-8', Accept: 'application/json' },
        }),
      );
    } else if (request.method === 'GET') {
      for (const name of ['variables', 'extensions']) requireJson(name, url.searchParams.get(name));
    }
  },
};

function requireJson(name: string, text: string | null): void {
  if (text === null || text === '') return;
  try {
    JSON.parse(text);
  } catch (error) {
    throw new OnrecordError('INVALID_INPUT', `The parameter ${name} is not JSON.`, { cause: error });
  }
}
