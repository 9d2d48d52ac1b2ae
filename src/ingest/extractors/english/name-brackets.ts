import type { Name } from './name.ts';
import type { Reading } from './reading.ts';

const HAS_SHORT = new Set(['ORGANIZATION', 'OUTLET', 'TREATY', 'EVENT', 'UNKNOWN']);

/** Short names in brackets behind the long ones, with these: "North Atlantic Treaty Organization (NATO)". */
export function bracketed({ tokens }: Reading, names: readonly Name[]): ReadonlyMap<Name, Name> {
  const shorts = new Map<Name, Name>();
  for (const [at, long] of names.entries()) {
    const short = names[at + 1];
    if (short === undefined || !HAS_SHORT.has(long.type)) continue;
    if (tokens[long.last]?.text !== '(' || short.first !== long.last + 1 || tokens[short.last]?.text !== ')')
      continue;
    if (isShortOf(short.words, long.words)) shorts.set(short, long);
  }
  return shorts;
}

/** Each word is one of the long name's, or made of letters of its words in their order: "START" of "Strategic Arms Reduction Treaty". */
function isShortOf(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/u);
  return short
    .split(' ')
    .every((word) => words.includes(word) || words.some((_, at) => isMadeOf(word, words.slice(at))));
}

function isMadeOf(word: string, words: readonly string[]): boolean {
  const letters = word.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
  const long = words.join('').toLowerCase();
  if (letters.length < 2 || letters[0] !== long[0]) return false;
  let from = 0;
  for (const letter of letters) {
    const at = long.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
