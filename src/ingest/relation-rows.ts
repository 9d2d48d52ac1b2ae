import { nodeId } from '../graph/id.ts';
import type { AnnotatedRelation } from './annotation.ts';
import { entityId, type RowContext } from './changes.ts';
import type { EdgeRow, EvidenceRow, NodeRow, RelationRows } from './rows.ts';
import { evidenceRow } from './span-rows.ts';
import { statementId } from './statement-rows.ts';

export function relationRows(context: RowContext): RelationRows {
  const relations: NodeRow[] = [];
  const evidence: EvidenceRow[] = [];
  const claimedIn: EdgeRow[] = [];
  for (const relation of context.checked.document.relations) {
    const row = propsOf(context, relation);
    relations.push(row);
    for (const [order, span] of relation.evidence.entries()) {
      // Many runs attest one relation, so its evidence is told apart by the run.
      const id = nodeId('Evidence', row.id, context.identity.runId, 'RELATION', order);
      evidence.push(evidenceRow(context, id, row.id, 'RELATION', order, span));
      const innermost = context.pieces.around(span.start, span.end)[0];
      if (innermost !== undefined) {
        claimedIn.push({ from: id, to: statementId(context, innermost.statementId) });
      }
    }
  }
  return { relations: relations.toSorted((a, b) => (a.id < b.id ? -1 : 1)), evidence, claimedIn };
}

function propsOf(context: RowContext, relation: AnnotatedRelation): NodeRow {
  const { type, validFrom, validUntil, reference } = relation;
  const fromId = entityId(context, relation.from);
  const toId = entityId(context, relation.to);
  const id = nodeId('Relation', type, fromId, toId, validFrom, validUntil);
  return { id, type, fromId, toId, validFrom, validUntil, reference };
}
