import { groupRows } from '../graph/batch.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { flag, text, textOrNull } from '../graph/rows.ts';
import * as cypher from './cypher.ts';
import type { DocumentIdentity } from './identity.ts';
import { readChunks, runRows } from './rows-run.ts';
import {
  articleProps,
  laterOf,
  type RunState,
  type Standing,
  standingOf,
  type VersionState,
} from './standing.ts';
import { articleWords, writeWords } from './write-words.ts';

/** A run that was there before and becomes current, or ceases to be. */
export interface RunFlip {
  readonly runId: string;
  readonly versionId: string;
  readonly current: boolean;
}

/** An article with how its versions and runs stand, and what of that changes. */
export interface ArticleStanding extends Standing {
  readonly articleId: string;
  readonly flips: readonly RunFlip[];
}

/** How the articles of documents stand once their runs have been added, in the order of the documents. */
export async function standingsOf(
  tx: Transaction,
  identities: readonly DocumentIdentity[],
  runs: readonly Row[],
): Promise<ArticleStanding[]> {
  const ids = [...new Set(identities.map(({ articleId }) => articleId))];
  const versions = await readVersions(tx, ids);
  const before = await readRuns(tx, ids);
  const added = new Map<string, RunState[]>(ids.map((id) => [id, []]));
  for (const [at, identity] of identities.entries()) {
    const { articleId } = identity;
    versions.set(articleId, withVersion(versions.get(articleId) ?? [], identity));
    const run = runs[at];
    if (run !== undefined) added.get(articleId)?.push(runOf(run));
  }
  return ids.map((articleId) => {
    const stored = before.get(articleId) ?? [];
    const all = [...stored.map(({ run }) => run), ...(added.get(articleId) ?? [])];
    const standing = standingOf(versions.get(articleId) ?? [], all);
    const flips = stored
      .map(({ run, current: was }) => ({ run, was, current: run.id === standing.currentRun.id }))
      .filter(({ was, current }) => was !== current)
      .map(({ run: { id, versionId }, current }) => ({ runId: id, versionId, current }));
    return { ...standing, articleId, flips };
  });
}

interface StoredRun {
  readonly run: RunState;
  readonly current: boolean;
}

/** By article id, with an empty list for an article that is new. */
async function readRuns(tx: Transaction, articleIds: readonly string[]): Promise<Map<string, StoredRun[]>> {
  const rows = await readChunks(tx, cypher.READ_RUNS, 'ids', articleIds);
  return groupRows(articleIds, rows, 'articleId', (row) => ({
    run: runOf(row),
    current: flag(row, 'current'),
  }));
}

/** By article id, with an empty list for an article that is new. */
async function readVersions(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<Map<string, VersionState[]>> {
  const rows = await readChunks(tx, cypher.READ_VERSIONS, 'ids', articleIds);
  return groupRows(articleIds, rows, 'articleId', (row) => ({
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
  };
}

export async function placeVersions(tx: Transaction, standings: readonly ArticleStanding[]): Promise<void> {
  const rows = standings.flatMap(({ versions, currentRun }) =>
    versions.map(({ id, retrievedAt }, index) => ({
      id,
      retrievedAt,
      number: index + 1,
      current: id === currentRun.versionId,
    })),
  );
  await runRows(tx, cypher.PLACE_VERSIONS, rows);
}

/** The articles' own properties, as their current runs give them. */
export async function updateArticles(tx: Transaction, standings: readonly ArticleStanding[]): Promise<void> {
  const ids = standings.map(({ currentRun }) => currentRun.versionId);
  const bodies = await readChunks(tx, cypher.READ_TEXTS, 'ids', ids);
  const texts = new Map(bodies.map((row) => [text(row, 'id'), textOrNull(row, 'text')]));
  const rows = standings.map((standing) => {
    const { title, versionId } = standing.currentRun;
    const words = articleWords(title, texts.get(versionId) ?? null);
    return { id: standing.articleId, ...articleProps(standing), words };
  });
  await writeWords(
    tx,
    rows.map(({ words }) => words),
  );
  await runRows(tx, cypher.UPDATE_ARTICLES, rows);
}
