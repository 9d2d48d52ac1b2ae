import type { Transaction } from '../graph/database.ts';
import { flag, text, texts } from '../graph/rows.ts';
import { foldName } from '../text/fold.ts';
import * as cypher from './cypher-keys.ts';
import { describe, foldedNames } from './descriptions.ts';
import { foldedIn } from './key-names.ts';
import { keysNearNames, type StoredKey } from './key-store.ts';
import { readChunks } from './rows-run.ts';
import type { Callings, SettledKeys } from './settle-keys.ts';
import type { Arrival, Flip, MergeChange } from './settle-runs.ts';

export async function keysOfRuns(tx: Transaction, flips: readonly Flip[]): Promise<string[]> {
  const ids = flips.map(({ runId }) => runId);
  const rows = await readChunks(tx, cypher.KEYS_OF_RUNS, 'ids', ids);
  return rows.map((row) => text(row, 'id'));
}

/**
 * What keys are called when documents have come in: as current runs say. Names of keys of flipped runs are gathered anew, the others only
 * gain some.
 */
export async function callingsOf(
  tx: Transaction,
  keys: SettledKeys,
  arrivals: readonly Arrival[],
  flipped: readonly string[],
): Promise<Callings> {
  const callings = new Map<string, Set<string>>();
  await keys.load(flipped);
  // Private keys are called nothing.
  const named = flipped.filter((id) => !isPrivate(keys.stored(id)));
  for (const id of named) callings.set(id, new Set());
  for (const row of await readChunks(tx, cypher.DESCRIPTIONS_OF_KEYS, 'ids', named)) {
    if (!flag(row, 'current')) continue;
    const calling = callings.get(text(row, 'keyId'));
    for (const name of [text(row, 'name'), ...texts(row, 'aliases')]) calling?.add(foldName(name));
  }
  await keys.load(arrivals.flatMap((arrival) => [...arrival.keys.values()].map(({ id }) => id)));
  for (const { document, identity, keys: own, current } of arrivals) {
    for (const entity of document.entities) {
      const key = own.get(entity.id);
      if (key === undefined) throw new Error(`entity "${entity.id}" has no key`);
      const calling = callings.get(key.id) ?? new Set(keys.stored(key.id).names.map(foldedIn));
      callings.set(key.id, calling);
      if (!current || key.isPrivate) continue;
      for (const name of foldedNames(describe(document, entity, identity.articleId, current)))
        calling.add(name);
    }
  }
  return callings;
}

function isPrivate({ qid, folded }: StoredKey): boolean {
  return qid === null && folded === null;
}

/** Keys whose roots may change by merging or splitting: those that are merged, and those near the names of the entities that are. */
export async function keysNearMerges(
  tx: Transaction,
  keys: SettledKeys,
  merges: readonly MergeChange[],
): Promise<string[]> {
  if (merges.length === 0) return [];
  const merged = merges.flatMap(({ key, mergedBefore }) => [key, mergedBefore]).filter((id) => id !== null);
  await keys.load(merged);
  const targets = merged.map((id) => keys.stored(id).mergedInto).filter((id) => id !== null);
  await keys.load(targets);
  // A key that nothing has described before is of none.
  const entities = [...merged, ...targets].map((id) => keys.stored(id).entityId).filter((id) => id !== null);
  const mates = await readChunks(tx, cypher.KEYS_OF_ENTITIES, 'ids', [...new Set(entities)]);
  const ids = mates.map((row) => text(row, 'id'));
  await keys.load(ids);
  const names = [...new Set(ids.flatMap((id) => keys.stored(id).names))];
  return [...merged, ...targets, ...ids, ...(await keysNearNames(tx, names))];
}
