import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { printSchema } from 'graphql';
import { z } from 'zod';
import { OnrecordError } from '../errors.ts';

/** The same from `src/cli/` and from `dist/cli/`. */
const FOLDER = new URL('../../schema/', import.meta.url);

type Options = { readonly write?: boolean; readonly check?: boolean };

export const schemaCommand = new Command('schema')
  .description('The contracts for outsiders in schema/, printed from the code.')
  .addOption(new Option('--write', 'write the files'))
  .addOption(new Option('--check', 'fail where a file differs from the code').conflicts('write'))
  .action(async ({ write, check }: Options, command: Command) => {
    if (write) await writeContracts();
    else if (check) await checkContracts();
    else command.error('onrecord: Give --write or --check.');
  });

/** Texts by file name. Loads the whole schema, which other commands do without. */
async function contracts(): Promise<ReadonlyMap<string, string>> {
  const [{ schema }, { annotationSchema }, { looseSchema }] = await Promise.all([
    import('../graphql/schema.ts'),
    import('../ingest/annotation.ts'),
    import('../ingest/extractors/loose.ts'),
  ]);
  const jsonSchema = (contract: z.ZodType) =>
    `${JSON.stringify(z.toJSONSchema(contract, { io: 'input' }), null, 2)}\n`;
  return new Map([
    ['schema.graphql', `${printSchema(schema)}\n`],
    ['annotation.schema.json', jsonSchema(annotationSchema)],
    ['loose-extraction.schema.json', jsonSchema(looseSchema)],
  ]);
}

async function writeContracts(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, text] of await contracts()) {
    await writeFile(new URL(name, FOLDER), text);
    console.log(`wrote ${fileURLToPath(new URL(name, FOLDER))}`);
  }
}

async function checkContracts(): Promise<void> {
  const drifted: string[] = [];
  for (const [name, text] of await contracts()) {
    const written = await readFile(new URL(name, FOLDER), 'utf8').catch(() => null);
    if (written !== text) drifted.push(`schema/${name}`);
  }
  if (drifted.length === 0) return;
  const differ = drifted.length === 1 ? 'differs' : 'differ';
  throw new OnrecordError(
    'CONFLICT',
    `${drifted.join(' and ')} ${differ} from the code. Run "npm run schema" and review the change.`,
  );
}
