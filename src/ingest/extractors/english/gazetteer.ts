import { COUNTRY_WORDS, capitalNamed, countryNamed, countryOfDemonym } from './lexicon/countries.ts';
import { DEMONYMS } from './lexicon/demonyms.ts';
import { EVENTS, TREATIES } from './lexicon/events.ts';
import {
  CHAMBERS,
  ORGANIZATIONS,
  OUTLETS,
  PARTY_ADJECTIVES,
  PLAIN_CHAMBERS,
} from './lexicon/organizations.ts';
import { PLACES, SEATS, STATE_SHORT, STATES } from './lexicon/places.ts';
import { firstWords, isFirst } from './lexicon/words.ts';
import type { Token } from './reading.ts';
import { TokenCache } from './token-cache.ts';

/** What a known name is; UNKNOWN where no table has it and its words do not tell. */
export type NameType =
  | 'CAPITAL'
  | 'COUNTRY'
  | 'DEMONYM'
  | 'EVENT'
  | 'ORGANIZATION'
  | 'OUTLET'
  | 'PARTY'
  | 'PERSON'
  | 'PLACE'
  | 'SEAT'
  | 'TREATY'
  | 'UNKNOWN';

export interface Known {
  readonly type: NameType;
  /** In tokens. */
  readonly length: number;
}

/** Longest name in the tables, in tokens. */
const MAX_WORDS = 6;

/** Longer words of names have capitals. */
const NOT_IN_NAMES = /^\p{Ll}{4}|^[.;:!?()“”"]$/u;

/** In lower case: what names of the tables begin with. */
const FIRST = firstWords(
  [
    ...[ORGANIZATIONS, OUTLETS, CHAMBERS, TREATIES, EVENTS, SEATS, STATES, STATE_SHORT, PLACES].flatMap(
      (names) => [...names.keys()],
    ),
    ...[...PARTY_ADJECTIVES.keys(), ...DEMONYMS.keys(), ...COUNTRY_WORDS],
  ].map((name) => plain(name)),
);

const found = new TokenCache<Known | null>();

/** The longest known name that begins with a token, before `end`. */
export function knownAt(tokens: readonly Token[], at: number, end: number): Known | null {
  const first = tokens[at];
  if (first === undefined || !isFirst(FIRST, plain(first.text))) return null;
  const known = found.of(tokens, at, () => longestAt(tokens, at, at + MAX_WORDS));
  return known === null || at + known.length <= end ? known : longestAt(tokens, at, end);
}

/** In small letters, without accents. */
function plain(words: string): string {
  const lower = words.toLowerCase();
  return /^\p{ASCII}*$/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

function longestAt(tokens: readonly Token[], at: number, end: number): Known | null {
  const first = tokens[at];
  if (first === undefined) return null;
  let best: Known | null = null;
  let words = '';
  const isShouted =
    isAllCapitals(first.text) ||
    (/^\p{Lu}{2,}$/u.test(first.text) && isAllCapitals(tokens[at + 1]?.text ?? ''));
  for (let length = 1; length <= MAX_WORDS && at + length <= end; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.sentence !== first.sentence) break;
    if (length > 1 && NOT_IN_NAMES.test(token.text)) break;
    const gap = length === 1 || token.start === tokens[at + length - 2]?.end ? '' : ' ';
    words += gap + token.text;
    const type = typeOf(words) ?? (isShouted ? typeOf(titleCase(words)) : null);
    if (type !== null) best = { type, length };
  }
  return best;
}

/** As in datelines and transcripts; shorter ones are acronyms more often. */
export function isAllCapitals(word: string): boolean {
  return /^\p{Lu}{4,}$/u.test(word);
}

/** "LOS ANGELES" as "Los Angeles"; acronyms stay. */
export function titleCase(words: string): string {
  return words.replace(/\p{Lu}{2,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** As they are in the tables: names in capitals in their usual form. */
export function usualWords(words: string): string {
  const usual = titleCase(words);
  return typeOf(words) === null && typeOf(usual) !== null ? usual : words;
}

/** What the tables say that words are; null where they do not have them. */
export function listedType(words: string): NameType | null {
  return typeOf(words);
}

function typeOf(words: string): NameType | null {
  if (ORGANIZATIONS.has(words) || (CHAMBERS.has(words) && !PLAIN_CHAMBERS.has(words))) return 'ORGANIZATION';
  if (OUTLETS.has(words)) return 'OUTLET';
  if (TREATIES.has(words)) return 'TREATY';
  if (EVENTS.has(words)) return 'EVENT';
  if (SEATS.has(words)) return 'SEAT';
  if (countryNamed(words) !== null) return 'COUNTRY';
  if (capitalNamed(words) !== null) return 'CAPITAL';
  if (STATES.has(words) || PLACES.has(words) || isStateInShort(words)) return 'PLACE';
  if (PARTY_ADJECTIVES.has(words)) return 'PARTY';
  return countryOfDemonym(words) === null ? null : 'DEMONYM';
}

/** "N.Y.", not "Miss.". */
function isStateInShort(words: string): boolean {
  return /\..*\./u.test(words) && STATE_SHORT.has(words);
}
