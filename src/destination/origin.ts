/** Where a command reads a whole graph from: the graph itself, or a server that has it open. */
export interface Origin {
  /** Each document and each decision as a line of an export, without its end, in the order that `ingest/export.ts` says. */
  documents(): AsyncIterable<string>;
  decisions(): AsyncIterable<string>;
  /** How many documents there are; null where that is not told. */
  count(): Promise<number | null>;
  close(): Promise<void>;
}
