import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadDocument } from './read-documents.ts';
import { linesOf } from './read-lines.ts';

/** Characters of decisions that are held in memory; what is more goes to files. */
const MAX_HELD = 4_000_000;

/** A decision with what it is sorted by. */
interface Spooled {
  readonly at: string;
  readonly id: string;
  /** Of several that are equal in the others, the one that was read first comes first. */
  readonly number: number;
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
}

/**
 * Keeps decisions until all documents are in, and gives them back in the order in which they were made, whatever files they come from.
 * However many they are, they take a few megabytes of memory.
 */
export class DecisionSpool {
  readonly #maxHeld: number;
  #held: Spooled[] = [];
  #characters = 0;
  #count = 0;
  #folder: string | null = null;
  readonly #files: string[] = [];

  constructor(maxHeld = MAX_HELD) {
    this.#maxHeld = maxHeld;
  }

  get count(): number {
    return this.#count;
  }

  async add({ file, line, text, value }: ReadDocument): Promise<void> {
    const { at, id } = value as { readonly at?: unknown; readonly id?: unknown };
    this.#held.push({ at: textOf(at), id: textOf(id), number: this.#count, file, line, text });
    this.#count += 1;
    this.#characters += text.length;
    if (this.#characters > this.#maxHeld) await this.#spill();
  }

  /** All of them, the earliest first. To be called once, when none is added any more. */
  async *sorted(): AsyncGenerator<ReadDocument> {
    const runs = [...this.#files.map(readRun), this.#held.toSorted(compare)[Symbol.iterator]()];
    const heads: { readonly run: (typeof runs)[number]; head: Spooled }[] = [];
    for (const run of runs) {
      const { value, done } = await run.next();
      if (done !== true) heads.push({ run, head: value });
    }
    while (heads.length > 0) {
      heads.sort((a, b) => compare(a.head, b.head));
      const [first] = heads;
      if (first === undefined) return;
      yield readDocument(first.head);
      const { value, done } = await first.run.next();
      if (done === true) heads.shift();
      else first.head = value;
    }
  }

  /** Removes the files. */
  async close(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    this.#folder = null;
  }

  async #spill(): Promise<void> {
    // Made by `mkdtemp`, only its owner can read it.
    this.#folder ??= await mkdtemp(join(tmpdir(), 'onrecord-'));
    const file = join(this.#folder, `${this.#files.length}.jsonl`);
    const lines = this.#held.toSorted(compare).map((each) => `${JSON.stringify(each)}\n`);
    await writeFile(file, lines.join(''));
    this.#files.push(file);
    this.#held = [];
    this.#characters = 0;
  }
}

async function* readRun(file: string): AsyncGenerator<Spooled> {
  const chunks = createReadStream(file);
  for await (const { bytes } of linesOf(chunks, Number.MAX_SAFE_INTEGER)) {
    if (bytes !== null) yield JSON.parse(bytes.toString()) as Spooled;
  }
}

function readDocument({ file, line, text }: Spooled): ReadDocument {
  return { file, line, text, value: JSON.parse(text), bytes: Buffer.byteLength(text) };
}

function compare(a: Spooled, b: Spooled): number {
  return compareTexts(a.at, b.at) || compareTexts(a.id, b.id) || a.number - b.number;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What has another type is refused later; where it stands does not matter. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
