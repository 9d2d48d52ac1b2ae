import { Command } from 'commander';
import type { Environment } from '../config.ts';
import type { Destination } from '../destination/destination.ts';
import { findInputs, type Input, type NoInput } from '../ingest/read-paths.ts';
import { runIngest } from '../ingest/run.ts';
import { tellFailure } from './failure.ts';
import { type Interrupt, listenForInterrupt } from './interrupt.ts';
import { type DestinationFlags, destinationOptions, openDestination } from './open-destination.ts';
import { createReport, type Report } from './report.ts';

interface Flags extends DestinationFlags {
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const PATHS =
  'files, folders (their *.json, *.jsonl and *.ndjson files, and those of the folders in them), quoted globs, or - for standard input';

const DETAILS = `
A *.json file is one document; *.jsonl and *.ndjson files have one on each line. Of any other file, and of standard input, either
will do, however it is printed. The exit status is 1 when a document was refused, and 130 after Ctrl-C, which finishes what is
being written and says what was not read.

Examples:
  onrecord ingest articles/
  onrecord ingest 'archive/2021-*/*.json' more.jsonl
  extract | onrecord ingest - --to http://127.0.0.1:4000`;

export function ingestCommand(env: Environment): Command {
  const command = new Command('ingest')
    .description(
      'Load annotation documents into the graph that the settings name (docs/settings.md), or into a server.',
    )
    .argument('<path...>', PATHS)
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--quiet', 'tell of refused documents and of the end only')
    .option('--json', 'report in JSON Lines')
    .addHelpText('after', DETAILS);
  for (const option of destinationOptions()) command.addOption(option);
  return command.action((paths: readonly string[], flags: Flags) => ingest(paths, flags, env));
}

async function ingest(paths: readonly string[], flags: Flags, env: Environment): Promise<void> {
  const { dryRun = false, quiet = false, json = false } = flags;
  let notify = (line: string): void => console.error(line);
  const destination = await openDestination(flags, env, { dryRun, notify: (line) => notify(line) });
  const interrupt = listenForInterrupt(() =>
    notify('Ending after what is being written. Ctrl-C again ends at once.'),
  );
  try {
    const inputs = await findInputs(paths);
    const { stdout, stderr } = process;
    const report = createReport({ stdout, stderr, json, quiet, dryRun }, bytesOf(inputs));
    notify = report.notice;
    try {
      await run(inputs, destination, report, interrupt, dryRun);
    } finally {
      report.close();
    }
  } finally {
    interrupt.release();
    await destination.close();
  }
}

async function run(
  inputs: readonly (Input | NoInput)[],
  destination: Destination,
  report: Report,
  interrupt: Interrupt,
  dryRun: boolean,
): Promise<void> {
  const { signal } = interrupt;
  const began = performance.now();
  const { totals, left, failure } = await runIngest(
    inputs,
    (documents) => destination.ingest(documents, { dryRun, signal }),
    { signal, onOutcome: report.outcome, onProgress: report.progress },
  );
  const interrupted = left !== null && interrupt.status !== null;
  report.end({ totals, left, dryRun, interrupted, seconds: (performance.now() - began) / 1_000 });
  if (interrupted) process.exitCode = interrupt.status;
  else if (totals.refused > 0) process.exitCode = 1;
  if (failure === undefined) return;
  if (!interrupted) throw failure;
  tellFailure(failure);
}

/** Of all inputs; null where that of one is not known. */
function bytesOf(inputs: readonly (Input | NoInput)[]): number | null {
  const sizes = inputs.map((input) => ('error' in input ? 0 : input.bytes));
  return sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0);
}
