import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { createContext } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startServer } from '../../src/http/server.ts';
import { sendJson, startStub } from '../destination/stub.ts';
import { memoryLog } from '../http/stub.ts';
import { KNOWN_TOKENS, TOKENS } from '../http/tokens.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord, startOnrecord } from './cli.ts';
import { documentWith, linesWith } from './documents.ts';

/** The settings of a store with documents. */
async function storeWith(...keys: readonly string[]): Promise<Record<string, string>> {
  const settings = { ONRECORD_DATA: join(await folderOf(), 'store') };
  await onrecord(['ingest', '-'], settings, { stdin: linesWith(...keys) });
  return settings;
}

/** A server over a graph of its own, until the test ends. */
async function serve(): Promise<string> {
  const db = await openDatabase({ engine: 'grafeo', shuffleUnordered: true });
  await db.apply(GRAPH_PLAN);
  const parts = { db, schema, contextFactory: createContext, log: memoryLog(), examples: [] };
  const server = await startServer({ ...parts, tokens: KNOWN_TOKENS, host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await server.close();
    await db.close();
  });
  return server.url;
}

describe('onrecord export and import', () => {
  test('bring a graph from one store into another, and there is the same export of both', async () => {
    const [from, folder] = [await storeWith('a', 'b'), await folderOf()];
    const file = join(folder, 'graph.jsonl');
    expect(await onrecord(['export', file], from)).toEqual({
      status: 0,
      stdout: `2 documents and 0 decisions in ${file}.\n`,
      stderr: '',
    });
    const lines = readFileSync(file, 'utf8');
    expect(await onrecord(['export'], from)).toEqual({ status: 0, stdout: lines, stderr: '' });
    const to = { ONRECORD_DATA: join(folder, 'other') };
    const imported = await onrecord(['import', file], to);
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(imported.stdout).toMatch(
      /^created {3}.*graph\.jsonl:1 \(art_.*\n.*\n2 created, 0 unchanged, 0 refused/,
    );
    expect((await onrecord(['export', '-'], to)).stdout).toBe(lines);
    const again = await onrecord(['import', '-'], to, { stdin: lines });
    expect(again.stdout).toContain('0 created, 2 unchanged, 0 refused');
  });

  test('do the same through a server, with a token of an admin', async () => {
    const url = await serve();
    const lines = (await onrecord(['export'], await storeWith('a', 'b', 'c'))).stdout;
    const admin = { ONRECORD_TOKEN: TOKENS.admin };
    const imported = await onrecord(['import', '-', '--to', url], admin, { stdin: lines });
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(imported.stdout).toContain('3 created, 0 unchanged, 0 refused');
    expect(await onrecord(['export', '--from', url], admin)).toEqual({
      status: 0,
      stdout: lines,
      stderr: '',
    });

    const denied = await onrecord(['export', '--from', url], { ONRECORD_TOKEN: TOKENS.write });
    expect(denied).toMatchObject({ status: 1, stdout: '' });
    expect(denied.stderr).toMatch(/does not let this token export: This takes a token of the role admin/);
    const refused = await onrecord(['import', '-', '--to', url], {}, { stdin: lines });
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.stderr).toContain('Set ONRECORD_TOKEN to one that may import');
  });

  test('refuse a decision of no known kind, take the rest, and end with status 1', async () => {
    const settings = { ONRECORD_DATA: ':memory:' };
    const stdin = `{"format":"onrecord-decision/1","id":"x","at":"2024"}\n${linesWith('a')}`;
    const { status, stdout } = await onrecord(['import', '-'], settings, { stdin });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^created {3}<stdin>:2 \(art_.*\nrefused {3}<stdin>:1: /);
    expect(stdout).toContain('1 created, 0 unchanged, 0 refused');
    expect(stdout).toContain('decisions: 0 decided, 0 unchanged, 1 refused');
    const { stdout: json } = await onrecord(['import', '--json', '-'], settings, { stdin });
    const reports = json
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toMatchObject([
      { type: 'document', status: 'created' },
      { type: 'decision', status: 'refused', file: '<stdin>', line: 1, code: 'INVALID_INPUT' },
      { type: 'end', decisions: { created: 0, unchanged: 0, refused: 1 }, decisionsLeft: 0 },
    ]);
  });
});

describe('onrecord export', () => {
  test('leaves a file as it was where it cannot write all of it', async () => {
    const [settings, folder] = [await storeWith('a'), await folderOf({ 'kept.jsonl': 'old' })];
    const [file, missing] = [join(folder, 'kept.jsonl'), join(folder, 'no', 'graph.jsonl')];
    const stub = await startStub(({ body }, response) => {
      const { kind, after } = body.variables;
      const page =
        kind === 'DECISION' ? { lines: [], endCursor: null } : { lines: ['{}'], endCursor: 'next' };
      if (after === 'next') response.writeHead(500).end();
      else sendJson(response, { data: { exportRecords: page } });
    });
    const gone = await onrecord(['export', file, '--from', stub.endpoint]);
    expect(gone).toMatchObject({ status: 1, stderr: expect.stringContaining('fails (status 500)') });
    expect(readFileSync(file, 'utf8')).toBe('old');
    const nowhere = await onrecord(['export', missing], settings);
    expect(nowhere).toEqual({
      status: 1,
      stdout: '',
      stderr: `onrecord: ${missing} cannot be written: there is no such file or folder.\n`,
    });
    expect((await onrecord(['export', folder], settings)).stderr).toContain('it is a folder');
    expect(readdirSync(folder)).toEqual(['kept.jsonl']);
    expect((await onrecord(['export', file], settings)).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{"article":/);
    expect(readdirSync(folder)).toEqual(['kept.jsonl']);
  });

  test('writes to what a link leads to', async (context) => {
    if (process.platform === 'win32') return context.skip();
    const [settings, folder] = [await storeWith('a'), await folderOf({ 'file.jsonl': 'old' })];
    const link = join(folder, 'link');
    await symlink(join(folder, 'file.jsonl'), link);
    await onrecord(['export', link], settings);
    expect(readFileSync(join(folder, 'file.jsonl'), 'utf8')).toMatch(/^\{"article":/);
    expect(readdirSync(folder)).toEqual(['file.jsonl', 'link']);
  });

  test('ends without a word where nobody reads on', async () => {
    const folder = await folderOf();
    // More than a pipe holds.
    const documents = Array.from({ length: 400 }, (_, index) => documentWith(`article ${index}`));
    await writeFile(join(folder, 'in.jsonl'), documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const settings = { ONRECORD_DATA: join(folder, 'store') };
    await onrecord(['ingest', '--quiet', join(folder, 'in.jsonl')], settings);
    const running = startOnrecord(['export'], settings);
    const { stdout } = running.child;
    if (stdout === null) throw new Error('Standard output is a pipe.');
    await once(stdout, 'data');
    stdout.destroy();
    expect(await running.ended).toMatchObject({ status: 0, stderr: '' });
  });

  test('makes no empty backup of a graph that is not there', async () => {
    const folder = await folderOf();
    const { status, stdout, stderr } = await onrecord(['export'], { ONRECORD_DATA: join(folder, 'no') });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^onrecord: There is no graph in the folder .*no\. ONRECORD_DATA or NEO4J_URI says/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says so where another process holds the store', async () => {
    const store = join(await folderOf(), 'store');
    const db = await openDatabase({ engine: 'grafeo', folder: store });
    onTestFinished(() => db.close());
    const { status, stderr } = await onrecord(['export'], { ONRECORD_DATA: store });
    expect(status).toBe(1);
    expect(stderr).toMatch(/If a server is running on it, read through that server with --from http:/);
  });

  test('takes a file with a token for a server only', async () => {
    const { status, stderr } = await onrecord(['export', '--token-file', 'x'], {
      ONRECORD_DATA: ':memory:',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('--token-file goes with --from.');
  });
});
