import { Command } from 'commander';
import type { Environment } from '../config.ts';
import { isDecision } from '../ingest/import.ts';
import type { ReadDocument } from '../ingest/read-documents.ts';
import { runImport } from '../ingest/run-import.ts';
import { type LoadFlags, type Loading, load, loadOptions, PATHS } from './load.ts';

const DETAILS = `
Documents keep when they came into the graph that they were exported from, and who brought them. Decisions are made when all
documents are in, in the order in which they were made first. What is there already changes nothing: an import that was stopped is
started again, and several exports make one graph. The exit status is 1 when something was refused, and 130 after Ctrl-C.

Examples:
  onrecord import graph.jsonl
  onrecord export --from http://127.0.0.1:4000 | NEO4J_URI=neo4j://db.example:7687 onrecord import -`;

export function importCommand(env: Environment): Command {
  const command = new Command('import')
    .description(
      'Take back what "onrecord export" wrote, into the graph that the settings name (docs/settings.md), or into a server, with a token of the role admin.',
    )
    .argument('<path...>', PATHS)
    .addHelpText('after', DETAILS);
  for (const option of loadOptions()) command.addOption(option);
  return command.action((paths: readonly string[], flags: LoadFlags) =>
    load(paths, flags, env, { purpose: 'import', loading }),
  );
}

const loading: Loading = (inputs, destination, { dryRun, ...options }) => {
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const written = { dryRun, asRecorded: true, ...signal };
  const onAhead = async (records: readonly ReadDocument[], over: AbortSignal) =>
    destination.makeReady?.(
      records.filter(({ value }) => !isDecision(value)),
      { ...written, signal: over },
    );
  return runImport(
    inputs,
    {
      ingest: (documents) => destination.ingest(documents, written),
      decide: (decision) => destination.decide(decision, { dryRun, ...signal }),
    },
    { ...options, onAhead },
  );
};
