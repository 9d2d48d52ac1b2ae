import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidInput, OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { parseDocument } from './json.ts';
import { type IngestOptions, type IngestOutcome, ingestDocument, NO_COUNTS } from './pipeline.ts';
import type { WriteCounts } from './write.ts';

/** What became of one file. `error` says why it was refused; its details have pointers and reasons. */
export type FileOutcome =
  | { readonly file: string; readonly outcome: IngestOutcome }
  | { readonly file: string; readonly error: OnrecordError };

/** `created`, `unchanged` and `refused` add up to `files`. */
export interface IngestTotals {
  readonly files: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly counts: WriteCounts;
}

/** Failures of one document; any other (no engine, a bug) is not about the file and ends the run. */
const REFUSALS: readonly string[] = ['INVALID_INPUT', 'CONFLICT'];

/**
 * Ingests files, and the `*.json` files of folders and the folders in them, in the order of their paths, each in its own
 * transaction. `onOutcome` gets each file as soon as it is done. A file that is refused does not stop the others.
 */
export async function ingestFiles(
  db: Database,
  paths: readonly string[],
  onOutcome: (outcome: FileOutcome) => void = () => {},
  options: IngestOptions = {},
): Promise<IngestTotals> {
  let totals: IngestTotals = { files: 0, created: 0, unchanged: 0, refused: 0, counts: NO_COUNTS };
  for (const path of paths) {
    for (const found of await documentsIn(path)) {
      const outcome =
        found instanceof OnrecordError ? { file: path, error: found } : await ingestFile(db, found, options);
      totals = plus(totals, outcome);
      onOutcome(outcome);
    }
  }
  return totals;
}

/** The document in a file. INVALID_INPUT where it cannot be read, is not UTF-8 or is not JSON. */
export async function readDocument(file: string): Promise<unknown> {
  return parseDocument(await readText(file));
}

async function ingestFile(db: Database, file: string, options: IngestOptions): Promise<FileOutcome> {
  try {
    return { file, outcome: await ingestDocument(db, await readDocument(file), options) };
  } catch (error) {
    if (error instanceof OnrecordError && REFUSALS.includes(error.code)) return { file, error };
    throw error;
  }
}

/** A file itself, or what a folder holds; an error in the list where there is nothing to read. */
async function documentsIn(path: string): Promise<readonly (string | OnrecordError)[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .filter((entry) => entry.name.toLowerCase().endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name));
    if (files.length === 0) return [unreadable('the folder has no *.json files')];
    return files.toSorted();
  } catch (cause) {
    return [unreadable(reasonOf(cause))];
  }
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    throw unreadable(cause instanceof TypeError ? 'the file is not UTF-8' : reasonOf(cause));
  }
}

function unreadable(reason: string): OnrecordError {
  return invalidInput(`Cannot be read: ${reason}.`, [{ pointer: '', reason }]);
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return typeof code === 'string' ? code : 'unknown reason';
}

function plus(totals: IngestTotals, done: FileOutcome): IngestTotals {
  const files = totals.files + 1;
  if ('error' in done) return { ...totals, files, refused: totals.refused + 1 };
  const { status, created: counts } = done.outcome;
  return {
    files,
    created: totals.created + Number(status === 'created'),
    unchanged: totals.unchanged + Number(status === 'unchanged'),
    refused: totals.refused,
    counts: {
      entities: totals.counts.entities + counts.entities,
      statements: totals.counts.statements + counts.statements,
      mentions: totals.counts.mentions + counts.mentions,
      relations: totals.counts.relations + counts.relations,
    },
  };
}
