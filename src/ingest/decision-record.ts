import { DECISION_KINDS, type DecisionKind } from '../decision/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { nodeId } from '../graph/id.ts';
import { flag, integerOrNull, maps, oneOf, text, textOrNull, texts } from '../graph/rows.ts';
import type { CorrectionChanges } from './corrections.ts';
import * as cypher from './cypher-decisions.ts';
import { canonicalJson } from './identity.ts';
import { readChunks, runRows } from './rows-run.ts';

/** A decision with all that it takes to make it again on another graph of the same documents. */
export interface DecisionRecord {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly actor: string;
  /** ISO 8601 in UTC with milliseconds; each is later than the one before it in the graph. */
  readonly at: string;
  readonly reason: string;
  /** WITHDRAW, RESTORE and CORRECT. */
  readonly statement: string | null;
  /** MERGE: the key of the entity that stays, and those of the entities that become it. */
  readonly keep: string | null;
  readonly merge: readonly string[];
  /** CORRECT, unless it undoes another one. */
  readonly changes: CorrectionChanges | null;
  /** The decision that it takes back. */
  readonly undoes: string | null;
  /** REDACT: the article, and of its words the longest that are kept, in code points. */
  readonly article?: string;
  readonly keepLength?: number;
}

export interface StoredDecision extends DecisionRecord {
  /** Whether it has an effect: of those that are undone, and of those that undo, only the record is left. */
  readonly standing: boolean;
  /** Of its keys that are of one article only: the article, by key. */
  readonly privateTo: Readonly<Record<string, string>>;
}

/** A decision but for its time and id. */
export type DecisionDraft = Omit<DecisionRecord, 'id' | 'at'>;

/** Keys of entities that a decision is about, each once. */
export function keysOf({
  keep,
  merge,
  changes,
}: Pick<DecisionRecord, 'keep' | 'merge' | 'changes'>): string[] {
  const { speakers = [], about = [], addressees = [] } = changes ?? {};
  return [...new Set([...(keep === null ? [] : [keep]), ...merge, ...speakers, ...about, ...addressees])];
}

/** Gives it the time `now`, or the next millisecond after the latest one: decisions have one order, also where clocks differ. */
export async function dated(tx: Transaction, draft: DecisionDraft, now: Date): Promise<DecisionRecord> {
  const wanted = now.toISOString();
  const [row = {}] = await tx.run(cypher.LATEST_DECISION, { at: wanted });
  const latest = textOrNull(row, 'at');
  const at = latest === null ? wanted : new Date(Date.parse(latest) + 1).toISOString();
  const { kind, actor, statement, undoes, article } = draft;
  const about = article === undefined ? keysOf(draft) : [article];
  return { ...draft, at, id: nodeId('Decision', kind, actor, at, statement, undoes, ...about) };
}

/** Writes the record alone: what it is about, and that it undoes another one. `keys` are those of entities that it concerns. */
export async function writeDecision(
  tx: Transaction,
  record: DecisionRecord,
  keys: readonly string[],
): Promise<void> {
  const { id, kind, actor, at, reason, statement, keep, merge, changes, undoes, article } = record;
  const decision = {
    id,
    kind,
    actor,
    at,
    reason,
    standing: undoes === null,
    keptKey: keep,
    mergedKeys: merge.length > 0 ? merge : null,
    changes: changes === null ? null : canonicalJson(changes),
    keepLength: record.keepLength ?? null,
  };
  await tx.run(cypher.CREATE_DECISION, { decision });
  if (statement !== null) await tx.run(cypher.LINK_DECIDED_STATEMENT, { id, statement });
  if (article !== undefined) await tx.run(cypher.LINK_DECIDED_ARTICLE, { id, article });
  await runRows(
    tx,
    cypher.LINK_DECIDED_KEYS,
    keys.map((to) => ({ from: id, to })),
  );
  if (undoes !== null) await tx.run(cypher.UNDO_DECISION, { id: undoes, by: id });
}

/** By id. */
export async function findDecisions(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, StoredDecision>> {
  const rows = await readChunks(tx, cypher.DECISIONS_FOUND, 'ids', ids);
  return new Map(rows.map((row) => [text(row, 'id'), storedDecision(row)]));
}

export function storedDecision(row: Row): StoredDecision {
  const changes = textOrNull(row, 'changes');
  const privateKeys = maps(row, 'privateKeys').map(
    (key) => [text(key, 'key'), text(key, 'article')] as const,
  );
  const article = textOrNull(row, 'article');
  const keepLength = integerOrNull(row, 'keepLength');
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', DECISION_KINDS),
    actor: text(row, 'actor'),
    at: text(row, 'at'),
    reason: text(row, 'reason'),
    statement: textOrNull(row, 'statement'),
    keep: textOrNull(row, 'keptKey'),
    merge: texts(row, 'mergedKeys'),
    changes: changes === null ? null : (JSON.parse(changes) as CorrectionChanges),
    undoes: textOrNull(row, 'undoes'),
    ...(article !== null && { article }),
    ...(keepLength !== null && { keepLength }),
    standing: flag(row, 'standing'),
    privateTo: Object.fromEntries(privateKeys.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
