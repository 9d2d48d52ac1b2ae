import { type ErrorCode, type ErrorDetails, OnrecordError } from '../../errors.ts';
import type { ArticleText, Extraction, Extractor } from '../extractor.ts';

/** What a thread is to do. */
export interface ThreadTask {
  /** Of the module that exports the extractor. */
  readonly url: string;
  readonly name: string;
  readonly article: ArticleText;
  readonly startedAt: Date | undefined;
}

/** An expected failure goes over as data: of an error, a thread passes on the message alone. */
export type ThreadAnswer =
  | { readonly extraction: Extraction }
  | {
      readonly failure: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly details: ErrorDetails;
      };
    };

/** Runs in the thread. */
export default async function work({ url, name, article, startedAt }: ThreadTask): Promise<ThreadAnswer> {
  const module = (await import(url)) as Readonly<Record<string, Extractor>>;
  const extractor = module[name];
  if (extractor === undefined) throw new Error(`${url} exports no ${name}`);
  try {
    return { extraction: await extractor.extract(article, startedAt === undefined ? {} : { startedAt }) };
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    const { code, message, details } = error;
    return { failure: { code, message, details } };
  }
}
