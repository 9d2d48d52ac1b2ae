import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/access/role.ts';
import { newToken } from '../../src/access/token.ts';
import { createLog } from '../../src/observability/log.ts';
import { type Stub, startStub } from './stub.ts';
import { bearer, KNOWN_TOKENS, nameOf, TOKENS } from './tokens.ts';

const start = () => startStub({ tokens: KNOWN_TOKENS });
const WRONG = newToken();
const REFUSED = [
  ['a token that nobody has', `Bearer ${WRONG}`],
  ['another scheme', `Basic ${TOKENS.admin}`],
  ['no scheme', TOKENS.admin],
  ['no token', 'Bearer'],
  ['nothing', ''],
] as const;

async function whoami({ post }: Stub, headers: Record<string, string>): Promise<unknown> {
  const response = await post({ query: '{ whoami }' }, headers);
  return response.status === 200 ? ((await response.json()) as { data: object }).data : response.status;
}

describe('whose request it is', () => {
  test.each(ROLES)('says a token of the role %s', async (role) => {
    expect(await whoami(await start(), bearer(TOKENS[role]))).toEqual({ whoami: `${nameOf(role)}, ${role}` });
  });

  test('is anybody without a header', async () => {
    expect(await whoami(await start(), {})).toEqual({ whoami: 'anybody' });
    expect(await whoami(await startStub(), {})).toEqual({ whoami: 'anybody' });
  });

  test('is said for each request anew, also on one connection', async () => {
    const stub = await start();
    const seen = [bearer(TOKENS.admin), {}, bearer(TOKENS.read), {}].map((headers) => whoami(stub, headers));
    expect(await Promise.all(seen)).toEqual([
      { whoami: 'Admin, admin' },
      { whoami: 'anybody' },
      { whoami: 'Read, read' },
      { whoami: 'anybody' },
    ]);
  });

  test('cannot be said by the body', async () => {
    const stub = await start();
    const actor = { name: 'x', role: 'admin' };
    const response = await stub.post({ query: '{ whoami }', extensions: { actor } });
    expect(await response.json()).toEqual({ data: { whoami: 'anybody' } });
  });
});

describe('a wrong Authorization header', () => {
  test.each(REFUSED)('is answered with 401 before any work: %s', async (_what, authorization) => {
    const { post, contexts } = await start();
    const response = await post({ query: '{ hello }' }, { authorization });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = await response.text();
    expect(JSON.parse(answer)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'NOT_AUTHORIZED' } }],
    });
    for (const token of [WRONG, TOKENS.admin]) expect(answer).not.toContain(token);
    expect(contexts()).toBe(0);
  });

  test('is answered so even where no token is configured', async () => {
    const { post } = await startStub();
    expect((await post({ query: '{ hello }' }, bearer(WRONG))).status).toBe(401);
  });

  test.each(['/', '/health', '/ready', '/graphiql/examples.json', '/nothing', '/graphql?query=%7Bhello%7D'])(
    'is answered so at %s, too',
    async (path) => {
      const { url } = await start();
      const response = await fetch(url + path, { headers: bearer(WRONG), redirect: 'manual' });
      expect(response.status).toBe(401);
      expect((await fetch(url + path, { headers: bearer(TOKENS.read), redirect: 'manual' })).status).not.toBe(
        401,
      );
    },
  );

  test('is answered so where there are two, though one is right', async () => {
    const { url } = await start();
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const header = `Authorization: Bearer ${TOKENS.admin}`;
    socket.end(`GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n${header}\r\n\r\n`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });

  test('is answered without waiting for the body', async () => {
    const { url } = await start();
    const { status } = await answerBeforeTheEnd(url, { ...bearer(WRONG), 'content-length': '1000' }, '{');
    expect(status).toBe(401);
  });
});

describe('the log', () => {
  test('has no token, whatever happens', async () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'trace' }, { write: (line) => lines.push(line) });
    const { post, url } = await startStub({ tokens: KNOWN_TOKENS, log });
    for (const headers of [
      bearer(TOKENS.write),
      ...REFUSED.map(([, authorization]) => ({ authorization })),
    ]) {
      await post({ query: '{ bug wrapped batch { value } }' }, headers);
      await post('{', headers);
      await post({ query: `{ length(of: "${TOKENS.write}", of: 1) }` }, headers);
      await fetch(`${url}/nothing?token=${TOKENS.write}`, { headers });
    }
    const written = lines.join('');
    expect(written).toContain('request failed');
    expect(written).toContain('a token was refused');
    for (const token of [WRONG, TOKENS.write, TOKENS.admin]) expect(written).not.toContain(token);
  });
});

describe('a mutation by GET', () => {
  const MUTATION = 'mutation Change { change }';

  test.each([
    ['alone', `query=${encodeURIComponent(MUTATION)}`],
    ['beside a query', `query=${encodeURIComponent(`query Ask { hello } ${MUTATION}`)}&operationName=Change`],
  ])('never runs: %s', async (_what, search) => {
    const { url, post } = await start();
    const headers = bearer(TOKENS.admin);
    const parameters = new URLSearchParams(search);
    // By POST it does, which also leaves it in the cache of parsed documents.
    const [query, operationName] = [parameters.get('query'), parameters.get('operationName') ?? undefined];
    expect(await (await post({ query, operationName }, headers)).json()).toEqual({
      data: { change: 'changed' },
    });
    const response = await fetch(`${url}/graphql?${search}`, { headers });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.text()).not.toContain('changed');
    const head = await fetch(`${url}/graphql?${search}`, { headers, method: 'HEAD' });
    expect(head.status).toBe(405);
  });

  test('by a body that a GET has does not run, either', async () => {
    const { url } = await start();
    const body = JSON.stringify({ query: MUTATION });
    const { hostname, port } = new URL(url);
    const request = httpRequest({
      hostname,
      port,
      path: '/graphql',
      method: 'GET',
      headers: { ...bearer(TOKENS.admin), 'content-type': 'application/json', 'content-length': body.length },
    });
    request.end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let answer = '';
    for await (const chunk of response.setEncoding('utf8')) answer += chunk;
    expect(JSON.parse(answer)).toMatchObject({ errors: [{ message: 'Must provide query string.' }] });
  });
});

describe('the length of a body', () => {
  const LONG = 'x'.repeat(3_000_000);
  const question = { query: 'query ($of: String!) { length(of: $of) }', variables: { of: LONG } };

  test.each([{}, bearer(TOKENS.read)])('is limited for who may only read', async (headers) => {
    const { post, contexts } = await start();
    const response = await post(question, headers);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining(
            '1000000 bytes. With a token of the role write it may have 64000000',
          ),
          extensions: { code: 'LIMIT_EXCEEDED', limit: 1_000_000 },
        },
      ],
    });
    expect(contexts()).toBe(0);
  });

  test.each(['write', 'review', 'admin'] as const)('may be greater with the role %s', async (role) => {
    const { post } = await start();
    const response = await post(question, bearer(TOKENS[role]));
    expect(await response.json()).toEqual({ data: { length: LONG.length } });
  });

  test('is limited for writers, too', async () => {
    const { url } = await start();
    const { status, body } = await answerBeforeTheEnd(
      url,
      { ...bearer(TOKENS.write), 'content-length': '64000001' },
      '{',
    );
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ message: 'The body has more than 64000000 bytes.' }],
    });
  });

  test('is counted while the body comes in, whatever was said of it before', async () => {
    const { url } = await start();
    const headers = { 'transfer-encoding': 'chunked' };
    const { status } = await answerBeforeTheEnd(url, headers, `{"query":"${'x'.repeat(1_100_000)}`);
    expect(status).toBe(413);
  });

  test('of a query is limited for everybody: what is long is a variable', async () => {
    const { post } = await start();
    const response = await post({ query: `{ hello } # ${LONG}` }, bearer(TOKENS.write));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('variable'), extensions: { code: 'LIMIT_EXCEEDED' } }],
    });
  });

  test.each([LONG, `${'\\"'.repeat(10_000)}; "`, Array(10_000).fill('x'.repeat(100))])(
    'of a value that is wrong does not come back in the answer',
    async (long) => {
      const { post } = await start();
      const variables = { of: [long] };
      const response = await post({ ...question, variables }, bearer(TOKENS.write));
      const answer = await response.text();
      expect(answer.length).toBeLessThan(5_000);
      expect(answer).toContain('$of');
      if (typeof long === 'string') expect(answer).toContain('String cannot represent');
    },
  );
});

/** What comes back of a POST whose body is begun and never ended. */
async function answerBeforeTheEnd(
  url: string,
  headers: Record<string, string>,
  beginning: string,
): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(url);
  const request = httpRequest({
    hostname,
    port,
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  request.on('error', () => {});
  request.write(beginning);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  request.destroy();
  return { status: response.statusCode, body };
}
