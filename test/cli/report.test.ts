import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { RunReport } from '../../src/cli/describe.ts';
import { createReport, type ReportOptions } from '../../src/cli/report.ts';
import { invalidInput } from '../../src/errors.ts';
import type { FileOutcome, IngestTotals } from '../../src/ingest/totals.ts';

const NONE = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const TOTALS: IngestTotals = { documents: 3, created: 2, unchanged: 0, refused: 1, counts: NONE };
const END: RunReport = { totals: TOTALS, left: null, dryRun: false, interrupted: false, seconds: 1.5 };

const GOOD: FileOutcome = {
  file: 'a.jsonl',
  line: 1,
  outcome: { status: 'created', articleId: 'art_1', created: NONE, unchanged: NONE },
};
const BAD: FileOutcome = {
  file: 'b.json',
  line: null,
  error: invalidInput('One problem.', [{ pointer: '/format', reason: 'is not known' }]),
};

/** What a run with one good and one bad document writes where. */
function reported(
  terminals: { readonly stdout: boolean; readonly stderr: boolean },
  options: Partial<ReportOptions> = {},
  bytes: number | null = 100,
) {
  const stdout = Object.assign(new PassThrough(), { isTTY: terminals.stdout, columns: 80 });
  const stderr = Object.assign(new PassThrough(), { isTTY: terminals.stderr, columns: 80 });
  const report = createReport(
    { stdout, stderr, json: false, quiet: false, dryRun: false, ...options },
    bytes,
  );
  report.outcome(GOOD);
  report.outcome(BAD);
  report.progress(50, TOTALS);
  report.notice('Waiting.');
  report.end(END);
  report.close();
  const textOf = (stream: PassThrough) => stripVTControlCharacters(String(stream.read() ?? ''));
  return { stdout: textOf(stdout), stderr: textOf(stderr) };
}

const LINES = [
  'created   a.jsonl:1 (art_1)',
  'refused   b.json: One problem.',
  '    /format: is not known',
  '2 created, 0 unchanged, 1 refused; new: 0 statements, 0 entities, 0 mentions, 0 relations',
  '3 documents in 1.5 s, 2 a second',
  '',
];

test('without a terminal each document has its line', () => {
  const { stdout, stderr } = reported({ stdout: false, stderr: false });
  expect(stdout.split('\n')).toEqual(LINES);
  expect(stderr).toBe('Waiting.\n');
});

test('a terminal has a bar, and refusals above it instead of every document', () => {
  const { stdout, stderr } = reported({ stdout: true, stderr: true });
  expect(stderr).toContain('refused   b.json: One problem.\n    /format: is not known\nWaiting.\n');
  expect(stderr).toMatch(/=+-+ 50 % \| 3 documents \| [\d.]+ a second \| 1 refused \| \d+ s left/);
  expect(stderr).not.toContain('a.jsonl');
  expect(stdout.split('\n')).toEqual(LINES.slice(3));
});

test('a terminal has numbers without a bar where nobody knows how much is to come', () => {
  const { stderr } = reported({ stdout: true, stderr: true }, {}, null);
  expect(stderr).toMatch(/\n3 documents \| [\d.]+ a second \| 1 refused$/);
});

test('a report that goes elsewhere is whole, and the terminal has the bar', () => {
  const { stdout, stderr } = reported({ stdout: false, stderr: true });
  expect(stdout.split('\n')).toEqual(LINES);
  expect(stderr).toContain('50 %');
});

test.each([
  ['quiet', { quiet: true }],
  ['in JSON Lines', { json: true }],
])('a terminal has no bar where the report is %s', (_, options) => {
  expect(reported({ stdout: true, stderr: true }, options).stderr).toBe('Waiting.\n');
});

test('what is left out of a run is told', () => {
  const ends = (report: Partial<RunReport>) => {
    const stdout = new PassThrough();
    const options = { stdout, stderr: new PassThrough(), json: false, quiet: false, dryRun: false };
    createReport(options, 0).end({ ...END, ...report });
    return String(stdout.read()).split('\n').slice(2, -1);
  };
  const again = 'Run it again with the same input to go on: what is written already is unchanged then.';
  const left = { file: 'a.jsonl', line: 7, further: 0 };
  expect(ends({ left, interrupted: true })).toEqual(['Not read: a.jsonl from line 7 on.', again]);
  expect(ends({ left: { file: 'b.json', line: null, further: 2 } })).toEqual([
    'Not written: b.json, and 2 more files.',
    again,
  ]);
  expect(ends({ left, interrupted: true, dryRun: true })).toEqual([
    'Dry run: nothing was written.',
    'Not read: a.jsonl from line 7 on.',
  ]);
});
