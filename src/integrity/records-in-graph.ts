import type { Row, Transaction } from '../graph/database.ts';
import { readChunks } from '../ingest/rows-run.ts';
import type { FoundNode } from './compare-nodes.ts';
import type { Way } from './compare-ways.ts';
import * as cypher from './cypher-records.ts';
import type { RunInGraph } from './documents.ts';
import { byColumn, nodeIn, textIn, wayIn } from './read.ts';

/** What the graph has of the records of one run. */
export interface RecordsOfRun {
  readonly mentions: readonly FoundNode[];
  readonly statements: readonly FoundNode[];
  /** Of its statements. */
  readonly evidence: readonly FoundNode[];
  readonly evidenceOfRelations: readonly FoundNode[];
  /** Those that lead from the run. */
  readonly waysOfRun: readonly Way[];
  /** Those that lead from mentions, statements and evidence. */
  readonly ways: readonly Way[];
  /** Those that lead to the evidence of relations. */
  readonly waysOfRelations: readonly Way[];
  /** By statement, the first decision that withdraws it and stands. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>;
}

export interface Withdrawal {
  readonly at: string | null;
  readonly reason: string | null;
}

/** The records of some runs, by run. The number of queries does not depend on how many runs there are. */
export async function readRecords(
  tx: Transaction,
  runs: readonly RunInGraph[],
): Promise<(runId: string) => RecordsOfRun> {
  const ids = runs.map(({ id }) => id);
  const rows = runs.map(({ id: runId, versionId }) => ({ runId, versionId }));
  const mentions = byColumn(await tx.run(cypher.MENTIONS, { rows }), 'runId', nodeIn);
  const statements = byColumn(await tx.run(cypher.STATEMENTS, { ids }), 'runId', nodeIn);
  const evidence = byColumn(await tx.run(cypher.EVIDENCE_OF_STATEMENTS, { ids }), 'runId', nodeIn);
  const ofRelations = byColumn(await tx.run(cypher.EVIDENCE_OF_RELATIONS, { ids }), 'runId', nodeIn);
  const waysOfRuns = byColumn(await tx.run(cypher.WAYS_OF_RUNS, { ids }), 'start', wayIn);
  const withdrawn = byColumn(await tx.run(cypher.WITHDRAWALS, { ids }), 'runId', (row) => row);
  const { Mention, Statement, Evidence } = cypher.WAYS_OF_RECORDS;
  const ways = await waysByStart(tx, [
    [Mention, [mentions]],
    [Statement, [statements]],
    [Evidence, [evidence, ofRelations]],
  ]);
  const to = await readChunks(tx, cypher.WAYS_TO_EVIDENCE, 'ids', idsIn([ofRelations]));
  const waysTo = byColumn(to, 'end', wayIn);
  return (runId) => {
    const of = (nodes: Nodes) => nodes.get(runId) ?? [];
    const all = [...of(mentions), ...of(statements), ...of(evidence), ...of(ofRelations)];
    return {
      mentions: of(mentions),
      statements: of(statements),
      evidence: of(evidence),
      evidenceOfRelations: of(ofRelations),
      waysOfRun: waysOfRuns.get(runId) ?? [],
      ways: idsOf(all).flatMap((id) => ways.get(id) ?? []),
      waysOfRelations: idsOf(of(ofRelations)).flatMap((id) => waysTo.get(id) ?? []),
      withdrawals: firstOfEach(withdrawn.get(runId) ?? []),
    };
  };
}

type Nodes = ReadonlyMap<string, readonly FoundNode[]>;

async function waysByStart(
  tx: Transaction,
  reads: readonly (readonly [(typeof cypher.WAYS_OF_RECORDS)['Mention'], readonly Nodes[]])[],
): Promise<Map<string, Way[]>> {
  const ways = new Map<string, Way[]>();
  for (const [query, nodes] of reads) {
    const rows = await readChunks(tx, query, 'ids', idsIn(nodes));
    for (const [start, found] of byColumn(rows, 'start', wayIn)) ways.set(start, found);
  }
  return ways;
}

function firstOfEach(rows: readonly Row[]): Map<string, Withdrawal> {
  const first = new Map<string, Withdrawal>();
  for (const row of rows) {
    const id = textIn(row, 'id') ?? '';
    if (!first.has(id)) first.set(id, { at: textIn(row, 'at'), reason: textIn(row, 'reason') });
  }
  return first;
}

function idsIn(groups: readonly Nodes[]): string[] {
  return [...new Set(groups.flatMap((nodes) => [...nodes.values()].flatMap(idsOf)))];
}

/** Each once. */
function idsOf(nodes: readonly FoundNode[]): string[] {
  return [...new Set(nodes.map(({ id }) => id).filter((id) => id !== null))];
}
