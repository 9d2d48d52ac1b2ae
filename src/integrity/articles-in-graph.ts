import type { Row, Transaction } from '../graph/database.ts';
import { type RunState, type Standing, standingOf } from '../ingest/standing.ts';
import type { FoundNode } from './compare-nodes.ts';
import type { Way } from './compare-ways.ts';
import * as cypher from './cypher-articles.ts';
import { byColumn, flagIn, nodeIn, numberIn, textIn, wayIn } from './read.ts';

/** A node whose long text is left out: what stands for it tells only that it is there. */
export interface LongNode extends FoundNode {
  /** UTF-16 units or less of its text. */
  readonly size: number;
}

export interface RunNode extends LongNode {
  /** The version that it annotates. */
  readonly annotates: string;
}

/** An article as the graph has it, with its versions and runs. */
export interface ArticleInGraph {
  readonly id: string;
  /** One, unless something is wrong. */
  readonly nodes: readonly FoundNode[];
  readonly versions: readonly LongNode[];
  readonly runs: readonly RunNode[];
  readonly ways: readonly Way[];
  /** How they stand; null where that cannot be told, for the last version has no run. */
  readonly standing: Standing | null;
  /** Of its words the longest that decisions leave, in code points; null where its text may be kept. */
  readonly keepLength: number | null;
}

export async function readArticles(tx: Transaction, ids: readonly string[]): Promise<ArticleInGraph[]> {
  const rows = await tx.run(cypher.ARTICLES, { ids });
  const nodes = byColumn(rows.map(withId), 'id', (row) => longNode(row, 'words', 'lacksWords'));
  const versions = byColumn(await tx.run(cypher.VERSIONS, { ids }), 'articleId', (row) =>
    longNode(row, 'text', 'lacksText'),
  );
  const runs = byColumn(await tx.run(cypher.RUNS, { ids }), 'articleId', (row) => ({
    ...longNode(row, 'document', 'lacksDocument'),
    annotates: textIn(row, 'annotates') ?? '',
  }));
  const kept = byColumn(await tx.run(cypher.KEEP_LENGTHS, { ids }), 'articleId', (row) =>
    numberIn(row, 'keepLength'),
  );
  const ways = byColumn(await tx.run(cypher.WAYS_OF_ARTICLES, { ids }), 'start', wayIn);
  return ids.map((id) => {
    const own = { versions: versions.get(id) ?? [], runs: runs.get(id) ?? [] };
    const keepLength = kept.get(id)?.[0] ?? null;
    const found = { nodes: nodes.get(id) ?? [], ...own, ways: ways.get(id) ?? [] };
    return { id, ...found, standing: standing(own), keepLength };
  });
}

/** What stands for a text that was not read. */
export const PRESENT = 'present';

function longNode(row: Row, property: string, lacks: string): LongNode {
  const node = nodeIn(row);
  const properties = { ...node.properties, [property]: flagIn(row, lacks) ? null : PRESENT };
  return { ...node, properties, size: numberIn(row, 'size') };
}

function withId(row: Row): Row {
  return { ...row, id: nodeIn(row).id };
}

function standing({ versions, runs }: Pick<ArticleInGraph, 'versions' | 'runs'>): Standing | null {
  const states = new Map(
    versions.map(({ id, properties }) => {
      const sha256 = textIn(properties, 'sha256') ?? '';
      return [id, { id: id ?? '', sha256, retrievedAt: textIn(properties, 'retrievedAt') }];
    }),
  );
  const all = [...states.values()];
  try {
    return standingOf(all, runs.map(runState));
  } catch {
    // The one thing that cannot be told: which run is the current one of a version without any.
    return null;
  }
}

function runState({ id, annotates, properties }: RunNode): RunState {
  return {
    id: id ?? '',
    versionId: annotates,
    method: textIn(properties, 'method') ?? '',
    startedAt: textIn(properties, 'startedAt') ?? '',
    title: textIn(properties, 'title'),
    url: textIn(properties, 'url'),
    language: textIn(properties, 'language') ?? '',
    publishedAt: textIn(properties, 'publishedAt'),
  };
}
