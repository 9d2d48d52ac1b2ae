import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, sendJson, startStub } from '../destination/stub.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';
import { documentWith, linesWith } from './documents.ts';

const NONE = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const CREATED = { entities: 1, statements: 1, mentions: 1, relations: 0 };

const takes: Answer = (_, response) => {
  const result = { __typename: 'IngestSuccess', article: { id: 'art_1' }, refused: [] };
  sendJson(response, {
    data: { ingestAnnotation: { ...result, status: 'CREATED', created: CREATED, unchanged: NONE } },
  });
};

const refuses: Answer = (_, response) => {
  const at = [{ pointer: '/format', reason: 'is not known' }];
  const result = { __typename: 'InvalidAnnotation', message: 'One problem.', code: 'INVALID_INPUT', at };
  sendJson(response, { data: { ingestAnnotation: result } });
};

describe('onrecord ingest --to', () => {
  test('writes through a server, with the token, and opens no store', async () => {
    const stub = await startStub(takes);
    const folder = await folderOf({ 'a.json': JSON.stringify(documentWith('a')) });
    const { origin } = new URL(stub.endpoint);
    // Settings of the graph are not looked at.
    const settings = { ONRECORD_TOKEN: 'onr_a', NEO4J_DATABASE: 'news' };
    const { status, stdout, stderr } = await onrecord(
      ['ingest', '--to', origin, join(folder, 'a.json'), '-'],
      settings,
      { stdin: linesWith('b') },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^created {3}.*a\.json \(art_1\)\ncreated {3}<stdin>:1 \(art_1\)\n2 created, 0 unchanged, 0 refused; new: 2 statements/,
    );
    expect(stub.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer onr_a', 'Bearer onr_a']);
    const sent = stub.asked.map(({ body }) => body.variables);
    expect(sent).toContainEqual({ document: JSON.stringify(documentWith('a')), dryRun: false });
  });

  test('takes the token from a file, and passes a dry run on', async () => {
    const stub = await startStub(takes);
    const folder = await folderOf({ token: 'onr_b\n' });
    const args = ['ingest', '--to', stub.endpoint, '--token-file', join(folder, 'token'), '--dry-run', '-'];
    const { status, stdout } = await onrecord(args, { ONRECORD_TOKEN: 'onr_a' }, { stdin: linesWith('a') });
    expect(status).toBe(0);
    expect(stdout).toContain('Dry run: nothing was written.');
    expect(stub.asked).toMatchObject([
      { headers: { authorization: 'Bearer onr_b' }, body: { variables: { dryRun: true } } },
    ]);
  });

  test('tells what the server says of a document, and ends with status 1', async () => {
    const stub = await startStub(refuses);
    const { status, stdout } = await onrecord(
      ['ingest', '--to', stub.endpoint, '-'],
      {},
      { stdin: '{}\n{\n' },
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^refused {3}<stdin>:1: One problem\.\n {4}\/format: is not known\nrefused {3}<stdin>:2: Not JSON: .*\n0 created, 0 unchanged, 2 refused/,
    );
  });

  test('ends where the server takes no token, and says what was not written', async () => {
    const stub = await startStub((_, response) => response.writeHead(401).end());
    const { status, stdout, stderr } = await onrecord(
      ['ingest', '--to', stub.endpoint, '-'],
      {},
      {
        stdin: linesWith('a', 'b'),
      },
    );
    expect(status).toBe(1);
    expect(stdout).toContain('0 created, 0 unchanged, 0 refused');
    expect(stdout).toContain('Not written: <stdin> from line 1 on.');
    expect(stderr).toMatch(/^onrecord: The server at .* wants a token\. Set ONRECORD_TOKEN .*\n$/);
  });

  test.each([
    [['--to', 'localhost:4000'], '"localhost:4000" is not the address of a server.'],
    [['--token-file', 'x'], '--token-file goes with --to.'],
    [['--to', 'http://127.0.0.1:1', '--token-file', 'missing'], 'The token cannot be read from missing'],
  ])('with %j is refused before anything is read', async (flags, message) => {
    const { status, stdout, stderr } = await onrecord(['ingest', ...flags, '-'], {
      ONRECORD_DATA: ':memory:',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`onrecord: ${message}`);
  });
});
