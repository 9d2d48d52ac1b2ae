import { type ErrorCode, invalidInput, OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { extractArticle } from '../ingest/article-text.ts';
import { applyDecision } from '../ingest/decision-records.ts';
import type { ArticleText, Extractor } from '../ingest/extractor.ts';
import { ingestExtraction } from '../ingest/ingest-article.ts';
import { type DocumentOutcome, ingestDocuments, NO_COUNTS } from '../ingest/pipeline.ts';
import { Ahead } from '../ingest/prepare.ts';
import type { ReadDocument } from '../ingest/read-documents.ts';
import { redactArticle } from '../ingest/redact.ts';
import type { BatchedOutcome } from '../ingest/run.ts';
import type { Destination, WriteOptions } from './destination.ts';

/** What is wrong with one decision, or one text. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['INVALID_INPUT', 'CONFLICT', 'NOT_FOUND']);

/** Writes into a graph that this process has open; closing it closes the graph. Without an extractor it takes no plain texts. */
export function graphDestination(db: Database, extractor?: Extractor): Destination {
  const aheads = { plain: new Ahead({}), asRecorded: new Ahead({ asRecorded: true }) };
  const aheadOf = ({ asRecorded = false }: WriteOptions) => (asRecorded ? aheads.asRecorded : aheads.plain);
  return {
    makeReady(documents, options) {
      const values = documents.flatMap(({ value, article }) => (article === undefined ? [value] : []));
      return aheadOf(options).makeReady(values, options.signal);
    },
    async ingest(documents, options) {
      const { dryRun, asRecorded = false } = options;
      const outcomes: BatchedOutcome[] = documents.map(() => null);
      const { take } = aheadOf(options);
      try {
        for (const { start, values, article } of stretchesOf(documents)) {
          const onOutcome = (at: number, outcome: DocumentOutcome) => {
            outcomes[start + at] = outcome;
          };
          if (article !== undefined) outcomes[start] = await ingestText(db, extractor, article, dryRun);
          else await ingestDocuments(db, values, { dryRun, asRecorded, onOutcome, take });
        }
        return { outcomes };
      } catch (failure) {
        // What was written before it failed stays.
        return { outcomes, failure };
      }
    },
    async decide({ value }, { dryRun }) {
      try {
        const { status } = await applyDecision(db, value, { dryRun });
        return { outcome: { status, articleId: null, created: NO_COUNTS, unchanged: NO_COUNTS } };
      } catch (error) {
        if (error instanceof OnrecordError && REFUSALS.has(error.code)) return { error };
        throw error;
      }
    },
    async redact(input, actor) {
      const { articleId, decisionId, keepLength } = await redactArticle(db, input, { actor });
      return { articleId, isNew: decisionId !== null, keepLength };
    },
    close: () => db.close(),
  };
}

interface Stretch {
  /** The place of its first document. */
  readonly start: number;
  readonly values: unknown[];
  /** Then it has nothing else. */
  readonly article?: ArticleText;
}

/** Documents that follow each other are written together; a plain text by itself, for what is there decides when its run was. */
function stretchesOf(documents: readonly ReadDocument[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [start, { value, article }] of documents.entries()) {
    const last = stretches.at(-1);
    if (article !== undefined) stretches.push({ start, values: [], article });
    else if (last === undefined || last.article !== undefined) stretches.push({ start, values: [value] });
    else last.values.push(value);
  }
  return stretches;
}

async function ingestText(
  db: Database,
  extractor: Extractor | undefined,
  article: ArticleText,
  dryRun: boolean,
): Promise<BatchedOutcome> {
  try {
    if (extractor === undefined) throw invalidInput('A plain text is not taken here: only documents are.');
    const extraction = await extractArticle(extractor, article);
    const { outcome, refused } = await ingestExtraction(db, extraction, { dryRun });
    return { outcome: { ...outcome, leftOut: refused } };
  } catch (error) {
    if (error instanceof OnrecordError && REFUSALS.has(error.code)) return { error };
    throw error;
  }
}
