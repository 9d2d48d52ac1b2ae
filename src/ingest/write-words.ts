import type { Transaction } from '../graph/database.ts';
import { wordLines, wordsIn } from '../text/fold.ts';
import * as cypher from './cypher-entities.ts';
import { runRows } from './rows-run.ts';

/** The folded words of an article: of its title alone where the text is not kept. */
export function articleWords(title: string | null, text: string | null): string {
  return wordLines([title ?? '', text ?? '']);
}

/** All words that prefixes can stand for. What is no longer said stays: it only finds nothing. */
export async function writeWords(tx: Transaction, lines: Iterable<string>): Promise<void> {
  const words = new Set<string>();
  for (const line of lines) for (const word of wordsIn(line)) words.add(word);
  await runRows(tx, cypher.MERGE_WORDS, [...words].toSorted());
}
