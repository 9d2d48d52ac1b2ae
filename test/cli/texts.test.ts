import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sendJson, startStub } from '../destination/stub.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';
import { documentWith } from './documents.ts';

const COMMAND = fileURLToPath(new URL('../support/saying-cli.ts', import.meta.url));
const TEXT = 'Anna Berg said that the talks went well.\nNomen Nescio said that it is so.\n';
const METADATA = { title: 'Talks', outlet: { name: 'The Daily', qid: 'Q900009' }, publishedAt: '2024-03' };

function run(args: readonly string[], settings: Record<string, string> = {}, stdin = '') {
  const env = { NODE_OPTIONS: '--import tsx', ONRECORD_DATA: ':memory:', ...settings };
  return onrecord(args, env, { command: COMMAND, stdin });
}

describe('onrecord ingest with plain texts', () => {
  test('takes them beside documents, says what was left out, and changes nothing the second time', async () => {
    const folder = await folderOf({
      'a.txt': TEXT,
      'a.meta.json': JSON.stringify(METADATA),
      'b.json': JSON.stringify(documentWith('b')),
    });
    const settings = { ONRECORD_DATA: join(await folderOf(), 'store') };
    const first = await run(['ingest', folder, '--text'], settings);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^created {3}\S+a\.txt \(art_\w+\)\n {4}left out \/text: nobody is called Nomen Nescio\ncreated {3}\S+b\.json/,
    );
    const second = await run(['ingest', join(folder, 'a.txt'), folder], settings);
    expect(second.stdout).toContain('0 created, 2 unchanged, 0 refused');
    const third = await run(['ingest', folder, '--text'], { ...settings, SAYINGS_VERSION: '2' });
    expect(third.stdout).toContain('1 created, 1 unchanged, 0 refused');
  });

  test('leaves the texts of a folder unless they are asked for', async () => {
    const folder = await folderOf({ 'a.txt': TEXT });
    const { status, stdout } = await run(['ingest', folder]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'has no *.json, *.jsonl, *.ndjson, *.ann files; --text takes its *.txt files, too',
    );
  });

  test('takes a text from standard input, and what is known of it from options', async () => {
    const args = ['ingest', '-', '--text', '--title', 'T', '--outlet', 'The Daily', '--dry-run', '--json'];
    const { status, stdout } = await run(args, {}, TEXT);
    expect(status).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      status: 'created',
      created: { entities: 2, statements: 1 },
    });
  });

  test('refuses options about one text where there are several or none, and those that are wrong', async () => {
    const folder = await folderOf({ 'a.txt': TEXT, 'b.txt': TEXT });
    const several = await run(['ingest', folder, '--text', '--title', 'T']);
    expect(several).toMatchObject({ status: 1, stdout: '' });
    expect(several.stderr).toContain('--title is about one plain text, and there are 2');
    const none = await run(['ingest', '-', '--key', 'k']);
    expect(none.stderr).toContain('--key is about one plain text, and there is none');
    const wrong = await run([
      'ingest',
      '-',
      '--text',
      '--published-at',
      'soon',
      '--outlet-qid',
      'Q1',
      '--outlet',
      'x',
    ]);
    expect(wrong.stderr).toMatch(/^onrecord: --published-at: not a date/);
  });

  test('sends a text to a server, which extracts it', async () => {
    const stub = await startStub((_, response) => {
      const counts = { entities: 0, statements: 0, mentions: 0, relations: 0 };
      const result = { __typename: 'IngestSuccess', article: { id: 'art_1' }, status: 'UNCHANGED' };
      const refused = [{ pointer: '/text', reason: 'is so' }];
      sendJson(response, {
        data: { ingestArticle: { ...result, created: counts, unchanged: counts, refused } },
      });
    });
    const folder = await folderOf({ 'a.txt': TEXT, 'a.meta.json': JSON.stringify(METADATA) });
    const { status, stdout } = await run(['ingest', '--to', stub.endpoint, join(folder, 'a.txt')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^unchanged \S+a\.txt \(art_1\)\n {4}left out \/text: is so\n/);
    expect(stub.asked[0]?.body.variables).toMatchObject({
      input: {
        text: TEXT,
        title: 'Talks',
        publishedAt: '2024-03',
        outlet: { name: 'The Daily' },
        outletQid: 'Q900009',
        dryRun: false,
      },
    });
  });
});

describe('onrecord extract', () => {
  test('prints a document that can be ingested, and what was left out on standard error', async () => {
    const folder = await folderOf({ 'a.txt': TEXT, 'a.meta.json': JSON.stringify(METADATA) });
    const { status, stdout, stderr } = await run(['extract', join(folder, 'a.txt'), '--title', 'Other']);
    expect(status).toBe(0);
    expect(stderr).toContain('a.txt /text: nobody is called Nomen Nescio');
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toMatchObject({
      article: { text: TEXT, title: 'Other', publishedAt: '2024-03' },
    });
    const ingested = await run(['ingest', '-'], {}, stdout);
    expect(ingested.stdout).toContain('1 created, 0 unchanged, 0 refused');
  });

  test('prints several as JSON Lines, goes on after one that is refused, and ends with status 1', async () => {
    const folder = await folderOf({
      'bom.txt': `\ufeff${TEXT}`,
      'crlf.txt': TEXT.replaceAll('\n', '\r\n'),
      'empty.txt': '',
      'latin1.txt': Buffer.from([0x41, 0xe9]),
      'long.txt': 'x'.repeat(2_000_000),
      'nul.txt': `\u0000\u001b[2J\u009b${TEXT}`,
      'odd.txt': TEXT,
      'odd.meta.json': '{"titel": "T"}',
      'white.txt': ' \n\n\t',
    });
    const { status, stdout, stderr } = await run(['extract', folder]);
    expect(status).toBe(1);
    const texts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).article.text);
    expect(texts).toEqual([TEXT, TEXT.replaceAll('\n', '\r\n'), `\u0000\u001b[2J\u009b${TEXT}`]);
    expect(stdout).not.toContain('\u009b');
    for (const [file, reason] of [
      ['empty.txt', 'The text is empty'],
      ['latin1.txt', 'the file is not UTF-8'],
      ['long.txt', '2000000 UTF-16 units, and 1000000 is the most'],
      ['odd.txt', 'odd.meta.json has one problem'],
      ['white.txt', 'The text is empty'],
    ] as const) {
      expect(stderr).toMatch(new RegExp(`refused {3}\\S+${file.replace('.', '\\.')}: .*${reason}`));
    }
    expect(stderr).toContain('/titel: is not known');
  });

  test('shows a text with --explain, without colours where the output is no terminal', async () => {
    const { status, stdout } = await run(['extract', '--explain', '--width', '60', '-'], {}, TEXT);
    expect(status).toBe(0);
    expect(stdout.replaceAll('\u00a0', ' ')).toContain(
      '[1 Anna Berg] {1 said} ⟨1 that the talks went well 1⟩.',
    );
    expect(stdout).not.toContain('\u001b');
    const forced = await run(['extract', '--explain', '--color', '-'], { NO_COLOR: '1' }, TEXT);
    expect(forced.stdout).toContain('\u001b[');
    const plain = await run(['extract', '--explain', '--no-color', '-'], { FORCE_COLOR: '1' }, TEXT);
    expect(plain.stdout).not.toContain('\u001b');
  });
});
