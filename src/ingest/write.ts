import { OnrecordError } from '../errors.ts';
import type { Transaction } from '../graph/database.ts';
import { integer, text } from '../graph/rows.ts';
import { type Changes, changesOf, nodesOf, type Recording } from './changes.ts';
import { type CheckedAnnotation, understand } from './checked.ts';
import * as cypher from './cypher.ts';
import * as links from './cypher-links.ts';
import * as records from './cypher-records.ts';
import { READ_KEEP_LENGTHS } from './cypher-redact.ts';
import { entityKeys } from './entity-keys.ts';
import type { DocumentIdentity } from './identity.ts';
import { relinkRuns } from './relink.ts';
import type { Resolution } from './resolution.ts';
import { readChunks, runRows } from './rows-run.ts';
import { removeLeft, settleEntities } from './settle.ts';
import { withhold } from './withhold.ts';
import { writeAnchors } from './write-anchors.ts';
import { placeVersions, type RunFlip, standingsOf, updateArticles } from './write-articles.ts';
import { writeLinks } from './write-links.ts';
import { writeOutlets } from './write-outlets.ts';
import { refreshRelations, relationsOf, writeRelations } from './write-relations.ts';
import { writeWords } from './write-words.ts';

/** What a document newly created; merged entities and relations that were there already are not counted. */
export interface WriteCounts {
  readonly entities: number;
  readonly statements: number;
  readonly mentions: number;
  readonly relations: number;
}

/** A checked document with its ids. */
export interface Incoming {
  readonly checked: CheckedAnnotation;
  readonly identity: DocumentIdentity;
  readonly recording: Recording;
}

/** The content hashes of those of the runs that are in the graph, by run id. */
export async function writtenRuns(tx: Transaction, runIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await readChunks(tx, cypher.FIND_RUNS, 'ids', runIds);
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'documentSha256')]));
}

/** Whether this very document is in the graph already. CONFLICT when its run is, with other content. */
export function isWritten(written: ReadonlyMap<string, string>, identity: DocumentIdentity): boolean {
  const documentSha256 = written.get(identity.runId);
  if (documentSha256 === undefined) return false;
  if (documentSha256 === identity.documentSha256) return true;
  throw new OnrecordError(
    'CONFLICT',
    'The same run over the same text is in the graph with other content: give the changed document a later run.startedAt.',
  );
}

/**
 * Writes documents whose runs are not in the graph yet, each once, and puts right what is current for their articles. What it reads
 * before stays true, because the port lets one writer in at a time. Counts in the order of the documents; what several of them bring
 * counts for the first.
 */
export async function writeDocuments(tx: Transaction, given: readonly Incoming[]): Promise<WriteCounts[]> {
  const incoming = await redactArrivals(tx, given);
  const nodes = incoming.map(({ checked, identity, recording }) => nodesOf(checked, identity, recording));
  const standings = await standingsOf(
    tx,
    incoming.map(({ identity }) => identity),
    nodes.map(({ run }) => run),
  );
  const flips = standings.flatMap((standing) => standing.flips);
  const currentRuns = new Set(standings.map(({ currentRun }) => currentRun.id));
  const isCurrent = ({ identity }: Incoming) => currentRuns.has(identity.runId);
  await runRows(
    tx,
    cypher.MERGE_ARTICLES,
    nodes.map(({ article }) => article),
  );
  await runRows(
    tx,
    cypher.MERGE_VERSIONS,
    nodes.map(({ version }) => version),
  );
  await runRows(
    tx,
    cypher.LINK_VERSIONS,
    nodes.map(({ version: { id, articleId } }) => ({ id, articleId: String(articleId) })),
  );
  await runRows(
    tx,
    cypher.CREATE_RUNS,
    nodes.map(({ run }) => ({ ...run, current: currentRuns.has(run.id) })),
  );
  await placeVersions(tx, standings);

  const settled = await settleEntities(
    tx,
    incoming.map((each) => {
      const { document } = each.checked;
      const keys = entityKeys(document.entities, each.identity.articleId);
      return { document, identity: each.identity, keys, current: isCurrent(each) };
    }),
    flips,
  );
  const changes = incoming.map((each) => {
    const resolution = settled.resolutions.get(each.identity.runId);
    if (resolution === undefined) throw new Error(`run ${each.identity.runId} was not resolved`);
    return {
      ...changesOf(each.checked, each.identity, resolution, isCurrent(each), each.recording.recordedAt),
      resolution,
    };
  });
  const relations = await writeRelations(
    tx,
    changes.flatMap((each) => each.relations.relations),
    changes.flatMap((each) => each.relations.asserts),
  );
  await writeRecords(tx, changes);
  const touched = await relinkRuns(tx, settled.relinks);
  for (const run of flips) {
    await flip(tx, run);
    touched.push(...(await relationsOf(tx, run.runId)));
  }
  await refreshRelations(tx, [...new Set(touched)].toSorted());
  await writeAnchors(tx, standings);
  await updateArticles(tx, standings);
  const arrived = incoming.map(({ identity }, at) => ({
    runId: identity.runId,
    outletId: changes[at]?.outletId ?? null,
  }));
  await writeOutlets(tx, standings, arrived, settled.relinks);
  await removeLeft(tx, settled);
  return countsOf(changes, settled.created, relations);
}

/** Of articles whose text may not be kept, no document brings it back. */
async function redactArrivals(tx: Transaction, given: readonly Incoming[]): Promise<readonly Incoming[]> {
  const ids = [...new Set(given.map(({ identity }) => identity.articleId))];
  const rows = await readChunks(tx, READ_KEEP_LENGTHS, 'ids', ids);
  const keepLengths = new Map(rows.map((row) => [text(row, 'id'), integer(row, 'keepLength')]));
  return given.map((each) => {
    const keepLength = keepLengths.get(each.identity.articleId);
    if (keepLength === undefined) return each;
    return { ...each, checked: understand(withhold(each.checked, keepLength)) };
  });
}

/** Nodes first, then the relationships between them. */
async function writeRecords(tx: Transaction, changes: readonly Changes[]): Promise<void> {
  const statements = changes.flatMap((each) => each.statements.statements);
  const mentions = changes.map((each) => each.mentions);
  const claims = changes.map((each) => each.statements);
  const relations = changes.map((each) => each.relations);
  await runRows(
    tx,
    records.CREATE_MENTIONS,
    mentions.flatMap((each) => each.mentions),
  );
  await writeWords(
    tx,
    statements.map(({ words }) => String(words)),
  );
  await runRows(tx, records.CREATE_STATEMENTS, statements);
  await runRows(
    tx,
    records.CREATE_STATEMENT_EVIDENCE,
    claims.flatMap(({ evidence }) => evidence),
  );
  await runRows(
    tx,
    records.CREATE_RELATION_EVIDENCE,
    relations.flatMap(({ evidence }) => evidence),
  );
  await runRows(
    tx,
    records.LINK_CLAIMS,
    relations.flatMap(({ claimedIn }) => claimedIn),
  );
  await writeLinks(
    tx,
    changes.map((each) => each.links),
  );
  await runRows(
    tx,
    links.LINK_ANTECEDENTS,
    mentions.flatMap(({ antecedent }) => antecedent),
  );
  await runRows(
    tx,
    links.LINK_NAMED_AS,
    claims.flatMap(({ namedAs }) => namedAs),
  );
  await runRows(
    tx,
    links.LINK_STATEMENT_SUBJECTS,
    claims.flatMap(({ aboutStatements }) => aboutStatements),
  );
  await runRows(
    tx,
    links.LINK_NESTING,
    claims.flatMap(({ nestedIn }) => nestedIn),
  );
}

async function flip(tx: Transaction, { runId, versionId, current }: RunFlip): Promise<void> {
  await tx.run(cypher.FLIP_RUN, { runId, current });
  await tx.run(cypher.FLIP_MENTIONS, { runId, versionId, current });
  await tx.run(cypher.FLIP_STATEMENTS, { runId, current });
  await tx.run(cypher.FLIP_STATEMENT_EVIDENCE, { runId, current });
  await tx.run(cypher.FLIP_RELATION_EVIDENCE, { runId, current });
}

function countsOf(
  changes: readonly (Changes & { readonly resolution: Resolution })[],
  createdEntities: ReadonlySet<string>,
  createdRelations: ReadonlySet<string>,
): WriteCounts[] {
  const entities = new Set(createdEntities);
  const relations = new Set(createdRelations);
  const take = (left: Set<string>, ids: Iterable<string>) =>
    [...ids].reduce((count, id) => count + Number(left.delete(id)), 0);
  return changes.map((each) => ({
    entities: take(entities, each.resolution.values()),
    relations: take(
      relations,
      each.relations.relations.map(({ id }) => id),
    ),
    statements: each.statements.statements.length,
    mentions: each.mentions.mentions.length,
  }));
}
