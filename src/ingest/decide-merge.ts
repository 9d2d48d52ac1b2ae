import { invalidInput, OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import * as cypher from './cypher-decisions.ts';
import {
  checkDecisionId,
  checkEntityId,
  checkReason,
  type Decider,
  MAX_MERGED,
  notFound,
} from './decide-input.ts';
import {
  type DecisionRecord,
  dated,
  findDecisions,
  keysOf,
  type StoredDecision,
  writeDecision,
} from './decision-record.ts';
import { type FoundEntity, findEntities, requireEntity } from './find-entities.ts';
import { readKeys } from './key-store.ts';
import { runsOfPrivateKeys } from './private-keys.ts';
import { resettle } from './resettle.ts';
import { runRows } from './rows-run.ts';

export interface MergeInput {
  /** The entity that stays. */
  readonly keep: string;
  readonly merge: readonly string[];
  readonly reason: string;
}

export interface SplitInput {
  /** A decision to merge. */
  readonly decision: string;
  readonly reason: string;
}

/**
 * Decides that entities are one; returns the decision's id. Ids may be former ones. NOT_FOUND for one that nothing has, CONFLICT for what cannot
 * be one: other types, unnamed sources, what is one already.
 */
export async function mergeEntities(
  db: Database,
  { keep, merge, reason: given }: MergeInput,
  { actor, now = () => new Date() }: Decider,
): Promise<string> {
  if (merge.length === 0) throw invalidInput('"merge" is empty: name the entities that are the one to keep.');
  if (merge.length > MAX_MERGED) {
    throw new OnrecordError(
      'LIMIT_EXCEEDED',
      `"merge" has ${merge.length} ids; one decision merges at most ${MAX_MERGED}.`,
    );
  }
  for (const id of [keep, ...merge]) checkEntityId(id);
  const reason = checkReason(given);
  return db.write(async (tx) => {
    const entities = await findEntities(tx, [keep, ...merge]);
    const kept = requireEntity(entities, keep);
    const merged = new Map(
      merge.map((id) => requireEntity(entities, id)).map((entity) => [entity.id, entity]),
    );
    for (const entity of merged.values()) refuseConflict(kept, entity);
    const keys = [];
    for (const id of merged.keys()) keys.push(await freeKey(tx, id));
    const draft = { kind: 'MERGE', actor, reason, statement: null, changes: null, undoes: null } as const;
    const record = await dated(tx, { ...draft, keep: kept.id, merge: keys }, now());
    await enactMerge(tx, record);
    return record.id;
  });
}

/**
 * Takes a decision to merge back; returns the id of the decision that does. NOT_FOUND where none has the id, CONFLICT where it is no merge, or
 * was split before.
 */
export async function splitEntities(
  db: Database,
  { decision, reason: given }: SplitInput,
  { actor, now = () => new Date() }: Decider,
): Promise<string> {
  checkDecisionId(decision);
  const reason = checkReason(given);
  return db.write(async (tx) => {
    const merge = (await findDecisions(tx, [decision])).get(decision);
    if (merge === undefined) throw notFound('decision', decision);
    if (merge.kind !== 'MERGE')
      throw new OnrecordError(
        'CONFLICT',
        `The decision "${decision}" is a ${merge.kind}: only a MERGE can be split.`,
      );
    if (!merge.standing) throw new OnrecordError('CONFLICT', `The decision "${decision}" was split before.`);
    const draft = {
      kind: 'SPLIT',
      actor,
      reason,
      statement: null,
      changes: null,
      keep: null,
      merge: [],
    } as const;
    const record = await dated(tx, { ...draft, undoes: decision }, now());
    await enactSplit(tx, record, merge);
    return record.id;
  });
}

/** Writes a decision to merge, and what follows. */
export async function enactMerge(tx: Transaction, record: DecisionRecord): Promise<void> {
  const { id: decision, keep, merge } = record;
  if (keep === null) throw new Error(`decision ${decision} keeps no entity`);
  await writeDecision(tx, record, keysOf(record));
  await runRows(
    tx,
    cypher.MERGE_INTO,
    merge.map((from) => ({ from, to: keep, decision })),
  );
  await resettle(
    tx,
    merge.map((key) => ({ key, mergedBefore: null })),
    await runsOfPrivateKeys(tx, keysOf(record)),
  );
}

/** Writes a decision to split, and what follows. */
export async function enactSplit(
  tx: Transaction,
  record: DecisionRecord,
  undone: StoredDecision,
): Promise<void> {
  const { id: decision, keep, merge } = undone;
  await writeDecision(tx, record, keysOf(undone));
  await runRows(
    tx,
    cypher.UNMERGE,
    merge.map((from) => ({ from, decision })),
  );
  await resettle(
    tx,
    merge.map((key) => ({ key, mergedBefore: keep })),
    await runsOfPrivateKeys(tx, keysOf(undone)),
  );
}

function refuseConflict(keep: FoundEntity, merge: FoundEntity): void {
  const reason = conflictOf(keep, merge);
  if (reason !== null) throw new OnrecordError('CONFLICT', reason);
}

function conflictOf(keep: FoundEntity, merge: FoundEntity): string | null {
  if (keep.id === merge.id) return `"${merge.name}" is the entity to keep already: its id is "${keep.id}".`;
  const unnamed = [keep, merge].find(({ type }) => type === 'UNNAMED_SOURCE');
  if (unnamed !== undefined)
    return `"${unnamed.name}" ("${unnamed.id}") is an unnamed source: it belongs to its article and is never merged.`;
  if (keep.type !== merge.type)
    return `"${merge.name}" ("${merge.id}") is a ${merge.type}, and "${keep.name}" is a ${keep.type}: only what is of one type can be one.`;
  return null;
}

/**
 * The key by which an entity is merged into another: its own, or where a decision merged that one already (it points to itself in the end, through
 * names) the last one that no decision has merged.
 */
async function freeKey(tx: Transaction, entityId: string): Promise<string> {
  const seen = new Set<string>();
  let id = entityId;
  while (!seen.has(id)) {
    seen.add(id);
    const into = (await readKeys(tx, [id])).get(id)?.mergedInto ?? null;
    if (into === null) return id;
    id = into;
  }
  throw new OnrecordError(
    'CONFLICT',
    `Decisions merged all that the entity "${entityId}" is known by into each other: split one of them first.`,
  );
}
