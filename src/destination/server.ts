import { type ErrorCode, OnrecordError, type Problem } from '../errors.ts';
import type { ArticleText } from '../ingest/extractor.ts';
import type { ReadDocument } from '../ingest/read-documents.ts';
import type { RedactInput } from '../ingest/redact.ts';
import type { BatchedOutcome } from '../ingest/run.ts';
import type { WriteCounts } from '../ingest/write.ts';
import type { Api } from './api.ts';
import type { Destination, RedactedThere, WriteOptions } from './destination.ts';

/** Requests at a time. */
const CONCURRENCY = 4;

/** What is wrong with one document; any other failure is one of all of them. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'INVALID_INPUT',
  'CONFLICT',
  'LIMIT_EXCEEDED',
  'AMBIGUOUS',
]);

/** Names of types beside `Problem` only where a field needs them: a server may have more kinds of refusals. */
const INGEST = `mutation Ingest($document: String!, $dryRun: Boolean!) {
  ingestAnnotation(input: { document: $document, dryRun: $dryRun }) {
    __typename
    ... on IngestSuccess {
      article { id }
      status
      created { entities statements mentions relations }
      unchanged { entities statements mentions relations }
      refused { pointer reason }
    }
    ... on Problem { message code }
    ... on InvalidAnnotation { at { pointer reason } }
    ... on EvidenceMismatch { at { pointer reason } }
  }
}`;

const INGEST_TEXT = `mutation IngestText($input: IngestArticleInput!) {
  ingestArticle(input: $input) {
    __typename
    ... on IngestSuccess {
      article { id }
      status
      created { entities statements mentions relations }
      unchanged { entities statements mentions relations }
      refused { pointer reason }
    }
    ... on Problem { message code }
    ... on InvalidAnnotation { at { pointer reason } }
    ... on EvidenceMismatch { at { pointer reason } }
  }
}`;

const IMPORT = `mutation Import($document: String!, $dryRun: Boolean!) {
  importRecord(input: { record: $document, dryRun: $dryRun }) {
    __typename
    ... on ImportSuccess {
      article { id }
      status
      created { entities statements mentions relations }
      unchanged { entities statements mentions relations }
    }
    ... on Problem { message code }
    ... on InvalidAnnotation { at { pointer reason } }
    ... on EvidenceMismatch { at { pointer reason } }
  }
}`;

const REDACT = `mutation Redact($input: RedactArticleInput!) {
  redactArticle(input: $input) {
    ... on RedactSuccess { article { id } decision { id } keepLength }
    ... on Problem { message code }
  }
}`;

type RedactResult =
  | {
      readonly article: { readonly id: string };
      readonly decision: { readonly id: string } | null;
      readonly keepLength: number;
    }
  | { readonly message: string; readonly code: ErrorCode };

type IngestResult =
  | {
      readonly __typename: 'IngestSuccess' | 'ImportSuccess';
      readonly article: { readonly id: string } | null;
      readonly status: 'CREATED' | 'UNCHANGED';
      readonly created: WriteCounts;
      readonly unchanged: WriteCounts;
      readonly refused?: readonly Problem[];
    }
  | {
      readonly __typename: string;
      readonly message: string;
      readonly code: ErrorCode;
      readonly at?: readonly Problem[];
    };

type Answer = { readonly ingestAnnotation: IngestResult } | { readonly importRecord: IngestResult };
type ArticleAnswer = { readonly ingestArticle: IngestResult };

/** Writes through the API of a running server, a document a request. */
export function serverDestination(api: Api): Destination {
  return {
    async ingest(documents, options) {
      const outcomes: BatchedOutcome[] = documents.map(() => null);
      const failures: unknown[] = [];
      const waiting = documents.entries();
      const lane = async (): Promise<void> => {
        for (const [index, document] of waiting) {
          if (failures.length > 0) return;
          try {
            outcomes[index] = await writeOne(api, document, options);
          } catch (error) {
            failures.push(error);
          }
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, lane));
      return failures.length > 0 ? { outcomes, failure: failures[0] } : { outcomes };
    },
    decide: (decision, options) => writeOne(api, decision, { ...options, asRecorded: true }),
    redact: (input) => redact(api, input),
    close: async () => {},
  };
}

async function writeOne(
  api: Api,
  { text, article }: ReadDocument,
  { dryRun, asRecorded = false, signal }: WriteOptions,
): Promise<BatchedOutcome> {
  try {
    if (article !== undefined) {
      const variables = { input: { ...inputOf(article), dryRun } };
      const { ingestArticle } = await api.ask<ArticleAnswer>(INGEST_TEXT, variables, signal);
      return outcomeOf(api, ingestArticle);
    }
    const answer = await api.ask<Answer>(asRecorded ? IMPORT : INGEST, { document: text, dryRun }, signal);
    return outcomeOf(api, 'importRecord' in answer ? answer.importRecord : answer.ingestAnnotation);
  } catch (error) {
    if (error instanceof OnrecordError && REFUSALS.has(error.code)) return { error };
    throw error;
  }
}

/** The server extracts: it knows which runs of a text there are, so that the same text again is unchanged. */
function inputOf({ outlet, ...article }: ArticleText): object {
  if (outlet == null) return article;
  return { ...article, outlet: { name: outlet.name }, outletQid: outlet.qid ?? null };
}

async function redact(api: Api, { article, keep, reason }: RedactInput): Promise<RedactedThere> {
  const { redactArticle } = await api.ask<{ readonly redactArticle: RedactResult }>(REDACT, {
    input: { article, keep, reason },
  });
  if ('article' in redactArticle) {
    const { article: redacted, decision, keepLength } = redactArticle;
    return { articleId: redacted.id, isNew: decision !== null, keepLength };
  }
  const { message, code } = redactArticle;
  throw code === 'NOT_AUTHORIZED' ? api.notAuthorized(message) : new OnrecordError(code, message);
}

function outcomeOf(api: Api, result: IngestResult): BatchedOutcome {
  if ('created' in result) {
    const { article, created, unchanged, refused = [] } = result;
    const status = result.status === 'CREATED' ? 'created' : 'unchanged';
    return { outcome: { status, articleId: article?.id ?? null, created, unchanged, leftOut: refused } };
  }
  const { message, code, at } = result;
  if (code === 'NOT_AUTHORIZED') throw api.notAuthorized(message);
  const error = new OnrecordError(code, message, at === undefined ? {} : { details: { problems: at } });
  // As a result it is about a decision; where `ask` throws it, there is no API.
  if (REFUSALS.has(code) || code === 'NOT_FOUND') return { error };
  throw error;
}
