import { z } from 'zod';
import { invalidInput, type Problem } from '../errors.ts';
import { articleFields, MAX_TEXT_LENGTH, qid, words } from './annotation.ts';
import type { ArticleText, Extraction, Extractor } from './extractor.ts';
import { pointerOf } from './problems.ts';

const outletName = z.strictObject({ name: words, qid: qid.nullable().default(null) });

/** What is known of an article apart from its text. Everything may be left out. */
const metadataSchema = z.strictObject({
  key: articleFields.key,
  title: articleFields.title,
  url: articleFields.url,
  publishedAt: articleFields.publishedAt,
  retrievedAt: articleFields.retrievedAt,
  language: articleFields.language,
  /** A name alone will do. */
  outlet: z
    .preprocess((given) => (typeof given === 'string' ? { name: given } : given), outletName.nullable())
    .default(null),
});

export type ArticleMetadata = z.output<typeof metadataSchema>;

/** INVALID_INPUT with every problem, by JSON pointer; `what` is called so in the message. */
export function readMetadata(value: unknown, what: string): ArticleMetadata {
  const parsed = metadataSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(path), reason: issue.message }];
    const known = Object.keys(metadataSchema.shape).join(', ');
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      reason: `is not known: remove it, or name one of ${known}`,
    }));
  });
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw invalidInput(`${what} has ${count}; nothing was written.`, problems);
}

/** Runs the extractor. INVALID_INPUT where there is no text that it could work on, or it refuses it. */
export async function extractArticle(
  extractor: Extractor,
  article: ArticleText,
  signal?: AbortSignal,
): Promise<Extraction> {
  const fault = faultOf(article.text);
  if (fault !== null) throw invalidInput(fault);
  return extractor.extract(article, signal === undefined ? {} : { signal });
}

/** What no extractor can put right. */
function faultOf(text: string): string | null {
  if (text.trim() === '') return 'The text is empty: send the words of the article.';
  if (text.length > MAX_TEXT_LENGTH) {
    return `The text is too long: it has ${text.length} UTF-16 units, and ${MAX_TEXT_LENGTH} is the most. Send each article by itself.`;
  }
  // The engines would store another character in its place.
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0)
    return `The text has half of a surrogate pair at the UTF-16 offset ${half}: send it as it was, in Unicode.`;
  return null;
}
