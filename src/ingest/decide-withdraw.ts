import { groupRows } from '../graph/batch.ts';
import type { Database, Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-decisions.ts';
import { checkReason, checkStatementId, type Decider, notFound } from './decide-input.ts';
import { type DecisionRecord, dated, writeDecision } from './decision-record.ts';
import { readChunks, runRows } from './rows-run.ts';

export interface StatementDecision {
  readonly id: string;
  readonly reason: string;
}

/** What became of a decision on a statement. */
export interface StatementDecided {
  readonly statementId: string;
  /** Null where the statement was so already: then nothing was written. */
  readonly decisionId: string | null;
}

/** Takes a statement out of lists. NOT_FOUND where there is none with the id. */
export function withdrawStatement(
  db: Database,
  input: StatementDecision,
  decider: Decider,
): Promise<StatementDecided> {
  return decide(db, 'WITHDRAW', input, decider);
}

/** Undoes the decision to withdraw a statement. */
export function restoreStatement(
  db: Database,
  input: StatementDecision,
  decider: Decider,
): Promise<StatementDecided> {
  return decide(db, 'RESTORE', input, decider);
}

async function decide(
  db: Database,
  kind: 'WITHDRAW' | 'RESTORE',
  { id, reason: given }: StatementDecision,
  { actor, now = () => new Date() }: Decider,
): Promise<StatementDecided> {
  checkStatementId(id);
  const reason = checkReason(given);
  return db.write(async (tx) => {
    const [row] = await tx.run(cypher.RUN_OF_STATEMENT, { ids: [id] });
    if (row === undefined) throw notFound('statement', id);
    const standing = (await standingWithdrawals(tx, [id])).get(id) ?? null;
    if ((standing === null) === (kind === 'RESTORE')) return { statementId: id, decisionId: null };
    const draft = { kind, actor, reason, statement: id, keep: null, merge: [], changes: null };
    const undoes = standing?.id ?? null;
    const record = await dated(tx, { ...draft, undoes }, now());
    await enactWithdrawal(tx, record, id);
    return { statementId: id, decisionId: record.id };
  });
}

/** Writes a decision to withdraw a statement or to restore it, and what follows. */
export async function enactWithdrawal(
  tx: Transaction,
  record: DecisionRecord,
  statementId: string,
): Promise<void> {
  await writeDecision(tx, record, []);
  await settleWithdrawals(tx, [statementId]);
}

export interface Withdrawal {
  readonly id: string;
  readonly at: string;
  readonly reason: string;
}

/** By statement; those that no decision withdraws are absent. */
export async function standingWithdrawals(
  tx: Transaction,
  statementIds: readonly string[],
): Promise<Map<string, Withdrawal>> {
  const rows = await readChunks(tx, cypher.STANDING_WITHDRAWALS, 'ids', statementIds);
  const groups = groupRows(statementIds, rows, 'statement', (row) => ({
    id: text(row, 'id'),
    at: text(row, 'at'),
    reason: text(row, 'reason'),
  }));
  const found = new Map<string, Withdrawal>();
  for (const [id, [first]] of groups) if (first !== undefined) found.set(id, first);
  return found;
}

/**
 * Works out anew whether statements are withdrawn, from everything that withdraws one. This is a standing decision; nothing else sets
 * `withdrawnAt`.
 */
async function settleWithdrawals(tx: Transaction, statementIds: readonly string[]): Promise<void> {
  const decided = await standingWithdrawals(tx, statementIds);
  const rows = statementIds.map((id) => {
    const { at = null, reason = null } = decided.get(id) ?? {};
    return { id, at, reason };
  });
  await runRows(tx, cypher.SET_WITHDRAWALS, rows);
}
