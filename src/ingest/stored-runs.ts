import type { Transaction } from '../graph/database.ts';
import { flag, text } from '../graph/rows.ts';
import { readCorrections } from './correction-store.ts';
import { correctedDocument } from './corrections.ts';
import * as cypher from './cypher-keys.ts';
import { entityKeys } from './entity-keys.ts';
import { readChunks } from './rows-run.ts';
import type { SettledKeys } from './settle-keys.ts';
import { unpackDocument } from './stored-document.ts';

/** The documents of runs, as corrections leave them. `flipped` has the runs that are no longer what the graph says, with whether they are current. */
export async function readDocuments(
  tx: Transaction,
  ids: readonly string[],
  flipped: ReadonlyMap<string, boolean>,
) {
  const corrections = await readCorrections(tx, ids);
  return (await readChunks(tx, cypher.READ_DOCUMENTS, 'ids', ids)).map((row) => {
    const articleId = text(row, 'articleId');
    const runId = text(row, 'id');
    const document = correctedDocument(
      unpackDocument(text(row, 'document')),
      runId,
      articleId,
      corrections.get(runId) ?? [],
    );
    return {
      runId,
      versionId: text(row, 'versionId'),
      articleId,
      current: flipped.get(runId) ?? flag(row, 'current'),
      document,
      keys: entityKeys(document.entities, articleId),
    };
  });
}

/** By run, which entities theirs were before the change, and the local ids of those that they kept apart: as the graph has it. */
export async function readResolutions(tx: Transaction, keys: SettledKeys, ids: readonly string[]) {
  const rows = await readChunks(tx, cypher.KEYS_DESCRIBED, 'ids', ids);
  await keys.load(rows.map((row) => text(row, 'keyId')));
  const runs = new Map(
    ids.map((id) => [id, { resolution: new Map<string, string>(), apart: new Set<string>() }]),
  );
  for (const row of rows) {
    const run = runs.get(text(row, 'runId'));
    const local = text(row, 'local');
    const { entityId } = keys.stored(text(row, 'keyId'));
    if (flag(row, 'apart')) run?.apart.add(local);
    else if (entityId !== null) run?.resolution.set(local, entityId);
  }
  return runs;
}
