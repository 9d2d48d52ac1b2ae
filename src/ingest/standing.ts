import { dateKey } from '../date/partial.ts';
import type { Params } from '../graph/database.ts';

/** A version of an article as the graph has it, or is about to. */
export interface VersionState {
  readonly id: string;
  readonly sha256: string;
  readonly retrievedAt: string | null;
}

/** A run with the article's properties as its document gives them. */
export interface RunState {
  readonly id: string;
  readonly versionId: string;
  readonly method: string;
  readonly startedAt: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly publishedAt: string | null;
}

/** How the versions and runs of one article stand to each other: a function of the set, whatever came first. */
export interface Standing {
  /** Oldest first; the last is current. */
  readonly versions: readonly VersionState[];
  /** The run whose records are current; it makes the article's own properties. */
  readonly currentRun: RunState;
}

/** The current version has a run, because versions come with the runs that bring them. */
export function standingOf(versions: readonly VersionState[], runs: readonly RunState[]): Standing {
  const ordered = versions.toSorted(
    (a, b) => compare(a.retrievedAt ?? '', b.retrievedAt ?? '') || compare(a.sha256, b.sha256),
  );
  const current = ordered.at(-1)?.id;
  const currentRun = runs
    .filter((run) => run.versionId === current)
    .toSorted(compareRuns)
    .at(-1);
  if (currentRun === undefined) throw new Error(`article version ${current} has no run`);
  return { versions: ordered, currentRun };
}

/** The same text found again later is the current one again, so of two times the later counts. */
export function laterOf(a: string | null, b: string | null): string | null {
  return compare(a ?? '', b ?? '') < 0 ? b : a;
}

/** The article's own properties; null removes one. */
export function articleProps({ currentRun }: Standing): Params {
  const { title, url, language, publishedAt, versionId } = currentRun;
  return { title, url, language, publishedAt, dateKey: dateKey(publishedAt), currentVersionId: versionId };
}

/** Made by hand counts more than made by a tool, then later more than earlier. */
function compareRuns(a: RunState, b: RunState): number {
  return (
    Number(a.method === 'HAND') - Number(b.method === 'HAND') ||
    compare(a.startedAt, b.startedAt) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
