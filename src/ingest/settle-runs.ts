import type { Transaction } from '../graph/database.ts';
import { flag, text } from '../graph/rows.ts';
import type { Annotation } from './annotation.ts';
import * as cypher from './cypher-keys.ts';
import { type Description, describe } from './descriptions.ts';
import { type EntityKey, entityKeys } from './entity-keys.ts';
import type { DocumentIdentity } from './identity.ts';
import { type EntityOfKey, type KeptApart, type Resolution, resolve } from './resolution.ts';
import { readChunks } from './rows-run.ts';
import type { SettledKeys } from './settle-keys.ts';
import { type StoredDocument, unpackDocument } from './stored-document.ts';

/** A document that comes in, with its keys by local id. */
export interface Arrival {
  readonly document: Annotation;
  readonly identity: DocumentIdentity;
  readonly keys: ReadonlyMap<string, EntityKey>;
  /** Whether its run is the current one of its article. */
  readonly current: boolean;
}

/** A run that was there before and becomes current, or ceases to be. */
export interface Flip {
  readonly runId: string;
  readonly current: boolean;
}

/** A key that a decision merged into another, or took out again, with where it was merged into before. */
export interface MergeChange {
  readonly key: string;
  readonly mergedBefore: string | null;
}

/** What is known of a run by its document. */
export interface RunDocument {
  readonly runId: string;
  readonly articleId: string;
  readonly current: boolean;
  readonly document: StoredDocument;
  readonly keys: ReadonlyMap<string, EntityKey>;
}

/** A run that was there before, some of whose entities may be others now. */
export interface Relink extends RunDocument {
  readonly versionId: string;
  readonly before: Resolution;
  readonly after: Resolution;
  readonly apartBefore: readonly KeptApart[];
  readonly apartAfter: readonly KeptApart[];
}

/** What a run says under a key. */
export interface Saying {
  readonly runId: string;
  readonly keyId: string;
  readonly description: Description;
}

/** Everything that a run says of its entities; of one that it keeps apart, under its private key too. */
export function sayingsOf(
  { runId, articleId, current, document, keys }: RunDocument,
  apart: readonly KeptApart[],
): Saying[] {
  const privateKeys = new Map(apart.map(({ entity, key }) => [entity.id, key.id]));
  return document.entities.flatMap((entity): Saying[] => {
    const description = describe(document, entity, articleId, current);
    const keyId = keys.get(entity.id)?.id;
    if (keyId === undefined) throw new Error(`entity "${entity.id}" has no key`);
    const own = privateKeys.get(entity.id);
    if (own === undefined) return [{ runId, keyId, description }];
    return [
      { runId, keyId, description: { ...description, apart: true } },
      { runId, keyId: own, description },
    ];
  });
}

/** What a relinked run says anew, because it keeps other entities apart than before. */
export function changedApart(run: Relink): Saying[] {
  const before = new Set(run.apartBefore.map(({ entity }) => entity.id));
  const after = new Set(run.apartAfter.map(({ entity }) => entity.id));
  return sayingsOf(run, run.apartAfter).filter(
    ({ description: { local } }) => before.has(local) !== after.has(local),
  );
}

/** The runs from before that name a key that moved, or was merged or split, with which entities theirs were and are. */
export async function readAgain(
  tx: Transaction,
  keys: SettledKeys,
  merges: readonly MergeChange[],
  arrivals: readonly Arrival[],
  flips: readonly Flip[],
  now: (keyId: string) => EntityOfKey,
): Promise<Relink[]> {
  const moved = keys.moved.filter(({ from }) => from !== null).map(({ key }) => key);
  const changed = [...new Set([...moved, ...merges.map(({ key }) => key)])];
  const arrived = new Set(arrivals.map(({ identity }) => identity.runId));
  const runs = await readChunks(tx, cypher.RUNS_OF_KEYS, 'ids', changed);
  const ids = [...new Set(runs.map((row) => text(row, 'id')))].filter((id) => !arrived.has(id));
  const rows = await readChunks(tx, cypher.READ_DOCUMENTS, 'ids', ids);
  const flipped = new Map(flips.map(({ runId, current }) => [runId, current]));
  const documents = rows.map((row) => {
    const document = unpackDocument(text(row, 'document'));
    const articleId = text(row, 'articleId');
    const runId = text(row, 'id');
    return {
      runId,
      versionId: text(row, 'versionId'),
      articleId,
      current: flipped.get(runId) ?? flag(row, 'current'),
      document,
      keys: entityKeys(document.entities, articleId),
    };
  });
  await keys.load(documents.flatMap((run) => [...run.keys.values()].map(({ id }) => id)));
  const mergedBefore = new Map(merges.map((merge) => [merge.key, merge.mergedBefore]));
  const then = (id: string): EntityOfKey => {
    const { entityId, mergedInto } = keys.stored(id);
    const merged = mergedBefore.has(id) ? mergedBefore.get(id) : mergedInto;
    return { entityId: entityId ?? keys.entityOf(id), isMerged: merged != null };
  };
  return documents.map((run) => {
    const was = resolve(run.document.entities, run.keys, run.articleId, then);
    const is = resolve(run.document.entities, run.keys, run.articleId, now);
    return {
      ...run,
      before: was.resolution,
      after: is.resolution,
      apartBefore: was.apart,
      apartAfter: is.apart,
    };
  });
}
