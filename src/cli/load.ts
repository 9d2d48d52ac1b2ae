import { Option } from 'commander';
import type { Environment } from '../config.ts';
import type { Destination } from '../destination/destination.ts';
import type { Extractor } from '../ingest/extractor.ts';
import { findInputs, type Input, type NoInput } from '../ingest/read-paths.ts';
import type { RunOptions, RunResult } from '../ingest/run.ts';
import { tellFailure } from './failure.ts';
import { type Interrupt, listenForInterrupt } from './interrupt.ts';
import type { TextInputs } from './metadata.ts';
import { type DestinationFlags, destinationOptions, openDestination } from './open-destination.ts';
import { createReport, type Report } from './report.ts';

/** As commander reads the options below. */
export interface LoadFlags extends DestinationFlags {
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** What stands for paths in the help; folders are searched for files with these endings. */
export function pathsWith(endings: string): string {
  return `files, folders (their ${endings} files, and those of the folders in them), quoted globs, or - for standard input`;
}

export const PATHS = pathsWith('*.json, *.jsonl and *.ndjson');

/** For every command that reads files and writes what is in them. */
export function loadOptions(): readonly Option[] {
  return [
    new Option('--dry-run', 'say what would be written, and write nothing'),
    new Option('--quiet', 'tell of what is refused and of the end only'),
    new Option('--json', 'report in JSON Lines'),
    ...destinationOptions(),
  ];
}

/** Reads inputs and writes what they hold. */
export type Loading = (
  inputs: readonly (Input | NoInput)[],
  destination: Destination,
  options: RunOptions & { readonly dryRun: boolean },
) => Promise<RunResult & { readonly decisionsLeft?: number }>;

export interface LoadSettings {
  /** What a token is for, in messages. */
  readonly purpose: string;
  readonly loading: Loading;
  /** Where plain texts are taken, too: how, and by what. */
  readonly texts?: { readonly inputs: TextInputs; readonly extractor: Extractor };
}

/** From paths to the report and the exit status. */
export async function load(
  paths: readonly string[],
  flags: LoadFlags,
  env: Environment,
  { purpose, loading, texts }: LoadSettings,
): Promise<void> {
  const { dryRun = false, quiet = false, json = false } = flags;
  let notify = (line: string): void => console.error(line);
  const destination = await openDestination(flags, env, {
    dryRun,
    purpose,
    notify: (line) => notify(line),
    ...(texts !== undefined && { extractor: texts.extractor }),
  });
  const interrupt = listenForInterrupt(() =>
    notify('Ending after what is being written. Ctrl-C again ends at once.'),
  );
  try {
    const inputs = await findInputs(paths, texts?.inputs);
    texts?.inputs.check(inputs);
    const { stdout, stderr } = process;
    const report = createReport({ stdout, stderr, json, quiet, dryRun }, bytesOf(inputs));
    notify = report.notice;
    try {
      await run((options) => loading(inputs, destination, { ...options, dryRun }), report, interrupt, dryRun);
    } finally {
      report.close();
    }
  } finally {
    interrupt.release();
    await destination.close();
  }
}

async function run(
  loading: (options: RunOptions) => ReturnType<Loading>,
  report: Report,
  interrupt: Interrupt,
  dryRun: boolean,
): Promise<void> {
  const { signal } = interrupt;
  const began = performance.now();
  const { totals, left, decisionsLeft, failure } = await loading({
    signal,
    onOutcome: report.outcome,
    onProgress: report.progress,
  });
  const isCut = left !== null || (decisionsLeft ?? 0) > 0;
  const interrupted = isCut && interrupt.status !== null;
  const seconds = (performance.now() - began) / 1_000;
  const rest = decisionsLeft === undefined ? {} : { decisionsLeft };
  report.end({ totals, left, ...rest, dryRun, interrupted, seconds });
  if (interrupted) process.exitCode = interrupt.status;
  else if (totals.refused > 0 || (totals.decisions?.refused ?? 0) > 0) process.exitCode = 1;
  if (failure === undefined) return;
  if (!interrupted) throw failure;
  tellFailure(failure);
}

/** Of all inputs; null where that of one is not known. */
function bytesOf(inputs: readonly (Input | NoInput)[]): number | null {
  const sizes = inputs.map((input) => ('error' in input ? 0 : input.bytes));
  return sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0);
}
