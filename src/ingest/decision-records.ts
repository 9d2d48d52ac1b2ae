import type { Database } from '../graph/database.ts';
import {
  type AppliedDecision,
  applyDecisionLine,
  type DecisionPosition,
  readDecisions,
} from './apply-decision.ts';
import { decisionLine, parseDecisionLine } from './decision-line.ts';
import { canonicalJson } from './identity.ts';

/** What the `format` of decisions in an export begins with. */
export const DECISION_FORMATS = 'onrecord-decision/';

export interface DecisionRecord {
  readonly position: DecisionPosition;
  /** JSON in canonical form. */
  readonly line: string;
}

/** At most `limit` decisions in the order in which they were made, from the first one on where `after` is null. */
export async function decisionRecords(
  db: Database,
  after: DecisionPosition | null,
  limit: number,
): Promise<readonly DecisionRecord[]> {
  const decisions = await readDecisions(db, after, limit);
  return decisions.map((decision) => ({
    position: { at: decision.at, id: decision.id },
    line: canonicalJson(decisionLine(decision)),
  }));
}

/**
 * Makes a decision from another graph here, as `applyDecisionLine` does. A dry run looks at its form only: the documents that it is about have not been
 * written either.
 */
export async function applyDecision(
  db: Database,
  input: unknown,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<AppliedDecision> {
  return dryRun ? { id: parseDecisionLine(input).id, status: 'created' } : applyDecisionLine(db, input);
}
