export const DECISION_KINDS = ['MERGE', 'SPLIT', 'WITHDRAW', 'RESTORE', 'CORRECT'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What somebody decided about statements or entities. Nothing is overwritten without one. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly actor: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
}
