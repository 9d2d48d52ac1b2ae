import { createReadStream, type Dirent } from 'node:fs';
import { readdir, realpath as realpathOf, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, normalize, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { OnrecordError } from '../errors.ts';
import { textOfMetadata } from './metadata-path.ts';
import { type Reader, readAny, readLines, readOne, unreadable } from './read-documents.ts';

/** What stands for standard input among paths, and what it is called in messages. */
const STDIN_PATH = '-';
export const STDIN_NAME = '<stdin>';

/** A file, or standard input, that documents are read from. */
export interface Input {
  readonly file: string;
  /** Null where that is known only at the end. */
  readonly bytes: number | null;
  readonly read: Reader;
  open(): Readable;
}

/** INVALID_INPUT: there is nothing to read. */
export interface NoInput {
  readonly file: string;
  readonly error: OnrecordError;
}

/** How what is given is read. Endings are lower case, with their dot. */
export interface Readers {
  readonly byEnding: Readonly<Record<string, Reader>>;
  /** Which of these a folder is searched for; any other file has to be named. */
  readonly inFolders: readonly string[];
  readonly others: Reader;
  readonly stdin: Reader;
  /** What to do where a folder has none of them. */
  readonly hint?: string;
}

/** How documents stand in files. */
export const DOCUMENT_READERS: Readers = {
  byEnding: { '.json': readOne, '.jsonl': readLines, '.ndjson': readLines },
  inFolders: ['.json', '.jsonl', '.ndjson'],
  others: readAny,
  stdin: readAny,
};

export interface FindOptions {
  readonly readers?: Readers;
  readonly stdin?: () => Readable;
}

/**
 * What paths stand for, in their order: files, folders with the folders in them, globs for the files that they match, and `-`. A folder
 * gives the files with wanted endings (`inFolders`) in the order of their names, but for hidden ones. Links are followed, also in circles,
 * and a file that is reached twice comes once. A path that exists is no glob. The metadata of a plain text beside it is no document, unless
 * it is named itself.
 */
export async function findInputs(
  paths: readonly string[],
  { readers = DOCUMENT_READERS, stdin = () => process.stdin }: FindOptions = {},
): Promise<readonly (Input | NoInput)[]> {
  const search = new Search(readers, stdin);
  for (const path of paths) await search.add(path);
  return search.found;
}

class Search {
  readonly found: (Input | NoInput)[] = [];
  readonly #readers: Readers;
  readonly #stdin: () => Readable;
  /** Real paths of files and folders. */
  readonly #seen = new Set<string>();

  constructor(readers: Readers, stdin: () => Readable) {
    this.#readers = readers;
    this.#stdin = stdin;
  }

  async add(path: string): Promise<void> {
    if (path === STDIN_PATH) {
      const { stdin: read } = this.#readers;
      if (this.#isNew(STDIN_PATH))
        this.found.push({ file: STDIN_NAME, bytes: null, read, open: this.#stdin });
      return;
    }
    const there = await lookAt(path);
    if (!('error' in there)) await this.#addThere(path, there);
    else if (isDynamicPattern(patternOf(path))) await this.#addGlob(path);
    else this.found.push({ file: path, error: there.error });
  }

  async #addThere(path: string, there: There): Promise<void> {
    if (!there.isFolder) this.#addFile(path, there);
    else if ((await this.#addFolder(path, there.realPath)) === 0) {
      const { inFolders, hint = '' } = this.#readers;
      const wanted = inFolders.map((ending) => `*${ending}`).join(', ');
      this.found.push({ file: path, error: unreadable(`the folder has no ${wanted} files${hint}`) });
    }
  }

  #addFile(path: string, { realPath, bytes }: There): void {
    if (!this.#isNew(realPath)) return;
    const read = this.#readers.byEnding[endingOf(path)] ?? this.#readers.others;
    this.found.push({ file: path, bytes, read, open: () => createReadStream(path) });
  }

  /** How many files a folder has, and things in it that cannot be read; more than 0 for one that was met before. */
  async #addFolder(folder: string, realPath: string): Promise<number> {
    if (!this.#isNew(realPath)) return 1;
    let count = 0;
    for (const entry of await entriesOf(folder)) {
      if ('error' in entry) {
        this.found.push(entry);
        count += 1;
        continue;
      }
      const path = join(folder, entry.name);
      const isWanted = this.#readers.inFolders.includes(endingOf(path));
      if (isWanted && (await isMetadata(path))) continue;
      if (!entry.isDirectory() && !entry.isSymbolicLink() && !(entry.isFile() && isWanted)) continue;
      const there = await lookAt(path);
      if ('error' in there) {
        // Of a broken link without such a name nobody knows that it was meant.
        if (!isWanted) continue;
        this.found.push({ file: path, error: there.error });
        count += 1;
      } else if (there.isFolder) {
        count += await this.#addFolder(path, there.realPath);
      } else if (isWanted) {
        this.#addFile(path, there);
        count += 1;
      }
    }
    return count;
  }

  async #addGlob(path: string): Promise<void> {
    const matches = await glob(patternOf(path), { expandDirectories: false, absolute: isAbsolute(path) });
    if (matches.length === 0)
      this.found.push({ file: path, error: unreadable('no file matches the pattern') });
    for (const match of matches.map(normalize).toSorted()) {
      if (await isMetadata(match)) continue;
      const there = await lookAt(match);
      if ('error' in there) this.found.push({ file: match, error: there.error });
      else this.#addFile(match, there);
    }
  }

  #isNew(realPath: string): boolean {
    const isNew = !this.#seen.has(realPath);
    this.#seen.add(realPath);
    return isNew;
  }
}

interface There {
  readonly isFolder: boolean;
  readonly realPath: string;
  readonly bytes: number | null;
}

async function lookAt(path: string): Promise<There | { readonly error: OnrecordError }> {
  try {
    const found = await stat(path);
    // What a shell puts in the place of a command's output is no real path.
    const realPath = await realpathOf(path).catch(() => path);
    return { isFolder: found.isDirectory(), realPath, bytes: found.isFile() ? found.size : null };
  } catch (cause) {
    return { error: unreadable(reasonOf(cause)) };
  }
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

/** Whether a file says what is known of a plain text that stands beside it. */
async function isMetadata(path: string): Promise<boolean> {
  const text = textOfMetadata(path);
  return text !== null && !('error' in (await lookAt(text)));
}

async function entriesOf(folder: string): Promise<readonly (Dirent | NoInput)[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  } catch (cause) {
    return [{ file: folder, error: unreadable(reasonOf(cause)) }];
  }
}

/** Globs have slashes; on Windows a backslash parts folders, as it does in paths. */
function patternOf(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** Why a file or folder cannot be had, in words. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'its links go in a circle';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EROFS') return 'the disk can only be read';
  return typeof code === 'string' ? code : 'unknown reason';
}
