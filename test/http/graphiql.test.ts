import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rawGet, type Stub, startStub } from './stub.ts';

const EXAMPLES = [{ name: 'Hello', query: '# Greets.\nquery Hello { hello }\n' }];
const HTML = { accept: 'text/html,*/*;q=0.8' };

/** A server over a small folder like the built one, and a secret beside it. */
async function startWithPage(): Promise<Stub & { folder: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'onrecord-graphiql-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'graphiql');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Onrecord</title>');
  await writeFile(join(folder, 'assets', 'index-CoK8WKxj.js'), 'export {};'.repeat(50_000));
  await writeFile(join(folder, 'assets', 'index-B_-0vIiN.css'), 'a {}');
  await writeFile(join(folder, 'assets', 'codicon-DCmgc-ay.ttf'), 'font');
  await writeFile(join(folder, 'assets', 'plain.js'), '1');
  return { ...(await startStub({ graphiqlFolder: folder, examples: EXAMPLES })), folder };
}

describe('GraphiQL', () => {
  test('is what a browser gets at the address of the API', async () => {
    const { url } = await startWithPage();
    const response = await fetch(`${url}/graphql`, { headers: HTML });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toBe('Accept');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('<title>Onrecord</title>');
  });

  test('is not what a program gets there', async () => {
    const { url } = await startWithPage();
    const response = await fetch(`${url}/graphql`, { headers: { accept: 'application/json' } });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ errors: [{ message: 'Must provide query string.' }] });
  });

  test('opens with the examples', async () => {
    const { url } = await startWithPage();
    expect(await (await fetch(`${url}/graphiql/examples.json`)).json()).toEqual(EXAMPLES);
  });

  test.each([
    ['index-CoK8WKxj.js', 'text/javascript; charset=utf-8'],
    ['index-B_-0vIiN.css', 'text/css; charset=utf-8'],
    ['codicon-DCmgc-ay.ttf', 'font/ttf'],
  ])('has %s, which a browser may keep for ever', async (name, type) => {
    const { url } = await startWithPage();
    const response = await fetch(`${url}/graphiql/assets/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const body = await response.arrayBuffer();
    expect(response.headers.get('content-length')).toBe(String(body.byteLength));
  });

  test('asks for a file without a hash again, and gets it only when it changed', async () => {
    const { url } = await startWithPage();
    const first = await fetch(`${url}/graphiql/assets/plain.js`);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(`${url}/graphiql/assets/plain.js`, { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  test('does not find a file that is gone since the start', async () => {
    const { url, folder, log } = await startWithPage();
    await rm(join(folder, 'assets', 'plain.js'));
    expect((await fetch(`${url}/graphiql/assets/plain.js`)).status).toBe(404);
    expect(log.lines).toEqual([]);
  });

  test.each([
    '/graphiql/../secret.txt',
    '/graphiql/assets/../../secret.txt',
    '/graphiql/..%2fsecret.txt',
    '/graphiql/%2e%2e/secret.txt',
    '/graphiql/..\\secret.txt',
    '/graphiql//assets/plain.js',
    '/graphiql/assets',
    '/graphiql/assets/',
    '/graphiql/index.html',
    '/graphiql/assets/plain.js%00',
    '/graphql/../secret.txt',
    '//graphiql/assets/plain.js',
  ])('gives nothing for %s', async (path) => {
    const { url } = await startWithPage();
    const { status, body } = await rawGet(url, path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('says how to build it where it is not built', async () => {
    const { url, query } = await startStub({ graphiqlFolder: join(tmpdir(), 'onrecord-no-such-folder') });
    const response = await fetch(`${url}/graphql`, { headers: HTML });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build:graphiql');
    expect((await query('{ hello }')).data).toEqual({ hello: 'hello' });
  });
});

test('a Host header that is none gets a plain refusal, without a stack trace', async () => {
  const { url } = await startStub();
  const { status, body } = await rawGet(url, '/graphql?query=%7Bhello%7D', { host: '[' });
  expect(status).toBe(400);
  expect(body).toBe('{"error":"Bad host."}');
});
