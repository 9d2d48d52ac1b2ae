import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Measurement } from './bench.ts';
import { measureBulk } from './bulk.ts';
import { measureCalls } from './calls.ts';
import { DEFAULTS } from './corpus.ts';
import { measureExtraction } from './extraction.ts';
import { type Figure, table } from './figures.ts';
import { measureIngest } from './ingest.ts';
import { measureLatency } from './latency.ts';
import { measureMemory } from './memory.ts';
import { measureQueries } from './queries.ts';
import { measureStart } from './start.ts';
import { ENGINES, type Engine, openStores } from './stores.ts';

const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  start: measureStart,
  memory: measureMemory,
  calls: measureCalls,
  latency: measureLatency,
  ingest: measureIngest,
  bulk: measureBulk,
  queries: measureQueries,
  extraction: measureExtraction,
};

interface Options {
  readonly only?: string;
  readonly articles: number;
  readonly engine: Engine;
  readonly batch: number;
  readonly profile?: string;
  readonly json?: string;
  readonly corpus?: string;
  readonly errors: number;
  readonly raiseFloors?: boolean;
}

/** A measurement that fails does not stop the others; slow results are results, and no failure. */
async function bench(options: Options): Promise<void> {
  const { only, articles, engine, json, batch, profile, errors, raiseFloors = false } = options;
  const settings = {
    batch,
    errors,
    raiseFloors,
    ...(profile !== undefined && { profile }),
    ...(options.corpus !== undefined && { outside: options.corpus }),
  };
  const corpus = { ...DEFAULTS, articles };
  const names = only === undefined ? Object.keys(MEASUREMENTS) : [only];
  const stores = await openStores(engine);
  const figures: Figure[] = [];
  try {
    for (const name of names) {
      console.error(`${name} …`);
      try {
        const found = (await MEASUREMENTS[name]?.({ engine, stores, corpus, ...settings })) ?? [];
        for (const { measure, value } of found) console.error(`  ${measure}: ${value}`);
        figures.push(...found);
      } catch (error) {
        console.error(`${name} failed:`, error);
        process.exitCode = 1;
      }
    }
  } finally {
    await stores.close();
  }
  const machine = { engine, node: process.version, cores: availableParallelism(), corpus };
  console.log(`${engine}, Node ${process.version}, ${machine.cores} cores, ${articles} articles\n`);
  console.log(table(figures));
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ ...machine, figures }, null, 2)}\n`);
}

function articleCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 4) return count;
  throw new InvalidArgumentError('Give a whole number from 4.');
}

function countFromOne(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size >= 1) return size;
  throw new InvalidArgumentError('Give a whole number from 1.');
}

await new Command('bench')
  .description('Measure what the project claims. With NEO4J_TEST_URI, the database there IS EMPTIED.')
  .addOption(new Option('--only <name>', 'one measurement').choices(Object.keys(MEASUREMENTS)))
  .option('--articles <n>', 'size of the corpus', articleCount, DEFAULTS.articles)
  .addOption(new Option('--engine <engine>', 'where the graph lives').choices(ENGINES).default('grafeo'))
  .option('--batch <n>', 'documents that a bulk load hands over at a time', countFromOne, 50)
  .option('--profile <folder>', 'write CPU profiles of a bulk load there')
  .option(
    '--corpus <file>',
    'texts with attributions, JSON Lines, to measure extraction on in place of the gold articles',
  )
  .option(
    '--errors <n>',
    'show so many attributions each that extraction missed, made up or gave to the wrong speaker',
    countFromOne,
    0,
  )
  .option('--raise-floors', 'raise the floors of extraction to what is measured on the gold articles')
  .option('--json <file>', 'write the figures there too')
  .action(bench)
  .parseAsync();
