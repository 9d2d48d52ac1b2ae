import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { EXAMPLES } from '../../src/http/examples.ts';
import { ingestFiles } from '../../src/ingest/files.ts';
import type { OpenDatabase } from '../support/engines.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The examples whose answers `examples-search.test.ts` knows; those of all others stand in `examples.test.ts`. */
export const SEARCHING = ['DidAnyoneSayIt', 'SearchByWords'];

/** The graph of the bundled article. */
export async function openBundled(open: OpenDatabase): Promise<Database> {
  const db = await open();
  expect(await ingestFiles(db, [DATA])).toMatchObject({ created: 1, refused: 0 });
  return db;
}

export function queryOf(name: string): string {
  const example = EXAMPLES.find((candidate) => candidate.name === name);
  if (example === undefined) throw new Error(`There is no example ${name}.`);
  return example.query;
}
