import { indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { integer, integerOrNull, oneOf, text, textOrNull } from '../graph/rows.ts';
import { EVIDENCE_BY_ID } from './cypher.ts';
import { type Anchor, EVIDENCE_ROLES, EVIDENCE_VERDICTS, type Evidence } from './model.ts';

/** The evidence in a row that has EVIDENCE_COLUMNS and `id`. */
export function evidenceOf(row: Row): Evidence {
  return {
    id: text(row, 'id'),
    role: oneOf(row, 'role', EVIDENCE_ROLES),
    order: integer(row, 'order'),
    start: integer(row, 'start'),
    end: integer(row, 'end'),
    startUtf16: integer(row, 'startUtf16'),
    endUtf16: integer(row, 'endUtf16'),
    exact: textOrNull(row, 'exact'),
    prefix: textOrNull(row, 'prefix'),
    suffix: textOrNull(row, 'suffix'),
    verdict: oneOf(row, 'verdict', EVIDENCE_VERDICTS),
    versionId: text(row, 'versionId'),
    anchor: anchorOf(row),
  };
}

function anchorOf(row: Row): Anchor | null {
  const versionId = textOrNull(row, 'anchorVersionId');
  if (versionId === null) return null;
  return {
    versionId,
    verdict: oneOf(row, 'anchorVerdict', EVIDENCE_VERDICTS),
    start: integerOrNull(row, 'anchorStart'),
    end: integerOrNull(row, 'anchorEnd'),
    startUtf16: integerOrNull(row, 'anchorStartUtf16'),
    endUtf16: integerOrNull(row, 'anchorEndUtf16'),
    exact: textOrNull(row, 'anchorExact'),
  };
}

export async function evidenceById(db: Database, ids: readonly string[]): Promise<Map<string, Evidence>> {
  return indexRows(await db.read(EVIDENCE_BY_ID, { ids }), 'id', evidenceOf);
}
