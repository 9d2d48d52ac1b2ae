import { expect } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { integer, text } from '../../src/graph/rows.ts';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { identityOf } from '../../src/ingest/identity.ts';
import { read } from '../graph/queries.ts';
import { type Dump, dumpApartFromTimes, ingestAll } from '../ingest/graph.ts';
import { findingsOf } from '../integrity/findings.ts';

/* Whether what a document makes in the graph is there as a whole. */

type Counts = Readonly<Record<string, number>>;
type Annotation = ReturnType<typeof checkAnnotation>['document'];

/** What is counted of each run, in the graph and in the document. */
const RECORDS: Readonly<
  Record<string, readonly [pattern: string, run: string, inDocument: (document: Annotation) => number]>
> = {
  articles: [
    '(run:ExtractionRun)-[:ANNOTATES]->(:ArticleVersion)<-[:HAS_VERSION]-(:Article)',
    'run.id',
    () => 1,
  ],
  mentions: ['(m:Mention)-[:FOUND_IN]->(:ArticleVersion)', 'm.runId', ({ mentions }) => mentions.length],
  referents: [
    '(m:Mention)-[:REFERS_TO]->(:Entity)',
    'm.runId',
    ({ mentions }) => sum(mentions, ({ entities }) => entities.length),
  ],
  statements: [
    '(s:Statement)-[:GENERATED_BY]->(:ExtractionRun)',
    's.runId',
    ({ statements }) => statements.length,
  ],
  speakers: [
    '(s:Statement)-[:SAID_BY]->(:Entity)',
    's.runId',
    ({ statements }) => sum(statements, ({ source }) => source.speakers.length),
  ],
  subjects: [
    '(s:Statement)-[:ABOUT]->()',
    's.runId',
    ({ statements }) =>
      sum(statements, ({ about, aboutStatements }) => about.length + aboutStatements.length),
  ],
  evidence: [
    '()-[:EVIDENCED_BY]->(e:Evidence)',
    'e.runId',
    ({ statements, relations }) =>
      sum(
        statements,
        ({ source, cue, content, addressee }) =>
          source.evidence.length + cue.evidence.length + content.length + addressee.evidence.length,
      ) + sum(relations, ({ evidence }) => evidence.length),
  ],
};

/**
 * The documents whose records are in the graph; throws where one has only some of them. Documents make records for their own run, so
 * there must be none of other runs.
 */
export async function documentsIn(
  db: Database,
  documents: readonly AnnotationInput[],
): Promise<AnnotationInput[]> {
  const found = await recordsByRun(db);
  const whole: AnnotationInput[] = [];
  for (const input of documents) {
    const { document } = checkAnnotation(input);
    const { runId } = identityOf(document);
    const counts = found.get(runId);
    found.delete(runId);
    if (counts === undefined) continue;
    const wanted = Object.fromEntries(
      Object.entries(RECORDS).map(([name, [, , inDocument]]) => [name, inDocument(document)]),
    );
    if (JSON.stringify(counts) !== JSON.stringify(wanted)) {
      const title = document.article.key ?? document.article.title;
      throw new Error(
        `"${title}" is in part: ${JSON.stringify(counts)} instead of ${JSON.stringify(wanted)}.`,
      );
    }
    whole.push(input);
  }
  if (found.size > 0)
    throw new Error(`There are records of no document: ${JSON.stringify([...found.entries()])}.`);
  return whole;
}

/** That the graph keeps every rule of the graph model. */
export async function expectIntegrity(db: Database, when = ''): Promise<void> {
  expect(await findingsOf(db), when).toEqual([]);
}

/** The graph of these documents, whichever engine it is compared with: what only one of them keeps is left out. */
export async function graphOf(documents: readonly AnnotationInput[]): Promise<Dump> {
  const db = await openDatabase({ engine: 'grafeo' });
  try {
    await db.apply(GRAPH_PLAN);
    await ingestAll(db, documents);
    return await comparableDump(db);
  } finally {
    await db.close();
  }
}

/** As `graphOf` gives it. */
export async function comparableDump(db: Database): Promise<Dump> {
  const { nodes, edges } = await dumpApartFromTimes(db);
  return {
    nodes: nodes.filter((line) => !line.startsWith('{"labels":["GraphModel"]')),
    // Where an engine has indexes on relationships, these hold the places of what they come from.
    edges: edges.map((line) => line.replace(/"[a-z]+Place":"[^"]*",?/g, '').replace(',}', '}')).toSorted(),
  };
}

async function recordsByRun(db: Database): Promise<Map<string, Counts>> {
  const byRun = new Map<string, Record<string, number>>();
  for (const [name, [pattern, run]] of Object.entries(RECORDS)) {
    const rows = await read(db, `MATCH ${pattern} RETURN ${run} AS run, count(*) AS count ORDER BY run`);
    for (const row of rows) {
      const id = text(row, 'run');
      const counts = byRun.get(id) ?? Object.fromEntries(Object.keys(RECORDS).map((each) => [each, 0]));
      byRun.set(id, { ...counts, [name]: integer(row, 'count') });
    }
  }
  return byRun;
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
