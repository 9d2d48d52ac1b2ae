import { invalidInput, OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import { typeOfId } from '../graph/id.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-redact.ts';
import { checkReason, type Decider } from './decide-input.ts';
import { dated, writeDecision } from './decision-record.ts';
import { redactStored } from './redact-article.ts';
import { MAX_KEEP } from './withhold.ts';

/** Which article is meant: exactly one of these. */
export type RedactedArticle =
  | { readonly id: string }
  | { readonly url: string }
  | { readonly sha256: string };

export interface RedactInput {
  readonly article: RedactedArticle;
  /** Code points of the longest words that are kept. */
  readonly keep: number;
  readonly reason: string;
}

export interface RedactOutcome {
  readonly articleId: string;
  /** Null where no more than this was kept already: then nothing was written. */
  readonly decisionId: string | null;
  /** Code points of the longest words that are kept now. */
  readonly keepLength: number;
}

/** Milliseconds. It looks for each word of the text in the whole graph. */
export const REDACT_TIMEOUT_MS = 600_000;
/** Articles that an error names. */
const MAX_NAMED = 10;

/**
 * Takes away the text of an article for good: of all its versions, whatever comes later. INVALID_INPUT for what names no article;
 * NOT_FOUND, or AMBIGUOUS with their ids where several articles have the URL or text. It cannot be undone. The second time it only
 * clears files that could not be cleared before.
 */
export async function redactArticle(
  db: Database,
  { article, keep, reason: given }: RedactInput,
  { actor, now = () => new Date() }: Decider,
): Promise<RedactOutcome> {
  const reason = checkReason(given);
  if (!Number.isSafeInteger(keep) || keep < 0 || keep > MAX_KEEP)
    throw invalidInput(`"keep" is ${keep}; give a number of code points from 0 to ${MAX_KEEP}.`);
  checkArticle(article);
  const outcome = await db.write(
    async (tx): Promise<RedactOutcome> => {
      const articleId = await findArticle(tx, article);
      const redacted = await redactStored(db, tx, articleId, keep);
      if (redacted === null) throw notFound(article);
      const { keepLength, changed } = redacted;
      if (!changed) return { articleId, decisionId: null, keepLength };
      const none = { statement: null, keep: null, merge: [], changes: null, undoes: null };
      const draft = { kind: 'REDACT' as const, actor, reason, ...none, article: articleId, keepLength };
      const record = await dated(tx, draft, now());
      await writeDecision(tx, record, []);
      return { articleId, decisionId: record.id, keepLength };
    },
    { timeoutMs: REDACT_TIMEOUT_MS },
  );
  await clearFiles(db);
  return outcome;
}

/** Out of the graph it is by now. */
export async function clearFiles(db: Database): Promise<void> {
  try {
    await db.compact();
  } catch (cause) {
    const why = cause instanceof OnrecordError ? cause.message : 'See the log.';
    throw new OnrecordError(
      'UNAVAILABLE',
      `The text is out of the graph, but may still stand in the files of the store; do it again. ${why}`,
      { cause },
    );
  }
}

function checkArticle(article: RedactedArticle): void {
  if ('id' in article && typeOfId(article.id) !== 'Article')
    throw invalidInput(`${JSON.stringify(article.id.slice(0, 80))} is not the id of an article.`);
  if ('sha256' in article && !/^[0-9a-f]{64}$/i.test(article.sha256))
    throw invalidInput(`${JSON.stringify(article.sha256.slice(0, 80))} is not a SHA-256 of 64 hex digits.`);
}

async function findArticle(tx: Transaction, article: RedactedArticle): Promise<string> {
  const [query, ref] =
    'id' in article
      ? [cypher.FIND_BY_ID, article.id]
      : 'url' in article
        ? [cypher.FIND_BY_URL, article.url]
        : [cypher.FIND_BY_SHA256, article.sha256.toLowerCase()];
  const ids = (await tx.run(query, { ref, limit: MAX_NAMED + 1 })).map((row) => text(row, 'id'));
  const [id] = ids;
  if (id === undefined) throw notFound(article);
  if (ids.length === 1) return id;
  const named = ids.slice(0, MAX_NAMED);
  throw new OnrecordError(
    'AMBIGUOUS',
    `Several articles match ${JSON.stringify(article)}: ${named.join(', ')}${ids.length > MAX_NAMED ? ' and more' : ''}. Give the id of each that is meant.`,
    { details: { ids: named } },
  );
}

function notFound(article: RedactedArticle): OnrecordError {
  return new OnrecordError('NOT_FOUND', `No article matches ${JSON.stringify(article)}.`);
}
