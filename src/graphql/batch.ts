import DataLoader from 'dataloader';
import { OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { MAX_LIST_SIZE } from '../graph/list.ts';
import type { Context } from './context.ts';

/**
 * A read that serves many parents with one Cypher call. `name` identifies the batch within a request, arguments included:
 * two batches of one name share what they have read.
 */
export interface Batch<V> {
  readonly name: string;
  /** Called with distinct keys. Keys without a value may be left out of the result. */
  readonly fetch: (db: Database, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;
}

/** Undefined where the fetch had nothing for the key. All keys asked for in one tick go out together. */
export function load<V>(context: Context, batch: Batch<V>, key: string): Promise<V | undefined> {
  return loaderOf(context, batch).load(key);
}

/** In the order of `keys`; those without a value are left out. */
export async function loadMany<V>(context: Context, batch: Batch<V>, keys: readonly string[]): Promise<V[]> {
  const values = await Promise.all(keys.map((key) => load(context, batch, key)));
  return values.filter((value) => value !== undefined);
}

/** The plain list of one parent; empty where the fetch had nothing. LIMIT_EXCEEDED beyond MAX_LIST_SIZE: never cut without a word. */
export async function loadList<V>(context: Context, batch: Batch<readonly V[]>, key: string): Promise<V[]> {
  const list = (await load(context, batch, key)) ?? [];
  if (list.length <= MAX_LIST_SIZE) return [...list];
  throw new OnrecordError('LIMIT_EXCEEDED', `This list has more than ${MAX_LIST_SIZE} entries.`, {
    details: { limit: MAX_LIST_SIZE },
  });
}

/** The first of a plain list; null for an empty one. */
export async function loadFirst<V>(
  context: Context,
  batch: Batch<readonly V[]>,
  key: string,
): Promise<V | null> {
  return (await load(context, batch, key))?.[0] ?? null;
}

function loaderOf<V>(context: Context, batch: Batch<V>): DataLoader<string, V | undefined> {
  const known = context.loaders.get(batch.name);
  if (known !== undefined) return known as DataLoader<string, V | undefined>;
  const loader = new DataLoader<string, V | undefined>(async (keys) => {
    const found = await batch.fetch(context.db, keys);
    return keys.map((key) => found.get(key));
  });
  context.loaders.set(batch.name, loader as DataLoader<string, unknown>);
  return loader;
}
