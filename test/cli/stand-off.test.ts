import { rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson, startStub } from '../destination/stub.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';
import { documentWith } from './documents.ts';

const TEXT = '🗞️ Anna Berg said that the talks went well. Ek left.\n';

/** A line on words of the text. */
function bound(id: string, label: string, words: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `${id}\t${label} ${start} ${start + [...words].length}\t${words}`;
}

const ANN = [
  bound('T1', 'Source', 'Anna Berg'),
  bound('T2', 'Cue', 'said'),
  bound('T3', 'Content', 'that the talks went well'),
  'E1\tCue:T2 Source:T1 Content:T3',
  bound('T4', 'Source', 'Ek'),
  bound('T5', 'Cue', 'left'),
  'E2\tCue:T5 Source:T4',
  '',
].join('\n');
const METADATA = { title: 'Talks', outlet: 'The Daily', publishedAt: '2024-03' };
const FILES = { 'a.ann': ANN, 'a.txt': TEXT, 'a.meta.json': JSON.stringify(METADATA) };
const LEFT_OUT = 'left out /E2: line 7: has no Content: nothing is said';

const run = (args: readonly string[], settings: Record<string, string> = {}, stdin = '') =>
  onrecord(args, { ONRECORD_DATA: ':memory:', ...settings }, { stdin });

describe('onrecord ingest with stand-off files', () => {
  test('loads those of a folder, tells by line what is no statement, and changes nothing the second time', async () => {
    const folder = await folderOf({ ...FILES, 'b.json': JSON.stringify(documentWith('b')) });
    const settings = { ONRECORD_DATA: join(await folderOf(), 'store') };
    const first = await run(['ingest', folder], settings);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^created {3}\S+a\.ann \(art_\w+\)\n/);
    expect(first.stdout).toContain(LEFT_OUT);
    expect(first.stdout).toContain('2 created, 0 unchanged, 0 refused');
    const second = await run(['ingest', folder], settings);
    expect(second.stdout).toContain('0 created, 2 unchanged, 0 refused');
    // Changed since, though not in its words: another run.
    await utimes(join(folder, 'a.ann'), new Date(), new Date(Date.now() + 60_000));
    const third = await run(['ingest', join(folder, '*.ann')], settings);
    expect(third.stdout).toContain('1 created, 0 unchanged, 0 refused');
  });

  test('says in a dry run, as JSON, what would be new, with what options and the file beside say of the article', async () => {
    const folder = await folderOf(FILES);
    const args = ['ingest', join(folder, 'a.ann'), '--title', 'Other', '--dry-run', '--json'];
    const { status, stdout } = await run(args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      status: 'created',
      created: { entities: 2, statements: 1 },
      leftOut: [{ pointer: '/E2', reason: 'line 7: has no Content: nothing is said' }],
    });
  });

  test('refuses one without its text, or with one that is no text, and goes on', async () => {
    const folder = await folderOf({ ...FILES, 'c.ann': ANN, 'd.ann': ANN, 'd.txt': Buffer.from([0xe9]) });
    const { status, stdout } = await run(['ingest', folder]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /refused {3}\S+c\.ann: Cannot be read: the text that it annotates has to stand beside it, as \S+c\.txt: there is no such file or folder\.\n/,
    );
    expect(stdout).toMatch(/refused {3}\S+d\.ann: Cannot be read: the text \S+d\.txt is not UTF-8\.\n/);
    expect(stdout).toContain('1 created, 0 unchanged, 2 refused');
  });

  test('refuses options about one text where there are two', async () => {
    const folder = await folderOf({ ...FILES, 'b.ann': ANN, 'b.txt': TEXT });
    const { status, stderr } = await run(['ingest', folder, '--title', 'T']);
    expect(status).toBe(1);
    expect(stderr).toContain('--title is about one plain text, and there are 2');
  });

  test('sends the document to a server, and tells what was left out before', async () => {
    const stub = await startStub((_, response) => {
      const counts = { entities: 0, statements: 1, mentions: 0, relations: 0 };
      const result = { __typename: 'IngestSuccess', article: { id: 'art_1' }, status: 'CREATED' };
      const refused = [{ pointer: '/entities/0', reason: 'is so' }];
      sendJson(response, {
        data: { ingestAnnotation: { ...result, created: counts, unchanged: counts, refused } },
      });
    });
    const folder = await folderOf(FILES);
    const { status, stdout } = await run(['ingest', '--to', stub.endpoint, join(folder, 'a.ann')]);
    expect(status).toBe(0);
    expect(stdout).toContain(`${LEFT_OUT}\n    left out /entities/0: is so\n`);
    const { document } = (stub.asked[0]?.body.variables ?? {}) as { document?: string };
    const start = [...TEXT.slice(0, TEXT.indexOf('Anna'))].length;
    expect(JSON.parse(document ?? '')).toMatchObject({
      article: { text: TEXT, title: 'Talks', publishedAt: '2024-03' },
      run: { method: 'HAND', tool: 'brat' },
      statements: [{ source: { evidence: [{ start, exact: 'Anna Berg' }] } }],
    });
  });
});

test('onrecord extract prints a stand-off file as its document', async () => {
  const folder = await folderOf(FILES);
  const { status, stdout, stderr } = await run(['extract', join(folder, 'a.ann')]);
  expect(status).toBe(0);
  expect(stderr).toContain('a.ann /E2: line 7: has no Content');
  expect(JSON.parse(stdout)).toMatchObject({ run: { tool: 'brat' }, statements: [{ id: 'E1' }] });
  await rename(join(folder, 'a.txt'), join(folder, 'b.txt'));
  const without = await run(['extract', join(folder, 'a.ann')]);
  expect(without).toMatchObject({ status: 1, stdout: '' });
  expect(without.stderr).toContain('the text that it annotates has to stand beside it');
});
