import { DecisionSpool } from './decision-spool.ts';
import { isDecision } from './import.ts';
import type { ReadDocument } from './read-documents.ts';
import type { Input, NoInput } from './read-paths.ts';
import {
  type BatchedOutcome,
  type BatchOutcome,
  type Deferred,
  type RunOptions,
  type RunResult,
  runIngest,
} from './run.ts';
import { plus } from './totals.ts';

export interface ImportWrites {
  /** As `IngestBatch`; there are documents only. */
  readonly ingest: (documents: readonly ReadDocument[]) => Promise<BatchOutcome>;
  /** Rejects where no other decision could be made either. */
  readonly decide: (decision: ReadDocument) => Promise<BatchedOutcome>;
}

export interface ImportResult extends RunResult {
  /** Decisions that nothing was done with. */
  readonly decisionsLeft: number;
}

/**
 * Reads exports: documents are written as they come, and decisions when all documents are in, in the order in which they were made, one
 * after the other. A decision that is refused stops none of the others.
 */
export async function runImport(
  inputs: readonly (Input | NoInput)[],
  { ingest, decide }: ImportWrites,
  options: RunOptions = {},
): Promise<ImportResult> {
  const { signal, onOutcome = () => {} } = options;
  const spool = new DecisionSpool();
  try {
    const documents = await runIngest(inputs, (batch) => withoutDecisions(batch, spool, ingest), options);
    let { totals } = documents;
    let decisionsLeft = spool.count;
    if (documents.left !== null || documents.failure !== undefined) return { ...documents, decisionsLeft };
    for await (const decision of spool.sorted()) {
      if (signal?.aborted === true) break;
      const { file, line } = decision;
      try {
        const outcome = await decide(decision);
        if (outcome === null) break;
        const told = { file, line, isDecision: true, ...outcome };
        totals = plus(totals, told);
        onOutcome(told);
      } catch (failure) {
        return { totals, left: null, decisionsLeft, failure };
      }
      decisionsLeft -= 1;
    }
    return { totals, left: null, decisionsLeft };
  } finally {
    await spool.close();
  }
}

async function withoutDecisions(
  batch: readonly ReadDocument[],
  spool: DecisionSpool,
  ingest: ImportWrites['ingest'],
): Promise<BatchOutcome<BatchedOutcome | Deferred>> {
  const outcomes = new Map<ReadDocument, BatchedOutcome | Deferred>();
  const documents: ReadDocument[] = [];
  for (const record of batch) {
    if (isDecision(record.value)) {
      await spool.add(record);
      outcomes.set(record, 'deferred');
    } else documents.push(record);
  }
  const done: BatchOutcome = documents.length === 0 ? { outcomes: [] } : await ingest(documents);
  for (const [at, document] of documents.entries()) outcomes.set(document, done.outcomes[at] ?? null);
  return { ...done, outcomes: batch.map((record) => outcomes.get(record) ?? null) };
}
