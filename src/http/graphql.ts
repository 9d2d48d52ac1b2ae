import type { GraphQLSchema } from 'graphql';
import { createLRUCache, createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { OnrecordError } from '../errors.ts';
import { createErrorMask } from '../graphql/errors.ts';
import type { Log } from '../observability/log.ts';

/** Where the API answers; GraphiQL has the same address. */
export const GRAPHQL_PATH = '/graphql';

/** Bytes of a request body. */
export const MAX_BODY_BYTES = 1_000_000;

type Yoga = YogaServerInstance<Record<string, unknown>, Record<string, unknown>>;

/** Parsed documents kept. Front ends send the same few; a stranger's many different ones should not fill the memory. */
const MAX_CACHED_DOCUMENTS = 100;

/** The API without its pages. `context` is called once for each request. */
export function createGraphQL(options: {
  readonly schema: GraphQLSchema;
  readonly context: () => object;
  readonly log: Log;
}): Yoga {
  const { schema, context, log } = options;
  const maskError = createErrorMask((errorId, error) => log.error({ errorId, err: error }, 'request failed'));
  return createYoga({
    schema,
    context: () => ({ ...context() }),
    graphqlEndpoint: GRAPHQL_PATH,
    graphiql: false,
    landingPage: false,
    parserAndValidationCache: {
      documentCache: createLRUCache({ max: MAX_CACHED_DOCUMENTS }),
      errorCache: createLRUCache({ max: MAX_CACHED_DOCUMENTS }),
    },
    batching: false,
    multipart: false,
    // Pages of other origins may not read answers: a server on somebody's own machine is open to all of them.
    cors: false,
    maxRequestBodySize: MAX_BODY_BYTES,
    // Failures are logged by the mask, once.
    logging: false,
    maskedErrors: { maskError },
    plugins: [jsonOnly],
  });
}

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
