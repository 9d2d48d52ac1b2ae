import type { Database } from '../graph/database.ts';
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
}

export interface IngestOutcome {
  readonly status: 'created' | 'unchanged';
  readonly articleId: string;
  readonly versionId: string;
  /** What this document newly created: nothing when unchanged. */
  readonly counts: WriteCounts;
}

export const NO_COUNTS: WriteCounts = { entities: 0, statements: 0, mentions: 0, relations: 0 };

/**
 * Checks an annotation document and writes it in one transaction; the same document again writes nothing. INVALID_INPUT
 * with every problem, CONFLICT when its run is there with other content; then nothing is written either.
 */
export async function ingestDocument(
  db: Database,
  input: unknown,
  { now = () => new Date() }: IngestOptions = {},
): Promise<IngestOutcome> {
  const checked = checkAnnotation(input);
  const identity = identityOf(checked.document);
  const { articleId, versionId } = identity;
  const unchanged: IngestOutcome = { status: 'unchanged', articleId, versionId, counts: NO_COUNTS };
  // Most repeats are found without a write transaction.
  if (await db.readTransaction((tx) => isWritten(tx, identity))) return unchanged;
  const recordedAt = now().toISOString();
  return db.write(async (tx) => {
    if (await isWritten(tx, identity)) return unchanged;
    const { entities } = checked.document;
    const problems = new Problems();
    const resolution = resolveEntities(entities, articleId, await lookUp(tx, entities), problems);
    problems.throwIfAny(checked.document);
    const changes = changesOf(checked, identity, resolution, recordedAt);
    return { status: 'created', articleId, versionId, counts: await writeChanges(tx, changes) };
  });
}
