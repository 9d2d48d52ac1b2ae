import type { Transaction } from '../graph/database.ts';
import * as cypher from './cypher-keys.ts';
import { runEach } from './rows-run.ts';

/** What a key is called from now on, and was before; names as `nameText` has them. */
export interface Renaming {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The names whose holders changed. */
export async function writeKeyNames(tx: Transaction, renamings: readonly Renaming[]): Promise<string[]> {
  const added = renamings.flatMap(({ key, before, after }) => differing(key, after, before));
  const removed = renamings.flatMap(({ key, before, after }) => differing(key, before, after));
  await runEach(tx, [
    [cypher.MERGE_KEY_NAMES, distinctNames(added)],
    [cypher.LINK_KEY_NAMES, added],
    [cypher.UNLINK_KEY_NAMES, removed],
    [cypher.REMOVE_KEY_NAMES, distinctNames(removed)],
  ]);
  return distinctNames([...added, ...removed]);
}

function differing(from: string, names: readonly string[], others: readonly string[]) {
  return names.filter((name) => !others.includes(name)).map((to) => ({ from, to }));
}

function distinctNames(rows: readonly { readonly to: string }[]): string[] {
  return [...new Set(rows.map(({ to }) => to))].toSorted();
}
