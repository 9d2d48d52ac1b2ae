import type { Problem } from '../errors.ts';
import type { AnnotationInput } from './annotation.ts';

/** An article as it comes from outside: its text, and what is known about it apart from that. */
export interface ArticleText {
  /** The whole text, unchanged; paragraphs end with a line break. */
  readonly text: string;
  readonly key?: string | undefined;
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** EDTF. */
  readonly publishedAt?: string | null | undefined;
  /** An instant. */
  readonly retrievedAt?: string | null | undefined;
  readonly outlet?: OutletName | null | undefined;
  /** BCP 47; `en` where it is left out. */
  readonly language?: string | undefined;
}

export interface OutletName {
  readonly name: string;
  readonly qid?: string | null | undefined;
}

export interface ExtractOptions {
  /** When the run counts as started. Defaults to now. */
  readonly startedAt?: Date;
  readonly signal?: AbortSignal;
}

export interface Extraction {
  /** Passes the check of annotation documents; its run names the tool, its version and its parameters. */
  readonly document: AnnotationInput;
  /** What was found and left out, and why; pointers into what the extractor was given. */
  readonly refused: readonly Problem[];
}

/**
 * Makes an annotation document of an article. The same article, version and parameters give the same document but for
 * the time of the run.
 */
export interface Extractor {
  readonly tool: string;
  readonly version: string;
  /** What its results depend on, beside tool and version. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** INVALID_INPUT where the text cannot be worked on: empty, too long, in another language. */
  extract(article: ArticleText, options?: ExtractOptions): Promise<Extraction>;
}
