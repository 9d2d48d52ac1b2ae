import { dateKey, dayBounds } from '../date/partial.ts';
import { nodeId } from '../graph/id.ts';
import type { AnnotatedRelation } from './annotation.ts';
import { entityId, type RowContext } from './row-context.ts';
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
      const innermost = context.pieces.around(span.start, span.end)[0];
      const words = evidenceRow(context, id, row.id, 'RELATION', order, span);
      evidence.push(attestation(context, words, innermost !== undefined));
      if (innermost !== undefined) {
        claimedIn.push({ from: id, to: statementId(context, innermost.statementId) });
      }
    }
  }
  return { relations, evidence, claimedIn };
}

function propsOf(context: RowContext, relation: AnnotatedRelation): NodeRow {
  const { type, validFrom, validUntil, reference } = relation;
  const fromId = entityId(context, relation.from);
  const toId = entityId(context, relation.to);
  const id = nodeId('Relation', type, fromId, toId, validFrom, validUntil);
  return {
    id,
    type,
    fromId,
    toId,
    validFrom,
    validUntil,
    firstDay: validFrom === null ? null : (dayBounds(validFrom)?.[0] ?? null),
    lastDay: validUntil === null ? null : (dayBounds(validUntil)?.[1] ?? null),
    reference,
  };
}

/**
 * A relation holds at least when an article says so, so its evidence carries the date of that article; and whether the article itself
 * says it or somebody claims it.
 */
function attestation({ checked }: RowContext, { owner, props }: EvidenceRow, claimed: boolean): EvidenceRow {
  const { publishedAt } = checked.document.article;
  return { owner, props: { ...props, publishedAt, dateKey: dateKey(publishedAt), claimed } };
}
