import { describe, expect, test } from 'vitest';
import { Api, type ApiOptions } from '../../src/destination/api.ts';
import { RETRY_MS } from '../../src/destination/retry.ts';
import type { OnrecordError } from '../../src/errors.ts';
import { errorOf } from '../graph/queries.ts';
import { type Answer, type FakeClock, fakeClock, nowhere, sendJson, startStub } from './stub.ts';

const TOKEN = 'onr_c2VjcmV0';
const QUERY = 'query Q($a: Int) { a(a: $a) }';

/** Answers one after the other; the last one goes on. */
function inTurn(...answers: readonly Answer[]): Answer {
  let next = 0;
  return (asked, response) => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    return answer?.(asked, response);
  };
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end('no');

const good: Answer = (_, response) => sendJson(response, { data: { a: 1 } });

const failing =
  (error: object, code = 200): Answer =>
  (_, response) =>
    sendJson(response, { data: null, errors: [error] }, code);

async function ask(
  answer: Answer,
  { token = null, ...options }: Partial<ApiOptions> = {},
  signal?: AbortSignal,
) {
  const clock = fakeClock();
  const stub = await startStub(answer);
  const retried: OnrecordError[] = [];
  const onRetry = (failure: OnrecordError) => retried.push(failure);
  const api = new Api({ endpoint: stub.endpoint, token, clock, onRetry, ...options });
  return { stub, clock, retried, answer: api.ask(QUERY, { a: 1 }, signal) };
}

async function failureOf(answer: Answer, options: Partial<ApiOptions> = {}): Promise<OnrecordError> {
  const error = await errorOf((await ask(answer, options)).answer);
  expect(error.message).not.toContain(TOKEN);
  return error;
}

function total({ slept }: FakeClock): number {
  return slept.reduce((sum, ms) => sum + ms, 0);
}

describe('a request', () => {
  test('has the query, the variables and the token, and gives the data', async () => {
    const { stub, answer } = await ask(good, { token: TOKEN });
    expect(await answer).toEqual({ a: 1 });
    expect(stub.asked).toMatchObject([
      {
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: { query: QUERY, variables: { a: 1 } },
      },
    ]);
  });

  test('has no such header without a token', async () => {
    const { stub, answer } = await ask(good);
    await answer;
    expect(stub.asked[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('a server that cannot answer now', () => {
  test.each([429, 502, 503, 504])('is asked again after status %i, each time later', async (code) => {
    const { answer, clock, retried } = await ask(inTurn(status(code), status(code), status(code), good));
    expect(await answer).toEqual({ a: 1 });
    expect(retried.map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining(`cannot answer now (status ${code})`)),
    );
    for (const [index, ms] of clock.slept.entries()) {
      expect(ms).toBeGreaterThanOrEqual(125 * 2 ** index);
      expect(ms).toBeLessThanOrEqual(250 * 2 ** index);
    }
  });

  test('is asked again when it says', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const seconds = status(503, { 'retry-after': '7' });
    const { answer, clock } = await ask(inTurn(seconds, status(429, { 'retry-after': date }), good));
    expect(await answer).toEqual({ a: 1 });
    expect(clock.slept[0]).toBe(7_000);
    expect(clock.slept[1]).toBeGreaterThan(10_000);
    expect(clock.slept[1]).toBeLessThanOrEqual(20_000);
  });

  test('is given up after a while, and at once where it asks for longer', async () => {
    const { answer, clock, stub } = await ask(status(503));
    expect(await errorOf(answer)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(total(clock)).toBeLessThanOrEqual(RETRY_MS);
    expect(total(clock)).toBeGreaterThan(RETRY_MS / 2);
    expect(stub.asked).toHaveLength(clock.slept.length + 1);

    const late = await ask(status(503, { 'retry-after': '3600' }));
    await errorOf(late.answer);
    expect(late.clock.slept).toEqual([]);
  });

  test('is asked again where the graph is what is missing', async () => {
    const error = { message: 'Neo4j does not answer.', path: ['a'], extensions: { code: 'UNAVAILABLE' } };
    const { answer, clock } = await ask(inTurn(failing(error), good));
    expect(await answer).toEqual({ a: 1 });
    expect(clock.slept).toHaveLength(1);
  });

  test('is not waited for when a signal comes', async () => {
    const controller = new AbortController();
    const clock = fakeClock((count) => count === 2 && controller.abort());
    const { answer } = await ask(status(503), { clock }, controller.signal);
    expect(await errorOf(answer)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(clock.slept).toHaveLength(2);
  });
});

describe('no server', () => {
  test('is told with its address, when it has not come after a while', async () => {
    const endpoint = await nowhere();
    const clock = fakeClock();
    const error = await errorOf(new Api({ endpoint, token: null, clock }).ask(QUERY, {}));
    expect(error).toMatchObject({
      code: 'UNAVAILABLE',
      message: `No server answers at ${endpoint} (ECONNREFUSED). Is it running, and is that its address?`,
    });
    expect(clock.slept.length).toBeGreaterThan(5);
  });

  test('is waited for while it starts', async () => {
    const endpoint = await nowhere();
    const clock = fakeClock((count) => count === 2 && startStub(good, Number(new URL(endpoint).port)));
    expect(await new Api({ endpoint, token: null, clock }).ask(QUERY, {})).toEqual({ a: 1 });
  });

  test('any more in the midst of a request is one to wait for', async () => {
    const { answer, clock } = await ask(inTurn((_, response) => response.destroy(), good));
    expect(await answer).toEqual({ a: 1 });
    expect(clock.slept).toHaveLength(1);
  });
});

describe('a server that does not let write', () => {
  const inBand = failing({ message: 'No.', path: ['a'], extensions: { code: 'NOT_AUTHORIZED' } });

  test.each([
    ['401', status(401)],
    ['403', status(403)],
    ['an error', inBand],
  ])('by %s is told of, with what to do', async (_, answer) => {
    expect(await failureOf(answer)).toMatchObject({
      code: 'NOT_AUTHORIZED',
      message: expect.stringMatching(/wants a token\. Set ONRECORD_TOKEN .* or give --token-file\.$/),
    });
    expect(await failureOf(answer, { token: TOKEN })).toMatchObject({
      code: 'NOT_AUTHORIZED',
      message: expect.stringMatching(/does not let this token write(?:\.|: No\.)$/),
    });
  });
});

describe('what is no such API', () => {
  test.each<readonly [string, Answer, string]>([
    [
      'a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'status 200 and text/html',
    ],
    ['nothing at that path', status(404, { 'content-type': 'text/plain' }), 'status 404 and text/plain'],
    ['other JSON', (_, response) => sendJson(response, ['a']), 'status 200 and application/json'],
    ['null', (_, response) => sendJson(response, null), 'status 200 and application/json'],
    [
      'a redirect',
      status(308, { location: 'https://other.example/graphql' }),
      'it leads on to https://other.example/graphql',
    ],
    [
      'another GraphQL',
      (_, response) => sendJson(response, { errors: [{ message: 'Cannot query field "a".' }] }, 400),
      'it says "Cannot query field "a"."',
    ],
    [
      'an older server',
      (_, response) =>
        sendJson(
          response,
          { errors: [{ message: 'Unknown type "A".', extensions: { code: 'INVALID_INPUT' } }] },
          400,
        ),
      'it says "Unknown type "A"."',
    ],
  ])('is told of: %s', async (_, answer, reason) => {
    const error = await failureOf(answer);
    expect(error.code).toBe('NOT_FOUND');
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql is not the API of an Onrecord server/);
    expect(error.message).toContain(reason);
  });
});

describe('a failure of the request', () => {
  test('of a field has its code, message and details', async () => {
    const extensions = { code: 'CONFLICT', runId: 'run_1' };
    expect(await failureOf(failing({ message: 'Other content.', path: ['a'], extensions }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Other content.',
      details: { runId: 'run_1' },
    });
  });

  test('of the server is told with the id that its log has it under', async () => {
    const extensions = { code: 'INTERNAL', errorId: '1234' };
    expect(await failureOf(failing({ message: 'Unexpected error.', path: ['a'], extensions }))).toMatchObject(
      {
        code: 'UNAVAILABLE',
        message: expect.stringMatching(/fails: Unexpected error\. Its log has more under 1234\.$/),
      },
    );
  });

  test('that is none of the API is told with its status', async () => {
    expect(await failureOf(status(500))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^The server at .* fails \(status 500\)\.$/),
    });
  });

  test('that is too long is one of this request', async () => {
    expect(await failureOf(status(413))).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});
