import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import type { Annotation } from './annotation.ts';
import { outsideKeys } from './corrections.ts';
import { CORRECTED_RUNS_OF_KEYS } from './cypher-decisions.ts';
import * as cypher from './cypher-keys.ts';
import { type Description, describe } from './descriptions.ts';
import { type EntityKey, privateKeys } from './entity-keys.ts';
import type { DocumentIdentity } from './identity.ts';
import { type EntityOfKey, type KeptApart, type Resolution, resolve } from './resolution.ts';
import { readChunks } from './rows-run.ts';
import type { SettledKeys } from './settle-keys.ts';
import type { StoredDocument } from './stored-document.ts';
import { readDocuments, readResolutions } from './stored-runs.ts';

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

/** What makes runs from before be read again. */
export interface Reread {
  readonly merges: readonly MergeChange[];
  readonly arrivals: readonly Arrival[];
  readonly flips: readonly Flip[];
  /** Runs that are read again whatever happened. */
  readonly again: readonly string[];
}

/** The runs from before that name a key that moved, or was merged or split, with which entities theirs were and are. */
export async function readAgain(
  tx: Transaction,
  keys: SettledKeys,
  { merges, arrivals, flips, again }: Reread,
  now: (keyId: string) => EntityOfKey,
): Promise<Relink[]> {
  const moved = keys.moved.filter(({ from }) => from !== null).map(({ key }) => key);
  const merged = new Set(merges.map(({ key }) => key));
  const changed = [...new Set([...moved, ...merged, ...keys.basedOn(merged)])];
  const arrived = new Set(arrivals.map(({ identity }) => identity.runId));
  const runs = [
    ...(await readChunks(tx, cypher.RUNS_OF_KEYS, 'ids', changed)),
    ...(await readChunks(tx, CORRECTED_RUNS_OF_KEYS, 'ids', changed)),
  ];
  const ids = [...new Set([...runs.map((row) => text(row, 'id')), ...again])].filter(
    (id) => !arrived.has(id),
  );
  const flipped = new Map(flips.map(({ runId, current }) => [runId, current]));
  const documents = await readDocuments(tx, ids, flipped);
  const before = await readResolutions(tx, keys, ids);
  await keys.load(documents.flatMap((run) => [...run.keys.values()].map(({ id }) => id)));
  await keys.load(documents.flatMap(({ document }) => [...outsideKeys(document).values()]));
  const decided = await decidedKeys(tx, keys, documents);
  return documents.map((run) => {
    const { document, articleId, runId } = run;
    const was = before.get(runId);
    const is = resolve(document.entities, run.keys, articleId, now, decided);
    const apartKeys = privateKeys(document.entities, run.keys, articleId);
    const outside = [...outsideKeys(document)];
    const then = (id: string) => keys.stored(id).entityId ?? keys.entityOf(id);
    return {
      ...run,
      before: new Map([
        ...(was?.resolution ?? []),
        ...outside.map(([local, id]) => [local, then(id)] as const),
      ]),
      after: new Map([...is.resolution, ...outside.map(([local, id]) => [local, now(id).entityId] as const)]),
      apartBefore: document.entities.flatMap((entity) => {
        const key = apartKeys.get(entity.id);
        return key !== undefined && was?.apart.has(entity.id) === true ? [{ entity, key }] : [];
      }),
      apartAfter: is.apart,
    };
  });
}

/** Those of the private keys of documents that standing decisions are about. */
export async function decidedKeys(
  tx: Transaction,
  keys: SettledKeys,
  documents: readonly Pick<RunDocument, 'articleId' | 'document' | 'keys'>[],
): Promise<ReadonlySet<string>> {
  const ids = documents.flatMap(({ document, keys: own, articleId }) =>
    [...privateKeys(document.entities, own, articleId).values()].map(({ id }) => id),
  );
  const rows = await readChunks(tx, cypher.DECIDED_KEYS, 'ids', [...new Set(ids)]);
  const decided = new Set(rows.map((row) => text(row, 'id')));
  await keys.load(decided);
  // One that nothing has described yet is of nobody.
  for (const id of decided) keys.placeApart(id);
  return decided;
}
