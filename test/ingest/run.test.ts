import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OnrecordError } from '../../src/errors.ts';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { MAX_BATCH_DOCUMENTS } from '../../src/ingest/read-batches.ts';
import { type ReadDocument, readAny, readLines, readOne } from '../../src/ingest/read-documents.ts';
import type { Input, NoInput } from '../../src/ingest/read-paths.ts';
import { type BatchedOutcome, type IngestBatch, type RunOptions, runIngest } from '../../src/ingest/run.ts';
import type { FileOutcome, TakenDocument } from '../../src/ingest/totals.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';

const READERS = { json: readOne, jsonl: readLines, stdin: readAny };
type Kind = keyof typeof READERS;

function inputOf(file: string, kind: Kind, text: string): Input {
  return {
    file,
    bytes: Buffer.byteLength(text),
    read: READERS[kind],
    open: () => Readable.from([Buffer.from(text)]),
  };
}

const NONE = { entities: 0, statements: 0, mentions: 0, relations: 0 };
const CREATED: TakenDocument = { status: 'created', articleId: null, created: NONE, unchanged: NONE };
const takeAll: IngestBatch = async (documents) => ({ outcomes: documents.map(() => ({ outcome: CREATED })) });

async function run(inputs: readonly (Input | NoInput)[], ingest: IngestBatch, options: RunOptions = {}) {
  const told: FileOutcome[] = [];
  const result = await runIngest(inputs, ingest, { ...options, onOutcome: (done) => told.push(done) });
  return { ...result, told };
}

/** `a.json`, `b.json` … each a small document. */
function smallInputs(count: number): Input[] {
  return Array.from({ length: count }, (_, index) => inputOf(`${index}.json`, 'json', '{}'));
}

function documentWith(key: string) {
  return documentOf({
    text: 'Anna Berg said that the talks went well.',
    key,
    entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
    mentions: { berg: { at: 'Anna Berg', of: 'berg' } },
    statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'the talks went well' } },
  });
}

/** What a document of a mixture is: `key` names its article, by which it is a double of another. */
type Piece = { readonly key: number } & (
  | { readonly what: 'good' | 'misplaced' | 'odd' }
  | { readonly what: 'broken'; readonly cut: number }
);

const pieces: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ key: fc.nat(4), what: fc.constant('good' as const) }) },
  fc.record({ key: fc.nat(4), what: fc.constantFrom('misplaced' as const, 'odd' as const) }),
  fc.record({ key: fc.nat(4), what: fc.constant('broken' as const), cut: fc.nat() }),
);

function textOf(piece: Piece, run: number): string {
  const document = documentWith(`${run}-${piece.key}`);
  if (piece.what === 'odd') return JSON.stringify({ ...document, format: 'onrecord-annotation/9' });
  const text = JSON.stringify(document);
  if (piece.what === 'misplaced') return text.replace('"start":0', '"start":1');
  // On standard input what follows a cut between two values could go on there: so it is cut in a string.
  const [start, end] = [text.indexOf('Anna Berg said'), text.indexOf(' went well.')];
  return piece.what === 'broken' ? text.slice(0, start + (piece.cut % (end - start))) : text;
}

/** What must be said of a refusal: its pointer, or that it is no JSON. */
const REASONS = { misplaced: '/mentions/0', odd: '/format', broken: 'Not JSON: unexpected' };

describeEngines('a run', (open) => {
  test('takes what is good of any mixture, and tells of the rest where it stands and why', async () => {
    const db = await open();
    let runs = 0;
    const sources = fc.array(
      fc.record({
        kind: fc.constantFrom<Kind>('json', 'jsonl', 'stdin'),
        pieces: fc.array(pieces, { maxLength: 6 }),
        blank: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(sources, async (given) => {
        runs += 1;
        const inputs: (Input | NoInput)[] = [];
        const wanted: { file: string; line: number | null; piece: Piece }[] = [];
        for (const [at, source] of given.entries()) {
          const gap = source.blank ? '\n\n' : '\n';
          const kept = source.kind === 'json' ? source.pieces.slice(0, 1) : source.pieces;
          if (source.kind === 'json' && kept.length === 0) continue;
          const file = `${at}.${source.kind}`;
          inputs.push(inputOf(file, source.kind, kept.map((piece) => textOf(piece, runs)).join(gap)));
          for (const [index, piece] of kept.entries()) {
            const line = source.kind === 'json' ? null : 1 + index * gap.length;
            wanted.push({ file, line, piece });
          }
        }
        const { told, totals, left } = await run(inputs, async (documents) => ({
          outcomes: await ingestDocuments(
            db,
            documents.map(({ value }) => value),
          ),
        }));

        const good = wanted.filter(({ piece }) => piece.what === 'good');
        const created = new Set(good.map(({ piece }) => piece.key)).size;
        expect(totals).toMatchObject({
          documents: wanted.length,
          created,
          unchanged: good.length - created,
          refused: wanted.length - good.length,
        });
        expect(totals.counts).toMatchObject({ statements: created, mentions: created });
        expect(left).toBeNull();
        expect(told.map(({ file, line }) => [file, line])).toEqual(
          wanted.map(({ file, line }) => [file, line]),
        );
        for (const [index, { piece }] of wanted.entries()) {
          const done = told[index];
          const said =
            done !== undefined && 'error' in done
              ? JSON.stringify([done.error.message, done.error.details])
              : '';
          expect(said).toContain(piece.what === 'good' ? '' : REASONS[piece.what]);
          expect(said === '').toBe(piece.what === 'good');
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('no more is read ahead than the batch after the one that is written', async () => {
  let opened = 0;
  const inputs = smallInputs(4 * MAX_BATCH_DOCUMENTS).map((input) => ({
    ...input,
    open: () => {
      opened += 1;
      return input.open();
    },
  }));
  let written = 0;
  const { totals } = await run(inputs, async (documents) => {
    // Whatever can be read by now has been.
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened).toBeLessThanOrEqual(written + 2 * MAX_BATCH_DOCUMENTS);
    written += documents.length;
    return takeAll(documents);
  });
  expect(totals).toMatchObject({ documents: inputs.length, created: inputs.length });
});

test('the documents of the next batch are given ahead, while one is written', async () => {
  const text = `${'{}\n'.repeat(MAX_BATCH_DOCUMENTS)}{"a"\n${'{}\n'.repeat(MAX_BATCH_DOCUMENTS + 3)}`;
  const ahead: ReadDocument[] = [];
  const written: ReadDocument[] = [];
  let over: AbortSignal | undefined;
  let given = Promise.resolve();
  const { totals } = await run(
    [inputOf('a.jsonl', 'jsonl', text)],
    async (documents) => {
      // What was given ahead is given before, and nothing else.
      if (written.length > 0) expect(ahead.slice(written.length - MAX_BATCH_DOCUMENTS)).toEqual(documents);
      written.push(...documents);
      // The next batch can be read by now.
      await new Promise((resolve) => setImmediate(resolve));
      await given;
      return takeAll(documents);
    },
    {
      onAhead: async (documents, signal) => {
        ahead.push(...documents);
        over = signal;
        expect(signal.aborted).toBe(false);
        given = new Promise((resolve) => setImmediate(resolve));
      },
    },
  );
  expect(totals).toMatchObject({ documents: written.length + 1, refused: 1 });
  // The same objects: by these they are known.
  expect(ahead.length).toBe(written.length - MAX_BATCH_DOCUMENTS);
  for (const [at, document] of ahead.entries()) expect(document).toBe(written[at + MAX_BATCH_DOCUMENTS]);
  expect(over?.aborted).toBe(true);
});

test('what fails ahead, or does not end, holds nothing up', async () => {
  for (const onAhead of [() => Promise.reject(new Error('no')), () => new Promise<void>(() => {})]) {
    const { totals, failure } = await run(smallInputs(3 * MAX_BATCH_DOCUMENTS), takeAll, { onAhead });
    expect(totals).toMatchObject({ documents: 3 * MAX_BATCH_DOCUMENTS });
    expect(failure).toBeUndefined();
  }
});

test('nothing is made ready after a failure, nor after a signal', async () => {
  const signals: AbortSignal[] = [];
  const controller = new AbortController();
  const onAhead = async (_: readonly ReadDocument[], over: AbortSignal) => {
    signals.push(over);
  };
  const inputs = smallInputs(3 * MAX_BATCH_DOCUMENTS);
  const written = async (documents: readonly ReadDocument[]) => {
    while (signals.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(signals.at(-1)?.aborted).toBe(true);
    return takeAll(documents);
  };
  await run(inputs, written, { onAhead, signal: controller.signal });
  expect(signals.length).toBe(1);
  await run(inputs, () => Promise.reject(new Error('gone')), { onAhead });
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

test('a signal ends the run after the batch under way, and what was not read is told', async () => {
  const controller = new AbortController();
  const text = '{}\n'.repeat(3 * MAX_BATCH_DOCUMENTS);
  const inputs = [inputOf('a.jsonl', 'jsonl', text), ...smallInputs(3)];
  const { totals, left, failure } = await run(
    inputs,
    async (documents) => {
      controller.abort();
      return takeAll(documents);
    },
    { signal: controller.signal },
  );
  expect(totals).toMatchObject({ documents: MAX_BATCH_DOCUMENTS, created: MAX_BATCH_DOCUMENTS });
  expect(left).toEqual({ file: 'a.jsonl', line: MAX_BATCH_DOCUMENTS + 1, further: 3 });
  expect(failure).toBeUndefined();
});

test('a signal ends the waiting for standard input, and half a document is none', async () => {
  const controller = new AbortController();
  const stdin = new PassThrough();
  const input: Input = { file: '<stdin>', bytes: null, read: readAny, open: () => stdin };
  stdin.write('{}\n\n{}\n{"a":');
  const { totals, left } = await run(
    [input],
    async (documents) => {
      controller.abort();
      return takeAll(documents);
    },
    { signal: controller.signal },
  );
  expect(totals).toMatchObject({ documents: 2, refused: 0 });
  expect(left).toEqual({ file: '<stdin>', line: 4, further: 0 });
  expect(stdin.destroyed).toBe(true);
});

test('a signal at the very end changes nothing', async () => {
  const controller = new AbortController();
  const { totals, left } = await run(
    smallInputs(2),
    async (documents) => {
      controller.abort();
      return takeAll(documents);
    },
    { signal: controller.signal },
  );
  expect(totals).toMatchObject({ documents: 2 });
  expect(left).toBeNull();
});

test('a failure ends the run; what is known of its batch is told', async () => {
  const gone = new OnrecordError('UNAVAILABLE', 'gone');
  const inputs = [
    ...smallInputs(4),
    { file: 'nothing', error: new OnrecordError('INVALID_INPUT', 'no') },
    ...smallInputs(100),
  ];
  const half = await run(inputs, async (documents) => ({
    outcomes: documents.map(
      (_, index): BatchedOutcome => (index === 1 || index > 3 ? null : { outcome: CREATED }),
    ),
    failure: gone,
  }));
  expect(half.failure).toBe(gone);
  expect(half.told.map(({ file }) => file)).toEqual(['0.json', '2.json', '3.json', 'nothing']);
  expect(half.totals).toMatchObject({ documents: 4, created: 3, refused: 1 });
  expect(half.left).toEqual({ file: '1.json', line: null, further: 103 });

  const all = await run(inputs, () => Promise.reject(gone));
  expect(all).toMatchObject({
    failure: gone,
    left: { file: '0.json', further: 104 },
    totals: { documents: 1 },
  });
});

test('an input that fails while it is read is told of once, and the next is read', async () => {
  async function* failing() {
    yield Buffer.from('{}\n{}\n{"a":');
    throw Object.assign(new Error('read'), { code: 'EIO' });
  }
  const input: Input = { file: 'a.jsonl', bytes: 9, read: readLines, open: () => Readable.from(failing()) };
  const { told } = await run([input, ...smallInputs(1)], takeAll);
  expect(told.map((done) => [done.file, done.line, 'error' in done && done.error.message])).toEqual([
    ['a.jsonl', 1, false],
    ['a.jsonl', 2, false],
    ['a.jsonl', null, 'Cannot be read: EIO.'],
    ['0.json', null, false],
  ]);
});

test('progress grows to the bytes of all inputs', async () => {
  const inputs = [inputOf('a.jsonl', 'jsonl', '{}\n'.repeat(120)), ...smallInputs(30)];
  const seen: [number, number][] = [];
  await run(inputs, takeAll, { onProgress: (bytes, { documents }) => seen.push([bytes, documents]) });
  expect(seen).toEqual([
    [150, 50],
    [300, 100],
    [420, 150],
  ]);
});
