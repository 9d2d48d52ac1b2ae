import { type ErrorCode, OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { applyDecision } from '../ingest/decision-records.ts';
import { type DocumentOutcome, ingestDocuments, NO_COUNTS } from '../ingest/pipeline.ts';
import { Ahead } from '../ingest/prepare.ts';
import { redactArticle } from '../ingest/redact.ts';
import type { BatchedOutcome } from '../ingest/run.ts';
import type { Destination, WriteOptions } from './destination.ts';

/** What is wrong with one decision. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['INVALID_INPUT', 'CONFLICT', 'NOT_FOUND']);

/** Writes into a graph that this process has open; closing it closes the graph. */
export function graphDestination(db: Database): Destination {
  const aheads = { plain: new Ahead({}), asRecorded: new Ahead({ asRecorded: true }) };
  const aheadOf = ({ asRecorded = false }: WriteOptions) => (asRecorded ? aheads.asRecorded : aheads.plain);
  return {
    makeReady(documents, options) {
      const values = documents.map(({ value }) => value);
      return aheadOf(options).makeReady(values, options.signal);
    },
    async ingest(documents, options) {
      const { dryRun, asRecorded = false } = options;
      const values = documents.map(({ value }) => value);
      const outcomes: BatchedOutcome[] = documents.map(() => null);
      const onOutcome = (at: number, outcome: DocumentOutcome) => {
        outcomes[at] = outcome;
      };
      try {
        await ingestDocuments(db, values, { dryRun, asRecorded, onOutcome, take: aheadOf(options).take });
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
