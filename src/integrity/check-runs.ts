import type { Transaction } from '../graph/database.ts';
import { anchorRows } from '../ingest/anchors.ts';
import { changesOf } from '../ingest/changes.ts';
import { differences } from './compare-nodes.ts';
import { compareRecords } from './compare-records.ts';
import { compareWays } from './compare-ways.ts';
import type { ReadRun } from './documents.ts';
import { effectiveRuns } from './effective.ts';
import { expectedRecords } from './expected-records.ts';
import { expectedRun, expectedWaysOfRun } from './expected-run.ts';
import { KeysInGraph } from './keys-in-graph.ts';
import { textIn } from './read.ts';
import { type RecordsOfRun, readRecords } from './records-in-graph.ts';
import { type ResolvedRun, resolveRuns } from './resolved-runs.ts';
import type { Finding } from './rules.ts';
import { RUN } from './shape.ts';
import type { Context } from './stage.ts';
import type { WordsOf } from './words.ts';

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
  const effective = await effectiveRuns(tx, runs);
  const resolved = await resolveRuns(tx, effective.runs, keys);
  const records = await readRecords(
    tx,
    resolved.map(({ run }) => run.run),
  );
  const compared = resolved.map((one) => compareRun(one, records(one.run.run.id), keys, context));
  const missing = await context.words.missing(
    tx,
    compared.flatMap(({ words }) => words),
  );
  return [...effective.findings, ...compared.flatMap(({ findings }) => findings), ...missing];
}

function compareRun(
  { run: effective, keys: own, resolution, apart }: ResolvedRun,
  found: RecordsOfRun,
  keys: KeysInGraph,
  { placesOnWays }: Context,
): { readonly findings: readonly Finding[]; readonly words: readonly WordsOf[] } {
  const { run, identity, checked, text } = effective;
  const { id: runId, versionId, current } = run;
  const recordedAt = textIn(run.properties, 'recordedAt') ?? '';
  const changes = changesOf(effective.effective, identity, resolution, current, recordedAt);
  const anchors = anchorRows(checked.document, runId, text, effective.current);
  const { withdrawals } = found;
  const expected = expectedRecords(changes, {
    runId,
    versionId,
    current,
    anchors,
    withdrawals,
    placesOnWays,
  });
  return {
    findings: [
      ...[...own.values(), ...apart.map(({ key }) => key)].flatMap((key) => keys.compare(key)),
      ...differences(RUN, runId, expectedRun(effective, changes), run.properties),
      ...compareWays(expectedWaysOfRun(effective, changes, own, apart), found.waysOfRun),
      ...compareRecords(runId, expected, found),
    ],
    words: [...expected.statements].map(([id, row]) => ({ id, words: textIn(row, 'words') ?? '' })),
  };
}
