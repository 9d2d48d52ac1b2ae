import type { OnrecordError } from '../errors.ts';
import { batchesOf } from './read-batches.ts';
import type { FileLine, ReadDocument } from './read-documents.ts';
import { InputReader, type Position, type ReadItem } from './read-inputs.ts';
import type { Input, NoInput } from './read-paths.ts';
import { type FileOutcome, type IngestTotals, NO_TOTALS, plus, type TakenDocument } from './totals.ts';

/** What became of one document of several: `error` refuses this one alone; null where nobody knows that it was written. */
export type BatchedOutcome = { readonly outcome: TakenDocument } | { readonly error: OnrecordError } | null;
/** Nothing yet, and that is told later. */
export type Deferred = 'deferred';

export interface BatchOutcome<Outcome = BatchedOutcome> {
  /** In the order of the documents. */
  readonly outcomes: readonly Outcome[];
  /** Why none of the following can be written either. */
  readonly failure?: unknown;
}

/** Writes documents, each wholly or not at all. What it throws is a failure of all of them. */
export type IngestBatch = (
  documents: readonly ReadDocument[],
) => Promise<BatchOutcome<BatchedOutcome | Deferred>>;

export interface RunOptions {
  /** Ends the run after the batch under way. */
  readonly signal?: AbortSignal;
  /** Gets the documents of the next batch while one is written, to make them ready until `over`: nobody waits for it. */
  readonly onAhead?: (documents: readonly ReadDocument[], over: AbortSignal) => Promise<void>;
  /** Gets each document when its batch is done, in the order of reading. */
  readonly onOutcome?: (outcome: FileOutcome) => void;
  /** Gets, after each batch, how many bytes of all inputs are done with, and what became of them. */
  readonly onProgress?: (bytes: number, totals: IngestTotals) => void;
}

export interface RunResult {
  readonly totals: IngestTotals;
  /** The first document that nothing was done with, and how many inputs follow its own; null when the run came to its end. */
  readonly left: (FileLine & { readonly further: number }) | null;
  /** Why it did not, where it was not the signal. */
  readonly failure?: unknown;
}

/**
 * Reads documents and hands them over in batches; while one is written, the next is read, and no more. One that cannot be read or is
 * refused stops none of the others.
 */
export async function runIngest(
  inputs: readonly (Input | NoInput)[],
  ingest: IngestBatch,
  { signal, onAhead, onOutcome = () => {}, onProgress = () => {} }: RunOptions = {},
): Promise<RunResult> {
  const end = new AbortController();
  const over = AbortSignal.any(signal === undefined ? [end.signal] : [signal, end.signal]);
  const reader = new InputReader(inputs, over);
  const batches = batchesOf(reader.items());
  const leftFrom = (position: Position) => leftAt(inputs, position);
  const starts = startsOf(inputs);
  let totals = NO_TOTALS;
  let ahead = batches.next();
  try {
    for (;;) {
      const { value: batch, done } = await ahead;
      if (done === true) return { totals, left: leftFrom(reader.next) };
      if (signal?.aborted === true) return { totals, left: leftFrom(batch[0] ?? reader.next) };
      ahead = batches.next();
      // It may fail before anybody waits for it.
      ahead.then(({ value }) => onAhead?.(documentsOf(value ?? []), over)).catch(() => {});
      const { items, failure } = await write(batch, ingest);
      for (const { item, outcome } of items) {
        if (outcome === null || outcome === 'deferred') continue;
        const told = { file: item.file, line: item.line, ...withLeftOut(item, outcome) };
        totals = plus(totals, told);
        onOutcome(told);
      }
      const unknown = items.find(({ outcome }) => outcome === null)?.item;
      if (failure !== undefined) return { totals, left: leftFrom(unknown ?? reader.next), failure };
      const last = batch.at(-1);
      if (last !== undefined) onProgress((starts[last.index] ?? 0) + last.end, totals);
    }
  } finally {
    // The reader may still wait for standard input.
    end.abort();
    await ahead.catch(() => {});
  }
}

/** What the reader left out comes before what is left out later. */
function withLeftOut<Outcome extends NonNullable<BatchedOutcome>>(item: ReadItem, done: Outcome) {
  const before = 'error' in item ? [] : (item.leftOut ?? []);
  if ('error' in done || before.length === 0) return done;
  const { leftOut = [], ...outcome } = done.outcome;
  return { outcome: { ...outcome, leftOut: [...before, ...leftOut] } };
}

async function write(
  batch: readonly ReadItem[],
  ingest: IngestBatch,
): Promise<{
  readonly items: readonly { readonly item: ReadItem; readonly outcome: BatchedOutcome | Deferred }[];
  readonly failure?: unknown;
}> {
  const documents = documentsOf(batch);
  const { outcomes, failure } = await outcomesOf(documents, ingest);
  const byDocument = new Map<ReadItem, BatchedOutcome | Deferred>(
    documents.map((item, index) => [item, outcomes[index] ?? null]),
  );
  const items = batch.map((item) => {
    const outcome = 'error' in item ? { error: item.error } : (byDocument.get(item) ?? null);
    return { item, outcome };
  });
  return { items, failure };
}

function documentsOf(batch: readonly ReadItem[]) {
  return batch.flatMap((item) => ('error' in item ? [] : [item]));
}

async function outcomesOf(documents: readonly ReadDocument[], ingest: IngestBatch): ReturnType<IngestBatch> {
  if (documents.length === 0) return { outcomes: [] };
  try {
    return await ingest(documents);
  } catch (failure) {
    return { outcomes: [], failure };
  }
}

/** Null where nothing is left. */
function leftAt(inputs: readonly (Input | NoInput)[], { index, line }: Position): RunResult['left'] {
  const input = inputs[index];
  return input === undefined ? null : { file: input.file, line, further: inputs.length - index - 1 };
}

/** How many bytes stand in the inputs before each. */
function startsOf(inputs: readonly (Input | NoInput)[]): readonly number[] {
  let sum = 0;
  return inputs.map((input) => {
    const start = sum;
    sum += 'bytes' in input ? (input.bytes ?? 0) : 0;
    return start;
  });
}
