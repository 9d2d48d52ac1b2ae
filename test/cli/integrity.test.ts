import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IntegrityProgress } from '../../src/cli/integrity-progress.ts';
import { IntegrityReport } from '../../src/cli/integrity-report.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { write } from '../graph/queries.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';
import { linesWith } from './documents.ts';

const END = /^3 articles with 3 statements: (.*); in \d+\.\d s, [\d.]+ articles a second$/m;

/** The settings of a store with three articles, after changes by queries behind the back of all code. */
async function storeAfter(...changes: readonly string[]): Promise<Record<string, string>> {
  const folder = join(await folderOf(), 'store');
  const settings = { ONRECORD_DATA: folder };
  await onrecord(['ingest', '-'], settings, { stdin: linesWith('a', 'b', 'c') });
  const db = await openDatabase({ engine: 'grafeo', folder });
  try {
    for (const change of changes) await write(db, change);
  } finally {
    await db.close();
  }
  return settings;
}

describe('onrecord integrity', () => {
  test('finds nothing in what ingest wrote, and says how much it went through', async () => {
    const settings = await storeAfter();
    const { status, stdout, stderr } = await onrecord(['integrity'], settings);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(END);
    expect(END.exec(stdout)?.[1]).toBe('no rule is broken');
    const json = await onrecord(['integrity', '--json'], settings);
    expect(json).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      type: 'end',
      findings: 0,
      rules: {},
      nodes: { Article: 3, ArticleVersion: 3, ExtractionRun: 3, Decision: 0 },
      complete: true,
      interrupted: false,
    });
  });

  test('tells by rule what breaks it, up to a limit, and ends with status 1', async () => {
    const settings = await storeAfter(
      "MATCH (s:Statement) SET s.sourceState = 'UNNAMED'",
      'MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 SET a.surplus = 1',
    );
    const { status, stdout, stderr } = await onrecord(['integrity', '--limit', '2'], settings);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const source = String.raw` {4}Statement sta_\w+: sourceState is "UNNAMED", it should be "NAMED"`;
    expect(stdout).toMatch(
      new RegExp(
        [
          String.raw`^article-of-run: .*\n {4}Article art_\w+: surplus is 1, there should be none\n {4}What to do: .*`,
          `statement-source: A statement is said by whom its document says, .*\n${source}\n${source}\n {4}and 1 more`,
          ' {4}What to do: It follows from documents .*onrecord import.*',
          '3 articles with 3 statements: 2 rules broken, 4 findings; in .*',
          '$',
        ].join('\n'),
      ),
    );
    const json = await onrecord(['integrity', '--json', '--limit', '1'], settings);
    expect(json.status).toBe(1);
    const lines = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines).toContainEqual({
      type: 'finding',
      rule: 'statement-source',
      id: expect.stringMatching(/^sta_/),
      detail: expect.stringContaining('it should be "NAMED"'),
      says: expect.stringContaining('A statement is said by'),
      remedy: expect.stringContaining('onrecord export'),
    });
    expect(lines.at(-1)).toMatchObject({
      type: 'end',
      findings: 4,
      rules: { 'article-of-run': 1, 'statement-source': 3 },
    });
  });

  test('says of a graph of another model that it cannot be read, and what to do', async () => {
    const settings = await storeAfter('MATCH (model:GraphModel) SET model.version = 1');
    const { status, stdout } = await onrecord(['integrity'], settings);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^model-version: .*\n {4}the graph was written for version 1 .*nothing else was checked\n {4}What to do: Export /,
    );
  });

  test('makes no graph where there is none', async () => {
    const folder = join(await folderOf(), 'typo');
    for (let time = 0; time < 2; time += 1)
      expect(await onrecord(['integrity'], { ONRECORD_DATA: folder })).toEqual({
        status: 1,
        stdout: '',
        stderr: `onrecord: There is no graph in the folder ${folder}. ONRECORD_DATA or NEO4J_URI says where the graph is (docs/settings.md).\n`,
      });
  });

  test('says so where a server has the store', async () => {
    const settings = await storeAfter();
    const db = await openDatabase({ engine: 'grafeo', folder: settings['ONRECORD_DATA'] ?? '' });
    onTestFinished(() => db.close());
    const { status, stdout, stderr } = await onrecord(['integrity'], settings);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^onrecord: .* If a server is running on it, stop it before\.\n$/);
  });

  test('takes no limit that is none', async () => {
    const { status, stderr } = await onrecord(['integrity', '--limit', 'all']);
    expect(status).toBe(1);
    expect(stderr).toContain('Give a number from 0 to');
  });
});

test('a check that was ended early tells what it found by then, and that it was', () => {
  const lines: string[] = [];
  const report = new IntegrityReport((line) => lines.push(line), { json: false, limit: 5 });
  report.finding({ rule: 'known-labels', id: null, detail: 'a node has no label' });
  report.end({
    findings: new Map([['known-labels', 1]]),
    nodes: new Map([['Article', 1]]),
    isComplete: false,
    interrupted: true,
    seconds: 2,
  });
  expect(lines.join('\n')).toMatch(
    /\n1 article with 0 statements: 1 rule broken, 1 finding; in 2\.0 s\nEnded early: not everything was looked at\.$/,
  );
});

test('on a terminal a line tells how far each stage is, and goes at the end', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  const progress = new IntegrityProgress(terminal);
  progress.show({ stage: 'nodes astray', done: 0, total: 0 }, 0);
  progress.show({ stage: 'articles', done: 0, total: 10 }, 0);
  progress.above('Waiting.');
  progress.show({ stage: 'articles', done: 10, total: 10 }, 2);
  progress.end();
  const shown = stripVTControlCharacters(String(terminal.read() ?? ''));
  expect(shown).toContain('Waiting.');
  expect(shown).toContain('100 % | articles: 10 of 10 | 2 findings');
});
