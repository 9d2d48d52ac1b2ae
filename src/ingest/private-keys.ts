import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import { type EntityKey, entityKeys, privateKeys } from './entity-keys.ts';
import { readKeys } from './key-store.ts';
import { readChunks } from './rows-run.ts';
import { unpackDocument } from './stored-document.ts';

export interface PrivateKeysFound {
  /** Those that entities of their articles have, or would have where their documents kept them apart. */
  readonly keys: ReadonlyMap<string, EntityKey>;
  /** The runs with such entities. */
  readonly runs: readonly string[];
}

/** Looks for private keys, given with their articles, in all documents of these. Those of unnamed sources are no such keys. */
export async function findPrivateKeys(
  tx: Transaction,
  articleOf: ReadonlyMap<string, string>,
): Promise<PrivateKeysFound> {
  const keys = new Map<string, EntityKey>();
  const runs: string[] = [];
  const articles = [...new Set(articleOf.values())];
  for (const row of await readChunks(tx, cypher.DOCUMENTS_OF_ARTICLES, 'ids', articles)) {
    const articleId = text(row, 'articleId');
    const { entities } = unpackDocument(text(row, 'document'));
    const own = privateKeys(entities, entityKeys(entities, articleId), articleId);
    const wanted = [...own.values()].filter(({ id }) => articleOf.get(id) === articleId);
    for (const key of wanted) keys.set(key.id, key);
    if (wanted.length > 0) runs.push(text(row, 'id'));
  }
  return { keys, runs };
}

/**
 * The runs that may keep entities apart, or together again, when it is decided on keys: those whose documents have an entity with one of them as
 * its private key.
 */
export async function runsOfPrivateKeys(tx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  const stored = [...(await readKeys(tx, ids)).values()];
  const articleOf = new Map(
    stored.flatMap(({ id, articleId }) => (articleId === null ? [] : [[id, articleId] as const])),
  );
  return (await findPrivateKeys(tx, articleOf)).runs;
}
