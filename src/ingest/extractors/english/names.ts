import {
  isAllCapitals,
  type Known,
  knownAt,
  listedType,
  type NameType,
  titleCase,
  usualWords,
} from './gazetteer.ts';
import { EVENT_HEADS, NO_ENTITY, TREATY_HEADS } from './lexicon/events.ts';
import { isFirstName } from './lexicon/first-names.ts';
import {
  GOES_ON,
  ORGANIZATION_HEADS,
  OUTLET_WORDS,
  STATE_BODIES,
  SURE_OUTLET_WORDS,
} from './lexicon/organizations.ts';
import { COMPASS, PLACE_HEADS } from './lexicon/places.ts';
import { COURTESY, ROLE_MODIFIERS } from './lexicon/roles.ts';
import { hasTitle } from './name-context.ts';
import { FUNCTION, hasCapital, PARTICLES, type Run, runsIn } from './name-runs.ts';
import { typeOfWords } from './name-types.ts';
import type { Range, Reading, Token } from './reading.ts';
import { roleHeadAt } from './role-heads.ts';

/** A name in the text, without article and title. */
export interface Name extends Range {
  /** Tokens from `first` up to, but without, `last`. */
  readonly first: number;
  readonly last: number;
  readonly words: string;
  readonly type: NameType;
}

/** Words before the head of an organization's name, at most. */
const MAX_BEFORE_HEAD = 6;
const SPLITS = new Set<NameType>(['COUNTRY', 'DEMONYM', 'PARTY', 'SEAT']);

/** The names of a text, in order, none inside another. */
export function namesIn(reading: Reading): Name[] {
  const names = runsIn(reading).flatMap((run) => split(reading, run));
  const usual = new Set(names.flatMap(({ words }) => words.split(' ')));
  return names.map((name) => inUsualLetters(reading, name, usual));
}

/** "PENCE:" for Pence, "LISBON —": capitals of transcripts and datelines are no acronyms. */
function inUsualLetters(
  { tokens, paragraphs, sentences }: Reading,
  name: Name,
  usual: ReadonlySet<string>,
): Name {
  const { words, first, last, type } = name;
  if (type !== 'UNKNOWN' && type !== 'PERSON' && type !== 'ORGANIZATION') return name;
  if (
    listedType(words) !== null ||
    !words.split(' ').every((word) => /^\p{Lu}+\.?$/u.test(word)) ||
    !/\p{Lu}{2}/u.test(words)
  )
    return name;
  const small = titleCase(words);
  const leads =
    paragraphs[sentences[tokens[first]?.sentence ?? 0]?.paragraph ?? 0]?.start === tokens[first]?.start;
  const next = tokens[last]?.text ?? '';
  const isTurn = leads && next === ':' && isAllCapitals(words.split(' ').at(-1) ?? '');
  const isDateline =
    leads && /^(?:,|\(|—|–|-|--)$/u.test(next) && isAllCapitals(words.split(' ').at(-1) ?? '');
  const titled = COURTESY.has(tokens[first - 1]?.lower ?? '');
  const known = usual.has(small.split(' ').at(-1) ?? '');
  if (isTurn || titled || known) return { ...name, words: small, type: 'UNKNOWN' };
  if (isDateline) return { ...name, words: small, type: 'PLACE' };
  return name;
}

function split({ text, tokens }: Reading, { first, last }: Run): Name[] {
  const names: Name[] = [];
  const add = (from: number, to: number, type: NameType | null) => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? 0;
    if (type !== null && end > start)
      names.push({ start, end, first: from, last: to, words: usualWords(text.slice(start, end)), type });
  };
  for (let at = first; at < last; ) {
    const skipped = skip(tokens, at, last);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const known = isPersonAt(tokens, at, last) ? null : knownAt(tokens, at, last);
    const organization = organizationEnd(tokens, at, last);
    const outlet = known === null ? at : outletEnd(tokens, at, last, known);
    const headed = known === null ? at : headedEnd(tokens, at, last, known);
    if (outlet > at) {
      add(at, outlet, 'OUTLET');
      at = outlet;
    } else if (headed > at) {
      add(at, headed, typeOfWords(tokens.slice(at, headed)));
      at = headed;
    } else if (known !== null && !isPartOfMore(tokens, at, last, known, organization)) {
      const length = lengthOf(tokens, at, last, known);
      add(at, at + length, length < known.length ? 'DEMONYM' : known.type);
      at += length;
    } else {
      const end = organization > at ? organization : plainEnd(tokens, at, last);
      add(at, end, typeOfWords(tokens.slice(at, end)));
      at = end;
    }
  }
  return names;
}

/** Past titles, days and what else is no part of a name. */
function skip(tokens: readonly Token[], at: number, last: number): number {
  const token = tokens[at];
  if (token === undefined || !hasCapital(token)) return at + 1;
  if (COURTESY.has(token.lower)) return at + 1;
  if (/^(?:Pro|Anti|Non|Post|Pre|Mid)$/u.test(token.text) && tokens[at + 1]?.start === token.end)
    return at + 2;
  if (FUNCTION.test(token.text) && knownAt(tokens, at, last) === null) return at + 1;
  if (organizationEnd(tokens, at, last) > at && !isRole(tokens, at, last)) return at;
  const role = roleHeadAt(tokens, at);
  if (role !== null) return Math.min(last, at + role.length);
  if (isRole(tokens, at, last) || isCalling(tokens, at, last)) return at + 1;
  const next = tokens[at + 1];
  const goesOn = next !== undefined && at + 1 < last && (hasCapital(next) || PARTICLES.has(next.lower));
  if (goesOn && (isFirstName(token.text) || COMPASS.has(token.text))) return at;
  return NO_ENTITY.has(token.text) && knownAt(tokens, at, last) === null ? at + 1 : at;
}

/** Whether words that only go before the head of a role do so here: "First Deputy Chairman". */
function isRole(tokens: readonly Token[], at: number, last: number): boolean {
  let next = at;
  while (next < last && next - at < 4 && ROLE_MODIFIERS.has(tokens[next]?.lower ?? '')) {
    const head = roleHeadAt(tokens, next + 1);
    if (head !== null && next + 1 < last) return true;
    next += 1;
  }
  return roleHeadAt(tokens, at) !== null && !ORGANIZATION_HEADS.has(tokens[at + 1]?.text ?? '');
}

/** A word for what somebody does, before a first name: "Fishmonger Jan Ek". */
function isCalling(tokens: readonly Token[], at: number, last: number): boolean {
  const [token, first, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined || first === undefined || second === undefined || at + 2 >= last) return false;
  if (isFirstName(token.text) || !isFirstName(first.text)) return false;
  if (!token.isCommon && !/(?:ian|er|or|crat|ist|ite|man|woman|Prez)$/u.test(token.text)) return false;
  return (
    hasCapital(second) &&
    knownAt(tokens, at, last) === null &&
    !/^(?:Saint|San|St\.|Santa|Mount|New)$/u.test(token.text)
  );
}

/** "Chicago Tribune", "Irish Times": where a name of a place and a word for papers end; `at` where there is none. */
function outletEnd(tokens: readonly Token[], at: number, last: number, { type, length }: Known): number {
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
function isPersonAt(tokens: readonly Token[], at: number, last: number): boolean {
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
function headedEnd(tokens: readonly Token[], at: number, last: number, { type, length }: Known): number {
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
function organizationEnd(tokens: readonly Token[], at: number, last: number): number {
  let head = -1;
  for (let next = at; next < Math.min(last, at + MAX_BEFORE_HEAD); next += 1) {
    const token = tokens[next];
    if (token === undefined || (!hasCapital(token) && !/^[-‑]$/u.test(token.text) && token.text !== '&'))
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

/** Whether a known name only begins a longer one: "Washington Institute", "China Development Bank". */
function isPartOfMore(
  tokens: readonly Token[],
  at: number,
  last: number,
  known: Known,
  organization: number,
): boolean {
  if (organization <= at + known.length) return false;
  if (known.type === 'ORGANIZATION' || known.type === 'SEAT') return false;
  if (!['COUNTRY', 'DEMONYM', 'PARTY'].includes(known.type)) return true;
  // A body of a state: the adjective is not a part of its name.
  if (startsDemonym(tokens, at, known)) return false;
  const rest = tokens.slice(at + known.length, organization);
  const direct = organizationEnd(tokens, at + known.length, last) > at + known.length;
  return !(direct && rest.some(({ text }) => STATE_BODIES.has(text)));
}

/** "Russian Federation Council": an adjective and a council, not a federation. */
function lengthOf(tokens: readonly Token[], at: number, last: number, known: Known): number {
  if (!startsDemonym(tokens, at, known)) return known.length;
  const follows = tokens[at + known.length];
  return follows !== undefined && at + known.length < last && ORGANIZATION_HEADS.has(follows.text)
    ? 1
    : known.length;
}

function startsDemonym(tokens: readonly Token[], at: number, { type, length }: Known): boolean {
  return type === 'COUNTRY' && length > 1 && knownAt(tokens, at, at + 1)?.type === 'DEMONYM';
}

/** Last names among the words that are no entity. */
const LAST_NAMES =
  /^(?:May|March|June|August|Black|White|Law|Day|Price|Lord|North|South|East|West|Bill|Rice|Read)$/u;

/** Where a name that is not an organization's ends: before a role, a day, or a name of its own. */
function plainEnd(tokens: readonly Token[], at: number, last: number): number {
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
