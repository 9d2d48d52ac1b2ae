import { type Known, knownAt, type NameType, usualWords } from './gazetteer.ts';
import { NO_ENTITY } from './lexicon/events.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { isOfState, LEGAL_FORMS, ORGANIZATION_HEADS } from './lexicon/organizations.ts';
import { COMPASS } from './lexicon/places.ts';
import { COURTESY, ROLE_MODIFIERS } from './lexicon/roles.ts';
import type { Name } from './name.ts';
import { headedEnd, isPersonAt, organizationEnd, outletEnd, plainEnd } from './name-ends.ts';
import { inUsualLetters } from './name-letters.ts';
import { FUNCTION, hasCapital, PARTICLES, type Run, runsIn } from './name-runs.ts';
import { typeOfWords } from './name-types.ts';
import type { Reading, Token } from './reading.ts';
import { roleHeadAt } from './role-heads.ts';

export type { Name } from './name.ts';

/** The names of a text, in order, none inside another. */
export function namesIn(reading: Reading): Name[] {
  const names = runsIn(reading).flatMap((run) => split(reading, run));
  const usual = new Set(names.flatMap(({ words }) => words.split(' ')));
  return names.map((name) => inUsualLetters(reading, name, usual));
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

/** Whether a known name only begins a longer one: "Washington Institute", "China Development Bank". */
function isPartOfMore(
  tokens: readonly Token[],
  at: number,
  last: number,
  known: Known,
  organization: number,
): boolean {
  if (organization <= at + known.length) return false;
  if (known.type === 'ORGANIZATION') return isCompany(tokens, at + known.length, organization);
  if (known.type === 'SEAT') return false;
  if (!['COUNTRY', 'DEMONYM', 'PARTY'].includes(known.type)) return true;
  // A body of a state: the adjective is not a part of its name.
  if (startsDemonym(tokens, at, known)) return false;
  const rest = tokens.slice(at + known.length, organization);
  const direct = organizationEnd(tokens, at + known.length, last) > at + known.length;
  return !(direct && isOfState(rest.map(({ text }) => text)));
}

/** Whether only the legal form follows: "Goldman Sachs & Co. LLC". */
function isCompany(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ text }) => /^[&,]$/.test(text) || LEGAL_FORMS.has(text));
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
