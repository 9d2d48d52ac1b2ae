import { graphOrigin } from '../../src/destination/origin-graph.ts';
import { recordsOf } from '../../src/destination/records.ts';
import type { Database } from '../../src/graph/database.ts';
import { importRecord, isDecision } from '../../src/ingest/import.ts';
import { type Dump, dump } from './graph.ts';

/** All lines of the export of a graph. */
export async function exportOf(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of recordsOf(graphOrigin(db))) lines.push(line);
  return lines;
}

/** Takes lines back: documents in the order that is given, then decisions. */
export async function importAll(db: Database, lines: readonly string[]): Promise<void> {
  const values = lines.map((line): unknown => JSON.parse(line));
  for (const value of values) if (!isDecision(value)) await importRecord(db, value);
  for (const value of values) if (isDecision(value)) await importRecord(db, value);
}

/** Everything in a graph but for words that nobody says any more, and places that only Neo4j has on relationships. */
export async function dumpOfBoth(db: Database): Promise<Dump> {
  const { nodes, edges } = await dump(db);
  const withoutPlaces = (line: string): string => {
    const { properties, ...edge } = JSON.parse(line) as {
      readonly properties: Readonly<Record<string, unknown>>;
    };
    const kept = Object.entries(properties).filter(([name]) => !name.endsWith('Place'));
    return JSON.stringify({ ...edge, properties: Object.fromEntries(kept) });
  };
  return {
    nodes: nodes.filter((line) => !line.includes('"labels":["Word"]')),
    edges: edges.map(withoutPlaces).toSorted(),
  };
}
