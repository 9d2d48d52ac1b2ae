import type { Transaction } from '../graph/database.ts';
import { changesOf } from '../ingest/changes.ts';
import { type EntityKey, entityKeys } from '../ingest/entity-keys.ts';
import { type Resolved, resolve } from '../ingest/resolution.ts';
import { differences } from './compare-nodes.ts';
import { compareRecords } from './compare-records.ts';
import { compareWays } from './compare-ways.ts';
import type { ReadRun, RunInGraph } from './documents.ts';
import { effectiveDocuments } from './effective.ts';
import { expectedRecords } from './expected-records.ts';
import { expectedRun, expectedWaysOfRun } from './expected-run.ts';
import { KeysInGraph } from './keys-in-graph.ts';
import { textIn } from './read.ts';
import { type RecordsOfRun, readRecords } from './records-in-graph.ts';
import type { Finding } from './rules.ts';
import { RUN } from './shape.ts';
import type { Context } from './stage.ts';
import type { WordsOf } from './words.ts';

interface ResolvedRun extends Resolved {
  readonly read: ReadRun;
  /** By local id, what its document identifies entities by. */
  readonly keys: ReadonlyMap<string, EntityKey>;
}

/**
 * That the graph has of runs what their documents make, and nothing else: every node with all its properties, and every relationship
 * that leads from one. Which entity each name is follows from the keys as they stand; that they stand rightly is checked elsewhere.
 * The number of queries does not depend on how many runs there are.
 */
export async function checkRuns(
  tx: Transaction,
  runs: readonly ReadRun[],
  context: Context,
): Promise<Finding[]> {
  const keys = new KeysInGraph(tx);
  const resolved = await resolveRuns(await effectiveDocuments(tx, runs), keys);
  const records = await readRecords(
    tx,
    resolved.map(({ read }) => read.run),
  );
  const compared = resolved.map((one) => compareRun(one, records(one.read.run.id), keys, context));
  const missing = await context.words.missing(
    tx,
    compared.flatMap(({ words }) => words),
  );
  return [...compared.flatMap(({ findings }) => findings), ...missing];
}

/** Which entities the names of documents are, by the keys as they stand. Loads all keys that the documents come by. */
async function resolveRuns(runs: readonly ReadRun[], keys: KeysInGraph): Promise<ResolvedRun[]> {
  const named = runs.map((read) => {
    const { entities } = read.checked.document;
    return { read, entities, keys: entityKeys(entities, read.run.articleId) };
  });
  await keys.load(named.flatMap((each) => [...each.keys.values()].flatMap(idsIn)));
  const resolved = named.map(({ read, entities, keys: own }) => {
    const of = resolve(entities, own, read.run.articleId, (id) => keys.entityOf(id));
    return { read, keys: own, ...of };
  });
  await keys.load(resolved.flatMap(({ apart }) => apart.map(({ key }) => key.id)));
  return resolved;
}

function compareRun(
  { read, keys: own, resolution, apart }: ResolvedRun,
  found: RecordsOfRun,
  keys: KeysInGraph,
  context: Context,
): { readonly findings: readonly Finding[]; readonly words: readonly WordsOf[] } {
  const { run, checked, identity } = read;
  const recordedAt = textIn(run.properties, 'recordedAt') ?? '';
  const changes = changesOf(checked, identity, resolution, run.current, recordedAt);
  const expected = expectedRecords(changes, contextOf(run, found, context));
  const ways = expectedWaysOfRun(read, changes, own, apart);
  return {
    findings: [
      ...[...own.values(), ...apart.map(({ key }) => key)].flatMap((key) => keys.compare(key)),
      ...differences(RUN, run.id, expectedRun(read, changes), run.properties),
      ...compareWays(ways, found.waysOfRun),
      ...compareRecords(run.id, expected, found),
    ],
    words: [...expected.statements].map(([id, row]) => ({ id, words: textIn(row, 'words') ?? '' })),
  };
}

function contextOf(
  { id: runId, versionId, current }: RunInGraph,
  { statements }: RecordsOfRun,
  { placesOnWays }: Context,
) {
  const withdrawn = new Set(
    statements.filter(({ properties }) => textIn(properties, 'withdrawnAt') !== null).map(({ id }) => id),
  );
  return { runId, versionId, current, isWithdrawn: (id: string) => withdrawn.has(id), placesOnWays };
}

function idsIn({ id, ofKey, accreditedKey }: EntityKey): string[] {
  return [id, ofKey, accreditedKey].filter((key) => key !== null);
}
