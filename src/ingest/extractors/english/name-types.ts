import type { NameType } from './gazetteer.ts';
import { countryOfDemonym } from './lexicon/countries.ts';
import { EVENT_HEADS, NO_ENTITY_HEADS, TREATY_HEADS } from './lexicon/events.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { GOES_ON, ORGANIZATION_HEADS, OUTLET_WORDS, SURE_OUTLET_WORDS } from './lexicon/organizations.ts';
import { COMPASS, PLACE_HEADS, STATE_SHORT } from './lexicon/places.ts';
import { wordSet } from './lexicon/words.ts';
import type { Token } from './reading.ts';

/** Words that names of organizations and events begin with. */
const FIRST_OF_ORGANIZATIONS: ReadonlySet<string> = wordSet(
  'FC AC Rovers Athletic Real Inter Dynamo Dinamo Spartak Banco Banque Grupo Gruppo',
);
const FIRST_OF_EVENTS: ReadonlySet<string> = wordSet('Prix Tour Copa Coupe');
const ACRONYM = /^(?:\p{Lu}[\p{Lu}&\d]{1,5}|(?:\p{Lu}\.){2,5})$/u;
/** Longest name of a person, in words. */
const MAX_PERSON = 4;

/** What the words of a name tell of its type; null for what is no entity, such as a law. */
export function typeOfWords(tokens: readonly Token[]): NameType | null {
  const last = tokens.at(-1)?.text ?? '';
  const first = tokens[0]?.text ?? '';
  if (tokens.length === 1) {
    if (COMPASS.has(last)) return null;
    if (last === 'Parliament') return 'ORGANIZATION';
    if (isPeople(last) || ORGANIZATION_HEADS.has(last)) return null;
    if (ACRONYM.test(last)) return STATE_SHORT.has(last) ? null : 'ORGANIZATION';
    return TREATY_HEADS.has(last) ||
      EVENT_HEADS.has(last) ||
      ORGANIZATION_HEADS.has(last) ||
      NO_ENTITY_HEADS.has(last) ||
      PLACE_HEADS.has(last)
      ? null
      : 'UNKNOWN';
  }
  const head = headOf(tokens);
  if (/^(?:National|Party)$/u.test(tokens.at(-2)?.text ?? '') && head === 'Convention') return 'EVENT';
  if (TREATY_HEADS.has(head)) return 'TREATY';
  if (
    isFirstName(first) &&
    tokens.length <= MAX_PERSON &&
    !ORGANIZATION_HEADS.has(head) &&
    !SURE_OUTLET_WORDS.has(last)
  )
    return 'PERSON';
  if (FIRST_OF_EVENTS.has(first)) return 'EVENT';
  if (FIRST_OF_ORGANIZATIONS.has(first)) return 'ORGANIZATION';
  if (SURE_OUTLET_WORDS.has(last) || first === 'Radio') return 'OUTLET';
  if (ORGANIZATION_HEADS.has(head)) return 'ORGANIZATION';
  if (EVENT_HEADS.has(head)) return 'EVENT';
  if (NO_ENTITY_HEADS.has(head)) return null;
  if (PLACE_HEADS.has(head) || /^(?:Mount|Lake|Fort|Cape|Port|San|Santa|El|Los|Las)$/u.test(first))
    return 'PLACE';
  if (COMPASS.has(first) && tokens.length === 2 && tokens[1]?.isCommon === false) return 'PLACE';
  if (OUTLET_WORDS.has(last) && tokens.length === 2 && first !== 'Sun') return 'OUTLET';
  return 'UNKNOWN';
}

/** "Norwegians": people, and no name of one. */
function isPeople(word: string): boolean {
  return word.endsWith('s') && countryOfDemonym(word.slice(0, -1)) !== null;
}

/** Of "Treaty of Norwich" the first word, of "Norwich Treaty" the last. */
function headOf(tokens: readonly Token[]): string {
  const joiner = tokens.findIndex(({ lower }) => ['of', 'on', 'for'].includes(lower));
  const before = tokens[joiner - 1]?.text ?? '';
  const last = tokens.at(-1)?.text ?? '';
  if (joiner > 0 && GOES_ON.has(before)) return before;
  return /^[IVX]+$/u.test(last) ? (tokens.at(-2)?.text ?? last) : last;
}
