import type { Transaction } from '../graph/database.ts';
import { text, textOrNull } from '../graph/rows.ts';
import { anchorRows, type CurrentVersion } from './anchors.ts';
import * as cypher from './cypher-anchors.ts';
import type { NodeRow } from './rows.ts';
import { readChunks, runRows } from './rows-run.ts';
import { unpackDocument } from './stored-document.ts';
import type { ArticleStanding } from './write-articles.ts';

/**
 * Puts right where the evidence of earlier versions stands in the current one, for articles that have several versions. All of it: what is the current
 * version may have changed, and with an older one that turns up its number.
 */
export async function writeAnchors(tx: Transaction, standings: readonly ArticleStanding[]): Promise<void> {
  const edited = standings.filter(({ versions }) => versions.length > 1);
  const ids = edited.flatMap(({ versions }) => versions.map(({ id }) => id));
  const texts = new Map<string, { readonly text: string | null; readonly recordedAt: string }>();
  for (const row of await readChunks(tx, cypher.READ_VERSION_TEXTS, 'ids', ids)) {
    texts.set(text(row, 'id'), { text: textOrNull(row, 'text'), recordedAt: text(row, 'recordedAt') });
  }
  const currents = new Map<string, CurrentVersion>();
  for (const { versions, currentRun } of edited) {
    const id = currentRun.versionId;
    const version = texts.get(id);
    if (version === undefined) throw new Error(`article version ${id} is not there`);
    for (const each of versions) currents.set(each.id, { id, number: versions.length, ...version });
  }
  const evidence: NodeRow[] = [];
  const statements: NodeRow[] = [];
  for (const row of await readChunks(tx, cypher.RUNS_OF_VERSIONS, 'ids', ids)) {
    const versionId = text(row, 'versionId');
    const current = currents.get(versionId) ?? null;
    const own = texts.get(versionId)?.text ?? null;
    const against = current?.id === versionId ? null : current;
    const rows = anchorRows(unpackDocument(text(row, 'document')), text(row, 'id'), own, against);
    evidence.push(...rows.evidence);
    statements.push(...rows.statements);
  }
  await runRows(tx, cypher.SET_ANCHORS, evidence);
  await runRows(tx, cypher.SET_LAPSED, statements);
}
