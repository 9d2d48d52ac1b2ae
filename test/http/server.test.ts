import { describe, expect, test } from 'vitest';
import { OnrecordError } from '../../src/errors.ts';
import { startStub } from './stub.ts';

describe('the probes', () => {
  test('/health says that the process lives, whatever the database does', async () => {
    const { url } = await startStub({ ping: () => Promise.reject(new Error('down')) });
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ alive: true });
  });

  test('/ready says that the database answers', async () => {
    const { url, log } = await startStub();
    const response = await fetch(`${url}/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(log.lines).toEqual([]);
  });

  test('/ready keeps to itself why the database does not answer, and logs it', async () => {
    const reason = new OnrecordError('UNAVAILABLE', 'db.internal:7687 refused ann');
    const { url, log } = await startStub({ ping: () => Promise.reject(reason) });
    const response = await fetch(`${url}/ready`);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('{"ready":false}');
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { err: reason } }]);
  });
});

describe('the routes', () => {
  test('/ leads to the API', async () => {
    const { url } = await startStub();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphql');
  });

  test.each(['/nothing', '/graphql/', '/graphiql/', '/graphiql/nothing.js', '/health/'])(
    '%s does not exist',
    async (path) => {
      const { url } = await startStub();
      const response = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(404);
    },
  );

  test('pages are for reading', async () => {
    const { url } = await startStub();
    const response = await fetch(`${url}/health`, { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('HEAD gets the headers alone', async () => {
    const { url } = await startStub();
    const response = await fetch(`${url}/health`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('a query goes by POST, and by GET from a link in a browser', async () => {
    const { url, query } = await startStub();
    expect(await query('{ hello }')).toEqual({ status: 200, data: { hello: 'hello' } });
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const response = await fetch(`${url}/graphql?query=%7Bhello%7D`, { headers: { accept } });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ data: { hello: 'hello' } });
  });

  test('pages of other origins are not let in', async () => {
    const { url } = await startStub();
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(405);
    const answer = await fetch(`${url}/graphql?query=%7Bhello%7D`, { headers });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a taken port', () => {
  test('is told with its number and what to do', async () => {
    const { url } = await startStub();
    const { port } = new URL(url);
    await expect(startStub({ port: Number(port) })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `Port ${port} on 127.0.0.1 is taken. Set PORT to another one, or to 0 for any that is free.`,
    });
  });
});

describe('close', () => {
  test('lets a running query finish, takes no new one, and does not wait for idle connections', async () => {
    const { url, query, finishSlow, slowAsked, close } = await startStub();
    await query('{ hello }');
    const answer = query('{ slow }');
    await slowAsked;
    const begun = performance.now();
    const closed = close();
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    finishSlow('done');
    expect(await answer).toEqual({ status: 200, data: { slow: 'done' } });
    await closed;
    // Kept-alive connections would hold it for five seconds.
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
