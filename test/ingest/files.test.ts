import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestFiles } from '../../src/ingest/files.ts';
import type { FileOutcome, IngestTotals } from '../../src/ingest/totals.ts';
import { codeOf } from '../graph/queries.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { folderOf } from '../support/folders.ts';
import { dump } from './graph.ts';

/** One entity, one mention, one statement. */
function documentWith(key: string): string {
  const document = documentOf({
    text: 'Anna Berg said that the talks went well.',
    key,
    entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
    mentions: { berg: { at: 'Anna Berg', of: 'berg' } },
    statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'the talks went well' } },
  });
  return JSON.stringify(document);
}

interface Run {
  readonly totals: IngestTotals;
  /** What became of each file, by its path within the folder, in order. */
  readonly outcomes: readonly (readonly [string, string])[];
}

async function ingest(db: Database, folder: string, paths: readonly string[] = ['']): Promise<Run> {
  const outcomes: (readonly [string, string])[] = [];
  const tell = (done: FileOutcome) => {
    const what = 'error' in done ? done.error.message : done.outcome.status;
    outcomes.push([done.file.slice(folder.length + 1), what]);
  };
  const totals = await ingestFiles(
    db,
    paths.map((path) => (path === '' ? folder : join(folder, path))),
    tell,
  );
  return { totals, outcomes };
}

describeEngines('files', (open) => {
  test('are taken from folders and the folders in them, in the order of their paths', async () => {
    const db = await open();
    const folder = await folderOf({
      'b.json': documentWith('b'),
      'a.JSON': documentWith('a'),
      'c/deep/er.json': documentWith('er'),
      'c/a.json': `\uFEFF${documentWith('c')}`,
      'notes.txt': 'no document',
      'd.json/e.json': documentWith('e'),
    });
    const { totals, outcomes } = await ingest(db, folder);
    expect(outcomes).toEqual([
      ['a.JSON', 'created'],
      ['b.json', 'created'],
      [join('c', 'a.json'), 'created'],
      [join('c', 'deep', 'er.json'), 'created'],
      [join('d.json', 'e.json'), 'created'],
    ]);
    expect(totals).toEqual({
      documents: 5,
      created: 5,
      unchanged: 0,
      refused: 0,
      counts: { entities: 1, statements: 5, mentions: 5, relations: 0 },
    });
  });

  test('that are given again are unchanged, in whatever order, and each comes once', async () => {
    const db = await open();
    const folder = await folderOf({ 'a.json': documentWith('a'), 'b.json': documentWith('b') });
    await ingest(db, folder);
    const before = await dump(db);
    const { totals, outcomes } = await ingest(db, folder, ['b.json', '', 'b.json']);
    expect(outcomes.map(([file]) => file)).toEqual(['b.json', 'a.json']);
    expect(totals).toEqual({
      documents: 2,
      created: 0,
      unchanged: 2,
      refused: 0,
      counts: { entities: 0, statements: 0, mentions: 0, relations: 0 },
    });
    expect(await dump(db)).toEqual(before);
  });

  test('that are refused do not stop the others', async () => {
    const db = await open();
    const changed = documentWith('a').replace('ASSERT', 'DENY');
    const folder = await folderOf({
      'a.json': documentWith('a'),
      'b.json': changed,
      'c.json': '{"format":',
      'd.json': Uint8Array.of(0x22, 0xff, 0x22),
      'e.json': '',
      'f.json': '{"format": "onrecord-annotation/1"}',
      'g.json': documentWith('g'),
    });
    const { totals, outcomes } = await ingest(db, folder, ['', 'nothing.json']);
    expect(outcomes).toEqual([
      ['a.json', 'created'],
      ['b.json', expect.stringContaining('with other content')],
      ['c.json', 'Not JSON: unexpected end at line 1, column 11.'],
      ['d.json', 'Cannot be read: the file is not UTF-8.'],
      ['e.json', 'Not JSON: unexpected end at line 1, column 1.'],
      ['f.json', expect.stringContaining('2 problems')],
      ['g.json', 'created'],
      ['nothing.json', 'Cannot be read: there is no such file or folder.'],
    ]);
    expect(totals).toMatchObject({ documents: 8, created: 2, unchanged: 0, refused: 6 });
  });

  test('are missed in a folder without any', async () => {
    const db = await open();
    const folder = await folderOf({ 'notes.txt': 'x' });
    expect((await ingest(db, folder)).outcomes).toEqual([
      ['', 'Cannot be read: the folder has no *.json, *.jsonl, *.ndjson files.'],
    ]);
  });

  test('may be links', async () => {
    const db = await open();
    const folder = await folderOf({ 'in/a.txt': documentWith('a') });
    await symlink(join(folder, 'in', 'a.txt'), join(folder, 'a.json'));
    await symlink(join(folder, 'nothing'), join(folder, 'b.json'));
    expect((await ingest(db, folder)).outcomes).toEqual([
      ['a.json', 'created'],
      ['b.json', 'Cannot be read: there is no such file or folder.'],
    ]);
  });

  test('are left where the graph itself fails', async () => {
    const db = await open();
    const folder = await folderOf({ 'a.json': documentWith('a'), 'b.json': '{' });
    await db.close();
    expect(await codeOf(ingest(db, folder))).toBe('UNAVAILABLE');
  });

  test('of JSON Lines hold many, each told with its line', async () => {
    const db = await open();
    const lines = [documentWith('a'), '', documentWith('b'), '{"format":', `${documentWith('a')}\r`];
    const folder = await folderOf({ 'a.jsonl': lines.join('\n'), 'b.ndjson': `${documentWith('c')}\n` });
    const told: unknown[] = [];
    const totals = await ingestFiles(db, [folder], (done) => {
      const what = 'error' in done ? done.error.message : done.outcome.status;
      told.push([done.file.slice(folder.length + 1), done.line, what]);
    });
    expect(told).toEqual([
      ['a.jsonl', 1, 'created'],
      ['a.jsonl', 3, 'created'],
      ['a.jsonl', 4, 'Not JSON: unexpected end at line 4, column 11.'],
      ['a.jsonl', 5, 'unchanged'],
      ['b.ndjson', 1, 'created'],
    ]);
    expect(totals).toMatchObject({ documents: 5, created: 3, unchanged: 1, refused: 1 });
  });
});
