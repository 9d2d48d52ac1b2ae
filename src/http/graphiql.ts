import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Example } from './examples.ts';
import { filePage, listFiles } from './files.ts';
import { type Page, type Pages, sendJson, sendText } from './pages.ts';

/** Nothing from elsewhere: the page is complete. Monaco sets styles inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = `The GraphiQL page is not built: the packages were installed without their scripts.
Build it with

    npm run build:graphiql

and start the server again. The API works all the same: POST {"query": "{ __typename }"} as application/json to this address.
`;

export interface GraphiQL {
  /** What a browser gets at the API's own address. */
  readonly page: Page;
  /** The page's files and examples. */
  readonly assets: Pages;
}

/** GraphiQL as `vite build` left it in `folder`. The files are those there at start: no request names a path on the disk. */
export async function loadGraphiQL(folder: string, examples: readonly Example[]): Promise<GraphiQL> {
  const files = await listFiles(folder);
  const assets = new Map<string, Page>(
    files.map((file) => [`/graphiql/${file}`, filePage(join(folder, file))]),
  );
  assets.set('/graphiql/examples.json', (_request, response) => sendJson(response, 200, examples));
  const page = assets.delete('/graphiql/index.html')
    ? filePage(join(folder, 'index.html'), {
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        Vary: 'Accept',
      })
    : notBuilt;
  return { page, assets };
}

const notBuilt: Page = (_request, response) => sendText(response, 503, NOT_BUILT);

/** A browser that opens the address, and not one that follows a link with a query in it. */
export function wantsGraphiQL(request: IncomingMessage, search: URLSearchParams): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads && !search.has('query') && (request.headers.accept ?? '').includes('text/html');
}
