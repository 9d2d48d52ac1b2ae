import type { Transaction } from '../graph/database.ts';
import { KEYS_OF_LABELS } from './cypher.ts';
import { textIn } from './read.ts';
import type { Label } from './shape.ts';
import type { Context } from './stage.ts';

/** Keys of a label that stand side by side in their order, each once. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** Those that more than one node has. */
  readonly doubled: readonly string[];
}

/** All keys of a label in pages of about `size`, read as somebody asks for them. */
export async function* keyPages(
  { db, timeoutMs }: Pick<Context, 'db' | 'timeoutMs'>,
  label: Label,
  size: number,
): AsyncGenerator<KeyPage, void, undefined> {
  let after = '';
  for (;;) {
    const read = (tx: Transaction) => tx.run(KEYS_OF_LABELS[label], { after, limit: size });
    const rows = await db.readTransaction(read, { timeoutMs });
    const all = rows.map((row) => textIn(row, 'key') ?? '');
    const last = all.at(-1);
    if (last === undefined) return;
    const isEnd = all.length < size;
    // The last key may go on in the next page, unless it is all that there is.
    const whole = isEnd || all[0] === last ? all : all.filter((key) => key !== last);
    after = whole.at(-1) ?? last;
    const keys = [...new Set(whole)];
    yield { keys, doubled: keys.length === whole.length ? [] : doubledIn(whole) };
    if (isEnd) return;
  }
}

function doubledIn(sorted: readonly string[]): string[] {
  return [...new Set(sorted.filter((key, at) => key === sorted[at - 1]))];
}
