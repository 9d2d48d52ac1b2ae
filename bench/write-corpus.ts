import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { type CorpusOptions, corpus, DEFAULTS } from './corpus.ts';

interface Options extends CorpusOptions {
  readonly out?: string;
}

/** One document a line, each made when the one before is written. */
async function writeCorpus({ out, ...options }: Options): Promise<void> {
  const lines = function* () {
    for (const document of corpus(options)) yield `${JSON.stringify(document)}\n`;
  };
  if (out !== undefined) return pipeline(lines, createWriteStream(out));
  // Whoever reads may have enough, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  for (const line of lines()) if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

function whole(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('Give a whole number.');
}

function part(text: string): number {
  const number = Number(text);
  if (number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}

await new Command('corpus')
  .description('Write annotation documents of made-up news as JSON Lines, the same for the same options.')
  .option('--articles <n>', 'how many', whole, 1_000)
  .option('--statements <n>', 'in each', whole, DEFAULTS.statements)
  .option('--people <n>', 'whom they are about', whole, DEFAULTS.people)
  .option('--seed <n>', 'another seed, other articles', whole, DEFAULTS.seed)
  .option('--edited <part>', 'part of the articles that come a second time, edited', part, DEFAULTS.edited)
  .option('--out <file>', 'instead of standard output')
  .action(writeCorpus)
  .parseAsync();
