import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sendJson, startStub } from '../destination/stub.ts';
import { documentOf } from '../support/documents.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';

const URL_OF_IT = 'https://daily.example/zebras';

/** Documents of many articles; of one, words that no other has. */
const DOCUMENTS = Array.from({ length: 40 }, (_, index) =>
  documentOf({
    text:
      index === 20
        ? 'Quixotic zebras vanished, said nobody.'
        : `Article ${index} says ${'much '.repeat(300)}.`,
    url: index === 20 ? URL_OF_IT : `https://daily.example/${index}`,
  }),
);
const LINES = DOCUMENTS.map((document) => `${JSON.stringify(document)}\n`).join('');

/** The files of a folder that have the words. */
function filesWith(folder: string, words: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => {
    const path = join(folder, file);
    return statSync(path).isFile() && readFileSync(path).includes(words);
  });
}

describe('onrecord redact', () => {
  test('takes the text out of the graph, and its words out of the files of the store', async () => {
    const store = join(await folderOf(), 'store');
    const settings = { ONRECORD_DATA: store };
    // Some of it stands in the store file, some in the log beside it.
    for (let times = 0; times < 3; times += 1)
      await onrecord(['ingest', '--quiet', '-'], settings, { stdin: LINES });
    expect(filesWith(store, 'Quixotic zebras')).not.toEqual([]);
    const first = await onrecord(['redact', URL_OF_IT, '--keep', '20'], settings);
    expect(first).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^redacted {2}art_[0-9a-f]{32}: its text is not kept, nor words of more than 20 code points\n$/,
      ),
      stderr: '',
    });
    expect(filesWith(store, 'Quixotic zebras')).toEqual([]);
    expect(filesWith(store, 'quixotic')).toEqual([]);
    const again = await onrecord(['redact', URL_OF_IT], settings);
    expect(again.stdout).toMatch(/^unchanged art_.* words of more than 20 code points\n$/);
    const { stdout } = await onrecord(['export'], settings);
    expect(stdout).not.toContain('uixotic');
    const decision = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
    expect(decision).toMatchObject({ kind: 'REDACT', keepLength: 20, reason: 'The text may not be kept.' });
    expect(decision.actor).not.toBe('');
  });

  test('does it through a server', async () => {
    const stub = await startStub((_, response) =>
      sendJson(response, {
        data: { redactArticle: { article: { id: 'art_1' }, decision: { id: 'dec_1' }, keepLength: 5 } },
      }),
    );
    const args = ['redact', URL_OF_IT, '--keep', '5', '--reason', 'So.', '--to', stub.endpoint];
    expect(await onrecord(args, { ONRECORD_TOKEN: 'onr_a' })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^redacted {2}art_1: /),
    });
    expect(stub.asked).toMatchObject([
      { body: { variables: { input: { article: { url: URL_OF_IT }, keep: 5, reason: 'So.' } } } },
    ]);
  });

  test('tells what a server says', async () => {
    const stub = await startStub((_, response) =>
      sendJson(response, { data: { redactArticle: { message: 'No such article.', code: 'NOT_FOUND' } } }),
    );
    const { status, stderr } = await onrecord(['redact', URL_OF_IT, '--to', stub.endpoint]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'onrecord: No such article.\n' });
  });

  test.each([
    [['zebras'], 'no id of an article, no URL and no SHA-256'],
    [['https://daily.example/x', '--keep', '-1'], 'Give a number of code points from 0 to'],
    [['https://daily.example/x'], 'No article matches'],
    [['https://daily.example/x', '--reason', ' '], '"reason" is empty'],
  ])('refuses %j', async (args, message) => {
    const { status, stdout, stderr } = await onrecord(['redact', ...args], { ONRECORD_DATA: ':memory:' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});
