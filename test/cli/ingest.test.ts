import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/graph/open.ts';
import { documentOf } from '../support/documents.ts';
import { onrecord } from './cli.ts';

const TEXT = 'Anna Berg said that the talks went well.';

function documentWith(key: string): object {
  return documentOf({
    text: TEXT,
    key,
    entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
    mentions: { berg: { at: 'Anna Berg', of: 'berg' } },
    statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'the talks went well' } },
  });
}

/** An empty folder, gone when the test ends. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

describe('onrecord ingest', () => {
  test('says of each document what became of it, and the second time that it is unchanged', async () => {
    const folder = await newFolder();
    const settings = { ONRECORD_DATA: join(folder, 'store') };
    const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')];
    await writeFile(one, JSON.stringify(documentWith('one')));
    await writeFile(two, JSON.stringify(documentWith('two')));

    const first = await onrecord(['ingest', folder], settings);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const [lineOne, lineTwo, totals] = first.stdout.split('\n');
    expect(lineOne).toMatch(/^created +\S.*one\.json \(art_[0-9a-f]{32}\)$/);
    expect(lineTwo).toMatch(/^created +\S.*two\.json \(art_[0-9a-f]{32}\)$/);
    expect(totals).toMatch(/^2 created, 0 unchanged, 0 refused; new: 2 statements, \d+ entit/);

    const second = await onrecord(['ingest', two, one], settings);
    expect(second).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toMatch(
      /^unchanged .*two\.json .*\nunchanged .*one\.json .*\n0 created, 2 unchanged, 0 refused/,
    );
  });

  test('tells every problem of a document with its place, takes the others, and ends with status 1', async () => {
    const folder = await newFolder();
    const wrong = { ...documentWith('wrong'), format: 'onrecord-annotation/9', surplus: 1 };
    await writeFile(join(folder, 'a-wrong.json'), JSON.stringify(wrong));
    await writeFile(join(folder, 'b-broken.json'), '{');
    await writeFile(join(folder, 'c-right.json'), JSON.stringify(documentWith('right')));

    const { status, stdout } = await onrecord(['ingest', folder], { ONRECORD_DATA: join(folder, 'store') });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^refused +\S.*a-wrong\.json: .+\n {4}\/format: .+\n/);
    expect(stdout).toMatch(/^refused +\S.*b-broken\.json: Not JSON: .+$/m);
    expect(stdout).toMatch(/^created +\S.*c-right\.json/m);
    expect(stdout).toMatch(/^1 created, 0 unchanged, 2 refused/m);
  });

  test('refuses a path where nothing is', async () => {
    const folder = await newFolder();
    const path = join(folder, 'nothing.json');
    const { status, stdout } = await onrecord(['ingest', path], { ONRECORD_DATA: ':memory:' });
    expect(status).toBe(1);
    expect(stdout).toContain(`refused   ${path}: Cannot be read`);
  });

  test('says so where another process holds the store', async () => {
    const folder = await newFolder();
    const store = join(folder, 'store');
    const db = await openDatabase({ engine: 'grafeo', folder: store });
    onTestFinished(() => db.close());
    const { status, stdout, stderr } = await onrecord(['ingest', folder], { ONRECORD_DATA: store });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^onrecord: .*is held by another process\. If a server is running on it, stop the server.*\n$/,
    );
  });

  test('tells what is wrong with the settings', async () => {
    const { status, stderr } = await onrecord(['ingest', 'x'], { NEO4J_DATABASE: 'news' });
    expect(status).toBe(1);
    expect(stderr).toContain('NEO4J_DATABASE is set but NEO4J_URI is not.');
  });

  test('wants a path', async () => {
    const { status, stderr } = await onrecord(['ingest']);
    expect(status).toBe(1);
    expect(stderr).toContain("missing required argument 'path'");
  });
});
