import { invalidInput } from '../errors.ts';
import type { Database } from '../graph/database.ts';

/** What the `format` of decisions in an export begins with, and what it is. */
export const DECISION_FORMATS = 'onrecord-decision/';
export const DECISION_FORMAT = `${DECISION_FORMATS}1`;

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
  _db: Database,
  _after: DecisionPosition | null,
  _limit: number,
): Promise<readonly DecisionRecord[]> {
  return [];
}

/**
 * Makes a decision from another graph here, with its id, actor and time; one that is here already changes nothing. INVALID_INPUT, by JSON
 * pointers, for what is no decision or is about something that this graph does not have; CONFLICT for what decisions here contradict. Then
 * nothing is written.
 */
export async function applyDecision(
  _db: Database,
  _input: unknown,
  _options: { readonly dryRun?: boolean } = {},
): Promise<AppliedDecision> {
  throw invalidInput('The decision is of no kind that this program knows.', []);
}
