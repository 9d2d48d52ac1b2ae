import { open, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Page, sendText } from './pages.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Vite's names: a changed file has another name, so a browser may keep this one for ever. */
const HASHED_NAME = /-[\w-]{8}\.\w+$/;

/** The files under a folder by their paths relative to it, with slashes; empty when there is no such folder. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Streams one file from the disk. Gone since the start, as in a rebuild, it is not found. */
export function filePage(path: string, headers: Readonly<Record<string, string>> = {}): Page {
  return async (request, response) => {
    const file = await open(path).catch(() => null);
    if (file === null) return sendText(response, 404, 'Not found.\n');
    try {
      const { size, mtimeMs } = await file.stat();
      const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
      response.setHeaders(new Map(Object.entries(headers)));
      response.setHeader('ETag', etag);
      response.setHeader(
        'Cache-Control',
        HASHED_NAME.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
      response.writeHead(200, {
        'Content-Type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Length': size,
      });
      await sendBody(request, response, file.createReadStream({ autoClose: false }));
    } finally {
      await file.close();
    }
  };
}

async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: NodeJS.ReadableStream,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(body, response);
  } catch (error) {
    // A browser that goes away while it loads is no failure of ours.
    if (!response.destroyed) throw error;
  }
}
