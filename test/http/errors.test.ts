import { describe, expect, test } from 'vitest';
import { ERROR_CODES, OnrecordError } from '../../src/errors.ts';
import { startStub } from './stub.ts';

const REPORTED = ['UNAVAILABLE', 'TIMEOUT'];
const EXPECTED = ERROR_CODES.filter((code) => code !== 'INTERNAL');

describe('a failing field', () => {
  test.each(EXPECTED)('that throws %s keeps its code, its message and its details', async (code) => {
    const { query, log } = await startStub();
    const { status, data, errors } = await query(`{ hello fails(code: ${code}) }`);
    expect({ status, data }).toEqual({ status: 200, data: { hello: 'hello', fails: null } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: `Failed with ${code}.`,
      path: ['fails'],
      extensions: { code, problems: ['x'] },
    });
    expect(JSON.stringify(errors)).not.toContain('private');
    expect(log.lines.length).toBe(REPORTED.includes(code) ? 1 : 0);
    expect('errorId' in (errors?.[0]?.extensions ?? {})).toBe(REPORTED.includes(code));
  });

  test.each(['fails(code: INTERNAL)', 'bug', 'thrownText', 'wrapped'])(
    'that breaks by %s is masked, and logged once under the id that the client gets',
    async (field) => {
      const { query, log } = await startStub();
      const { errors } = await query(`{ hello ${field} }`);
      expect(errors?.[0]?.message).toBe('Unexpected error.');
      const { code, errorId, ...others } = errors?.[0]?.extensions ?? {};
      expect(code).toBe('INTERNAL');
      expect(others).toEqual({});
      expect(JSON.stringify(errors)).not.toContain('private');
      expect(log.lines).toHaveLength(1);
      expect(log.lines[0]?.fields.errorId).toBe(errorId);
      expect(errorId).toMatch(/^[0-9a-f-]{36}$/);
      expect(log.lines[0]?.fields.err).toBeDefined();
    },
  );

  test('that throws a GraphQLError of its own passes it on', async () => {
    const { query, log } = await startStub();
    const { errors } = await query('{ graphqlError }');
    expect(errors?.[0]).toMatchObject({ message: 'Shown.', extensions: { code: 'CONFLICT' } });
    expect(log.lines).toEqual([]);
  });

  test('shares one id and one log line with the others that wait for the same read', async () => {
    const { query, log } = await startStub();
    const { errors } = await query('{ batch { value } }');
    expect(errors).toHaveLength(3);
    expect(new Set(errors?.map(({ extensions }) => extensions?.errorId)).size).toBe(1);
    expect(log.lines).toHaveLength(1);
  });
});

describe('a request that cannot run', () => {
  test.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ takes(number: "x") }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 'INVALID_INPUT'],
  ])('%s says %s', async (text, code) => {
    const { query, log } = await startStub();
    const { data, errors } = await query(text);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(log.lines).toEqual([]);
  });

  test('tells of a variable of the wrong type', async () => {
    const { query, log } = await startStub();
    const answer = await query('query ($n: Int) { takes(number: $n) }', { n: 'x' });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT' });
    expect(answer.errors?.[0]?.message).toContain('"$n"');
    expect(answer.status).toBe(400);
    expect(log.lines).toEqual([]);
  });

  test('tells of a variable that a scalar refuses with a plain error', async () => {
    const { query, log } = await startStub();
    const { errors } = await query('query ($p: Picky) { takes(picky: $p) }', { p: 'bad' });
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT' });
    expect(errors?.[0]?.message).toContain('not fine');
    expect(log.lines).toEqual([]);
  });

  test('keeps the code of a domain error that a scalar throws', async () => {
    const { query } = await startStub();
    const { errors } = await query('query ($p: Picky) { takes(picky: $p) }', { p: 'domain' });
    expect(errors?.[0]).toMatchObject({
      message: 'A foreign cursor.',
      extensions: { code: 'INVALID_CURSOR' },
    });
  });

  test.each([
    [new OnrecordError('UNAVAILABLE', 'No database.'), 503, 'UNAVAILABLE', 'No database.'],
    [new OnrecordError('NOT_AUTHORIZED', 'Not for you.'), 403, 'NOT_AUTHORIZED', 'Not for you.'],
    [new Error('private'), 500, 'INTERNAL', 'Unexpected error.'],
  ])('answers a context that fails with a status: %s', async (contextFails, status, code, message) => {
    const { query } = await startStub({ contextFails });
    const answer = await query('{ hello }');
    expect(answer.status).toBe(status);
    expect(answer.errors?.[0]).toMatchObject({ message, extensions: { code } });
  });

  test('refuses batches', async () => {
    const { post } = await startStub();
    const response = await post([{ query: '{ hello }' }, { query: '{ hello }' }]);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: 'Batching is not supported.', extensions: { code: 'INVALID_INPUT' } }],
    });
  });

  test('refuses broken JSON and says nothing of the parser', async () => {
    const { post } = await startStub();
    const response = await post('{"query":', { accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toEqual({ code: 'INVALID_INPUT' });
  });

  test('refuses a body that is too long', async () => {
    const { post } = await startStub();
    const response = await post({ query: `{ hello } # ${'x'.repeat(1_000_000)}` });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });

  test.each(['variables', 'extensions'])('refuses broken JSON in the parameter %s', async (name) => {
    const { url, log } = await startStub();
    const response = await fetch(`${url}/graphql?query=%7Bhello%7D&${name}=%7B`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    expect(log.lines).toEqual([]);
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'refuses a body of type %s, which pages of other origins could send',
    async (type) => {
      const { post } = await startStub();
      expect((await post('query=%7Bhello%7D', { 'content-type': type })).status).toBe(415);
    },
  );

  test('refuses mutations by GET', async () => {
    const { url } = await startStub();
    const response = await fetch(`${url}/graphql?query=mutation%7Bchange%7D`);
    expect(response.status).toBe(405);
  });
});
