import { Command } from 'commander';
import type { Environment } from '../config.ts';
import type { ReadDocument } from '../ingest/read-documents.ts';
import { runIngest } from '../ingest/run.ts';
import { type LoadFlags, type Loading, load, loadOptions, PATHS } from './load.ts';

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
    .addHelpText('after', DETAILS);
  for (const option of loadOptions()) command.addOption(option);
  return command.action((paths: readonly string[], flags: LoadFlags) =>
    load(paths, flags, env, { purpose: 'write', loading }),
  );
}

const loading: Loading = (inputs, destination, { dryRun, ...options }) => {
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const written = { dryRun, ...signal };
  const onAhead = async (documents: readonly ReadDocument[], over: AbortSignal) =>
    destination.makeReady?.(documents, { ...written, signal: over });
  return runIngest(inputs, (documents) => destination.ingest(documents, written), { ...options, onAhead });
};
