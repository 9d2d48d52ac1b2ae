import { Command, Option } from 'commander';
import { createColors } from 'picocolors';
import type { Environment } from '../config.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import { type AnnotationInput, annotationSchema } from '../ingest/annotation.ts';
import { extractArticle } from '../ingest/article-text.ts';
import type { Extraction, Extractor } from '../ingest/extractor.ts';
import { InputReader, type ReadItem } from '../ingest/read-inputs.ts';
import { findInputs } from '../ingest/read-paths.ts';
import { describeOutcome } from './describe.ts';
import { type ExplainOptions, explainLines } from './explain.ts';
import { listenForInterrupt } from './interrupt.ts';
import { type MetadataFlags, metadataOptions, textsAlone } from './metadata.ts';
import { printable, printableJson } from './printable.ts';
import { writeToStream } from './write-lines.ts';

interface Flags extends MetadataFlags {
  readonly pretty?: boolean;
  readonly explain?: boolean;
  readonly entities?: boolean;
  /** Absent where the terminal decides. */
  readonly color?: boolean;
  readonly width?: string;
}

const DETAILS = `
Nothing is written to a graph: the document goes to standard output, and can be ingested, or put right by hand before. What is known of
an article beside its text is given as for "onrecord ingest". What the extractor refuses, or found and left out, is told on standard
error; the exit status is 1 where a text was refused.

A *.ann file of brat that is named (see "onrecord ingest") is printed as the document that it is, and nothing is extracted from its text.

With --explain the text is shown with what was found in it:
  [1 source]  {1 cue}  ⟨1 content 1⟩  <1 addressee>
where the number links the parts of one statement; on a terminal they have colours. NO_COLOR or --no-color leaves these out.

Examples:
  onrecord extract talks.txt > talks.json
  onrecord extract archive/ > archive.jsonl
  onrecord extract --explain talks.txt`;

const DEFAULT_WIDTH = 80;

export function extractCommand(env: Environment, extractor: Extractor): Command {
  const command = new Command('extract')
    .description('Make annotation documents of plain texts: who says what in an English article.')
    .argument('<path...>', 'plain texts, folders (their *.txt files), quoted globs, or - for standard input')
    .addOption(
      new Option(
        '--pretty',
        'indent the JSON; on a terminal a single document is. Otherwise it is a line of JSON Lines',
      ),
    )
    .addOption(new Option('--explain', 'show the text with what was found in it').conflicts('pretty'))
    .addOption(new Option('--entities', 'with --explain: list the entities and their mentions'))
    .addOption(new Option('--color', 'colours, also where the output is no terminal'))
    .addOption(new Option('--no-color', 'no colours'))
    .addOption(
      new Option('--width <columns>', 'width of what --explain shows; that of the terminal unless given'),
    )
    .addHelpText('after', DETAILS);
  for (const option of metadataOptions()) command.addOption(option);
  return command.action((paths: readonly string[], flags: Flags) => extract(paths, flags, env, extractor));
}

async function extract(
  paths: readonly string[],
  flags: Flags,
  env: Environment,
  extractor: Extractor,
): Promise<void> {
  const { stdout } = process;
  const texts = textsAlone(flags);
  const explain = flags.explain === true ? explainOptions(flags, env) : null;
  const inputs = await findInputs(paths, texts);
  texts.check(inputs);
  const isSingle = inputs.length === 1;
  const print = (extraction: Extraction, { file }: ReadItem): readonly string[] => {
    if (explain !== null) {
      const lines = explainLines(annotationSchema.parse(extraction.document), explain);
      return isSingle ? lines : [`==> ${printable(file)} <==`, ...lines];
    }
    const isPretty = flags.pretty ?? (isSingle && stdout.isTTY === true);
    return [printableJson(JSON.stringify(extraction.document, null, isPretty ? 2 : 0))];
  };
  const interrupt = listenForInterrupt(() => {});
  const { signal } = interrupt;
  async function* lines(): AsyncGenerator<string> {
    for await (const item of new InputReader(inputs, signal).items()) {
      const extraction = await extractionOf(item, extractor);
      if (extraction === null) continue;
      for (const { pointer, reason } of extraction.refused)
        console.error(printable(`left out  ${item.file} ${pointer}: ${reason}`));
      yield* print(extraction, item);
    }
  }
  try {
    await writeToStream(lines(), stdout, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    interrupt.release();
  }
  if (interrupt.status !== null) process.exitCode = interrupt.status;
}

/** Null for a text that is refused, which is told. */
async function extractionOf(item: ReadItem, extractor: Extractor): Promise<Extraction | null> {
  const { file, line } = item;
  try {
    if ('error' in item) throw item.error;
    // A stand-off file is a document already.
    if (item.article === undefined)
      return { document: item.value as AnnotationInput, refused: item.leftOut ?? [] };
    return await extractArticle(extractor, item.article);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'INVALID_INPUT') throw error;
    console.error(describeOutcome({ file, line, error }).split('\n').map(printable).join('\n'));
    process.exitCode = 1;
    return null;
  }
}

function explainOptions({ color, width, entities = false }: Flags, env: Environment): ExplainOptions {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM = '' } = env;
  const { isTTY, columns } = process.stdout;
  const wanted = FORCE_COLOR === '' ? isTTY === true && TERM !== 'dumb' : FORCE_COLOR !== '0';
  return {
    width: width === undefined ? (columns ?? DEFAULT_WIDTH) : widthOf(width),
    colors: createColors(color ?? (NO_COLOR === '' && wanted)),
    entities,
  };
}

function widthOf(given: string): number {
  if (/^[1-9]\d{1,3}$/.test(given)) return Number(given);
  throw invalidInput(`--width is ${JSON.stringify(given)}: give the number of columns, from 10 to 9999.`);
}
