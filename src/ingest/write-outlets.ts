import type { Transaction } from '../graph/database.ts';
import { text, textOrNull } from '../graph/rows.ts';
import * as cypher from './cypher.ts';
import { resolved } from './links.ts';
import { readChunks, runRows } from './rows-run.ts';
import type { Relink } from './settle-runs.ts';
import type { ArticleStanding } from './write-articles.ts';

interface RunOutlet {
  readonly runId: string;
  readonly outletId: string | null;
}

/** Who published articles, as their current runs say. Each run keeps whom it names, for when it becomes the current one. */
export async function writeOutlets(
  tx: Transaction,
  standings: readonly ArticleStanding[],
  arrived: readonly RunOutlet[],
  relinks: readonly Relink[],
): Promise<void> {
  const again = relinks.map(({ runId, articleId, document, after }) => {
    const { outlet } = document.article;
    return { runId, articleId, outletId: outlet === null ? null : resolved(after, outlet) };
  });
  const known = new Map([...arrived, ...again].map(({ runId, outletId }) => [runId, outletId]));
  const rows = [...known].map(([id, outletId]) => ({ id, outletId }));
  await runRows(tx, cypher.SET_RUN_OUTLETS, rows);
  const ids = [...standings.map(({ articleId }) => articleId), ...again.map(({ articleId }) => articleId)];
  await settleOutlets(tx, [...new Set(ids)]);
}

async function settleOutlets(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  const rows = await readChunks(tx, cypher.READ_OUTLETS, 'ids', articleIds);
  const changed = rows
    .map((row) => ({
      id: text(row, 'id'),
      is: textOrNull(row, 'outletId'),
      was: textOrNull(row, 'published'),
    }))
    .filter(({ is, was }) => is !== was);
  await runRows(
    tx,
    cypher.REMOVE_OUTLETS,
    changed.filter(({ was }) => was !== null).map(({ id }) => id),
  );
  const links = changed.flatMap(({ id: from, is: to }) => (to === null ? [] : [{ from, to }]));
  await runRows(tx, cypher.SET_OUTLETS, links);
}
