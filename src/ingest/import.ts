import { OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import type { AppliedDecision } from './apply-decision.ts';
import { applyDecision, DECISION_FORMATS } from './decision-records.ts';
import { type IngestOptions, type IngestOutcome, ingestDocuments } from './pipeline.ts';

/** What became of a line of an export. */
export type ImportOutcome = IngestOutcome | { readonly decision: AppliedDecision };

/** Whether what a line of an export holds is a decision, of this format or another, and no document. */
export function isDecision(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || !('format' in value)) return false;
  const { format } = value;
  return typeof format === 'string' && format.startsWith(DECISION_FORMATS);
}

/**
 * Takes back one line of an export as parsed JSON: a document is recorded as it was, a decision is made as it was. What is there already
 * changes nothing. Throws as `ingestDocument` and `applyDecision` do. In a dry run of a decision only its form is checked.
 */
export async function importRecord(
  db: Database,
  value: unknown,
  options: Pick<IngestOptions, 'actor' | 'dryRun' | 'now'> = {},
): Promise<ImportOutcome> {
  if (isDecision(value)) return { decision: await applyDecision(db, value, options) };
  const [done] = await ingestDocuments(db, [value], { ...options, asRecorded: true });
  if (done === undefined) throw new OnrecordError('INTERNAL', 'A document has no outcome.');
  if ('error' in done) throw done.error;
  return done.outcome;
}
