import type { Transaction } from '../graph/database.ts';
import * as cypher from './cypher-relations.ts';
import { entityLinks } from './links.ts';
import { relationEvidenceId, relationOf } from './relations.ts';
import type { AssertionRow, RelationRow } from './rows.ts';
import { runRows } from './rows-run.ts';
import type { Relink } from './settle-runs.ts';
import { moveLinks } from './write-links.ts';
import { writeRelations } from './write-relations.ts';

/** Moves what leads from a run's records to entities that are others now. Returns the relations whose standing may have changed. */
export async function relinkRuns(tx: Transaction, relinks: readonly Relink[]): Promise<string[]> {
  await moveLinks(
    tx,
    relinks.map(({ document, runId, before, after }) => ({
      before: entityLinks(document, runId, before),
      after: entityLinks(document, runId, after),
    })),
  );
  const relations: RelationRow[] = [];
  const asserts: AssertionRow[] = [];
  const moved: { readonly from: string; readonly to: string }[] = [];
  const touched: string[] = [];
  for (const { document, runId, current, before, after } of relinks) {
    for (const relation of document.relations) {
      const was = relationOf(relation, before);
      const is = relationOf(relation, after);
      if (was.id === is.id) continue;
      relations.push(is);
      // How the relation stands is worked out anew afterwards.
      const { id: local, reference } = relation;
      asserts.push({ from: runId, to: is.id, local, reference, current, stated: false });
      for (const order of relation.evidence.keys()) {
        moved.push({ from: is.id, to: relationEvidenceId(runId, local, order) });
      }
      touched.push(was.id, is.id);
    }
  }
  await runRows(
    tx,
    cypher.REMOVE_ASSERTIONS,
    asserts.map(({ from, local }) => ({ from, local })),
  );
  await runRows(
    tx,
    cypher.UNLINK_RELATION_EVIDENCE,
    moved.map(({ to }) => to),
  );
  await writeRelations(tx, relations, asserts);
  await runRows(tx, cypher.LINK_RELATION_EVIDENCE, moved);
  return touched;
}
