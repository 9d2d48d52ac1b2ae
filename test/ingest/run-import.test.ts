import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { OnrecordError } from '../../src/errors.ts';
import { readLines } from '../../src/ingest/read-documents.ts';
import type { Input } from '../../src/ingest/read-paths.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { type ImportWrites, runImport } from '../../src/ingest/run-import.ts';
import type { FileOutcome, TakenDocument } from '../../src/ingest/totals.ts';

const NONE = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const CREATED: TakenDocument = { status: 'created', articleId: null, created: NONE, unchanged: NONE };

function inputOf(file: string, values: readonly object[]): Input {
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
  return { file, bytes: text.length, read: readLines, open: () => Readable.from([Buffer.from(text)]) };
}

const document = (key: string) => ({ format: 'onrecord-annotation/1', key });
const decision = (at: string, id: string) => ({ format: 'onrecord-decision/1', at, id });

/** Two exports, whose decisions were not made one after the other. */
const INPUTS = [
  inputOf('a', [document('1'), decision('2024-02', 'y'), decision('2024-04', 'z')]),
  inputOf('b', [document('2'), document('3'), decision('2024-01', 'x')]),
];

/** Runs an import, and tells what was written in its order. */
async function run(writes: Partial<ImportWrites> = {}, options: RunOptions = {}) {
  const written: string[] = [];
  const told: FileOutcome[] = [];
  const result = await runImport(
    INPUTS,
    {
      async ingest(documents) {
        for (const { value } of documents) written.push((value as { key: string }).key);
        return { outcomes: documents.map(() => ({ outcome: CREATED })) };
      },
      async decide({ value }) {
        written.push((value as { id: string }).id);
        return { outcome: CREATED };
      },
      ...writes,
    },
    { ...options, onOutcome: (done) => told.push(done) },
  );
  return { ...result, written, told };
}

test('decisions are made when all documents are in, in the order in which they were made first', async () => {
  const { written, told, totals, left, decisionsLeft } = await run();
  expect(written).toEqual(['1', '2', '3', 'x', 'y', 'z']);
  expect(told.map(({ file, line, isDecision = false }) => [file, line, isDecision])).toEqual([
    ['a', 1, false],
    ['b', 1, false],
    ['b', 2, false],
    ['b', 3, true],
    ['a', 2, true],
    ['a', 3, true],
  ]);
  expect({ left, decisionsLeft }).toEqual({ left: null, decisionsLeft: 0 });
  expect(totals).toMatchObject({
    documents: 3,
    created: 3,
    refused: 0,
    decisions: { created: 3, unchanged: 0, refused: 0 },
  });
});

test('a decision that is refused stops none of the others', async () => {
  const error = new OnrecordError('CONFLICT', 'No.');
  const decide: ImportWrites['decide'] = async ({ value }) =>
    (value as { id: string }).id === 'y' ? { error } : { outcome: { ...CREATED, status: 'unchanged' } };
  const { told, totals, decisionsLeft } = await run({ decide });
  expect(told.slice(3)).toMatchObject([{ outcome: { status: 'unchanged' } }, { error }, { outcome: {} }]);
  expect(totals.decisions).toEqual({ created: 0, unchanged: 2, refused: 1 });
  expect(decisionsLeft).toBe(0);
});

test('no decision is made where documents could not be written', async () => {
  const failure = new OnrecordError('UNAVAILABLE', 'Gone.');
  const { told, left, decisionsLeft, ...result } = await run({ ingest: () => Promise.reject(failure) });
  expect(result.failure).toBe(failure);
  expect(told).toEqual([]);
  expect(left).toMatchObject({ file: 'a', line: 1 });
  expect(decisionsLeft).toBeGreaterThan(0);
});

test('a failure in the midst of decisions tells how many are left', async () => {
  const failure = new OnrecordError('UNAVAILABLE', 'Gone.');
  const decide: ImportWrites['decide'] = async ({ value }) => {
    if ((value as { id: string }).id === 'y') throw failure;
    return { outcome: CREATED };
  };
  expect(await run({ decide })).toMatchObject({ failure, left: null, decisionsLeft: 2 });
});

test('the signal ends the decisions, too', async () => {
  const controller = new AbortController();
  const decide: ImportWrites['decide'] = async () => {
    controller.abort();
    return { outcome: CREATED };
  };
  const { decisionsLeft, totals } = await run({ decide }, { signal: controller.signal });
  expect(totals.decisions).toMatchObject({ created: 1 });
  expect(decisionsLeft).toBe(2);
});
