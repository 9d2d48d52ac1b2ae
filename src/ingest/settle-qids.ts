import type { Row, Transaction } from '../graph/database.ts';
import { text, textOrNull } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import type { EntityFacts } from './entity-facts.ts';
import { readChunks } from './rows-run.ts';
import { readEntities } from './stored-facts.ts';

/** By entity, the QID that it has from its keys: its own, or else the first of those that were merged into it. */
export function qidsOf(keyRows: readonly Row[]): Map<string, string | null> {
  const qids = new Map<string, string | null>();
  const rootFirst = (row: Row) => `${text(row, 'id') === text(row, 'entityId') ? 0 : 1} ${row['qid']}`;
  for (const row of keyRows.toSorted((a, b) => (rootFirst(a) < rootFirst(b) ? -1 : 1))) {
    const entityId = text(row, 'entityId');
    qids.set(entityId, qids.get(entityId) ?? textOrNull(row, 'qid'));
  }
  return qids;
}

/** Documents may give one QID to things of several types. It stays with the one that is named first, by the same order as names are chosen. */
export async function settleQids(
  tx: Transaction,
  qids: readonly string[],
  after: Map<string, EntityFacts>,
  before: Map<string, EntityFacts>,
): Promise<void> {
  const rows = await readChunks(tx, cypher.KEYS_WITH_QIDS, 'qids', qids);
  const merged = rows.filter((row) => row['id'] !== row['entityId']).map((row) => text(row, 'entityId'));
  const mates = await readChunks(tx, cypher.KEYS_OF_ENTITIES, 'ids', [...new Set(merged)]);
  const qidOfMerged = qidsOf(mates);
  const groups = new Map<string, Set<string>>(qids.map((qid) => [qid, new Set()]));
  for (const row of rows) {
    const entityId = text(row, 'entityId');
    const qid = text(row, 'qid');
    if ((qidOfMerged.get(entityId) ?? qid) === qid) groups.get(qid)?.add(entityId);
  }
  const ids = [...new Set([...groups.values()].flatMap((group) => [...group]))];
  const rivals = await readEntities(
    tx,
    ids.filter((id) => !after.has(id) && !before.has(id)),
  );
  for (const [qid, group] of groups) {
    const facts = [...group]
      .map((id) => after.get(id) ?? before.get(id) ?? rivals.get(id))
      .filter((each) => each !== undefined);
    const [first] = facts.toSorted((a, b) =>
      a.namedBy < b.namedBy || (a.namedBy === b.namedBy && a.id < b.id) ? -1 : 1,
    );
    for (const each of facts) after.set(each.id, { ...each, qid: each === first ? qid : null });
  }
  // What they were is needed to know who loses one.
  for (const [id, facts] of rivals) before.set(id, facts);
}
