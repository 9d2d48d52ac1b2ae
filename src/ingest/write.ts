import { OnrecordError } from '../errors.ts';
import type { Params, Row, Transaction } from '../graph/database.ts';
import { flag, text, textOrNull } from '../graph/rows.ts';
import { wordLines } from '../text/fold.ts';
import type { Changes } from './changes.ts';
import * as cypher from './cypher.ts';
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
import {
  refreshRelations,
  relationsOf,
  runRows,
  writeEntities,
  writeRelations,
  writeWords,
} from './write-shared.ts';

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

/**
 * Writes the changes of a run that is not in the graph yet, and puts right what is current for its article. What it reads
 * before stays true, because the port lets one writer in at a time.
 */
export async function writeChanges(tx: Transaction, changes: Changes): Promise<WriteCounts> {
  const { identity } = changes;
  const { versionId, runId, articleId } = identity;
  const before = await readRuns(tx, articleId);
  const versions = withVersion(await readVersions(tx, articleId), identity);
  const standing = standingOf(versions, [...before.map(({ run }) => run), runState(changes)]);
  const current = standing.currentRun.id === runId;

  const counts = {
    entities: await writeEntities(tx, changes),
    relations: await writeRelations(tx, changes),
    statements: changes.statements.statements.length,
    mentions: changes.mentions.mentions.length,
  };
  await tx.run(cypher.MERGE_ARTICLE, changes.article);
  await tx.run(cypher.MERGE_VERSION, { id: versionId, props: changes.version });
  await tx.run(cypher.LINK_VERSION, { articleId, id: versionId });
  await tx.run(cypher.CREATE_RUN, { versionId, props: { ...changes.run, current } });
  await writeRecords(tx, changes, { versionId, runId, current });
  await placeVersions(tx, standing);
  const touched = new Set(changes.relations.relations.map(({ id }) => id));
  for (const { run, current: was } of before) {
    const is = run.id === standing.currentRun.id;
    if (was === is) continue;
    await flip(tx, run, is);
    for (const id of await relationsOf(tx, run.id)) touched.add(id);
  }
  await refreshRelations(tx, [...touched].toSorted());
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

/** Nodes first, then the relationships between them. */
async function writeRecords(tx: Transaction, changes: Changes, params: Params): Promise<void> {
  const { mentions, statements, relations } = changes;
  await runRows(tx, recordCypher.CREATE_MENTIONS, mentions.mentions, params);
  await writeWords(
    tx,
    statements.statements.map(({ words }) => String(words)),
  );
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
  await tx.run(cypher.FLIP_STATEMENT_EVIDENCE, { runId, current });
  await tx.run(cypher.FLIP_RELATION_EVIDENCE, { runId, current });
}

async function updateArticle(tx: Transaction, id: string, standing: Standing): Promise<void> {
  const { outletId } = standing.currentRun;
  const [version] = await tx.run(cypher.READ_TEXT, { id: standing.currentRun.versionId });
  const body = version === undefined ? null : textOrNull(version, 'text');
  const words = wordLines([standing.currentRun.title ?? '', body ?? '']);
  await writeWords(tx, [words]);
  await tx.run(cypher.UPDATE_ARTICLE, { id, props: { ...articleProps(standing), words } });
  await tx.run(cypher.REMOVE_OUTLET, { id, outletId });
  if (outletId !== null) await tx.run(cypher.SET_OUTLET, { id, outletId });
}
