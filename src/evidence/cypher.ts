import type { Query } from '../graph/database.ts';

/** What a query returns of evidence that it binds as `ev`. */
export const EVIDENCE_COLUMNS = `ev.role AS role, ev.order AS order, ev.start AS start, ev.end AS end,
  ev.startUtf16 AS startUtf16, ev.endUtf16 AS endUtf16, ev.exact AS exact, ev.prefix AS prefix, ev.suffix AS suffix,
  ev.verdict AS verdict, ev.versionId AS versionId, ev.anchorVersionId AS anchorVersionId, ev.anchorVerdict AS anchorVerdict,
  ev.anchorStart AS anchorStart, ev.anchorEnd AS anchorEnd, ev.anchorStartUtf16 AS anchorStartUtf16,
  ev.anchorEndUtf16 AS anchorEndUtf16, ev.anchorExact AS anchorExact`;

export const EVIDENCE_NAMES = [
  'role',
  'order',
  'start',
  'end',
  'startUtf16',
  'endUtf16',
  'exact',
  'prefix',
  'suffix',
  'verdict',
  'versionId',
  'anchorVersionId',
  'anchorVerdict',
  'anchorStart',
  'anchorEnd',
  'anchorStartUtf16',
  'anchorEndUtf16',
  'anchorExact',
] as const;

export const EVIDENCE_BY_ID: Query = {
  name: 'evidence.byId',
  text: `
UNWIND $ids AS id
MATCH (ev:Evidence {id: id})
RETURN ev.id AS id, ${EVIDENCE_COLUMNS}
ORDER BY id`,
};
