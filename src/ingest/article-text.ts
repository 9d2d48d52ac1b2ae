import { z } from 'zod';
import { invalidInput, type Problem } from '../errors.ts';
import { hasTooManyMarks, MAX_MARKS, toNormalForm } from '../text/normalize.ts';
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
  refuseText(article.text);
  return extractor.extract(article, signal === undefined ? {} : { signal });
}

/** INVALID_INPUT, with the pointer `/text`, where a text is such that no extractor can put it right. */
export function refuseText(text: string): void {
  const fault = faultOf(text);
  if (fault === null) return;
  const { what, remedy } = fault;
  throw invalidInput(`The text ${what}: ${remedy}`, [{ pointer: '/text', reason: what }]);
}

function faultOf(text: string): { readonly what: string; readonly remedy: string } | null {
  if (text.trim() === '') return { what: 'is empty', remedy: 'send the words of the article.' };
  // Before all that takes time in proportion to the text.
  if (text.length > MAX_TEXT_LENGTH) return tooLong(`${text.length} UTF-16 units`);
  // The engines would store another character in its place.
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0)
    return {
      what: `has half of a surrogate pair at the UTF-16 offset ${half}`,
      remedy: 'send it as it was, in Unicode.',
    };
  if (hasTooManyMarks(text))
    return {
      what: `has more than ${MAX_MARKS} combining marks in a row`,
      remedy: `remove the marks that no script needs; ${MAX_MARKS} in a row are the most.`,
    };
  const { length } = toNormalForm(text);
  return length > MAX_TEXT_LENGTH ? tooLong(`${length} UTF-16 units in Unicode NFC`) : null;
}

function tooLong(size: string): { readonly what: string; readonly remedy: string } {
  return {
    what: `has ${size}, and ${MAX_TEXT_LENGTH} is the most`,
    remedy: 'send each article by itself, or a part of this one.',
  };
}
