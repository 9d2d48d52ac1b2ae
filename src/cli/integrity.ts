import { Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from '../config.ts';
import { type CheckResult, checkIntegrity } from '../integrity/check.ts';
import { IntegrityProgress } from './integrity-progress.ts';
import { IntegrityReport } from './integrity-report.ts';
import { type Interrupt, listenForInterrupt } from './interrupt.ts';
import { openStored, storeOf } from './open-store.ts';

interface Flags {
  readonly json?: boolean;
  readonly limit: number;
  readonly quiet?: boolean;
}

/** Findings of each rule that are told, unless an option says otherwise. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100_000;

const DETAILS = `
It reads every document and every decision, works out what the graph should have, and compares all nodes and relationships with that.
Nothing is written. The exit status is 1 where something breaks a rule, and 130 after Ctrl-C. What each rule proves, and what to do
where it is broken, stands in docs/operations/integrity.md.

Examples:
  onrecord integrity
  onrecord integrity --json --limit 1000 > findings.jsonl`;

export function integrityCommand(env: Environment): Command {
  return new Command('integrity')
    .description(
      'Prove that the graph which the settings name (docs/settings.md) keeps every rule of the graph model, and list what breaks one.',
    )
    .option('--json', 'one JSON object a line: each finding, and the counts at the end')
    .addOption(
      new Option('--limit <number>', 'tell so many findings of each rule; all are counted')
        .default(DEFAULT_LIMIT)
        .argParser(limitOf),
    )
    .option('--quiet', 'no progress')
    .addHelpText('after', DETAILS)
    .action((flags: Flags) => integrity(flags, env));
}

async function integrity({ json = false, limit, quiet = false }: Flags, env: Environment): Promise<void> {
  let notify = (line: string): void => console.error(line);
  const db = await openStored(storeOf(env, undefined, '--from'), null, (line) => notify(line));
  const interrupt = listenForInterrupt(() => notify('Ending. Ctrl-C again ends at once.'));
  // Lines on the same terminal would run into it.
  const isShown = process.stderr.isTTY === true && !quiet && !(json && process.stdout.isTTY === true);
  const progress = isShown ? new IntegrityProgress(process.stderr) : undefined;
  if (progress !== undefined) notify = (line) => progress.above(line);
  const report = new IntegrityReport((line) => console.log(line), { json, limit });
  const began = performance.now();
  let count = 0;
  try {
    const result = await checkIntegrity(db, {
      signal: interrupt.signal,
      onFinding(finding) {
        count += 1;
        report.finding(finding);
      },
      onProgress: (done) => progress?.show(done, count),
    });
    progress?.end();
    const interrupted = interrupt.status !== null && !result.isComplete;
    report.end({ ...result, interrupted, seconds: (performance.now() - began) / 1_000 });
    setStatus(result, interrupted ? interrupt : null);
  } finally {
    progress?.end();
    interrupt.release();
    await db.close();
  }
}

function setStatus({ findings }: CheckResult, interrupt: Interrupt | null): void {
  if (interrupt?.status != null) process.exitCode = interrupt.status;
  else if (findings.size > 0) process.exitCode = 1;
}

function limitOf(given: string): number {
  if (/^\d{1,6}$/.test(given) && Number(given) <= MAX_LIMIT) return Number(given);
  throw new InvalidArgumentError(`Give a number from 0 to ${MAX_LIMIT}.`);
}
