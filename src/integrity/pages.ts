import type { Row, Transaction } from '../graph/database.ts';
import { doubled, labelFindings } from './compare-nodes.ts';
import { KEYS_OF_LABELS } from './cypher.ts';
import { byColumn, textIn, textsIn } from './read.ts';
import type { Finding } from './rules.ts';
import type { Label } from './shape.ts';
import type { Context } from './stage.ts';

/** Keys of a label that stand side by side in their order, each once. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** Keys that more than one node has, and nodes with labels that they should not have. */
  readonly findings: readonly Finding[];
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
    const keys = rows.map((row) => textIn(row, 'key') ?? '');
    const last = keys.at(-1);
    if (last === undefined) return;
    const isEnd = rows.length < size;
    // The last key may go on in the next page, unless it is all that there is.
    const whole = isEnd || keys[0] === last ? rows : rows.slice(0, keys.indexOf(last));
    yield pageOf(label, whole);
    if (isEnd) return;
    after = textIn(whole.at(-1) ?? {}, 'key') ?? last;
  }
}

function pageOf(label: Label, rows: readonly Row[]): KeyPage {
  const byKey = byColumn(rows, 'key', (row) => textsIn(row, 'labels'));
  const findings = [...byKey].flatMap(([key, nodes]) => [
    ...(nodes.length > 1 ? [doubled(label, key)] : []),
    ...nodes.flatMap((labels) => labelFindings(key, labels)),
  ]);
  return { keys: [...byKey.keys()], findings };
}
