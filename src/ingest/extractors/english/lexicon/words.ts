/** Words apart by white space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** Phrases apart by `|`. */
export function phraseSet(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split('|').map((phrase) => phrase.trim().replaceAll(/\s+/gu, ' ')));
}

/** `key: value | key: value`, each key also of several words. */
export function table(entries: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of phraseSet(entries)) {
    const colon = entry.lastIndexOf(':');
    if (colon > 0) found.set(entry.slice(0, colon).trim(), entry.slice(colon + 1).trim());
  }
  return found;
}

/** What phrases begin with, up to the first character that is no letter or digit: most words begin none, and need no longer look. */
export function firstWords(phrases: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const phrase of phrases) found.add(firstWord(phrase));
  return found;
}

/** Whether a word, or what it has before a hyphen or another mark, is one of them. */
export function isFirst(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || (SEPARATOR.test(word) && words.has(firstWord(word)));
}

function firstWord(phrase: string): string {
  let end = 0;
  while (end < phrase.length && !SEPARATOR.test(phrase.charAt(end))) end += 1;
  return phrase.slice(0, end);
}

const SEPARATOR = /[\s\p{P}]/u;
