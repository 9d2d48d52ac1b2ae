/** What the words do; RELATION is for words that state a relation between entities. */
export const EVIDENCE_ROLES = ['SOURCE', 'CUE', 'CONTENT', 'ADDRESSEE', 'RELATION'] as const;
export type EvidenceRole = (typeof EVIDENCE_ROLES)[number];

export const EVIDENCE_VERDICTS = ['EXACT', 'NORMALIZED', 'MOVED', 'ALTERED', 'NOT_FOUND'] as const;
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number];

/** One stretch of text that proves something; offsets half-open, in code points, and in UTF-16 units. */
export interface Evidence {
  readonly id: string;
  readonly role: EvidenceRole;
  readonly order: number;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly verdict: EvidenceVerdict;
  readonly versionId: string;
  /** Where it stands in the current version of its article; null where that is its own, or where a text is not kept. */
  readonly anchor: Anchor | null;
}

/** Where evidence of an earlier version stands in another one. All but the verdict is null for NOT_FOUND. */
export interface Anchor {
  readonly versionId: string;
  readonly verdict: EvidenceVerdict;
  readonly start: number | null;
  readonly end: number | null;
  readonly startUtf16: number | null;
  readonly endUtf16: number | null;
  readonly exact: string | null;
}
