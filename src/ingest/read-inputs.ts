import { addAbortSignal } from 'node:stream';
import type { ReadDocument, Unread } from './read-documents.ts';
import { unreadable } from './read-documents.ts';
import { type Input, type NoInput, reasonOf } from './read-paths.ts';

/** Which input is next, and the line in it; null for its beginning. */
export interface Position {
  readonly index: number;
  readonly line: number | null;
}

/** A document, or why there is none. `index` is that of its input, which is read to the byte `end`. */
export type ReadItem = (ReadDocument | Unread) & { readonly index: number; readonly end: number };

/** Reads inputs one after the other, no further than somebody asks for. */
export class InputReader {
  readonly #inputs: readonly (Input | NoInput)[];
  readonly #signal: AbortSignal | undefined;
  #next: Position = { index: 0, line: null };

  /** The signal ends the reading without an error, also while it waits for standard input. */
  constructor(inputs: readonly (Input | NoInput)[], signal?: AbortSignal) {
    this.#inputs = inputs;
    this.#signal = signal;
  }

  /** What is read next. */
  get next(): Position {
    return this.#next;
  }

  /** To be called once. */
  async *items(): AsyncGenerator<ReadItem> {
    for (const [index, input] of this.#inputs.entries()) {
      for await (const { found, end, nextLine } of this.#read(input)) {
        // Where reading was cut off, this may be half a document.
        if (this.#signal?.aborted === true) return;
        this.#next = nextLine === null ? { index: index + 1, line: null } : { index, line: nextLine };
        yield { ...found, index, end };
      }
      if (this.#signal?.aborted === true) return;
      this.#next = { index: index + 1, line: null };
    }
  }

  async *#read(input: Input | NoInput): ReturnType<Input['read']> {
    const failure = { file: input.file, line: null };
    if ('error' in input) {
      yield { found: { ...failure, error: input.error }, end: 0, nextLine: null };
      return;
    }
    let end = 0;
    try {
      for await (const reading of input.read(input.file, chunksOf(input, this.#signal))) {
        end = reading.end;
        yield reading;
      }
    } catch (error) {
      if (!(error instanceof CannotRead)) throw error;
      yield { found: { ...failure, error: unreadable(reasonOf(error.cause)) }, end, nextLine: null };
    }
  }
}

/** The bytes of a file cannot be had; `cause` is what the system says. */
class CannotRead extends Error {}

async function* chunksOf(input: Input, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const stream = input.open();
  if (signal !== undefined) addAbortSignal(signal, stream);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    // A stream that was ended by the signal is read to its end, as far as this run goes.
    if (signal?.aborted !== true) throw new CannotRead(input.file, { cause });
  }
}
