import type { EvidenceRole } from '../evidence/model.ts';
import { anchorEvidence, type EvidenceAnchor } from '../evidence/model-anchor.ts';
import { nodeId } from '../graph/id.ts';
import { standingOfStatement } from '../statement/model-standing.ts';
import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import { relationEvidenceId } from './relations.ts';
import type { NodeRow } from './rows.ts';
import type { StoredDocument } from './stored-document.ts';

/** The current version of an article, as far as earlier ones are held against it. */
export interface CurrentVersion {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Null where it may not be kept. */
  readonly text: string | null;
  readonly recordedAt: string;
}

/** What of a run's records says how they stand in the current version. */
export interface AnchorRows {
  readonly evidence: readonly NodeRow[];
  readonly statements: readonly NodeRow[];
}

interface Piece {
  readonly id: string;
  readonly role: EvidenceRole;
  readonly start: number;
  readonly end: number;
}

/**
 * How the records of a run stand in the current version of its article: nothing is said where that is their own, or where a text is not kept. A
 * statement of which no word is left has lapsed.
 */
export function anchorRows(
  document: StoredDocument,
  runId: string,
  text: string | null,
  current: CurrentVersion | null,
): AnchorRows {
  const statements = document.statements.map((statement) => ({
    id: nodeId('Statement', runId, statement.id),
    pieces: piecesOf(statement, nodeId('Statement', runId, statement.id)),
  }));
  const claims = document.relations.flatMap(({ id, evidence }) =>
    evidence.map(({ start, end }, order) => ({ id: relationEvidenceId(runId, id, order), start, end })),
  );
  const all = [...statements.flatMap(({ pieces }) => pieces), ...claims];
  if (current === null || text === null || current.text === null) {
    return {
      evidence: all.map(({ id }) => ({ id, ...NO_ANCHOR })),
      statements: statements.map(({ id }) => ({ id, lapsedAt: null, lapsedReason: null })),
    };
  }
  const anchors = anchorEvidence(text, current.text, all);
  const verdicts = new Map(anchors.map(({ evidenceId, verdict }) => [evidenceId, verdict]));
  return {
    evidence: anchors.map((anchor) => anchorRow(anchor, current.id)),
    statements: statements.map(({ id, pieces }) => {
      const anchored = pieces.map((piece) => ({
        role: piece.role,
        verdict: verdicts.get(piece.id) ?? 'NOT_FOUND',
      }));
      const { standing, reason } = standingOfStatement(anchored, current.number);
      return standing === 'GONE'
        ? { id, lapsedAt: current.recordedAt, lapsedReason: reason }
        : { id, lapsedAt: null, lapsedReason: null };
    }),
  };
}

const NO_ANCHOR = {
  anchorVersionId: null,
  anchorVerdict: null,
  anchorStart: null,
  anchorEnd: null,
  anchorStartUtf16: null,
  anchorEndUtf16: null,
  anchorExact: null,
};

function anchorRow(anchor: EvidenceAnchor, versionId: string): NodeRow {
  const { evidenceId: id, verdict, start, end, startUtf16, endUtf16, exact } = anchor;
  return {
    id,
    anchorVersionId: versionId,
    anchorVerdict: verdict,
    anchorStart: start,
    anchorEnd: end,
    anchorStartUtf16: startUtf16,
    anchorEndUtf16: endUtf16,
    anchorExact: exact,
  };
}

/** The evidence of a statement, with its role and its place among those of the role. */
export function evidenceSpans({ source, cue, content, addressee }: AnnotatedStatement): {
  readonly role: EvidenceRole;
  readonly order: number;
  readonly span: AnnotatedSpan;
}[] {
  const lists: readonly (readonly [EvidenceRole, readonly AnnotatedSpan[]])[] = [
    ['SOURCE', source.evidence],
    ['CUE', cue.evidence],
    ['CONTENT', content],
    ['ADDRESSEE', addressee.evidence],
  ];
  return lists.flatMap(([role, spans]) => spans.map((span, order) => ({ role, order, span })));
}

function piecesOf(statement: AnnotatedStatement, statementId: string): Piece[] {
  return evidenceSpans(statement).map(({ role, order, span: { start, end } }) => ({
    id: nodeId('Evidence', statementId, role, order),
    role,
    start,
    end,
  }));
}
