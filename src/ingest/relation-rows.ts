import { dateKey } from '../date/partial.ts';
import { relationEvidenceId, relationOf } from './relations.ts';
import type { RowContext } from './row-context.ts';
import type { AssertionRow, EdgeRow, EvidenceRow, RelationRow, RelationRows } from './rows.ts';
import { evidenceRow } from './span-rows.ts';

export function relationRows(context: RowContext): RelationRows {
  const { checked, identity, resolution, current } = context;
  const { runId } = identity;
  const relations = new Map<string, RelationRow>();
  const asserts: AssertionRow[] = [];
  const evidence: EvidenceRow[] = [];
  const claimedIn: EdgeRow[] = [];
  for (const relation of checked.document.relations) {
    const { id: local, reference } = relation;
    const row = relationOf(relation, resolution);
    relations.set(row.id, row);
    let stated = false;
    for (const [order, span] of relation.evidence.entries()) {
      const id = relationEvidenceId(runId, local, order);
      const innermost = context.pieces.around(span.start, span.end)[0];
      const words = evidenceRow(context, id, row.id, 'RELATION', order, span);
      evidence.push(attestation(context, words, innermost !== undefined));
      if (innermost === undefined) stated = true;
      else claimedIn.push({ from: id, to: innermost.statementId });
    }
    asserts.push({ from: runId, to: row.id, local, reference, current, stated });
  }
  return { relations: [...relations.values()], asserts, evidence, claimedIn };
}

/**
 * A relation holds at least when an article says so, so its evidence carries the date of that article; and whether the article itself
 * says it or somebody claims it.
 */
function attestation({ checked }: RowContext, { owner, props }: EvidenceRow, claimed: boolean): EvidenceRow {
  const { publishedAt } = checked.document.article;
  return { owner, props: { ...props, publishedAt, dateKey: dateKey(publishedAt), claimed } };
}
