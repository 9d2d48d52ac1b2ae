import { invalidInput, OnrecordError, type Problem } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import { typeOfId } from '../graph/id.ts';
import { enactCorrection } from './correct-run.ts';
import * as cypher from './cypher-decisions.ts';
import * as keyCypher from './cypher-keys.ts';
import { enactMerge, enactSplit } from './decide-merge.ts';
import { enactWithdrawal, standingWithdrawals } from './decide-withdraw.ts';
import { type DecisionLine, decisionLine, parseDecisionLine, summaryOf } from './decision-line.ts';
import {
  type DecisionRecord,
  findDecisions,
  keysOf,
  type StoredDecision,
  storedDecision,
  writeDecision,
} from './decision-record.ts';
import { canonicalJson } from './identity.ts';
import { keyRows } from './key-rows.ts';
import { readKeys } from './key-store.ts';
import { findPrivateKeys } from './private-keys.ts';
import { clearFiles, REDACT_TIMEOUT_MS } from './redact.ts';
import { redactStored } from './redact-article.ts';
import { runRows } from './rows-run.ts';

export interface AppliedDecision {
  readonly id: string;
  readonly status: 'created' | 'unchanged';
}

/** Where a page of decisions begins: after the one with this time and id. */
export interface DecisionPosition {
  readonly at: string;
  readonly id: string;
}

/** At most `limit` decisions in the order in which they were made, from the first one on where `after` is null. */
export async function readDecisions(
  db: Database,
  after: DecisionPosition | null,
  limit: number,
): Promise<readonly StoredDecision[]> {
  const { at, id } = after ?? { at: '', id: '' };
  return (await db.read(cypher.DECISIONS_AFTER, { at, id, limit })).map(storedDecision);
}

/**
 * Makes a decision from another graph here, with its id, actor and time; one that is here already changes nothing. INVALID_INPUT, by JSON
 * pointers, for what is no decision, or is about something that this graph does not have; CONFLICT for what decisions here contradict. Then nothing
 * is written.
 */
export async function applyDecisionLine(db: Database, input: unknown): Promise<AppliedDecision> {
  const line = parseDecisionLine(input);
  const { id, kind } = line;
  let hasOldWords = false;
  const status = await db.write(
    async (tx) => {
      hasOldWords = false;
      if (await isMade(tx, line)) return 'unchanged';
      const record = recordOf(line);
      if (kind === 'REDACT') hasOldWords = await redact(db, tx, record);
      else await apply(tx, line, record);
      return 'created';
    },
    kind === 'REDACT' ? { timeoutMs: REDACT_TIMEOUT_MS } : {},
  );
  if (hasOldWords) await clearFiles(db);
  return { id, status };
}

async function isMade(tx: Transaction, line: DecisionLine): Promise<boolean> {
  const { id } = line;
  const known = (await findDecisions(tx, [id])).get(id);
  if (known === undefined) return false;
  if (canonicalJson(decisionLine(known)) === canonicalJson(line)) return true;
  throw new OnrecordError('CONFLICT', `The decision "${id}" is in the graph with other content.`);
}

/** Whether words were taken away. Where documents came redacted there were none: an import of many does not clear files for each. */
async function redact(db: Database, tx: Transaction, record: DecisionRecord): Promise<boolean> {
  const { article = '', keepLength = 0 } = record;
  const redacted = await redactStored(db, tx, article, keepLength);
  if (redacted === null) {
    const reason = `no article has the id "${article}": is its document in the graph?`;
    throw refused([{ pointer: '/article', reason }]);
  }
  await writeDecision(tx, record, []);
  return redacted.hadWords;
}

async function apply(tx: Transaction, line: DecisionLine, record: DecisionRecord): Promise<void> {
  const undone = await findUndone(tx, line);
  await requireStatement(tx, record);
  await requireKeys(tx, line, record);
  const { kind, statement } = record;
  if (kind === 'MERGE') {
    await refuseMerged(tx, record);
    await enactMerge(tx, record);
  } else if (kind === 'SPLIT' && undone !== null) {
    await enactSplit(tx, record, undone);
  } else if (kind === 'CORRECT') {
    await enactCorrection(tx, record, undone);
  } else if (statement !== null) {
    if (kind === 'WITHDRAW') await refuseWithdrawn(tx, statement);
    await enactWithdrawal(tx, record, statement);
  }
}

function recordOf(line: DecisionLine): DecisionRecord {
  const { id, kind, actor, at, reason, statement = null, keep = null, merge = [], changes = null } = line;
  const { undoes = null, article, keepLength } = line;
  return {
    ...{ id, kind, actor, at, reason, statement, keep, merge, changes, undoes },
    ...(article !== undefined && { article }),
    ...(keepLength !== undefined && { keepLength }),
  };
}

/** The decision that this one takes back, which has to stand. */
async function findUndone(
  tx: Transaction,
  { undoes, kind, statement }: DecisionLine,
): Promise<StoredDecision | null> {
  if (undoes === undefined) return null;
  const undone = (await findDecisions(tx, [undoes])).get(undoes);
  if (undone === undefined)
    throw refused([{ pointer: '/undoes', reason: `no decision has the id "${undoes}"` }]);
  const wanted = UNDONE_KINDS[kind];
  if (undone.kind !== wanted || undone.undoes !== null)
    throw refused([
      { pointer: '/undoes', reason: `a ${kind} takes back a ${wanted}, and "${undoes}" is none` },
    ]);
  if (statement !== undefined && undone.statement !== statement)
    throw refused([{ pointer: '/undoes', reason: `"${undoes}" is about another statement` }]);
  if (!undone.standing)
    throw new OnrecordError('CONFLICT', `The decision "${undoes}" was taken back before.`);
  return undone;
}

const UNDONE_KINDS: Readonly<Record<string, string>> = {
  RESTORE: 'WITHDRAW',
  SPLIT: 'MERGE',
  CORRECT: 'CORRECT',
};

async function requireStatement(tx: Transaction, { statement }: DecisionRecord): Promise<void> {
  if (statement === null) return;
  const rows = await tx.run(cypher.RUN_OF_STATEMENT, { ids: [statement] });
  if (rows.length > 0) return;
  throw refused([
    {
      pointer: '/statement',
      reason: `no statement has the id "${statement}": is its document in the graph?`,
    },
  ]);
}

/** Private keys that no document needs here yet are made: they are there as soon as it is decided on them. */
async function requireKeys(tx: Transaction, line: DecisionLine, record: DecisionRecord): Promise<void> {
  const wanted = keysOf(record);
  const known = await readKeys(tx, wanted);
  const articleOf = new Map(Object.entries(line.privateTo ?? {}).filter(([id]) => !known.has(id)));
  const found = (await findPrivateKeys(tx, articleOf)).keys;
  const unknown = new Set(wanted.filter((id) => !known.has(id) && !found.has(id)));
  if (unknown.size > 0) {
    const problems = [...placesOfKeys(line)].filter(([, id]) => unknown.has(id));
    throw refused(
      problems.map(([pointer, id]) => ({
        pointer,
        reason: `no document here has an entity with the key "${id}"`,
      })),
    );
  }
  await runRows(tx, keyCypher.MERGE_KEYS, keyRows([...found.values()]));
}

/** Every key of a line with its pointer. */
function* placesOfKeys({
  keep,
  merge = [],
  changes = {},
}: DecisionLine): Generator<readonly [string, string]> {
  if (keep !== undefined) yield ['/keep', keep];
  for (const [at, key] of merge.entries()) yield [`/merge/${at}`, key];
  for (const field of ['speakers', 'about', 'addressees'] as const)
    for (const [at, key] of (changes[field] ?? []).entries()) yield [`/changes/${field}/${at}`, key];
}

async function refuseMerged(tx: Transaction, { keep, merge }: DecisionRecord): Promise<void> {
  const keys = await readKeys(tx, merge);
  const type = keep === null ? null : typeOfId(keep);
  const problems: Problem[] = [];
  for (const [at, id] of merge.entries()) {
    const pointer = `/merge/${at}`;
    if (id === keep || merge.indexOf(id) < at)
      problems.push({ pointer, reason: `"${id}" stands in this decision already` });
    else if (typeOfId(id) !== type || type === 'UnnamedSource')
      problems.push({ pointer, reason: 'only what is of one type can be one, and never an unnamed source' });
  }
  if (problems.length > 0) throw refused(problems);
  const merged = merge.find((id) => keys.get(id)?.mergedInto != null);
  if (merged === undefined) return;
  throw new OnrecordError('CONFLICT', `A decision here merged "${merged}" already: split that first.`);
}

async function refuseWithdrawn(tx: Transaction, statement: string): Promise<void> {
  const standing = (await standingWithdrawals(tx, [statement])).get(statement);
  if (standing === undefined) return;
  throw new OnrecordError('CONFLICT', `The decision "${standing.id}" withdrew "${statement}" already.`);
}

function refused(problems: readonly Problem[]): OnrecordError {
  return invalidInput(summaryOf(problems.length), problems);
}
