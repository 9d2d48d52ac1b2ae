import { OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import { REDACTIONS_AFTER } from './cypher-redact.ts';
import { canonicalJson } from './identity.ts';
import { applyRedaction } from './redact.ts';
import {
  findRedaction,
  parseRedaction,
  type RedactionRecord,
  redactionIn,
  refused,
} from './redaction-record.ts';

/** What the `format` of decisions in an export begins with. */
export const DECISION_FORMATS = 'onrecord-decision/';

/** After the decision with this time and id. */
export interface DecisionPosition {
  readonly at: string;
  readonly id: string;
}

export interface DecisionRecord {
  readonly position: DecisionPosition;
  /** JSON in canonical form. */
  readonly line: string;
}

export interface AppliedDecision {
  readonly id: string;
  readonly status: 'created' | 'unchanged';
}

/** At most `limit` decisions in the order in which they were made, from the first one on where `after` is null. */
export async function decisionRecords(
  db: Database,
  after: DecisionPosition | null,
  limit: number,
): Promise<readonly DecisionRecord[]> {
  const { at, id } = after ?? { at: '', id: '' };
  const rows = await db.read(REDACTIONS_AFTER, { at, id, limit });
  return rows.map(redactionIn).map((record) => ({
    position: { at: record.at, id: record.id },
    line: canonicalJson(record),
  }));
}

/**
 * Makes a decision from another graph here, with its id, actor and time; one that is here already changes nothing. INVALID_INPUT, by JSON
 * pointers, for what is no decision or is about something that this graph does not have; CONFLICT for what decisions here contradict. Then
 * nothing is written. In a dry run only its form is checked.
 */
export async function applyDecision(
  db: Database,
  input: unknown,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<AppliedDecision> {
  const record = parseRedaction(input);
  const { id } = record;
  if (dryRun) return { id, status: 'created' };
  const status = await applyRedaction(db, record, (tx) => isNew(tx, record));
  if (status !== null) return { id, status };
  const reason = `no article has the id "${record.article}": is its document in the graph?`;
  throw refused([{ pointer: '/article', reason }]);
}

async function isNew(tx: Transaction, record: RedactionRecord): Promise<boolean> {
  const known = await findRedaction(tx, record.id);
  if (known === null) return true;
  if (canonicalJson(known) === canonicalJson(record)) return false;
  throw new OnrecordError('CONFLICT', `The decision "${record.id}" is in the graph with other content.`);
}
