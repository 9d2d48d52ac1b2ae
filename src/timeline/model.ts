export const TIMELINE_UNITS = ['DAY', 'MONTH', 'YEAR'] as const;
export type TimelineUnit = (typeof TIMELINE_UNITS)[number];

/** The statements of one stretch of time. */
export interface TimelineBucket {
  /** EDTF: a day, month or year. */
  readonly from: string;
  readonly count: number;
}
