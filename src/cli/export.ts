import { Command } from 'commander';
import type { Environment } from '../config.ts';
import type { Origin } from '../destination/origin.ts';
import { recordsOf } from '../destination/records.ts';
import type { RecordKind } from '../ingest/export.ts';
import { ExportProgress } from './export-progress.ts';
import { type Interrupt, listenForInterrupt } from './interrupt.ts';
import { type OriginFlags, openOrigin, originOptions } from './open-origin.ts';
import { writeToFile, writeToStream } from './write-lines.ts';

interface Flags extends OriginFlags {
  readonly quiet?: boolean;
}

const STDOUT_PATH = '-';

const DETAILS = `
Each line is a JSON object with sorted keys: an annotation document with its article and with when and by whom it was recorded, or,
after all documents, a decision. Equal graphs have equal exports, whichever engine they are in. A file is there as a whole or not at
all. What is written to the graph meanwhile may be missing. The exit status is 130 after Ctrl-C.

Examples:
  onrecord export graph.jsonl
  onrecord export | gzip > graph.jsonl.gz
  onrecord export graph.jsonl --from http://127.0.0.1:4000`;

export function exportCommand(env: Environment): Command {
  const command = new Command('export')
    .description(
      'Write everything in the graph that the settings name (docs/settings.md), or that a server has, as JSON Lines that "onrecord import" takes back.',
    )
    .argument('[file]', 'where to; standard output without it, or as -')
    .option('--quiet', 'tell of failures only')
    .addHelpText('after', DETAILS);
  for (const option of originOptions()) command.addOption(option);
  return command.action((file: string | undefined, flags: Flags) =>
    exportTo(file === STDOUT_PATH ? undefined : file, flags, env),
  );
}

async function exportTo(file: string | undefined, flags: Flags, env: Environment): Promise<void> {
  const { quiet = false } = flags;
  let notify = (line: string): void => console.error(line);
  const origin = await openOrigin(flags, env, { purpose: 'export', notify: (line) => notify(line) });
  const interrupt = listenForInterrupt(() => notify('Ending. Ctrl-C again ends at once.'));
  // Lines on the same terminal would run into it.
  const isShown = process.stderr.isTTY === true && !(file === undefined && process.stdout.isTTY === true);
  const progress = isShown && !quiet ? new ExportProgress(process.stderr, await origin.count()) : undefined;
  if (progress !== undefined) notify = (line) => progress.above(line);
  try {
    const counts = await write(origin, file, interrupt, progress);
    progress?.end();
    if (quiet || counts === null) return;
    if (file !== undefined) console.log(`${describe(counts)} in ${file}.`);
    else if (isShown) console.error(`${describe(counts)}.`);
  } finally {
    progress?.end();
    interrupt.release();
    await origin.close();
  }
}

type Counts = Readonly<Record<RecordKind, number>>;

/** Null where it was ended early. */
async function write(
  origin: Origin,
  file: string | undefined,
  interrupt: Interrupt,
  progress: ExportProgress | undefined,
): Promise<Counts | null> {
  const { signal } = interrupt;
  const counts = { DOCUMENT: 0, DECISION: 0 };
  const lines = recordsOf(origin, (kind) => {
    counts[kind] += 1;
    progress?.show(counts);
  });
  try {
    if (file !== undefined) await writeToFile(lines, file, signal);
    else if ((await writeToStream(lines, process.stdout, signal)) === 'cut') return null;
    return counts;
  } catch (error) {
    if (!signal.aborted) throw error;
    if (interrupt.status !== null) process.exitCode = interrupt.status;
    return null;
  }
}

function describe({ DOCUMENT: documents, DECISION: decisions }: Counts): string {
  const count = (number: number, noun: string) => `${number} ${number === 1 ? noun : `${noun}s`}`;
  return `${count(documents, 'document')} and ${count(decisions, 'decision')}`;
}
