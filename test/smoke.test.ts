import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { entryOf, newToken } from '../src/access/token.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Running {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The exit status, when both streams have ended. */
  readonly ended: Promise<number | null>;
}

/** The server as `npm start` runs it: the built one, with these settings and no others. */
function start(settings: Record<string, string>): Running {
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env: { PATH, SystemRoot, PORT: '0', ONRECORD_DATA: ':memory:', ...settings },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([status]) => status as number | null);
  return { process: child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** The server's address, once it has printed it. */
function addressOf(running: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    running.process.stdout?.on('data', () => {
      const [url] = /http:\/\/\S+\/graphql(?= )/.exec(running.stdout()) ?? [];
      if (url !== undefined && running.stdout().includes('loaded')) resolve(url);
    });
    void running.ended.then((status) => reject(new Error(`ended with ${status}: ${running.stderr()}`)));
  });
}

describe('the server process', () => {
  test('starts with the bundled articles, answers, and ends in order when it is told to', async () => {
    const running = start({});
    const url = await addressOf(running);
    expect(running.stdout()).toMatch(/engine {2}Grafeo [\d.]+, in memory/);
    expect(running.stdout()).toMatch(/loaded {2}[1-9]\d* articles?, [1-9]\d* statements?, [1-9]\d* entit/);
    const tried = /try.*\n\s+(\S+)/.exec(running.stdout())?.[1] ?? '';
    const answer = (await (await fetch(tried)).json()) as { data?: object; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toBeDefined();
    expect((await fetch(new URL('/ready', url))).status).toBe(200);
    running.process.kill('SIGTERM');
    const status = await running.ended;
    // Windows has no signals: there a kill is a kill.
    if (process.platform !== 'win32') expect(status).toBe(0);
    expect(running.stderr()).toBe('');
  });

  test('starts empty when it is told to', async () => {
    const running = start({ ONRECORD_SEED: 'off' });
    await addressOf(running);
    expect(running.stdout()).toContain('loaded  0 articles, 0 statements');
  });

  test('takes documents from whoever has a token of its settings, and writes no token to its log', async () => {
    const token = newToken();
    const ONRECORD_TOKENS = entryOf({ name: 'ann', role: 'write' }, token);
    const running = start({ ONRECORD_TOKENS, ONRECORD_SEED: 'off', LOG_LEVEL: 'trace' });
    const url = await addressOf(running);
    const ask = (authorization: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: '{"query": "mutation { ingestAnnotation(input: {document: \\"{}\\"}) { __typename } }"}',
      });
    expect(await (await ask(`Bearer ${token}`)).json()).toEqual({
      data: { ingestAnnotation: { __typename: 'InvalidAnnotation' } },
    });
    expect((await ask(`Basic ${token}`)).status).toBe(401);
    const wrong = newToken();
    expect((await ask(`Bearer ${wrong}`)).status).toBe(401);
    running.process.kill('SIGTERM');
    await running.ended;
    const told = running.stdout() + running.stderr();
    expect(running.stderr()).toContain('a token was refused');
    for (const secret of [token, wrong, ONRECORD_TOKENS.split(':')[2]]) expect(told).not.toContain(secret);
  });

  test('extracts plain texts, in a thread, and takes the same one once', async () => {
    const token = newToken();
    const ONRECORD_TOKENS = entryOf({ name: 'ann', role: 'write' }, token);
    const running = start({ ONRECORD_TOKENS, ONRECORD_SEED: 'off' });
    const url = await addressOf(running);
    const query = `mutation ($text: String!) {
      ingestArticle(input: {text: $text}) { __typename ... on IngestSuccess { status } }
    }`;
    const send = async (text: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({ query, variables: { text } });
      return (await fetch(url, { method: 'POST', headers, body })).json();
    };
    const text =
      'Anna Berg, the finance minister, said on Monday that the talks with the neighbours had gone well.\n';
    const taken = (status: string) => ({ data: { ingestArticle: { __typename: 'IngestSuccess', status } } });
    expect(await send(text)).toEqual(taken('CREATED'));
    expect(await send(text)).toEqual(taken('UNCHANGED'));
    expect(await send(' ')).toEqual({ data: { ingestArticle: { __typename: 'ExtractionRefused' } } });
    running.process.kill('SIGTERM');
    const status = await running.ended;
    if (process.platform !== 'win32') expect(status).toBe(0);
    expect(running.stderr()).toBe('');
  });

  test('ends with one line where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const running = start({ PORT: port, ONRECORD_SEED: 'off' });
    expect(await running.ended).toBe(1);
    expect(running.stderr()).toMatch(new RegExp(`^onrecord: Port ${port} on 127.0.0.1 is taken.*\n$`));
    expect(running.stdout()).toBe('');
  });

  test('ends with one line where Neo4j does not answer, without the password', async () => {
    // Port 1 answers nobody.
    const running = start({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 's3cret' });
    expect(await running.ended).toBe(1);
    expect(running.stderr()).toMatch(/^onrecord: [^\n]+\n$/);
    expect(running.stderr()).not.toContain('s3cret');
    expect(running.stdout()).toBe('');
  }, 30_000);

  test('ends with every problem of the settings', async () => {
    const running = start({
      PORT: 'x',
      ONRECORD_SEED: 'maybe',
      ONRECORD_TOKENS: 'ann:write:s3cret',
      NEO4J_PASSWORD: 's3cret',
    });
    expect(await running.ended).toBe(1);
    expect(running.stderr()).toMatch(
      /^onrecord: .*\n {2}PORT .*\n {2}ONRECORD_SEED .*\n {2}ONRECORD_TOKENS .*\n {2}NEO4J_PASSWORD .*\n$/,
    );
    expect(running.stderr()).not.toContain('s3cret');
  });
});
