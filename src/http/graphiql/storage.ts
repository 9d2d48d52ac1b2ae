import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

/**
 * Local storage under names of our own: another GraphiQL that once ran on this address would otherwise bring its tabs here. The
 * names change with the examples, so that new examples appear after an update.
 */
export function storageFor(examples: string): GraphiQLStorage {
  const prefix = `onrecord:${fingerprint(examples)}:`;
  const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    get length() {
      return ownKeys().length;
    },
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of ownKeys()) localStorage.removeItem(key);
    },
  };
}

/** FNV-1a: only to tell versions of a text apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16);
}
