import { symlink } from 'node:fs/promises';
import { join, normalize, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readAny, readLines, readOne } from '../../src/ingest/read-documents.ts';
import { findInputs } from '../../src/ingest/read-paths.ts';
import { folderOf } from '../support/folders.ts';

/** Files by their paths within the folder, and messages of what is not there. */
async function found(folder: string, ...paths: readonly string[]): Promise<string[]> {
  const inputs = await findInputs(paths.map((path) => (path === '-' ? path : `${folder}${sep}${path}`)));
  return inputs.map((input) => {
    const path = relative(folder, input.file).replaceAll(sep, '/');
    return 'error' in input ? `${path}: ${input.error.message}` : path;
  });
}

const FILES = {
  'a.json': '{}',
  'B.JSON': '{}',
  'c.jsonl': '{}',
  'd.ndjson': '{}',
  'e.txt': '{}',
  '.hidden.json': '{}',
  '.git/config.json': '{}',
  'sub/f.json': '{}',
  'sub/deep/g.json': '{}',
  'sub-b.json': '{}',
};

describe('a folder', () => {
  test('has its files and those of the folders in it, by name, but for hidden and other ones', async () => {
    const folder = await folderOf(FILES);
    const wanted = ['B.JSON', 'a.json', 'c.jsonl', 'd.ndjson', 'sub/deep/g.json', 'sub/f.json', 'sub-b.json'];
    expect(await found(folder, '')).toEqual(wanted);
    expect(await found(folder, '.git')).toEqual(['.git/config.json']);
  });

  test('without any is told of', async () => {
    const folder = await folderOf({ 'notes.txt': 'x', 'sub/more.txt': 'x' });
    expect(await found(folder, 'sub')).toEqual([
      'sub: Cannot be read: the folder has no *.json, *.jsonl, *.ndjson files.',
    ]);
  });

  test('is followed through links, also in circles', async () => {
    const folder = await folderOf({ 'in/a.json': '{}', 'in/sub/b.json': '{}', 'other/c.json': '{}' });
    await symlink(join(folder, 'in'), join(folder, 'in', 'sub', 'again'), 'junction');
    await symlink(join(folder, 'other'), join(folder, 'in', 'there'), 'junction');
    await symlink(join(folder, 'in'), join(folder, 'other', 'back'), 'junction');
    expect(await found(folder, 'in')).toEqual(['in/a.json', 'in/sub/b.json', 'in/there/c.json']);
  });

  test.skipIf(process.platform === 'win32')('tells of links that lead nowhere', async () => {
    const folder = await folderOf({ 'a.json': '{}' });
    await symlink(join(folder, 'nothing'), join(folder, 'b.json'));
    await symlink(join(folder, 'c.json'), join(folder, 'c.json'));
    await symlink(join(folder, 'nothing'), join(folder, 'd.txt'));
    expect(await found(folder, '')).toEqual([
      'a.json',
      'b.json: Cannot be read: there is no such file or folder.',
      'c.json: Cannot be read: its links go in a circle.',
    ]);
  });
});

describe('a glob', () => {
  test('stands for the files that it matches, in order', async () => {
    const folder = await folderOf(FILES);
    expect(await found(folder, '*.json')).toEqual(['a.json', 'sub-b.json']);
    expect(await found(folder, '**/*.json')).toEqual([
      'a.json',
      'sub-b.json',
      'sub/deep/g.json',
      'sub/f.json',
    ]);
    expect(await found(folder, '{a,e}.*')).toEqual(['a.json', 'e.txt']);
    expect(await found(folder, `sub${sep}?.json`)).toEqual(['sub/f.json']);
  });

  test('is relative to the working directory', async () => {
    const folder = await folderOf(FILES);
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    const inputs = await findInputs(['sub/*.json', './*.jsonl']);
    expect(inputs.map(({ file }) => file)).toEqual([normalize('sub/f.json'), 'c.jsonl']);
  });

  test('that matches nothing is told of', async () => {
    const folder = await folderOf(FILES);
    expect(await found(folder, 'x*.json')).toEqual(['x*.json: Cannot be read: no file matches the pattern.']);
  });

  test('is none where a file has that name', async () => {
    const folder = await folderOf({ 'a[1].json': '{}', 'a1.json': '{}' });
    expect(await found(folder, 'a[1].json')).toEqual(['a[1].json']);
    expect(await found(folder, 'a[0-9].json')).toEqual(['a1.json']);
  });
});

describe('what is given more than once', () => {
  test('comes once, where it comes first', async () => {
    const folder = await folderOf(FILES);
    await symlink(join(folder, 'sub'), join(folder, 'sub-link'), 'junction');
    expect(await found(folder, 'sub-b.json', 'sub-link', 'sub', '*.json', `.${sep}a.json`, 'sub')).toEqual([
      'sub-b.json',
      'sub-link/deep/g.json',
      'sub-link/f.json',
      'a.json',
    ]);
    expect(await findInputs(['-', '-'])).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('may be a file under two names', async () => {
    const folder = await folderOf({ 'a.json': '{}' });
    await symlink(join(folder, 'a.json'), join(folder, 'b.jsonl'));
    expect(await found(folder, 'b.jsonl', '')).toEqual(['b.jsonl']);
  });
});

describe('a path', () => {
  test('tells by its name how documents stand in the file', async () => {
    const folder = await folderOf(FILES);
    const paths = ['a.json', 'B.JSON', 'c.jsonl', 'd.ndjson', 'e.txt'].map((name) => join(folder, name));
    const inputs = await findInputs(paths);
    expect(inputs.map((input) => 'read' in input && input.read)).toEqual([
      readOne,
      readOne,
      readLines,
      readLines,
      readAny,
    ]);
    expect(inputs.map((input) => 'bytes' in input && input.bytes)).toEqual([2, 2, 2, 2, 2]);
  });

  test('where nothing is, is told of', async () => {
    const folder = await folderOf({ 'a.json': '{}' });
    expect(await found(folder, 'b.json', `a.json${sep}c.json`)).toEqual([
      'b.json: Cannot be read: there is no such file or folder.',
      'a.json/c.json: Cannot be read: there is no such file or folder.',
    ]);
  });

  test('"-" is standard input, which is not touched before it is read', async () => {
    let opened = 0;
    const stdin = Readable.from([]);
    const [input] = await findInputs(['-'], {
      stdin: () => {
        opened += 1;
        return stdin;
      },
    });
    expect(input).toMatchObject({ file: '<stdin>', bytes: null, read: readAny });
    expect(opened).toBe(0);
    expect(input !== undefined && 'open' in input && input.open()).toBe(stdin);
  });
});
