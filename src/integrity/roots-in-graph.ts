import type { Transaction } from '../graph/database.ts';
import { HOLDERS_OF_NAMES, KEYS_FOR_NAMES } from '../ingest/cypher-keys.ts';
import { MAX_HOLDERS } from '../ingest/key-store.ts';
import { type KeyNode, type Rooted, rootsOf } from '../ingest/roots.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { ENTITIES_OF_KEYS, KEYS } from './cypher-keys.ts';
import { byColumn, nodeIn, textIn, wayIn } from './read.ts';

/**
 * The roots of keys, as their names and the decisions on them stand in the graph. Unlike an ingest it takes keys that lack
 * something: they stand for no name.
 */
export async function rootsInGraph(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Rooted>> {
  const keys = new Map<string, KeyNode>();
  const holders = new Map<string, readonly string[] | null>();
  const namesakes = new Map<string, readonly string[]>();
  for (;;) {
    const found = rootsOf(ids, { keys, holders, namesakes });
    if ('roots' in found) return found.roots;
    const { missing } = found;
    await readKeys(tx, missing.keys, keys);
    const limit = MAX_HOLDERS + 1;
    const holding = await readChunks(tx, HOLDERS_OF_NAMES, 'names', missing.names, { limit });
    const named = byColumn(holding, 'name', (row) => textIn(row, 'id') ?? '');
    const standing = await readChunks(tx, KEYS_FOR_NAMES, 'names', missing.names);
    const same = byColumn(standing, 'name', (row) => textIn(row, 'id') ?? '');
    for (const name of missing.names) {
      const all = named.get(name) ?? [];
      holders.set(name, all.length > MAX_HOLDERS ? null : all);
      namesakes.set(name, same.get(name) ?? []);
    }
  }
}

async function readKeys(tx: Transaction, ids: readonly string[], keys: Map<string, KeyNode>): Promise<void> {
  for (const id of ids) keys.set(id, { id, qid: null, own: null, mergedInto: null });
  const merged = new Map<string, string>();
  for (const row of await readChunks(tx, ENTITIES_OF_KEYS, 'ids', ids)) {
    const { from, type, to } = wayIn(row);
    if (type === 'MERGED_INTO') merged.set(from, to);
  }
  for (const row of await readChunks(tx, KEYS, 'ids', ids)) {
    const { id, properties } = nodeIn(row);
    if (id === null) continue;
    const mergedInto = merged.get(id) ?? null;
    keys.set(id, { id, qid: textIn(properties, 'qid'), own: textIn(properties, 'own'), mergedInto });
  }
}
