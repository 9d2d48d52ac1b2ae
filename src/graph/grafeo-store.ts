import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { GrafeoDB } from '@grafeo-db/js';
import { OnrecordError } from '../errors.ts';
import { translate } from './grafeo-transaction.ts';

/** Milliseconds that a rewriting waits for what is under way. */
const MAX_WAIT_MS = 30_000;

/** The engine's handle on a store, which may be exchanged for one on the same store written anew. */
export class GrafeoStore {
  readonly #open: () => GrafeoDB;
  /** Null in memory. */
  readonly #file: string | null;
  #engine: GrafeoDB;
  readonly #users = new Set<Promise<unknown>>();
  /** While it is there, nobody begins to use the engine. */
  #rewriting: Promise<void> | null = null;

  /** `open` opens the file; it is called at once, and again when the file has been written anew. */
  constructor(open: () => GrafeoDB, file: string | null) {
    this.#open = open;
    this.#file = file;
    this.#engine = open();
  }

  get version(): string {
    return this.#engine.version();
  }

  /** `work` must not wait for another use: that may wait for a rewriting, which waits for this one. */
  async use<T>(work: (engine: GrafeoDB) => Promise<T>): Promise<T> {
    while (this.#rewriting !== null) await this.#rewriting;
    const use = work(this.#engine);
    this.#users.add(use);
    try {
      return await use;
    } finally {
      this.#users.delete(use);
    }
  }

  close(): void {
    this.#engine.close();
  }

  /**
   * Writes what is in the store to a new file, which takes the place of the old one: the engine does not clear the places in its file that
   * it uses no more. Nobody may write meanwhile; whoever wants to read waits. UNAVAILABLE where reads take too long. All of it or nothing.
   */
  async rewrite(): Promise<void> {
    let end: () => void = () => {};
    this.#rewriting = new Promise((resolve) => {
      end = resolve;
    });
    try {
      await this.#untilUnused();
      this.#engine.compact();
      if (this.#file !== null) this.#exchange(this.#file);
    } catch (error) {
      throw error instanceof OnrecordError ? error : translate(error, 'graph.compact');
    } finally {
      this.#rewriting = null;
      end();
    }
  }

  #exchange(file: string): void {
    const part = `${file}.part`;
    rmSync(part, { force: true });
    try {
      this.#engine.save(part);
      flush(part);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
    this.#engine.close();
    try {
      // The log of the old file; a file that was closed is whole without it.
      rmSync(`${file}.wal`, { recursive: true, force: true });
      renameSync(part, file);
    } finally {
      this.#engine = this.#open();
    }
  }

  async #untilUnused(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), MAX_WAIT_MS);
    });
    const unused = Promise.allSettled(this.#users);
    const first = await Promise.race([unused, late]);
    clearTimeout(timer);
    if (first === 'late')
      throw new OnrecordError(
        'UNAVAILABLE',
        'The store cannot be written anew: queries are still running on it.',
      );
  }
}

/** Until it is on the disk: else a power failure could leave neither file. */
function flush(file: string): void {
  // Windows flushes only what is open for writing.
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
