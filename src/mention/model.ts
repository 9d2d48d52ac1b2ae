export const MENTION_KINDS = ['NAME', 'NOMINAL', 'PRONOUN'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export const MENTION_READINGS = ['LITERAL', 'METONYMIC'] as const;
export type MentionReading = (typeof MENTION_READINGS)[number];

/** A stretch of text that names or points; offsets as in Evidence. */
export interface Mention {
  readonly id: string;
  readonly kind: MentionKind;
  readonly reading: MentionReading;
  readonly exact: string | null;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly versionId: string;
  readonly articleId: string;
}
