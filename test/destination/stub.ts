import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/destination/retry.ts';

export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

export type Answer = (asked: Asked, response: ServerResponse) => unknown;

export interface Stub {
  /** Of the API. */
  readonly endpoint: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A server on this machine that answers each request as the function does, until the test ends. */
export async function startStub(answer: Answer, port = 0): Promise<Stub> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one = { method, url, headers, body: JSON.parse(Buffer.concat(parts).toString()) };
    asked.push(one);
    await answer(one, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () => closed(server);
  onTestFinished(close);
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, asked, close };
}

/** An address at which nobody listens. */
export async function nowhere(): Promise<string> {
  const stub = await startStub(() => {});
  await stub.close();
  return stub.endpoint;
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A clock that stands still but while somebody sleeps, which takes no time; and how long each sleep was. */
export interface FakeClock extends Clock {
  readonly slept: readonly number[];
}

export function fakeClock(onSleep: (count: number) => unknown = () => {}): FakeClock {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      slept.push(ms);
      now += ms;
      await onSleep(slept.length);
      signal?.throwIfAborted();
    },
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
