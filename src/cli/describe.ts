import type { OnrecordError, Problem } from '../errors.ts';
import type { RunResult } from '../ingest/run.ts';
import type { FileOutcome, IngestTotals } from '../ingest/totals.ts';

export interface RunReport extends Pick<RunResult, 'totals' | 'left'> {
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
  const word = dryRun && status === 'created' ? 'to create' : status.padEnd(9);
  const lines = leftOut.map(({ pointer, reason }) => `    left out ${pointer}: ${reason}`);
  return [`${word} ${place}${articleId === null ? '' : ` (${articleId})`}`, ...lines].join('\n');
}

/** What a run did, in a few lines. */
export function describeRun({ totals, left, dryRun, interrupted, seconds }: RunReport): string {
  const lines = [describeTotals(totals, dryRun), describePace(totals.documents, seconds)];
  if (dryRun) lines.push('Dry run: nothing was written.');
  if (left !== null) {
    const { file, line, further } = left;
    const from = line === null ? file : `${file} from line ${line} on`;
    const others = further === 0 ? '' : `, and ${further} more ${further === 1 ? 'file' : 'files'}`;
    lines.push(`${interrupted ? 'Not read' : 'Not written'}: ${from}${others}.`);
    if (!dryRun)
      lines.push('Run it again with the same input to go on: what is written already is unchanged then.');
  }
  return lines.join('\n');
}

/** Documents a second, with one digit after the point. */
export function paceOf(documents: number, seconds: number): number {
  return seconds > 0 ? Math.round((documents / seconds) * 10) / 10 : 0;
}

function describeTotals({ created, unchanged, refused, counts }: IngestTotals, dryRun: boolean): string {
  const { statements, entities, mentions, relations } = counts;
  return (
    `${created} ${dryRun ? 'to create' : 'created'}, ${unchanged} unchanged, ${refused} refused; ` +
    `new: ${statements} statements, ${entities} entities, ${mentions} mentions, ${relations} relations`
  );
}

function describePace(documents: number, seconds: number): string {
  const count = documents === 1 ? '1 document' : `${documents} documents`;
  return `${count} in ${seconds.toFixed(1)} s, ${paceOf(documents, seconds)} a second`;
}

function problemsOf(error: OnrecordError): readonly Problem[] {
  const { problems } = error.details as { readonly problems?: readonly Problem[] };
  return problems ?? [];
}
