import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/graph/open.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord, startOnrecord } from './cli.ts';
import { documentWith, linesWith } from './documents.ts';

describe('onrecord ingest', () => {
  test('says of each document what became of it, and the second time that it is unchanged', async () => {
    const folder = await folderOf();
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
    const folder = await folderOf();
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
    const folder = await folderOf();
    const path = join(folder, 'nothing.json');
    const { status, stdout } = await onrecord(['ingest', path], { ONRECORD_DATA: ':memory:' });
    expect(status).toBe(1);
    expect(stdout).toContain(`refused   ${path}: Cannot be read`);
  });

  test('says so where another process holds the store', async () => {
    const folder = await folderOf();
    const store = join(folder, 'store');
    const db = await openDatabase({ engine: 'grafeo', folder: store });
    onTestFinished(() => db.close());
    const { status, stdout, stderr } = await onrecord(['ingest', folder], { ONRECORD_DATA: store });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^onrecord: .*is held by another process\. If a server is running on it, .* --to http:.*\n$/,
    );
  });

  test('takes folders, globs, JSON Lines and standard input, each document once', async () => {
    const folder = await folderOf({
      'in/a.json': JSON.stringify(documentWith('a')),
      'in/sub/b.jsonl': `${linesWith('b')}\n{"format":\n${linesWith('a')}`,
      'c1.json': JSON.stringify(documentWith('c')),
      'd.json': '{}',
    });
    const paths = [join(folder, 'in'), join(folder, 'c?.json'), join(folder, 'in', 'a.json'), '-'];
    const settings = { ONRECORD_DATA: ':memory:' };
    const { status, stdout } = await onrecord(['ingest', ...paths], settings, {
      stdin: JSON.stringify(documentWith('d'), null, 2),
    });
    expect(status).toBe(1);
    const told = stdout.split('\n').map((line) => line.replace(`${folder}`, '').replaceAll('\\', '/'));
    expect(told).toEqual([
      expect.stringMatching(/^created {3}\/in\/a\.json \(art_/),
      expect.stringMatching(/^created {3}\/in\/sub\/b\.jsonl:1 \(art_/),
      'refused   /in/sub/b.jsonl:3: Not JSON: unexpected end at line 3, column 11.',
      expect.stringMatching(/^unchanged \/in\/sub\/b\.jsonl:4 \(art_/),
      expect.stringMatching(/^created {3}\/c1\.json \(art_/),
      expect.stringMatching(/^created {3}<stdin>:1 \(art_/),
      '4 created, 1 unchanged, 1 refused; new: 4 statements, 1 entities, 4 mentions, 0 relations',
      expect.stringMatching(/^6 documents in [\d.]+ s, [\d.]+ a second$/),
      '',
    ]);
  });

  test('tells of refusals and the end only with --quiet', async () => {
    const settings = { ONRECORD_DATA: ':memory:' };
    const { stdout } = await onrecord(['ingest', '--quiet', '-'], settings, {
      stdin: `${linesWith('a')}{"a":1}\n${linesWith('a')}`,
    });
    expect(stdout).toMatch(
      /^refused {3}<stdin>:2: .*\n( {4}\/.*\n)+1 created, 1 unchanged, 1 refused; .*\n3 doc.*\n$/,
    );
  });

  test('reports in JSON Lines with --json', async () => {
    const settings = { ONRECORD_DATA: ':memory:' };
    const { status, stdout, stderr } = await onrecord(['ingest', '--json', '-'], settings, {
      stdin: `${linesWith('a')}{"format":"onrecord-annotation/9"}\n`,
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const counts = { entities: 1, statements: 1, mentions: 1, relations: 0 };
    const none = { entities: 0, statements: 0, mentions: 0, relations: 0 };
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toMatchObject([
      {
        type: 'document',
        status: 'created',
        file: '<stdin>',
        line: 1,
        articleId: expect.stringMatching(/^art_/),
        created: counts,
        unchanged: none,
        leftOut: [],
      },
      {
        type: 'document',
        status: 'refused',
        file: '<stdin>',
        line: 2,
        code: 'INVALID_INPUT',
        message: expect.stringContaining('problems'),
        problems: expect.arrayContaining([{ pointer: '/format', reason: expect.any(String) }]),
      },
      {
        type: 'end',
        documents: 2,
        created: 1,
        unchanged: 0,
        refused: 1,
        new: counts,
        seconds: expect.any(Number),
        documentsPerSecond: expect.any(Number),
        dryRun: false,
        interrupted: false,
        left: null,
      },
    ]);
  });

  test('writes nothing in a dry run, and makes no store', async () => {
    const folder = await folderOf({ 'a.json': JSON.stringify(documentWith('a')) });
    const settings = { ONRECORD_DATA: join(folder, 'store') };
    const file = join(folder, 'a.json');
    const rehearse = () => onrecord(['ingest', '--dry-run', file], settings);
    const first = await rehearse();
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(
      /^to create .*a\.json \(art_.*\)\n1 to create, 0 unchanged, 0 refused; new: 1 statements, .*\n.*\nDry run: nothing was written\.\n$/,
    );
    expect(existsSync(settings.ONRECORD_DATA)).toBe(false);

    await onrecord(['ingest', '-'], settings);
    expect((await rehearse()).stdout).toMatch(/^to create /);
    expect((await onrecord(['ingest', file], settings)).stdout).toMatch(/^created /);
    expect((await rehearse()).stdout).toMatch(/^unchanged .*\n0 to create, 1 unchanged/);
  });

  test('hands over what comes slowly, and after Ctrl-C says what was not read', async (context) => {
    // There a signal ends a process without asking it.
    if (process.platform === 'win32') return context.skip();
    const folder = await folderOf({ 'z.json': '{}' });
    const settings = { ONRECORD_DATA: join(folder, 'store') };
    const running = startOnrecord(['ingest', '-', join(folder, 'z.json')], settings);
    running.child.stdin?.write(linesWith('a', 'b'));
    await running.says('created   <stdin>:2');
    running.child.stdin?.write('{"format":');
    running.child.kill('SIGINT');
    const { status, stdout, stderr } = await running.ended;
    expect(status).toBe(130);
    expect(stdout).toContain('2 created, 0 unchanged, 0 refused');
    expect(stdout).toContain('Not read: <stdin> from line 3 on, and 1 more file.');
    expect(stderr).toMatch(/^Ending after what is being written/);
    const again = await onrecord(['ingest', '-'], settings, { stdin: linesWith('a', 'b', 'c') });
    expect(again.stdout).toContain('1 created, 2 unchanged, 0 refused');
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
