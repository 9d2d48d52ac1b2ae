import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { EXAMPLES } from '../../src/http/examples.ts';
import { ingestFiles } from '../../src/ingest/files.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';

/* What the tests of the examples share. */

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The graph of the bundled article. */
async function openBundled(open: OpenDatabase): Promise<Database> {
  const db = await open();
  expect(await ingestFiles(db, [DATA])).toMatchObject({ created: 1, refused: 0 });
  return db;
}

/** Asks examples of a graph with the bundled article, and keeps which were asked. */
export function askingBundled(open: OpenDatabase) {
  let db: Database;
  beforeAll(async () => {
    db = await openBundled(open);
  });
  const asked = new Set<string>();
  return {
    asked,
    ask<T>(name: string): Promise<T> {
      asked.add(name);
      return answer<T>(db, queryOf(name));
    },
    answer<T>(query: string): Promise<T> {
      return answer<T>(db, query);
    },
  };
}

export interface Named {
  readonly name: string;
}
export interface Saying {
  readonly saidBy: { readonly speakers: readonly Named[]; readonly speakingAs?: Named | null };
  readonly content: string | null;
}
export interface Nodes<T> {
  readonly nodes: readonly T[];
}
export interface Counted {
  readonly totalCount: number;
}
export interface Span {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

export const named = (name: string): Named => ({ name });
/** A stretch of the text as the API has it; the words must have no character beyond one UTF-16 unit. */
export const spanOf = (exact: string, start: number): Span => ({ exact, start, end: start + exact.length });
export const names = (entities: readonly Named[]): string => entities.map(({ name }) => name).join(', ');
export const speakers = ({ saidBy }: Pick<Saying, 'saidBy'>): string => names(saidBy.speakers);

export function queryOf(name: string): string {
  const example = EXAMPLES.find((candidate) => candidate.name === name);
  if (example === undefined) throw new Error(`There is no example ${name}.`);
  return example.query;
}

/** Examples about the world, which `examples-world.test.ts` tests; the others are about statements. */
export const OF_THE_WORLD: readonly string[] = [
  'WhoHeldWhichOffice',
  'CityOrState',
  'AntonovsOffices',
  'TreatyAndItsParties',
  'FromSenatorToTreaty',
  'WaysToTheTreaty',
];

/** Examples that search, which `examples-search.test.ts` tests. */
export const SEARCHING: readonly string[] = ['DidAnyoneSayIt', 'SearchByWords'];
