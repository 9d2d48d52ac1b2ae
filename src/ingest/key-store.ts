import type { EntityType } from '../entity/model.ts';
import { groupRows } from '../graph/batch.ts';
import type { Params, Query, Row, Transaction } from '../graph/database.ts';
import { text, textOrNull, texts } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import { entityType } from './entity-type.ts';
import { type KeyNode, ROUNDS, type Rooted, rootsOf } from './roots.ts';
import { readChunks } from './rows-run.ts';

/** A key as it stands in the graph. */
export interface StoredKey extends KeyNode {
  readonly type: EntityType;
  /** The name that it stands for; null for one that stands for a QID or is private. */
  readonly folded: string | null;
  readonly ofKey: string | null;
  readonly accreditedKey: string | null;
  /** The article of a private one. */
  readonly articleId: string | null;
  /** Null for a key that is new, or that nothing describes. */
  readonly entityId: string | null;
  /** The entity that it would be of without decisions, as `Rooted` has it. */
  readonly base: string | null;
  /** What it is called, as `nameText` has it. */
  readonly names: readonly string[];
}

/** Keys that are called by one name are looked at up to here; one that more are called by is certain for none. */
export const MAX_HOLDERS = 200;

export async function readKeys(tx: Transaction, ids: Iterable<string>): Promise<Map<string, StoredKey>> {
  const rows = await readChunks(tx, cypher.READ_KEYS, 'ids', [...new Set(ids)]);
  return new Map(rows.map((row) => [text(row, 'id'), storedKey(row)]));
}

/** How what roots follow from is read; a name that nobody has may be absent. */
export interface RootReads {
  readonly keys: (ids: readonly string[]) => Promise<Iterable<KeyNode>>;
  /** Those that are called by each name, at most `MAX_HOLDERS + 1`. */
  readonly holders: (names: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Those that stand for each name. */
  readonly namesakes: (names: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
}

/** The roots of keys. Reads as often as names lead on. */
export async function followRoots(
  ids: readonly string[],
  reads: RootReads,
): Promise<ReadonlyMap<string, Rooted>> {
  const keys = new Map<string, KeyNode>();
  const holders = new Map<string, readonly string[] | null>();
  const namesakes = new Map<string, readonly string[]>();
  for (;;) {
    const found = rootsOf(ids, { keys, holders, namesakes });
    if ('roots' in found) return found.roots;
    const { missing } = found;
    for (const key of await reads.keys(missing.keys)) keys.set(key.id, key);
    const named = await reads.holders(missing.names);
    const same = await reads.namesakes(missing.names);
    for (const name of missing.names) {
      const all = named.get(name) ?? [];
      holders.set(name, all.length > MAX_HOLDERS ? null : all);
      namesakes.set(name, same.get(name) ?? []);
    }
  }
}

/** The roots of keys, as their names stand now. */
export function readRoots(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Rooted>> {
  const byName = async (query: Query, names: readonly string[], params?: Params) =>
    groupRows(names, await readChunks(tx, query, 'names', names, params), 'name', (row) => text(row, 'id'));
  return followRoots(ids, {
    async keys(wanted) {
      const found = await readKeys(tx, wanted);
      for (const id of wanted) if (!found.has(id)) throw new Error(`the graph has no entity key ${id}`);
      return found.values();
    },
    holders: (names) => byName(cypher.HOLDERS_OF_NAMES, names, { limit: MAX_HOLDERS + 1 }),
    namesakes: (names) => byName(cypher.KEYS_FOR_NAMES, names),
  });
}

/** The keys whose roots may have changed with who is called by the names: those that stand for them, and what these are called by. */
export async function keysNearNames(tx: Transaction, names: readonly string[]): Promise<Set<string>> {
  const near = new Set<string>();
  const seen = new Set<string>();
  let next = names;
  for (let round = 0; round < ROUNDS && next.length > 0; round += 1) {
    for (const name of next) seen.add(name);
    const rows = await readChunks(tx, cypher.KEYS_FOR_NAMES, 'names', next);
    for (const row of rows) near.add(text(row, 'id'));
    next = [...new Set(rows.flatMap((row) => texts(row, 'names')))].filter((name) => !seen.has(name));
  }
  return near;
}

function storedKey(row: Row): StoredKey {
  const entityId = textOrNull(row, 'entityId');
  return {
    id: text(row, 'id'),
    type: entityType(text(row, 'type')),
    folded: textOrNull(row, 'folded'),
    qid: textOrNull(row, 'qid'),
    own: textOrNull(row, 'own'),
    ofKey: textOrNull(row, 'ofKey'),
    accreditedKey: textOrNull(row, 'accreditedKey'),
    articleId: textOrNull(row, 'articleId'),
    mergedInto: textOrNull(row, 'mergedInto'),
    entityId,
    base: textOrNull(row, 'base') ?? entityId,
    names: texts(row, 'names'),
  };
}
