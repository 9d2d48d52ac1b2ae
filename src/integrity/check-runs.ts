import type { Transaction } from '../graph/database.ts';
import { changesOf } from '../ingest/changes.ts';
import { type EntityKey, entityKeys } from '../ingest/entity-keys.ts';
import { resolve } from '../ingest/resolution.ts';
import { differences } from './compare-nodes.ts';
import { compareRecords } from './compare-records.ts';
import { compareWays } from './compare-ways.ts';
import type { ReadRun } from './documents.ts';
import { effectiveDocuments } from './effective.ts';
import { type ExpectedRecords, expectedRecords } from './expected-records.ts';
import { expectedRun, expectedWaysOfRun } from './expected-run.ts';
import { KeysInGraph } from './keys-in-graph.ts';
import { textIn } from './read.ts';
import { type RecordsOfRun, readRecords } from './records-in-graph.ts';
import type { Finding } from './rules.ts';
import { RUN } from './shape.ts';
import type { Context } from './stage.ts';
import type { WordsOf } from './words.ts';

interface NamedRun {
  readonly read: ReadRun;
  /** By local id, what its document identifies entities by. */
  readonly keys: ReadonlyMap<string, EntityKey>;
}

/**
 * That the graph has of runs what their documents make, and nothing else: every node with all its properties, and every relationship
 * that leads from one. Which entity each name is follows from the keys as they stand; that they stand rightly is checked elsewhere.
 */
export async function checkRuns(
  tx: Transaction,
  runs: readonly ReadRun[],
  context: Context,
): Promise<Finding[]> {
  const effective = await effectiveDocuments(tx, runs);
  const named = effective.map((read) => {
    const { entities } = read.checked.document;
    return { read, keys: entityKeys(entities, read.run.articleId) };
  });
  const keys = new KeysInGraph(tx);
  await keys.load(named.flatMap(({ keys: own }) => [...own.values()].flatMap(idsIn)));
  const records = await readRecords(
    tx,
    effective.map(({ run }) => run),
  );
  const findings: Finding[] = [];
  const words: WordsOf[] = [];
  for (const one of named) {
    const { read } = one;
    const found = records(read.run.id);
    const { resolution, apart } = resolve(
      read.checked.document.entities,
      one.keys,
      read.run.articleId,
      (id) => keys.entityOf(id),
    );
    await keys.load(apart.map(({ key }) => key.id));
    const recordedAt = textIn(read.run.properties, 'recordedAt') ?? '';
    const changes = changesOf(read.checked, read.identity, resolution, read.run.current, recordedAt);
    const expected = expectedRecords(changes, contextOf(one, found, context));
    words.push(...wordsIn(expected));
    findings.push(
      ...[...one.keys.values(), ...apart.map(({ key }) => key)].flatMap((key) => keys.compare(key)),
      ...differences(RUN, read.run.id, expectedRun(read, changes), read.run.properties),
      ...compareWays(expectedWaysOfRun(read, changes, one.keys, apart), found.waysOfRun),
      ...compareRecords(read.run.id, expected, found),
    );
  }
  return [...findings, ...(await context.words.missing(tx, words))];
}

function contextOf({ read }: NamedRun, { statements }: RecordsOfRun, { placesOnWays }: Context) {
  const { id: runId, versionId, current } = read.run;
  const withdrawn = new Set(
    statements.filter(({ properties }) => textIn(properties, 'withdrawnAt') !== null).map(({ id }) => id),
  );
  return { runId, versionId, current, isWithdrawn: (id: string) => withdrawn.has(id), placesOnWays };
}

function idsIn({ id, ofKey, accreditedKey }: EntityKey): string[] {
  return [id, ofKey, accreditedKey].filter((key) => key !== null);
}

function wordsIn({ statements }: ExpectedRecords): WordsOf[] {
  return [...statements].map(([id, row]) => ({ id, words: textIn(row, 'words') ?? '' }));
}
