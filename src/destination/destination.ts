import type { ReadDocument } from '../ingest/read-documents.ts';
import type { BatchOutcome } from '../ingest/run.ts';

export interface WriteOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Ends the waiting for a server that does not answer. What is under way is finished. */
  readonly signal?: AbortSignal;
}

/** Where a command writes: the graph itself, or a server that has it open. */
export interface Destination {
  /** Each document wholly or not at all. Rejects where none of them could be written. */
  ingest(documents: readonly ReadDocument[], options: WriteOptions): Promise<BatchOutcome>;
  close(): Promise<void>;
}
