import type { Database, Params, Row } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { read } from '../graph/queries.ts';

/** Everything in the graph, in an order of its own, so that two graphs can be compared. */
export interface Dump {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export async function dump(db: Database): Promise<Dump> {
  const nodes = await read(
    db,
    'MATCH (n) WHERE NOT n:WriteLock RETURN labels(n) AS labels, properties(n) AS properties',
  );
  const edges = await read(
    db,
    `MATCH (a)-[edge]->(b)
     RETURN coalesce(a.id, a.folded) AS start, type(edge) AS type, properties(edge) AS properties,
       coalesce(b.id, b.folded, b.text) AS end`,
  );
  return { nodes: nodes.map(shown).toSorted(), edges: edges.map(shown).toSorted() };
}

/** Without the times of writing, and words, which stay when nobody says them any more: what documents in another order must agree in. */
export async function dumpApartFromTimes(db: Database): Promise<Dump> {
  const { nodes, edges } = await dump(db);
  const timeless = (line: string) =>
    line
      .replace(/"(recordedAt|lapsedAt)":"[^"]*"/g, '"$1":""')
      .replace(/("(?:newest|oldest)Place":"[^"]*)\d{4}-\d\d-\d\dT[\d:.]+Z /g, '$1');
  const lasting = nodes.filter((line) => !line.includes('"labels":["Word"]'));
  return { nodes: lasting.map(timeless).toSorted(), edges: edges.map(timeless).toSorted() };
}

/** And without decisions, and keys that are only there because a decision was about them: what the same documents under the same decisions agree in. */
export async function dumpApartFromDecisions(db: Database): Promise<Dump> {
  const { nodes, edges } = await dumpApartFromTimes(db);
  const kept = edges.filter((line) => !/"type":"(?:CONCERNS|UNDONE_BY)"/.test(line));
  const ends = new Set(
    kept
      .filter((line) => /"type":"(?:DESCRIBES|MERGED_INTO)"/.test(line))
      .flatMap((line) => [JSON.parse(line).start, JSON.parse(line).end]),
  );
  const isKept = (line: string) => {
    const { labels, properties } = JSON.parse(line);
    return labels[0] !== 'Decision' && (labels[0] !== 'EntityKey' || ends.has(properties.id));
  };
  return { nodes: nodes.filter(isKept), edges: kept };
}

/** Ingests documents one after the other, with a clock that counts minutes. */
export async function ingestAll(db: Database, documents: readonly unknown[]): Promise<void> {
  let minutes = 0;
  const now = () => {
    minutes += 1;
    return new Date(Date.UTC(2024, 5, 1, 0, minutes));
  };
  for (const document of documents) await ingestDocument(db, document, { now });
}

/** The one row of a query. */
export async function readOne(db: Database, text: string, params?: Params): Promise<Row> {
  const rows = await read(db, text, params);
  if (rows.length !== 1 || rows[0] === undefined) throw new Error(`${rows.length} rows instead of one`);
  return rows[0];
}

/** How many nodes there are of each label, and relationships of each type. */
export async function census(db: Database): Promise<Record<string, number>> {
  const { nodes, edges } = await dump(db);
  const counts: Record<string, number> = {};
  const count = (key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const node of nodes) for (const label of JSON.parse(node).labels) count(label);
  for (const edge of edges) count(JSON.parse(edge).type);
  return counts;
}

/** One text for rows that say the same, whatever the order of keys and labels. */
function shown(row: Row): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (key === 'labels' && Array.isArray(value)) return value.toSorted();
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
