import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalidInput, OnrecordError } from '../errors.ts';
import { reasonOf } from '../ingest/read-paths.ts';

/** Where reading ended early: whoever read the output wants no more, as `head` does. */
export type WrittenAs = 'whole' | 'cut';

/** Writes lines to a stream, no faster than it takes them, and leaves it open. */
export async function writeToStream(
  lines: AsyncIterable<string>,
  stream: Writable,
  signal: AbortSignal,
): Promise<WrittenAs> {
  // It may fail again when nobody waits for it any more.
  stream.on('error', () => {});
  try {
    await pipeline(streamOf(lines), stream, { signal, end: false });
    return 'whole';
  } catch (error) {
    if (isClosed(error)) return 'cut';
    throw error;
  }
}

/**
 * Writes lines to a file that has them all or is as it was: they go to another file beside it first. What is no plain file, such as a
 * pipe, is written to directly. INVALID_INPUT where it cannot be written.
 */
export async function writeToFile(
  lines: AsyncIterable<string>,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const { path, isPlain } = await placeOf(file);
  if (!isPlain) {
    await writeWhole(lines, path, 'w', file, signal);
    return;
  }
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeWhole(lines, part, 'wx', file, signal);
    await rename(part, path).catch((cause: unknown) => {
      throw unwritable(file, cause);
    });
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Until it is on the disk. */
async function writeWhole(
  lines: AsyncIterable<string>,
  path: string,
  flags: 'w' | 'wx',
  file: string,
  signal: AbortSignal,
): Promise<void> {
  let failure: unknown;
  const watched = async function* () {
    try {
      yield* lines;
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  // Of what is no plain file there is nothing to flush.
  const stream = createWriteStream(path, { flags, flush: flags === 'wx' });
  await pipeline(streamOf(watched()), stream, { signal }).catch((error: unknown) => {
    throw error === failure || signal.aborted ? error : unwritable(file, error);
  });
}

/** A link leads to the file that is to be replaced. */
async function placeOf(file: string): Promise<{ readonly path: string; readonly isPlain: boolean }> {
  try {
    const path = await realpath(file);
    const found = await stat(path);
    if (found.isDirectory()) throw unwritable(file, Object.assign(new Error(), { code: 'EISDIR' }));
    return { path, isPlain: found.isFile() };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      return { path: file, isPlain: true };
    throw cause instanceof OnrecordError ? cause : unwritable(file, cause);
  }
}

function streamOf(lines: AsyncIterable<string>): Readable {
  return Readable.from(ended(lines), { objectMode: false });
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'EOF');
}

function unwritable(file: string, cause: unknown): Error {
  return invalidInput(`${file} cannot be written: ${reasonOf(cause)}.`);
}
