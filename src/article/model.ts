/** One piece of reporting, with the properties that its current run gives it. Dates are EDTF. */
export interface Article {
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly publishedAt: string | null;
  readonly currentVersionId: string;
}

/** One state of an article's text. */
export interface ArticleVersion {
  readonly id: string;
  readonly articleId: string;
  /** From 1, oldest first. */
  readonly number: number;
  readonly sha256: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly current: boolean;
}

/** What produced the records of a version. */
export interface ExtractionRun {
  readonly id: string;
  readonly tool: string;
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** The name of the actor who wrote it through the API. */
  readonly recordedBy: string | null;
}
