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

/** The first character of the place of a mention that is current, which tells the readings apart. */
export const SHOWN_READINGS: Readonly<Record<MentionReading, string>> = { LITERAL: 'L', METONYMIC: 'M' };

/** Where a current mention stands in lists: by article version, then by its first code point. */
export function placeOf({
  id,
  textKey,
  reading,
}: Pick<Mention, 'id' | 'reading'> & { readonly textKey: string }): string {
  return `${SHOWN_READINGS[reading]}${textKey} ${id}`;
}

/** The place of a mention as it is while the mention is current, or is not: only the first character is another. */
export function visiblePlace(place: string, current: boolean): string {
  return current ? place : HIDDEN + place.slice(1);
}

const HIDDEN = '-';
