import { OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import type { Annotation } from './annotation.ts';
import { changesOf } from './changes.ts';
import { checkAnnotation } from './check.ts';
import { identityOf } from './identity.ts';
import { lookUp } from './lookup.ts';
import { Problems } from './problems.ts';
import { resolveEntities } from './resolve.ts';
import { isWritten, type WriteCounts, writeChanges } from './write.ts';

export interface IngestOptions {
  /** The clock for `recordedAt`. */
  readonly now?: () => Date;
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
  /** The name of who writes, for the record of the run; absent for the command line on the store itself. */
  readonly actor?: string;
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

/** Failures of one document; any other (no engine, a bug) is not about the document. */
const REFUSALS: readonly string[] = ['INVALID_INPUT', 'CONFLICT'];

/**
 * Ingests documents, each wholly or not at all; outcomes in their order. One that is refused stops none of the others. Throws where the
 * fault is not a document's: then some of them may be written, each of them whole.
 */
export async function ingestDocuments(
  db: Database,
  inputs: readonly unknown[],
  options: IngestOptions = {},
): Promise<readonly DocumentOutcome[]> {
  const outcomes: DocumentOutcome[] = [];
  for (const input of inputs) {
    try {
      outcomes.push({ outcome: await ingestDocument(db, input, options) });
    } catch (error) {
      if (!(error instanceof OnrecordError) || !REFUSALS.includes(error.code)) throw error;
      outcomes.push({ error });
    }
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
  { now = () => new Date(), dryRun = false, actor }: IngestOptions = {},
): Promise<IngestOutcome> {
  const checked = checkAnnotation(input);
  const identity = identityOf(checked.document);
  const { articleId, versionId } = identity;
  const all = countsOf(checked.document);
  const unchanged: IngestOutcome = {
    status: 'unchanged',
    articleId,
    versionId,
    created: NO_COUNTS,
    unchanged: all,
  };
  // Most repeats are found without a write transaction.
  if (await db.readTransaction((tx) => isWritten(tx, identity))) return unchanged;
  const recordedAt = now().toISOString();
  const write = async (tx: Transaction): Promise<IngestOutcome> => {
    if (await isWritten(tx, identity)) return unchanged;
    const { entities } = checked.document;
    const problems = new Problems();
    const resolution = resolveEntities(entities, articleId, await lookUp(tx, entities), problems);
    problems.throwIfAny(checked.document);
    const changes = changesOf(checked, identity, resolution, recordedAt, actor);
    const created = await writeChanges(tx, changes);
    return { status: 'created', articleId, versionId, created, unchanged: less(all, created) };
  };
  return dryRun ? rehearse(db, write) : db.write(write);
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
