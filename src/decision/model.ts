export const DECISION_KINDS = ['MERGE', 'SPLIT', 'WITHDRAW', 'RESTORE', 'CORRECT', 'REDACT'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What somebody decided about statements, entities or articles. Nothing is overwritten without one. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly actor: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
  /** REDACT: of the words of the article at most so many code points in a row are kept. */
  readonly keepLength: number | null;
}
