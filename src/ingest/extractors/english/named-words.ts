import type { Reading, Token } from './reading.ts';
import type { Mention } from './referent.ts';

/** Of a name, what the tagger may take for a word of the sentence: "Green", "Park Ji-won". */
const MISTAKEN = new Set(['VERB', 'NOUN', 'ADJ', 'AUX', 'ADV', 'X', 'INTJ']);

/** The reading with the words of names tagged as such, so that no sentence is cut in them. */
export function withNamedWords(reading: Reading, names: readonly Mention[]): Reading {
  const tokens: Token[] = [...reading.tokens];
  for (const { first, last, isAdjective } of names) {
    if (isAdjective) continue;
    for (let at = first; at < last; at += 1) {
      const token = tokens[at];
      if (token === undefined || !MISTAKEN.has(token.pos)) continue;
      const isPart = /^\p{Lu}/u.test(token.text) || (at > first && tokens[at - 1]?.text === '-');
      if (isPart) tokens[at] = { ...token, pos: 'PROPN' };
    }
  }
  return { ...reading, tokens };
}
