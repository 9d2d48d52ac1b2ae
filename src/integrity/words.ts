import { inChunks } from '../graph/batch.ts';
import type { Transaction } from '../graph/database.ts';
import { wordsIn } from '../text/fold.ts';
import { FIND_WORDS } from './cypher-records.ts';
import { listed, quoted } from './describe.ts';
import { textIn } from './read.ts';
import type { Finding } from './rules.ts';

/** Words that are remembered to be in the graph, so that frequent ones are not asked for again. */
const MAX_REMEMBERED = 200_000;
/** Words of one query. */
const CHUNK = 5_000;
/** Words that a finding names. */
const MAX_NAMED = 10;

/** Folded words of something, as its node holds them. */
export interface WordsOf {
  readonly id: string;
  readonly words: string;
}

/** Which words have a Word node. Only those of nothing else are ever taken away, so what was found once stays. */
export class KnownWords {
  readonly #known = new Set<string>();

  /** A finding for each of the texts that has words without a Word. */
  async missing(tx: Transaction, texts: readonly WordsOf[]): Promise<Finding[]> {
    const found = await this.#find(tx, new Set(texts.flatMap(({ words }) => wordsIn(words))));
    return texts.flatMap(({ id, words }): Finding[] => {
      const missing = [...new Set(wordsIn(words))].filter(
        (word) => !this.#known.has(word) && !found.has(word),
      );
      if (missing.length === 0) return [];
      const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : '';
      const names = listed(missing.slice(0, MAX_NAMED).map((word) => quoted(word)));
      return [{ rule: 'words-known', id, detail: `${id} has words that are no Word: ${names}${more}` }];
    });
  }

  /** Those of the words that have a Word node and are not remembered. */
  async #find(tx: Transaction, words: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const unknown = [...words].filter((word) => !this.#known.has(word));
    const found = new Set<string>();
    for (const chunk of inChunks(unknown, CHUNK)) {
      for (const row of await tx.run(FIND_WORDS, { words: chunk })) {
        const word = textIn(row, 'word') ?? '';
        if (this.#known.size < MAX_REMEMBERED) this.#known.add(word);
        else found.add(word);
      }
    }
    return found;
  }
}
