import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import { keyRows } from './key-rows.ts';
import { type EntityOfKey, type KeptApart, type Resolution, resolve } from './resolution.ts';
import { readChunks, runEach, runRows } from './rows-run.ts';
import { callingsOf, keysNearMerges, keysOfRuns } from './settle-callings.ts';
import { writeFacts } from './settle-facts.ts';
import { SettledKeys } from './settle-keys.ts';
import {
  type Arrival,
  changedApart,
  decidedKeys,
  type Flip,
  type MergeChange,
  type Relink,
  readAgain,
  sayingsOf,
} from './settle-runs.ts';

export interface Settled {
  /** By run id, for those that arrived. */
  readonly resolutions: ReadonlyMap<string, Resolution>;
  readonly relinks: readonly Relink[];
  /** Entities that are new. */
  readonly created: ReadonlySet<string>;
  /** Entities that lost a key, maybe their last. What is at them has to be moved before they are removed. */
  readonly left: readonly string[];
}

/**
 * Puts right keys, names and entities for documents that come in, runs that change their standing, and decisions to merge or split. The
 * world is then what all documents and decisions make it, whatever came first; the links of relinked runs are left to the caller.
 * All runs have to be in the graph. Runs that are `again` are looked at, too, where none of their keys moves.
 */
export async function settleEntities(
  tx: Transaction,
  arrivals: readonly Arrival[],
  flips: readonly Flip[] = [],
  merges: readonly MergeChange[] = [],
  again: readonly string[] = [],
): Promise<Settled> {
  const keys = new SettledKeys(tx);
  await runRows(tx, cypher.MERGE_KEYS, keyRows(arrivals.flatMap((arrival) => [...arrival.keys.values()])));
  await runRows(
    tx,
    cypher.FLIP_DESCRIPTIONS,
    flips.map(({ runId, current }) => ({ runId, current })),
  );
  const flipped = await keysOfRuns(tx, flips);
  const near = await keysNearMerges(tx, keys, merges);
  await keys.settle(await callingsOf(tx, keys, arrivals, flipped), near);

  const decided = await decidedKeys(
    tx,
    keys,
    arrivals.map((arrival) => ({ ...arrival, articleId: arrival.identity.articleId })),
  );
  const now = (id: string) => entityOfKey(keys, id);
  const arrived = arrivals.map((arrival) => {
    const { document, identity } = arrival;
    return { ...arrival, ...resolve(document.entities, arrival.keys, identity.articleId, now, decided) };
  });
  const relinked = await readAgain(tx, keys, { merges, arrivals, flips, again }, now);
  const kept = [
    ...arrived.flatMap(({ apart }) => apart),
    ...relinked.flatMap(({ apartAfter }) => apartAfter),
  ];
  const gone = relinked.flatMap(({ apartBefore }) => apartBefore).map(({ key }) => key.id);
  await keysApart(tx, keys, kept);

  const sayings = arrived.flatMap(({ document, identity, keys: own, apart, current }) =>
    sayingsOf({ document, runId: identity.runId, articleId: identity.articleId, keys: own, current }, apart),
  );
  const changed = relinked.flatMap(changedApart);
  const { moved } = keys;
  const created = await writeKeys(tx, moved);
  const removed = changed.map(({ runId, description }) => ({ from: runId, local: description.local }));
  const described = [...sayings, ...changed].map(({ runId, keyId, description }) => ({
    from: runId,
    to: keyId,
    props: { ...description },
  }));
  await runEach(tx, [
    [cypher.REMOVE_DESCRIPTIONS, removed],
    [cypher.CREATE_DESCRIPTIONS, described],
    [cypher.UNLINK_UNDESCRIBED, gone],
    [cypher.REMOVE_KEYS, gone],
  ]);

  const known = moved.filter(({ from }) => from !== null);
  const unsure = [
    ...changed,
    ...sayings.filter(({ description }) => !description.current || description.apart),
  ];
  await writeFacts(tx, keys, {
    sayings,
    anew: new Set([
      ...known.flatMap(({ from, to }) => [from ?? to, to]),
      ...flipped.map((id) => keys.entityOf(id)),
      ...unsure.map(({ keyId }) => keys.entityOf(keyId)),
      // Private keys that some run describes no more, and another one still does.
      ...gone,
    ]),
    offices: [...moved.map(({ key }) => key), ...keys.rescoped],
  });
  return {
    resolutions: new Map(arrived.map(({ identity, resolution }) => [identity.runId, resolution])),
    relinks: relinked,
    created,
    left: [...new Set([...known.map(({ from, to }) => from ?? to), ...gone])],
  };
}

/** After the links of relinked runs have been moved. */
export async function removeLeft(tx: Transaction, { left }: Settled): Promise<void> {
  const names = await readChunks(tx, cypher.NAMES_OF_ENTITIES, 'ids', left);
  await runRows(tx, cypher.REMOVE_ENTITIES, left);
  await runRows(tx, cypher.REMOVE_NAMES, [...new Set(names.map((row) => text(row, 'name')))]);
}

function entityOfKey(keys: SettledKeys, id: string): EntityOfKey {
  const { entityId, base } = keys.placeOf(id);
  const isMerged = keys.isMerged(id);
  return { entityId, base, isMerged, isCertain: isMerged || base === entityId || keys.isMerged(base) };
}

/** Those that were decided on have their places already. */
async function keysApart(tx: Transaction, keys: SettledKeys, apart: readonly KeptApart[]): Promise<void> {
  await runRows(tx, cypher.MERGE_KEYS, keyRows(apart.map(({ key }) => key)));
  await keys.load(apart.map(({ key }) => key.id));
  for (const { key } of apart) keys.placeApart(key.id);
}

/** Returns the entities that are new. */
async function writeKeys(tx: Transaction, moved: SettledKeys['moved']): Promise<ReadonlySet<string>> {
  const targets = [...new Set(moved.map(({ to }) => to))];
  const created = new Set<string>();
  for (const row of await readChunks(tx, cypher.MISSING_ENTITIES, 'ids', targets))
    created.add(text(row, 'id'));
  await runEach(tx, [
    [cypher.CREATE_ENTITIES, [...created]],
    [cypher.UNLINK_KEYS, moved.filter(({ from }) => from !== null).map(({ key }) => ({ from: key }))],
    [
      cypher.LINK_KEYS,
      moved.map(({ key, to, base }) => ({ from: key, to, base: base === to ? null : base })),
    ],
  ]);
  return created;
}
