import type { OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import type { Annotation } from './annotation.ts';
import { type Prepared, type PrepareOptions, prepare, refusable } from './prepare.ts';
import { type Incoming, isWritten, type WriteCounts, writeDocuments, writtenRuns } from './write.ts';

export interface IngestOptions extends PrepareOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
  /** Gets each outcome, with the document's place, as soon as it is certain: of what was written, once that is committed. */
  readonly onOutcome?: (at: number, outcome: DocumentOutcome) => void;
  /** Takes documents from those that were made ready before, with the same options; absent: they are made ready here. */
  readonly take?: (input: unknown) => Prepared;
}

export interface IngestOutcome {
  /** What became of it, or would have in a dry run. */
  readonly status: 'created' | 'unchanged';
  readonly articleId: string;
  readonly versionId: string;
  /** What this document newly created: nothing when unchanged. */
  readonly created: WriteCounts;
  /** What of this document was there already: all of it when unchanged. */
  readonly unchanged: WriteCounts;
}

/** What became of one document of several: `error` refuses this one alone. */
export type DocumentOutcome = { readonly outcome: IngestOutcome } | { readonly error: OnrecordError };

export const NO_COUNTS: WriteCounts = { entities: 0, statements: 0, mentions: 0, relations: 0 };

/** Text of the documents that one transaction takes, in code points, and how many they are. */
const MAX_BATCH_LENGTH = 1_000_000;
const MAX_BATCH_DOCUMENTS = 50;

/**
 * Ingests documents, each wholly or not at all, several in one transaction; outcomes in their order. One that is refused stops none of the
 * others. Throws where the fault is not a document's: then those before may be written, each of them whole.
 */
export async function ingestDocuments(
  db: Database,
  inputs: readonly unknown[],
  options: IngestOptions = {},
): Promise<readonly DocumentOutcome[]> {
  const { take = (input: unknown) => prepare(input, options) } = options;
  // One that is given twice has two outcomes.
  const prepared = inputs.map((input): Prepared => ({ ...take(input) }));
  const outcomes: DocumentOutcome[] = [];
  const places = new Map(prepared.map((one, at) => [one, at]));
  const tell = (one: Prepared, outcome: DocumentOutcome) => {
    const at = places.get(one) ?? 0;
    outcomes[at] = outcome;
    options.onOutcome?.(at, outcome);
  };
  for (const one of prepared) if ('error' in one) tell(one, one);
  for (const batch of batchesOf(prepared)) {
    for (const [one, outcome] of await ingestBatch(db, batch, options)) tell(one, outcome);
  }
  return outcomes;
}

/**
 * Checks an annotation document and writes it in one transaction; the same document again writes nothing. INVALID_INPUT
 * with every problem, CONFLICT when its run is there with other content; then nothing is written either.
 */
export async function ingestDocument(
  db: Database,
  input: unknown,
  options: IngestOptions = {},
): Promise<IngestOutcome> {
  const [done] = await ingestDocuments(db, [input], options);
  if (done === undefined || 'error' in done) throw done?.error;
  return done.outcome;
}

/** One batch has each run once: the next one finds it written. */
function* batchesOf(prepared: readonly Prepared[]): Generator<readonly Incoming[]> {
  let batch: Incoming[] = [];
  let length = 0;
  for (const one of prepared) {
    if ('error' in one) continue;
    const isFull = batch.length >= MAX_BATCH_DOCUMENTS || length >= MAX_BATCH_LENGTH;
    if (isFull || batch.some(({ identity }) => identity.runId === one.identity.runId)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(one);
    length += one.checked.offsets.length;
  }
  if (batch.length > 0) yield batch;
}

async function ingestBatch(
  db: Database,
  batch: readonly Incoming[],
  { dryRun = false }: IngestOptions,
): Promise<Map<Prepared, DocumentOutcome>> {
  const runIds = batch.map(({ identity }) => identity.runId);
  // Most repeats are found without a write transaction.
  const before = sorted(batch, await db.readTransaction((tx) => writtenRuns(tx, runIds)));
  if (before.unwritten.length === 0) return before.outcomes;
  const write = async (tx: Transaction): Promise<Map<Prepared, DocumentOutcome>> => {
    const { outcomes, unwritten } = sorted(batch, await writtenRuns(tx, runIds));
    if (unwritten.length === 0) return outcomes;
    const counts = await writeDocuments(tx, unwritten);
    for (const [at, one] of unwritten.entries()) outcomes.set(one, { outcome: outcomeOf(one, counts[at]) });
    return outcomes;
  };
  return dryRun ? rehearse(db, write) : db.write(write);
}

/** Outcomes of the documents about which it is clear already, and the others. */
function sorted(batch: readonly Incoming[], written: ReadonlyMap<string, string>) {
  const outcomes = new Map<Prepared, DocumentOutcome>();
  const unwritten: Incoming[] = [];
  for (const one of batch) {
    const found = refusable(() => isWritten(written, one.identity));
    if (typeof found !== 'boolean') outcomes.set(one, found);
    else if (found) outcomes.set(one, { outcome: outcomeOf(one) });
    else unwritten.push(one);
  }
  return { outcomes, unwritten };
}

/** Unchanged where nothing is said of what it created. */
function outcomeOf(
  { checked, identity: { articleId, versionId } }: Incoming,
  created?: WriteCounts,
): IngestOutcome {
  const all = countsOf(checked.document);
  if (created === undefined)
    return { status: 'unchanged', articleId, versionId, created: NO_COUNTS, unchanged: all };
  return { status: 'created', articleId, versionId, created, unchanged: less(all, created) };
}

/** What a write would return; nothing of it stays. */
async function rehearse<T>(db: Database, write: (tx: Transaction) => Promise<T>): Promise<T> {
  const undone = new Rehearsed<T>();
  try {
    return await db.write(async (tx) => {
      undone.result = await write(tx);
      throw undone;
    });
  } catch (error) {
    if (error !== undone || undone.result === undefined) throw error;
    return undone.result;
  }
}

class Rehearsed<T> extends Error {
  result: T | undefined;
}

function countsOf({ entities, statements, mentions, relations }: Annotation): WriteCounts {
  return {
    entities: entities.length,
    statements: statements.length,
    mentions: mentions.length,
    relations: relations.length,
  };
}

function less(all: WriteCounts, some: WriteCounts): WriteCounts {
  return {
    entities: all.entities - some.entities,
    statements: all.statements - some.statements,
    mentions: all.mentions - some.mentions,
    relations: all.relations - some.relations,
  };
}
