import { Command, Option } from 'commander';
import type { Environment } from '../config.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { ReadDocument } from '../ingest/read-documents.ts';
import { runIngest } from '../ingest/run.ts';
import { type LoadFlags, type Loading, load, loadOptions, pathsWith } from './load.ts';
import { type MetadataFlags, metadataOptions, textsBeside } from './metadata.ts';

interface IngestFlags extends LoadFlags, MetadataFlags {
  readonly text?: boolean;
}

const DETAILS = `
A *.json file is one document; *.jsonl and *.ndjson files have one on each line. Of any other file, and of standard input, either
will do, however it is printed. The exit status is 1 when a document was refused, and 130 after Ctrl-C, which finishes what is
being written and says what was not read.

A *.txt file is the plain text of an English article, in UTF-8: who says what in it is extracted (see "onrecord extract"). What is known
of it otherwise stands in a file beside it, talks.meta.json for talks.txt, with any of the fields key, title, url, publishedAt,
retrievedAt, language and outlet (a name, or {"name": …, "qid": …}); of a single text the options say it, which come before the file.
A folder gives its *.txt files with --text only. Sent to a server, a text is extracted there.

A *.ann file has annotations of the text beside it, talks.txt for talks.ann, in the stand-off format of brat: each event with a Content is
a statement, with Source, Cue and Addressee. What is no statement is told with its line, and the rest is loaded.

Examples:
  onrecord ingest articles/
  onrecord ingest 'archive/2021-*/*.json' more.jsonl
  onrecord ingest talks.txt --title 'Talks in Oslund' --published-at 2024-03-05 --outlet 'The Daily'
  onrecord ingest archive/ --text
  onrecord ingest 'annotated/*.ann' --dry-run
  annotate | onrecord ingest - --to http://127.0.0.1:4000`;

export function ingestCommand(env: Environment, extractor: Extractor): Command {
  const command = new Command('ingest')
    .description(
      'Load annotation documents, and articles as plain text or annotated with brat, into the graph that the settings name (docs/settings.md), or into a server.',
    )
    .argument('<path...>', pathsWith('*.json, *.jsonl, *.ndjson and *.ann'))
    .addHelpText('after', DETAILS);
  command.addOption(new Option('--text', 'take the *.txt files of folders, too; standard input is a text'));
  for (const option of [...metadataOptions(), ...loadOptions()]) command.addOption(option);
  return command.action((paths: readonly string[], { text = false, ...flags }: IngestFlags) =>
    load(paths, flags, env, {
      purpose: 'write',
      loading,
      texts: { inputs: textsBeside(flags, text), extractor },
    }),
  );
}

const loading: Loading = (inputs, destination, { dryRun, ...options }) => {
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const written = { dryRun, ...signal };
  const onAhead = async (documents: readonly ReadDocument[], over: AbortSignal) =>
    destination.makeReady?.(documents, { ...written, signal: over });
  return runIngest(inputs, (documents) => destination.ingest(documents, written), { ...options, onAhead });
};
