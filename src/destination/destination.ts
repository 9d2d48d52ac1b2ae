import type { ReadDocument } from '../ingest/read-documents.ts';
import type { BatchedOutcome, BatchOutcome } from '../ingest/run.ts';

export interface WriteOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Documents keep when and by whom they were recorded, where they say so: those of an export. */
  readonly asRecorded?: boolean;
  /** Ends the waiting for a server that does not answer. What is under way is finished. */
  readonly signal?: AbortSignal;
}

/** Where a command writes: the graph itself, or a server that has it open. */
export interface Destination {
  /** Each document wholly or not at all. Rejects where none of them could be written. */
  ingest(documents: readonly ReadDocument[], options: WriteOptions): Promise<BatchOutcome>;
  /** Makes a decision as an export has it. Rejects where no other could be made either. */
  decide(decision: ReadDocument, options: WriteOptions): Promise<BatchedOutcome>;
  close(): Promise<void>;
}
