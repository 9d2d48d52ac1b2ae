import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers GET and HEAD of one path. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** By exact path, percent signs and all: what is not listed does not exist. */
export type Pages = ReadonlyMap<string, Page>;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, body: string): void {
  send(response, status, 'text/plain; charset=utf-8', body);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

export function redirectTo(location: string): Page {
  return (_request, response) => {
    response.writeHead(302, { Location: location });
    response.end();
  };
}
