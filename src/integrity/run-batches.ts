import type { ArticleInGraph, LongNode } from './articles-in-graph.ts';
import type { CurrentOfArticle, RunInGraph } from './documents.ts';
import { textIn } from './read.ts';

/** A run with what is to be read of it. */
export interface SizedRun {
  readonly run: RunInGraph;
  /** Undefined where it annotates none. */
  readonly version: LongNode | undefined;
  /** The current version of its article, where that is another. */
  readonly current: LongNode | undefined;
  /** UTF-16 units, about. */
  readonly size: number;
}

/** Runs that are read at a time, and what their documents and texts may have together: a few megabytes, unless one run has more. */
const MAX_RUNS = 25;
const MAX_SIZE = 2_000_000;
/** A packed document is about a sixth of what it says. */
const PACKING = 6;

/** Each run once, in batches that are not too large. */
export function* runBatches(articles: readonly ArticleInGraph[]): Generator<readonly SizedRun[]> {
  let batch: SizedRun[] = [];
  let size = 0;
  for (const run of articles.flatMap(runsOf)) {
    if (batch.length > 0 && (batch.length >= MAX_RUNS || size + run.size > MAX_SIZE)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(run);
    size += run.size;
  }
  if (batch.length > 0) yield batch;
}

function runsOf({ id: articleId, runs, versions, standing, keepLength }: ArticleInGraph): SizedRun[] {
  // Without a current run nothing can be told of the others.
  if (standing === null) return [];
  const byId = new Map(versions.map((version) => [version.id, version]));
  const { id: currentRunId, versionId: currentId } = standing.currentRun;
  const sized = new Map<string, SizedRun>();
  for (const { id, annotates, properties, size } of runs) {
    // One that annotates several versions belongs where it says.
    if (id === null || (sized.has(id) && textIn(properties, 'versionId') !== annotates)) continue;
    const version = byId.get(annotates);
    const last = annotates === currentId ? undefined : byId.get(currentId);
    const against = last?.id == null ? null : againstOf(last.id, last, byId.size);
    const current = id === currentRunId;
    const run = { id, versionId: annotates, articleId, against, properties, current, keepLength };
    const texts = (version?.size ?? 0) + (last?.size ?? 0);
    sized.set(id, { run, version, current: last, size: size * PACKING + texts });
  }
  return [...sized.values()];
}

function againstOf(id: string, { properties }: LongNode, versions: number): CurrentOfArticle {
  return { id, number: versions, recordedAt: textIn(properties, 'recordedAt') ?? '' };
}
