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
