import type { Params, Query, Transaction } from '../graph/database.ts';
import { HOLDERS_OF_NAMES, KEYS_FOR_NAMES } from '../ingest/cypher-keys.ts';
import { followRoots, MAX_HOLDERS } from '../ingest/key-store.ts';
import type { KeyNode, Rooted } from '../ingest/roots.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { ENTITIES_OF_KEYS, KEYS } from './cypher-keys.ts';
import { byColumn, nodeIn, textIn, wayIn } from './read.ts';

/**
 * The roots of keys, as their names and the decisions on them stand in the graph. Unlike an ingest it takes keys that lack
 * something: they stand for no name.
 */
export function rootsInGraph(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Rooted>> {
  const byName = async (query: Query, names: readonly string[], params?: Params) =>
    byColumn(await readChunks(tx, query, 'names', names, params), 'name', (row) => textIn(row, 'id') ?? '');
  return followRoots(ids, {
    keys: (wanted) => readKeys(tx, wanted),
    holders: (names) => byName(HOLDERS_OF_NAMES, names, { limit: MAX_HOLDERS + 1 }),
    namesakes: (names) => byName(KEYS_FOR_NAMES, names),
  });
}

async function readKeys(tx: Transaction, ids: readonly string[]): Promise<Iterable<KeyNode>> {
  const keys = new Map<string, KeyNode>(
    ids.map((id) => [id, { id, qid: null, own: null, mergedInto: null }]),
  );
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
  return keys.values();
}
