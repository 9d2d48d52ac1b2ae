import { DecisionSpool } from '../ingest/decision-spool.ts';
import type { RecordKind } from '../ingest/export.ts';
import type { Origin } from './origin.ts';

/**
 * All lines of an export: documents, then decisions. Decisions are read before: what each is about is then among the documents, also where
 * somebody writes meanwhile. `onLine` is told of each line.
 */
export async function* recordsOf(
  origin: Origin,
  onLine: (kind: RecordKind) => void = () => {},
): AsyncGenerator<string> {
  const spool = new DecisionSpool();
  try {
    for await (const text of origin.decisions()) {
      await spool.add({ file: '', line: null, text, value: JSON.parse(text), bytes: 0 });
    }
    for await (const line of origin.documents()) {
      yield line;
      onLine('DOCUMENT');
    }
    for await (const { text } of spool.sorted()) {
      yield text;
      onLine('DECISION');
    }
  } finally {
    await spool.close();
  }
}
