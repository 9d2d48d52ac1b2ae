import type { ReadDocument } from '../ingest/read-documents.ts';
import type { RedactInput } from '../ingest/redact.ts';
import type { BatchedOutcome, BatchOutcome } from '../ingest/run.ts';

export interface WriteOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Documents keep when and by whom they were recorded, where they say so: those of an export. */
  readonly asRecorded?: boolean;
  /** Ends the waiting for a server that does not answer. What is under way is finished. */
  readonly signal?: AbortSignal;
}

/** What became of a text that may not be kept. */
export interface RedactedThere {
  readonly articleId: string;
  /** Whether more was kept before. */
  readonly isNew: boolean;
  readonly keepLength: number;
}

/** Where a command writes: the graph itself, or a server that has it open. */
export interface Destination {
  /** Makes documents ready that come next, with the options that they are written with, until the signal; absent where that is the server's. */
  makeReady?(documents: readonly ReadDocument[], options: WriteOptions): Promise<void>;
  /** Each document wholly or not at all. Rejects where none of them could be written. */
  ingest(documents: readonly ReadDocument[], options: WriteOptions): Promise<BatchOutcome>;
  /** Makes a decision as an export has it. Rejects where no other could be made either. */
  decide(decision: ReadDocument, options: WriteOptions): Promise<BatchedOutcome>;
  /** Takes away a text that may not be kept. `actor` is who decides, where the destination does not know it. */
  redact(input: RedactInput, actor: string): Promise<RedactedThere>;
  close(): Promise<void>;
}
