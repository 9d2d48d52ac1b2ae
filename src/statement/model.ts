import type { Entity } from '../entity/model.ts';

export const STATEMENT_KINDS = ['DIRECT', 'INDIRECT', 'MIXED'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const SPEECH_ACTS = [
  'ASSERT',
  'DENY',
  'DEMAND',
  'PROPOSE',
  'PROMISE',
  'PREDICT',
  'ASK',
  'CRITICIZE',
  'PRAISE',
  'THREATEN',
  'APOLOGIZE',
  'DECLINED_TO_COMMENT',
  'NO_RESPONSE',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** Acts that report words not spoken: the only ones without content. */
export const SILENT_ACTS: readonly SpeechAct[] = ['DECLINED_TO_COMMENT', 'NO_RESPONSE'];

export const ADDRESSEE_STATES = ['KNOWN', 'UNKNOWN', 'NONE'] as const;
export type AddresseeState = (typeof ADDRESSEE_STATES)[number];

/** Whether the article names the source: NONE where there is no source at all ("it is said that …"). */
export const SOURCE_STATES = ['NAMED', 'UNNAMED', 'NONE'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** How deep statements nest at most: A said that B said that …. */
export const MAX_NESTING = 6;

/** A statement's own columns, as every query returns them. Times are ISO 8601, dates EDTF. */
export interface Statement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly acts: readonly SpeechAct[];
  readonly quote: string | null;
  readonly content: string | null;
  readonly cue: string | null;
  readonly addresseeState: AddresseeState;
  readonly addresseeText: string | null;
  readonly addresseeCarried: boolean;
  readonly saidAt: string | null;
  readonly publishedAt: string | null;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly confidence: number;
  /** The article version it is read from, and that version's article. */
  readonly versionId: string;
  readonly articleId: string;
  readonly runId: string;
}

/** DATE is saidAt, else publishedAt; undated ones last both ways; ties by id. */
export const STATEMENT_ORDER_NAMES = [
  'DATE_DESC',
  'DATE_ASC',
  'RECORDED_AT_DESC',
  'RECORDED_AT_ASC',
  'TEXT_POSITION',
] as const;
export type StatementOrder = (typeof STATEMENT_ORDER_NAMES)[number];

/** Records that lists leave out unless asked. */
export const INCLUDES = ['WITHDRAWN', 'SUPERSEDED'] as const;
export type Include = (typeof INCLUDES)[number];

/** The ways from a statement to the entities it names. */
export const LINK_WAYS = ['SAID_BY', 'SPEAKING_AS', 'ON_BEHALF_OF', 'TOLD_TO', 'ABOUT'] as const;

export interface StatementLink {
  readonly way: (typeof LINK_WAYS)[number];
  readonly entity: Entity;
}
