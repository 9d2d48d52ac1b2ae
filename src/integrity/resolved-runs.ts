import type { Transaction } from '../graph/database.ts';
import { DECIDED_KEYS } from '../ingest/cypher-keys.ts';
import { type EntityKey, entityKeys, privateKeys } from '../ingest/entity-keys.ts';
import { type KeptApart, type Resolution, resolve } from '../ingest/resolution.ts';
import { readChunks } from '../ingest/rows-run.ts';
import type { EffectiveRun } from './effective.ts';
import type { KeysInGraph } from './keys-in-graph.ts';
import { textIn } from './read.ts';

/** A run with which entities its document means. */
export interface ResolvedRun {
  readonly run: EffectiveRun;
  /** By local id, what its document identifies entities by. */
  readonly keys: ReadonlyMap<string, EntityKey>;
  readonly apart: readonly KeptApart[];
  /** Of all entities that the corrected document names. */
  readonly resolution: Resolution;
}

/** By the keys as they stand in the graph. Loads all keys that the documents come by. */
export async function resolveRuns(
  tx: Transaction,
  runs: readonly EffectiveRun[],
  keys: KeysInGraph,
): Promise<ResolvedRun[]> {
  const named = runs.map((run) => {
    const { entities } = run.checked.document;
    const { articleId } = run.run;
    const own = entityKeys(entities, articleId);
    return { run, entities, articleId, keys: own, apartKeys: privateKeys(entities, own, articleId) };
  });
  const ids = named.flatMap(({ apartKeys }) => [...apartKeys.values()].map(({ id }) => id));
  const rows = await readChunks(tx, DECIDED_KEYS, 'ids', [...new Set(ids)]);
  const decided = new Set(rows.map((row) => textIn(row, 'id') ?? ''));
  await keys.load(decided);
  await keys.load(named.flatMap((each) => [...each.keys.values()].flatMap(idsIn)));
  await keys.load(runs.flatMap(({ outside }) => [...outside.values()]));
  const resolved = named.map(({ run, entities, articleId, keys: own }) => {
    const { resolution, apart } = resolve(entities, own, articleId, (id) => keys.entityOf(id), decided);
    const outside = [...run.outside].map(([local, key]) => [local, keys.entityOf(key).entityId] as const);
    return { run, keys: own, apart, resolution: new Map([...resolution, ...outside]) };
  });
  await keys.load(resolved.flatMap(({ apart }) => apart.map(({ key }) => key.id)));
  return resolved;
}

function idsIn({ id, ofKey, accreditedKey }: EntityKey): string[] {
  return [id, ofKey, accreditedKey].filter((key) => key !== null);
}
