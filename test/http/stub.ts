import { request as httpRequest } from 'node:http';
import { GraphQLError } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { onTestFinished } from 'vitest';
import type { Actor } from '../../src/access/role.ts';
import type { KnownToken } from '../../src/access/token.ts';
import { ERROR_CODES, type ErrorCode, OnrecordError } from '../../src/errors.ts';
import type { Database } from '../../src/graph/database.ts';
import type { Example } from '../../src/http/examples.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import type { Log } from '../../src/observability/log.ts';

export interface Logged {
  readonly level: string;
  readonly fields: { readonly errorId?: string; readonly err?: unknown };
  readonly text: string;
}

/** A log that remembers. */
export function memoryLog(): Log & { readonly lines: Logged[] } {
  const lines: Logged[] = [];
  const at = (level: string) => (fields: object, text: string) => lines.push({ level, fields, text });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } as never;
}

const fail = (error: unknown) => () => {
  throw error;
};
const shared = new OnrecordError('UNAVAILABLE', 'The database does not answer.', {
  cause: new Error('10.0.0.7'),
});

/** A field for each way to fail. */
const stubSchema = createSchema({
  typeDefs: `
    scalar Picky
    enum ErrorCode { ${ERROR_CODES.join(' ')} }
    type Query {
      hello: String!
      whoami: String!
      length(of: String!): Int!
      slow: String!
      fails(code: ErrorCode!): String
      bug: String
      thrownText: String
      graphqlError: String
      wrapped: String
      batch: [Row!]!
      takes(picky: Picky, number: Int): String
      refuses(picky: Picky): String
    }
    type Row { value: String }
    type Mutation { change: String }
  `,
  resolvers: {
    Query: {
      hello: () => 'hello',
      whoami: (_root, _args, { actor }: { actor: Actor | null }) =>
        actor === null ? 'anybody' : `${actor.name}, ${actor.role}`,
      length: (_root, { of }: { of: string }) => of.length,
      slow: (_root, _args, { slow }: { slow: () => Promise<string> }) => slow(),
      fails: (_root, { code }: { code: ErrorCode }) => {
        throw new OnrecordError(code, `Failed with ${code}.`, {
          cause: new Error('private cause'),
          details: { problems: ['x'], code: 'FORGED' },
        });
      },
      bug: fail(new TypeError('private text')),
      thrownText: fail('private text'),
      graphqlError: fail(new GraphQLError('Shown.', { extensions: { code: 'CONFLICT' } })),
      wrapped: fail(new GraphQLError('private text', { originalError: new Error('private cause') })),
      batch: () => [{}, {}, {}],
      takes: () => 'taken',
    },
    Row: { value: fail(shared) },
    Mutation: { change: () => 'changed' },
  },
});
const picky = stubSchema.getType('Picky');
if (picky !== undefined && 'parseValue' in picky) {
  picky.parseValue = (value: unknown) => {
    if (value === 'domain') throw new OnrecordError('INVALID_CURSOR', 'A foreign cursor.');
    if (value !== 'fine') throw new RangeError('not fine');
    return value;
  };
}

export interface Stub extends RunningServer {
  readonly log: ReturnType<typeof memoryLog>;
  /** Requests that came so far that a context was made for them. */
  readonly contexts: () => number;
  /** Settles the field `slow`. */
  readonly finishSlow: (value: string) => void;
  /** Resolves when somebody asks for the field `slow`. */
  readonly slowAsked: Promise<unknown>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly errorId?: string };
  }[];
}

interface StubOptions {
  readonly ping?: () => Promise<void>;
  readonly port?: number;
  readonly contextFails?: unknown;
  readonly examples?: readonly Example[];
  readonly graphiqlFolder?: string;
  readonly tokens?: readonly KnownToken[];
  readonly log?: Log;
}

/** A server on a free port with a schema that does as it is told; closed when the test ends. */
export async function startStub(options: StubOptions = {}): Promise<Stub> {
  const log = memoryLog();
  const slow = withResolvers<string>();
  const asked = withResolvers<true>();
  let contexts = 0;
  const db = { engine: 'Stub 1', ping: options.ping ?? (async () => {}) } as Database;
  const server = await startServer({
    db,
    schema: stubSchema,
    contextFactory: (services, actor) => {
      contexts += 1;
      if (options.contextFails !== undefined) throw options.contextFails;
      const askSlow = () => {
        asked.resolve(true);
        return slow.promise;
      };
      return { ...services, actor, loaders: new Map(), slow: askSlow };
    },
    log: options.log ?? log,
    ...(options.tokens === undefined ? {} : { tokens: options.tokens }),
    host: '127.0.0.1',
    port: options.port ?? 0,
    examples: options.examples ?? [],
    ...(options.graphiqlFolder === undefined ? {} : { graphiqlFolder: options.graphiqlFolder }),
  });
  onTestFinished(async () => {
    slow.resolve('too late');
    await server.close();
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const query = async (text: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await post({ query: text, variables });
    return { status: response.status, ...((await response.json()) as object) };
  };
  return {
    ...server,
    contexts: () => contexts,
    log,
    finishSlow: slow.resolve,
    slowAsked: asked.promise,
    post,
    query,
  };
}

/** A request whose path goes out as it is: `fetch` would resolve dots first. */
export function rawGet(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    request.on('error', reject).end();
  });
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
