import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { authenticator } from '../access/authenticate.ts';
import type { Actor } from '../access/role.ts';
import type { KnownToken } from '../access/token.ts';
import { OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import type { Context, Services } from '../graphql/context.ts';
import type { Log } from '../observability/log.ts';
import { admit } from './access.ts';
import type { Example } from './examples.ts';
import { loadGraphiQL, wantsGraphiQL } from './graphiql.ts';
import { createGraphQL, GRAPHQL_PATH } from './graphql.ts';
import { type Page, type Pages, redirectTo, sendJson } from './pages.ts';
import { probes } from './probes.ts';

/** Milliseconds that running requests get to finish when the server stops. */
export const DRAIN_MS = 10_000;

/** The same from `src/` and from `dist/`. */
const GRAPHIQL_FOLDER = fileURLToPath(new URL('../../dist/graphiql', import.meta.url));

export interface ServerOptions {
  readonly db: Database;
  readonly schema: GraphQLSchema;
  readonly contextFactory: (services: Services, actor: Actor | null) => Context;
  readonly log: Log;
  /** Who may write; nobody when absent. */
  readonly tokens?: readonly KnownToken[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What GraphiQL opens with, a tab each. */
  readonly examples: readonly Example[];
  /** Where the built GraphiQL page is; as the build leaves it when absent. */
  readonly graphiqlFolder?: string;
}

export interface RunningServer {
  /** As a client on this machine reaches it, without a path. */
  readonly url: string;
  /** Accepts nothing new, lets what runs finish for `DRAIN_MS`, then cuts it off. The database stays open. */
  close(): Promise<void>;
}

/** Resolves when the port is open. UNAVAILABLE when it cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { db, schema, contextFactory, log } = options;
  const api = createGraphQL({ schema, context: (actor) => contextFactory({ db }, actor), log });
  const authenticate = authenticator(options.tokens ?? []);
  const graphiql = await loadGraphiQL(options.graphiqlFolder ?? GRAPHIQL_FOLDER, options.examples);
  const pages: Pages = new Map([['/', redirectTo(GRAPHQL_PATH)], ...probes(db, log), ...graphiql.assets]);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const admitted = admit(request, response, { authenticate, log });
    if (admitted === null) return;
    // Yoga makes a URL of it and answers with a stack trace where it cannot.
    if (!URL.canParse(`http://${request.headers.host}`))
      return sendJson(response, 400, { error: 'Bad host.' });
    const [path = '', search = ''] = (request.url ?? '').split('?', 2);
    if (path !== GRAPHQL_PATH) return answer(pages.get(path), request, response);
    if (wantsGraphiQL(request, new URLSearchParams(search))) return graphiql.page(request, response);
    await api(request, response, admitted.actor);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      log.error({ err: error, url: request.url }, 'page failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'Unexpected error.' });
    });
  });
  await listen(server, options.port, options.host);
  server.on('error', (error) => log.error({ err: error }, 'server'));
  return { url: urlOf(server.address() as AddressInfo), close: () => drain(server) };
}

async function answer(
  page: Page | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (page === undefined) return sendJson(response, 404, { error: 'Not found.' });
  if (request.method === 'GET' || request.method === 'HEAD') return page(request, response);
  response.setHeader('Allow', 'GET, HEAD');
  sendJson(response, 405, { error: 'Method not allowed.' });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException): void => {
      const message =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken. Set PORT to another one, or to 0 for any that is free.`
          : `Cannot listen on port ${port} of ${host} (${cause.code}). Change PORT or HOST.`;
      reject(new OnrecordError('UNAVAILABLE', message, { cause }));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** An address for everybody is not one to go to. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function drain(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  // `close` ends the connections that are idle now; one that finishes its request later would be kept alive.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(cutOff);
  clearInterval(sweep);
}
