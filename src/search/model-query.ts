import { OnrecordError } from '../errors.ts';
import { foldWords } from '../text/fold.ts';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from './model.ts';

/** Folded words that stand side by side in a text; a single word is a phrase of one. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last word is the beginning of one. */
  readonly prefix: boolean;
}

const QUOTED = /["“”„‟«»＂]([^"“”„‟«»＂]*)["“”„‟«»＂]/gu;
const LETTER = /[\p{L}\p{N}]/u;
const STARRED = /\*\s*$/u;

/**
 * The phrases of a search, each once; all of them are sought. Any text is a search: what stands between two quotation marks of any
 * kind is one phrase, a word with a star at its end is a prefix, and so is a phrase. A word that folds to several ("Biden's", "U.S.")
 * is a phrase of them. Everything else separates words. LIMIT_EXCEEDED for a text that is too long.
 */
export function parseQuery(query: string): Phrase[] {
  // A code point has at most two units.
  if (query.length > MAX_QUERY_LENGTH && [...query].length > MAX_QUERY_LENGTH) {
    throw tooLong(`is longer than ${MAX_QUERY_LENGTH} characters`, MAX_QUERY_LENGTH);
  }
  const phrases = new Map<string, Phrase>();
  let count = 0;
  const add = (text: string): void => {
    const words = foldWords(text).filter((word) => LETTER.test(word));
    if (words.length === 0) return;
    const phrase = { words, prefix: STARRED.test(text) };
    count += words.length;
    phrases.set(JSON.stringify(phrase), phrase);
  };
  let from = 0;
  for (const quoted of query.matchAll(QUOTED)) {
    for (const token of query.slice(from, quoted.index).split(/\s+/u)) add(token);
    add(quoted[1] ?? '');
    from = quoted.index + quoted[0].length;
  }
  for (const token of query.slice(from).split(/\s+/u)) add(token);
  if (count > MAX_QUERY_WORDS) throw tooLong(`has more than ${MAX_QUERY_WORDS} words`, MAX_QUERY_WORDS);
  return [...phrases.values()];
}

/** The search as one phrase, for texts that have its words in its order. */
export function asOnePhrase(phrases: readonly Phrase[]): Phrase {
  return { words: phrases.flatMap(({ words }) => words), prefix: phrases.at(-1)?.prefix ?? false };
}

function tooLong(reason: string, limit: number): OnrecordError {
  return new OnrecordError('LIMIT_EXCEEDED', `"query" ${reason}.`, { details: { argument: 'query', limit } });
}
