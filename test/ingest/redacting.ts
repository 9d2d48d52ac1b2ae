import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { text } from '../../src/graph/rows.ts';
import { unpackDocument } from '../../src/ingest/stored-document.ts';
import { read } from '../graph/queries.ts';
import { dump } from './graph.ts';

/* What the tests of redaction share. */

/** Everything that any node or relationship has, and what documents are packed from, as one text in lower case. */
async function wordsIn(db: Database): Promise<string> {
  const { nodes, edges } = await dump(db);
  const runs = await read(db, 'MATCH (r:ExtractionRun) RETURN r.document AS document ORDER BY r.id');
  const documents = runs.map((row) => JSON.stringify(unpackDocument(text(row, 'document'))));
  return [...nodes, ...edges, ...documents].join('\n').toLowerCase();
}

/** Which of the words are anywhere in the graph. */
export async function found(db: Database, ...words: readonly string[]): Promise<string[]> {
  const all = await wordsIn(db);
  return words.filter((word) => all.includes(word));
}

/** A decision as an export has it. */
export function redaction(article: string, keepLength: number, at: string) {
  const id = nodeId('Decision', article, keepLength, at);
  const said = { actor: 'ann', at, reason: 'So.' };
  return { format: 'onrecord-decision/1', id, kind: 'REDACT', ...said, article, keepLength };
}
