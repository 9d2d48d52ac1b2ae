import { type Known, knownAt, type NameType } from './gazetteer.ts';
import { EVENT_HEADS, NO_ENTITY, TREATY_HEADS } from './lexicon/events.ts';
import { isFirstName } from './lexicon/first-names.ts';
import {
  GOES_ON,
  LEGAL_FORMS,
  ORGANIZATION_HEADS,
  OUTLET_WORDS,
  SURE_OUTLET_WORDS,
} from './lexicon/organizations.ts';
import { PLACE_HEADS } from './lexicon/places.ts';
import { hasTitle } from './name-context.ts';
import { hasCapital } from './name-runs.ts';
import type { Token } from './reading.ts';
import { roleHeadAt } from './role-heads.ts';

/** Words before the head of an organization's name, at most. */
const MAX_BEFORE_HEAD = 6;
/** Types of names that go on with no other. */
const SPLITS = new Set<NameType>(['COUNTRY', 'DEMONYM', 'PARTY', 'SEAT']);

/** "Chicago Tribune", "Irish Times": where a name of a place and a word for papers end; `at` where there is none. */
export function outletEnd(
  tokens: readonly Token[],
  at: number,
  last: number,
  { type, length }: Known,
): number {
  const next = at + length;
  const word = next < last ? (tokens[next]?.text ?? '') : '';
  const after = next + 1 < last ? (tokens[next + 1]?.text ?? '') : '';
  const isSure = SURE_OUTLET_WORDS.has(word);
  if (type === 'OUTLET') return word === 'News' ? next + 1 : at;
  if (!['PLACE', 'CAPITAL', 'COUNTRY', 'DEMONYM'].includes(type)) return at;
  if (/^(?:Daily|Morning|Evening|Sunday|Weekly)$/u.test(word) && OUTLET_WORDS.has(after)) return next + 2;
  return isSure || (OUTLET_WORDS.has(word) && (type === 'PLACE' || type === 'CAPITAL')) ? next + 1 : at;
}

/** "Milan Petrov", "President Paris Ek": a place's name that is a first name here. */
export function isPersonAt(tokens: readonly Token[], at: number, last: number): boolean {
  const known = knownAt(tokens, at, last);
  const next = tokens[at + 1];
  if (known === null || known.length > 1 || next === undefined || at + 1 >= last || !hasCapital(next))
    return false;
  if (!['PLACE', 'CAPITAL', 'COUNTRY'].includes(known.type) || knownAt(tokens, at + 1, last) !== null)
    return false;
  if (
    ORGANIZATION_HEADS.has(next.text) ||
    OUTLET_WORDS.has(next.text) ||
    PLACE_HEADS.has(next.text) ||
    NO_ENTITY.has(next.text)
  )
    return false;
  if (next.isCommon && !hasTitle(tokens, at)) return false;
  return isFirstName(tokens[at]?.text ?? '') || hasTitle(tokens, at);
}

/** Most words of a place's or country's name and what takes its name from it. */
const MAX_HEADED = 5;

/** "Paris Agreement", "Munich Security Conference"; `at` where there is none. */
export function headedEnd(
  tokens: readonly Token[],
  at: number,
  last: number,
  { type, length }: Known,
): number {
  if (!['PLACE', 'CAPITAL', 'COUNTRY', 'DEMONYM'].includes(type)) return at;
  for (let next = at + length; next < Math.min(last, at + MAX_HEADED); next += 1) {
    const token = tokens[next];
    if (token === undefined || !hasCapital(token)) break;
    if (roleHeadAt(tokens, next) !== null || isFirstName(token.text) || NO_ENTITY.has(token.text)) break;
    if (TREATY_HEADS.has(token.text)) return next + 1;
    if (EVENT_HEADS.has(token.text) && !ORGANIZATION_HEADS.has(token.text) && !NATIONAL.test(token.text))
      return next + 1;
  }
  return at;
}

/** What a country has again and again. */
const NATIONAL = /^(?:Elections?|Crisis|Debate|Primary|Caucuses|Championship)$/u;

/** Where the name of an organization that begins here ends; `at` where there is none. */
export function organizationEnd(tokens: readonly Token[], at: number, last: number): number {
  let head = -1;
  for (let next = at; next < Math.min(last, at + MAX_BEFORE_HEAD); next += 1) {
    const token = tokens[next];
    if (
      token === undefined ||
      (!hasCapital(token) && !/^[-‑]$/u.test(token.text) && token.text !== '&' && !isBeforeForm(tokens, next))
    )
      break;
    if (NO_ENTITY.has(token.text) && next > at && !ORGANIZATION_HEADS.has(tokens[next + 1]?.text ?? ''))
      break;
    if (next > at && (roleHeadAt(tokens, next) !== null || knownAt(tokens, next, last)?.type === 'SEAT'))
      break;
    if (ORGANIZATION_HEADS.has(token.text)) head = next;
    else if (head >= 0 && !ORGANIZATION_HEADS.has(tokens[next + 1]?.text ?? '')) break;
  }
  // "Energy Minister": the field of an office.
  if (
    head >= 0 &&
    /^(?:minister|secretary|commissioner|adviser|advisor|envoy)$/.test(tokens[head + 1]?.lower ?? '')
  )
    return at;
  if (head < 0) return at;
  const headWord = tokens[head]?.text ?? '';
  const follows = tokens[head + 1]?.lower ?? '';
  const tail = GOES_ON.has(headWord) && ['of', 'on', 'for'].includes(follows) && head + 1 < last;
  if (!tail) return head > at || isWhole(headWord) ? head + 1 : at;
  return tailEnd(tokens, head + 2, last);
}

/** "Acme, Inc." */
function isBeforeForm(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ',' && LEGAL_FORMS.has(tokens[at + 1]?.text ?? '');
}

/** Names of one word. */
function isWhole(word: string): boolean {
  return /^(?:Bundestag|Bundesrat|Duma|Knesset|Majlis|Sejm|Rada|Parliament|Treasury|Politburo|Senate|Congress|House)$/u.test(
    word,
  );
}

function tailEnd(tokens: readonly Token[], from: number, last: number): number {
  let next = tokens[from]?.lower === 'the' ? from + 2 : from + 1;
  for (; next < last; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (!hasCapital(token)) continue;
    const follows = tokens[next + 1];
    if (isFirstName(token.text) && follows !== undefined && next + 1 < last && hasCapital(follows)) break;
    const goesOn = follows !== undefined && next + 1 < last && hasCapital(follows);
    if (roleHeadAt(tokens, next) !== null || (NO_ENTITY.has(token.text) && !goesOn)) break;
    // "Committee on Foreign Affairs Jan Ek": two words that are no words of English behind one that is.
    const isPerson =
      goesOn && !token.isCommon && follows?.isCommon === false && tokens[next - 1]?.isCommon === true;
    if (isPerson && next > from && hasCapital(tokens[next - 1] ?? token)) break;
    const joined = !hasCapital(tokens[next - 1] ?? token);
    const known = joined ? null : knownAt(tokens, next, last);
    if (known !== null && SPLITS.has(known.type)) break;
  }
  return withoutJoiner(tokens, next);
}

function withoutJoiner(tokens: readonly Token[], end: number): number {
  let last = end;
  while (last > 0) {
    const token = tokens[last - 1];
    if (token === undefined || hasCapital(token)) break;
    // "Kim Jong-un"
    if (tokens[last - 2]?.text === '-' && tokens[last - 2]?.end === token.start) break;
    last -= 1;
  }
  return last;
}

/** Last names among the words that are no entity. */
const LAST_NAMES =
  /^(?:May|March|June|August|Black|White|Law|Day|Price|Lord|North|South|East|West|Bill|Rice|Read)$/u;

/** Where a name that is not an organization's ends: before a role, a day, or a name of its own. */
export function plainEnd(tokens: readonly Token[], at: number, last: number): number {
  const person = isFirstName(tokens[at]?.text ?? '');
  let next = at + 1;
  for (; next < last; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (!hasCapital(token)) continue;
    const isLast = person && next === at + 1 && LAST_NAMES.test(token.text);
    if (roleHeadAt(tokens, next) !== null || (NO_ENTITY.has(token.text) && !isLast)) break;
    const known = knownAt(tokens, next, last);
    if (known === null || (person && next === at + 1 && known.type !== 'PARTY')) continue;
    if (SPLITS.has(known.type) || known.type === 'OUTLET' || known.type === 'ORGANIZATION') break;
    // "Ek London" are two, "Jack London" is one.
    if (person && next > at + 1) break;
  }
  return Math.max(at + 1, withoutJoiner(tokens, next));
}
