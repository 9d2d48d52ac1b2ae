import type { OnrecordError, Problem } from '../errors.ts';
import type { RunResult } from '../ingest/run.ts';
import type { DecisionTotals, FileOutcome, IngestTotals, TakenDocument } from '../ingest/totals.ts';

export interface RunReport extends Pick<RunResult, 'totals' | 'left'> {
  /** Decisions that nothing was done with. */
  readonly decisionsLeft?: number;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** One line; one more for each problem of a document that was refused, and for each part that was left out of another. */
export function describeOutcome(done: FileOutcome, dryRun = false): string {
  const place = done.line === null ? done.file : `${done.file}:${done.line}`;
  if ('error' in done) {
    // A problem with the whole file has no pointer, and the message says it.
    const problems = problemsOf(done.error).filter(({ pointer }) => pointer !== '');
    const lines = problems.map(({ pointer, reason }) => `    ${pointer}: ${reason}`);
    return [`refused   ${place}: ${done.error.message}`, ...lines].join('\n');
  }
  const { status, articleId, leftOut = [] } = done.outcome;
  const word = wordFor(done, status, dryRun);
  const lines = leftOut.map(({ pointer, reason }) => `    left out ${pointer}: ${reason}`);
  return [`${word} ${place}${articleId === null ? '' : ` (${articleId})`}`, ...lines].join('\n');
}

function wordFor({ isDecision = false }: FileOutcome, status: TakenDocument['status'], dryRun: boolean) {
  if (status === 'unchanged') return 'unchanged';
  if (dryRun) return isDecision ? 'to decide' : 'to create';
  return isDecision ? 'decided  ' : 'created  ';
}

/** What a run did, in a few lines. */
export function describeRun({
  totals,
  left,
  decisionsLeft = 0,
  dryRun,
  interrupted,
  seconds,
}: RunReport): string {
  const lines = [describeTotals(totals, dryRun)];
  if (totals.decisions !== undefined) lines.push(describeDecisions(totals.decisions, dryRun));
  lines.push(describePace(totals.documents, seconds));
  if (dryRun) lines.push('Dry run: nothing was written.');
  if (left !== null) {
    const { file, line, further } = left;
    const from = line === null ? file : `${file} from line ${line} on`;
    const others = further === 0 ? '' : `, and ${further} more ${further === 1 ? 'file' : 'files'}`;
    lines.push(`${interrupted ? 'Not read' : 'Not written'}: ${from}${others}.`);
  }
  if (decisionsLeft > 0) lines.push(`Not decided: ${countOf(decisionsLeft, 'decision')}.`);
  if ((left !== null || decisionsLeft > 0) && !dryRun)
    lines.push('Run it again with the same input to go on: what is written already is unchanged then.');
  return lines.join('\n');
}

/** Documents a second, below 100 with one digit after the point. */
export function paceOf(documents: number, seconds: number): number {
  if (seconds <= 0) return 0;
  const pace = documents / seconds;
  // A line of a terminal is cut at its end, so no more digits than say something.
  return pace >= 100 ? Math.round(pace) : Math.round(pace * 10) / 10;
}

function describeTotals({ created, unchanged, refused, counts }: IngestTotals, dryRun: boolean): string {
  const { statements, entities, mentions, relations } = counts;
  return (
    `${created} ${dryRun ? 'to create' : 'created'}, ${unchanged} unchanged, ${refused} refused; ` +
    `new: ${statements} statements, ${entities} entities, ${mentions} mentions, ${relations} relations`
  );
}

function describeDecisions({ created, unchanged, refused }: DecisionTotals, dryRun: boolean): string {
  return `decisions: ${created} ${dryRun ? 'to decide' : 'decided'}, ${unchanged} unchanged, ${refused} refused`;
}

function describePace(documents: number, seconds: number): string {
  return `${countOf(documents, 'document')} in ${seconds.toFixed(1)} s, ${paceOf(documents, seconds)} a second`;
}

/** "1 article", "2 articles". */
export function countOf(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

function problemsOf(error: OnrecordError): readonly Problem[] {
  const { problems } = error.details as { readonly problems?: readonly Problem[] };
  return problems ?? [];
}
