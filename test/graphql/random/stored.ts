import type { Database } from '../../../src/graph/database.ts';
import { ingestDocument } from '../../../src/ingest/pipeline.ts';
import { answer } from '../../support/graphql.ts';
import { withdrawStatements } from '../../support/withdraw.ts';
import type { Ids } from '../claims.ts';
import { type Said, saidIn } from '../oracle.ts';
import type { Recorded } from '../recorded.ts';
import { edgesOf, type PageOf, walk } from '../walk.ts';
import { whoIsWho } from './documents.ts';
import type { Graph } from './graphs.ts';
import { readIds } from './ids.ts';

/** A statement of the documents with what decides where lists have it. */
export interface Listed extends Said {
  readonly id: string;
  readonly current: boolean;
  readonly withdrawn: boolean;
  readonly recordedAt: string;
  readonly versionId: string;
  /** First code point of its source, cue and content. */
  readonly start: number;
}

/** A graph as it is in the database. Ids are by the names that the oracle has for entities and articles. */
export interface Stored {
  readonly ids: Ids;
  readonly records: readonly (Recorded & { readonly versionId: string })[];
  readonly statements: readonly Listed[];
}

export async function store(db: Database, { records, withdrawn }: Graph): Promise<Stored> {
  const articles = new Map<string, string>();
  await ingestDocument(db, whoIsWho());
  const stored: (Recorded & { readonly versionId: string })[] = [];
  for (const record of records) {
    const now = () => new Date(record.recordedAt);
    const { articleId, versionId } = await ingestDocument(db, record.document, { now });
    articles.set(record.article, articleId);
    stored.push({ ...record, versionId });
  }
  // What is there already changes nothing, not even when it came in.
  for (const { document } of records.slice(0, 1)) await ingestDocument(db, document);
  const said = saidIn(stored);
  const found = await readStatements(db);
  if (found.size !== said.length) throw new Error(`${found.size} statements for ${said.length}`);
  const withdrawnNow = new Set(withdrawn.map((number) => number % Math.max(1, said.length)));
  const places = stored.flatMap((record) =>
    (record.document.statements ?? []).map(({ source, cue, content = [] }) => ({
      ...record,
      spans: [...(source.evidence ?? []), ...(cue?.evidence ?? []), ...content],
    })),
  );
  const statements = said.flatMap((each, at): Listed[] => {
    const place = places[at];
    if (place === undefined) return [];
    const { versionId, document, current, recordedAt, spans } = place;
    const start = Math.min(...spans.map((span) => span.start));
    const key = keyOf(versionId, document.run.startedAt, spans);
    const one = found.get(key);
    if (one === undefined) throw new Error(`no statement is stored as ${key}`);
    const { id, lapsed } = one;
    return [
      {
        ...each,
        id,
        versionId,
        current,
        recordedAt,
        start,
        withdrawn: lapsed || withdrawnNow.has(at),
      },
    ];
  });
  await withdrawStatements(
    db,
    statements.filter((_, at) => withdrawnNow.has(at)).map(({ id }) => id),
  );
  return { ids: { entities: await readIds(db, articles), articles }, records: stored, statements };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}
interface Node {
  readonly id: string;
  readonly evidence: readonly Stretch[];
  readonly articleVersion: { readonly id: string };
  readonly extractedBy: { readonly startedAt: string };
  readonly withdrawnReason: string | null;
}

/** By version, run and the places that are a statement's own. That their words are gone from the current version the tests of anchors see to. */
async function readStatements(
  db: Database,
): Promise<ReadonlyMap<string, { readonly id: string; readonly lapsed: boolean }>> {
  const source = `query ($first: Int, $after: String) {
    page: statements(first: $first, after: $after, include: [SUPERSEDED, WITHDRAWN]) {
      edges { cursor node {
        id evidence(roles: [SOURCE, CUE, CONTENT]) { start end } articleVersion { id } extractedBy { startedAt } withdrawnReason
      } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor scanLimited }
    }
  }`;
  type Found = PageOf<{ readonly cursor: string; readonly node: Node }>;
  const read = async (args: object) => (await answer<{ page: Found }>(db, source, { ...args })).page;
  const nodes = edgesOf(await walk(read, 100, false), false);
  return new Map(
    nodes.map(({ node: { id, articleVersion, extractedBy, evidence, withdrawnReason } }) => [
      keyOf(articleVersion.id, extractedBy.startedAt, evidence),
      { id, lapsed: withdrawnReason !== null },
    ]),
  );
}

function keyOf(versionId: string, startedAt: string, spans: readonly Stretch[]): string {
  const places = spans.map(({ start, end }) => `${start}-${end}`).toSorted();
  return [versionId, new Date(startedAt).toISOString(), ...places].join(' ');
}
