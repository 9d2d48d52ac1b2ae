import type { FileOutcome, IngestTotals } from '../ingest/totals.ts';
import type { Terminal } from './bottom-line.ts';
import { describeOutcome, describeRun, paceOf, type RunReport } from './describe.ts';
import { Progress } from './progress.ts';

/** What a command tells while it ingests. */
export interface Report {
  outcome(done: FileOutcome): void;
  /** `bytes` of all input are done with. */
  progress(bytes: number, totals: IngestTotals): void;
  /** A line for the person who waits. */
  notice(line: string): void;
  end(report: RunReport): void;
  /** Gives the terminal back. To be called however the command ends, and before anything else is written. */
  close(): void;
}

export interface ReportOptions {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** JSON Lines instead of text. */
  readonly json: boolean;
  /** Refusals and the end only. */
  readonly quiet: boolean;
  readonly dryRun: boolean;
}

/**
 * Reports go to `stdout`. Where `stderr` is a terminal it has a progress line; where both are, that line stands for the documents
 * that were not refused.
 */
export function createReport(options: ReportOptions, bytes: number | null): Report {
  const { stdout, stderr, json, quiet, dryRun } = options;
  const shared = stdout.isTTY === true && stderr.isTTY === true;
  const progress = stderr.isTTY === true && !quiet && !(json && shared) ? new Progress(stderr, bytes) : null;
  const onlyRefusals = quiet || (progress !== null && shared);
  let open = progress !== null;
  const write = (line: string): void => {
    if (open && shared) progress?.above(line);
    else stdout.write(`${line}\n`);
  };
  const close = (): void => {
    if (open) progress?.end();
    open = false;
  };
  return {
    outcome(done) {
      if (onlyRefusals && !('error' in done)) return;
      write(json ? jsonOfOutcome(done) : describeOutcome(done, dryRun));
    },
    progress(done, totals) {
      if (open) progress?.show(done, totals);
    },
    notice(line) {
      if (open) progress?.above(line);
      else stderr.write(`${line}\n`);
    },
    end(report) {
      close();
      write(json ? jsonOfRun(report) : describeRun(report));
    },
    close,
  };
}

function jsonOfOutcome(done: FileOutcome): string {
  const { file, line, isDecision = false } = done;
  const type = isDecision ? 'decision' : 'document';
  if ('error' in done) {
    const { code, message, details } = done.error;
    return JSON.stringify({ type, status: 'refused', file, line, code, message, ...details });
  }
  if (isDecision) return JSON.stringify({ type, status: done.outcome.status, file, line });
  const { status, articleId, created, unchanged, leftOut = [] } = done.outcome;
  return JSON.stringify({ type, status, file, line, articleId, created, unchanged, leftOut });
}

function jsonOfRun({ totals, left, decisionsLeft, dryRun, interrupted, seconds }: RunReport): string {
  const { counts, ...numbers } = totals;
  const documentsPerSecond = paceOf(totals.documents, seconds);
  const report = {
    ...numbers,
    new: counts,
    seconds,
    documentsPerSecond,
    dryRun,
    interrupted,
    left,
    decisionsLeft,
  };
  return JSON.stringify({ type: 'end', ...report });
}
