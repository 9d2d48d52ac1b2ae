import { dayBounds } from '../date/partial.ts';
import { nodeId } from '../graph/id.ts';
import type { AnnotatedRelation } from './annotation.ts';
import { resolved } from './links.ts';
import type { Resolution } from './resolution.ts';
import type { RelationRow } from './rows.ts';

/** What a relation of a document is in the graph: many documents may say it of the same entities. */
export function relationOf(relation: AnnotatedRelation, resolution: Resolution): RelationRow {
  const { type, validFrom, validUntil } = relation;
  const fromId = resolved(resolution, relation.from);
  const toId = resolved(resolution, relation.to);
  return relationBetween<string>({ type, fromId, toId, validFrom, validUntil });
}

/** What follows from the ends and dates of a relation. `Text` is null where a graph may lack something. */
export function relationBetween<Text extends string | null>(relation: {
  readonly type: Text;
  readonly fromId: Text;
  readonly toId: Text;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}) {
  const { type, fromId, toId, validFrom, validUntil } = relation;
  return {
    id: nodeId('Relation', type, fromId, toId, validFrom, validUntil),
    ...relation,
    firstDay: validFrom === null ? null : (dayBounds(validFrom)?.[0] ?? null),
    lastDay: validUntil === null ? null : (dayBounds(validUntil)?.[1] ?? null),
  };
}

/** The evidence for a relation is the run's own, whatever entities it turns out to join. */
export function relationEvidenceId(runId: string, localId: string, order: number): string {
  return nodeId('Evidence', runId, 'RELATION', localId, order);
}
