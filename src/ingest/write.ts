import { OnrecordError } from '../errors.ts';
import { inChunks } from '../graph/batch.ts';
import type { Params, Query, Row, Transaction, Value } from '../graph/database.ts';
import { flag, integer, text, textOrNull } from '../graph/rows.ts';
import type { Changes } from './changes.ts';
import * as cypher from './cypher.ts';
import * as entityCypher from './cypher-entities.ts';
import * as linkCypher from './cypher-links.ts';
import * as recordCypher from './cypher-records.ts';
import type { DocumentIdentity } from './identity.ts';
import {
  articleProps,
  laterOf,
  type RunState,
  type Standing,
  standingOf,
  type VersionState,
} from './standing.ts';

/** Rows that one UNWIND gets at most. */
const CHUNK = 5_000;

/** What a document newly created; merged entities and relations that were there already are not counted. */
export interface WriteCounts {
  readonly entities: number;
  readonly statements: number;
  readonly mentions: number;
  readonly relations: number;
}

/** Whether this very document is in the graph already. CONFLICT when its run is, with other content. */
export async function isWritten(tx: Transaction, identity: DocumentIdentity): Promise<boolean> {
  const [row] = await tx.run(cypher.FIND_RUN, { runId: identity.runId });
  if (row === undefined) return false;
  if (text(row, 'documentSha256') === identity.documentSha256) return true;
  throw new OnrecordError(
    'CONFLICT',
    'The same run over the same text is in the graph with other content: give the changed document a later run.startedAt.',
  );
}

/** Comes before all reads of a write, so that two writers of one article come one after the other. */
export async function lockArticle(tx: Transaction, articleId: string, key: string | null): Promise<void> {
  await tx.run(cypher.LOCK_ARTICLE, { id: articleId, key });
}

/** Writes the changes of a run that is not in the graph yet, and puts right what is current for its article. */
export async function writeChanges(tx: Transaction, changes: Changes): Promise<WriteCounts> {
  const { identity } = changes;
  const { versionId, runId, articleId } = identity;
  const before = await readRuns(tx, articleId);
  const versions = withVersion(await readVersions(tx, articleId), identity);
  const standing = standingOf(versions, [...before.map(({ run }) => run), runState(changes)]);
  const current = standing.currentRun.id === runId;

  const counts = await countNew(tx, changes);
  await writeEntities(tx, changes);
  await tx.run(cypher.MERGE_VERSION, { id: versionId, props: changes.version });
  await tx.run(cypher.LINK_VERSION, { articleId, id: versionId });
  await tx.run(cypher.CREATE_RUN, { versionId, props: { ...changes.run, current } });
  await writeRecords(tx, changes, { versionId, runId, current });
  await placeVersions(tx, standing);
  for (const { run, current: was } of before) {
    const is = run.id === standing.currentRun.id;
    if (was !== is) await flip(tx, run, is);
  }
  await updateArticle(tx, articleId, standing);
  return counts;
}

interface StoredRun {
  readonly run: RunState;
  readonly current: boolean;
}

async function readRuns(tx: Transaction, articleId: string): Promise<StoredRun[]> {
  const rows = await tx.run(cypher.READ_RUNS, { id: articleId });
  return rows.map((row) => ({ run: runOf(row), current: flag(row, 'current') }));
}

async function readVersions(tx: Transaction, articleId: string): Promise<VersionState[]> {
  const rows = await tx.run(cypher.READ_VERSIONS, { id: articleId });
  return rows.map((row) => ({
    id: text(row, 'id'),
    sha256: text(row, 'sha256'),
    retrievedAt: textOrNull(row, 'retrievedAt'),
  }));
}

function withVersion(versions: readonly VersionState[], identity: DocumentIdentity): VersionState[] {
  const others = versions.filter(({ id }) => id !== identity.versionId);
  const known = versions.find(({ id }) => id === identity.versionId)?.retrievedAt ?? null;
  const retrievedAt = laterOf(known, identity.retrievedAt);
  return [...others, { id: identity.versionId, sha256: identity.textSha256, retrievedAt }];
}

function runOf(row: Row): RunState {
  return {
    id: text(row, 'id'),
    versionId: text(row, 'versionId'),
    method: text(row, 'method'),
    startedAt: text(row, 'startedAt'),
    title: textOrNull(row, 'title'),
    url: textOrNull(row, 'url'),
    language: text(row, 'language'),
    publishedAt: textOrNull(row, 'publishedAt'),
    outletId: textOrNull(row, 'outletId'),
  };
}

function runState({ run }: Changes): RunState {
  return runOf(run);
}

async function countNew(tx: Transaction, changes: Changes): Promise<WriteCounts> {
  const { entities, relations, statements, mentions } = changes;
  const missing = async (query: Query, rows: readonly { readonly id: string }[]) => {
    if (rows.length === 0) return 0;
    const [row] = await tx.run(query, { ids: rows.map(({ id }) => id) });
    return rows.length - (row === undefined ? 0 : integer(row, 'count'));
  };
  return {
    entities: await missing(cypher.EXISTING_ENTITIES, entities),
    statements: statements.statements.length,
    mentions: mentions.mentions.length,
    relations: await missing(cypher.EXISTING_RELATIONS, relations.relations),
  };
}

async function writeEntities(tx: Transaction, changes: Changes): Promise<void> {
  await runRows(tx, entityCypher.MERGE_ENTITIES, changes.entities);
  await runRows(tx, entityCypher.UNITE_ALIASES, changes.aliases);
  const names = [...new Set(changes.names.map(({ to }) => to))].toSorted();
  if (names.length > 0) await tx.run(entityCypher.MERGE_NAMES, { names });
  await runRows(tx, entityCypher.LINK_NAMES, changes.names);
  await runRows(tx, entityCypher.LINK_OFFICES, changes.officeOf);
  await runRows(tx, entityCypher.LINK_ACCREDITATIONS, changes.accreditedTo);
  await runRows(tx, entityCypher.MERGE_RELATIONS, changes.relations.relations);
  await runRows(tx, entityCypher.LINK_RELATIONS, changes.relations.relations);
  await runRows(tx, entityCypher.MERGE_RELATION_EDGES, changes.relations.relations);
}

/** Nodes first, then the relationships between them. */
async function writeRecords(tx: Transaction, changes: Changes, params: Params): Promise<void> {
  const { mentions, statements, relations } = changes;
  await runRows(tx, recordCypher.CREATE_MENTIONS, mentions.mentions, params);
  await runRows(tx, recordCypher.CREATE_STATEMENTS, statements.statements, params);
  await runRows(tx, recordCypher.CREATE_STATEMENT_EVIDENCE, statements.evidence, params);
  await runRows(tx, recordCypher.CREATE_RELATION_EVIDENCE, relations.evidence, params);
  await runRows(tx, recordCypher.LINK_CLAIMS, relations.claimedIn);
  await runRows(tx, linkCypher.LINK_REFERENTS, mentions.refersTo);
  await runRows(tx, linkCypher.LINK_LITERALS, mentions.literally);
  await runRows(tx, linkCypher.LINK_ANTECEDENTS, mentions.antecedent);
  await runRows(tx, linkCypher.LINK_SPEAKERS, statements.saidBy);
  await runRows(tx, linkCypher.LINK_SPEAKING_AS, statements.speakingAs);
  await runRows(tx, linkCypher.LINK_BEHALF, statements.onBehalfOf);
  await runRows(tx, linkCypher.LINK_NAMED_AS, statements.namedAs);
  await runRows(tx, linkCypher.LINK_ADDRESSEES, statements.toldTo);
  await runRows(tx, linkCypher.LINK_SUBJECTS, statements.about);
  await runRows(tx, linkCypher.LINK_STATEMENT_SUBJECTS, statements.aboutStatements);
  await runRows(tx, linkCypher.LINK_MENTIONED, statements.mentions);
  await runRows(tx, linkCypher.LINK_NESTING, statements.nestedIn);
}

async function placeVersions(tx: Transaction, { versions, currentRun }: Standing): Promise<void> {
  const rows = versions.map(({ id, retrievedAt }, index) => ({
    id,
    retrievedAt,
    number: index + 1,
    current: id === currentRun.versionId,
  }));
  await tx.run(cypher.PLACE_VERSIONS, { rows });
}

async function flip(tx: Transaction, { id: runId, versionId }: RunState, current: boolean): Promise<void> {
  await tx.run(cypher.FLIP_RUN, { runId, current });
  await tx.run(cypher.FLIP_MENTIONS, { runId, versionId, current });
  await tx.run(cypher.FLIP_STATEMENTS, { runId, current });
  await tx.run(cypher.FLIP_EVIDENCE, { runId, current });
}

async function updateArticle(tx: Transaction, id: string, standing: Standing): Promise<void> {
  const { outletId } = standing.currentRun;
  await tx.run(cypher.UPDATE_ARTICLE, { id, props: articleProps(standing) });
  await tx.run(cypher.REMOVE_OUTLET, { id, outletId });
  if (outletId !== null) await tx.run(cypher.SET_OUTLET, { id, outletId });
}

async function runRows(
  tx: Transaction,
  query: Query,
  rows: readonly Value[],
  params: Params = {},
): Promise<void> {
  for (const chunk of inChunks(rows, CHUNK)) await tx.run(query, { ...params, rows: chunk });
}
