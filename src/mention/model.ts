import type { Entity } from '../entity/model.ts';

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

/** The ways from a mention to what it points at: what it stands for, and the literal referent of a metonym. */
export const REFERENT_WAYS = ['REFERS_TO', 'LITERALLY'] as const;

export interface Referent {
  readonly way: (typeof REFERENT_WAYS)[number];
  readonly entity: Entity;
}
