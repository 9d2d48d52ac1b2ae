import { cueVerb } from './lexicon/cue-verbs.ts';
import { LOOSE_ADJECTIVES, NO_LONGER, ROLE_MODIFIERS } from './lexicon/roles.ts';
import { isTimeWord } from './lexicon/time.ts';
import type { NamePlaces } from './name-places.ts';
import type { Reading, Token } from './reading.ts';
import type { Mention } from './referent.ts';
import type { Role } from './role.ts';
import { type RoleHead, roleHeadAt } from './role-heads.ts';
import { phrasesAfter } from './role-phrases.ts';

export { NamePlaces } from './name-places.ts';
export type { Linked, Role } from './role.ts';

/** Most tokens before the head. */
const MAX_BEFORE = 9;
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['both', 2],
  ['three', 3],
]);

/** What a person is called by a role; who was president is no president. */
export function nounOf({ head, isFormer, isDeputy }: Role): string {
  return `${isFormer ? 'former ' : ''}${isDeputy ? 'deputy ' : ''}${head.words}`;
}

export function rolesIn({ tokens, sentences }: Reading, names: NamePlaces): Role[] {
  const roles: Role[] = [];
  for (const sentence of sentences) {
    let from = sentence.first;
    for (let at = sentence.first; at < sentence.last; ) {
      const name = names.from(at);
      const head = name === undefined ? roleHeadAt(tokens, at) : null;
      if (head === null || isBeforeNoun(tokens, names, at + head.length)) {
        at = name?.last ?? at + 1;
        continue;
      }
      // "Vice President", "chief executive officer of": the longest of those that stand one after another.
      const role = roleOf(tokens, names, at, head, from, sentence.last);
      const previous = roles.at(-1);
      if (
        previous !== undefined &&
        previous.last > role.at &&
        previous.last <= role.at + head.length &&
        previous.at + previous.head.length === role.at
      )
        roles.pop();
      if (roles.at(-1) === undefined || (roles.at(-1)?.last ?? 0) <= role.at) roles.push(role);
      from = isJoined(tokens, role) ? from : at + head.length;
      at = Math.max(at + head.length, role.last);
    }
  }
  return roles;
}

function roleOf(
  tokens: readonly Token[],
  names: NamePlaces,
  at: number,
  head: RoleHead,
  from: number,
  to: number,
): Role {
  const before: Mention[] = [];
  let first = at;
  let core = at;
  let isFormer = false;
  let isDeputy = false;
  let number: number | null = null;
  let determiner: Role['determiner'] = 'none';
  let isCore = true;
  while (first > from && at - first < MAX_BEFORE) {
    const name = names.until(first);
    if (name !== undefined && (name.entities[0]?.type !== 'PERSON' || determiner === 'owner')) {
      if (determiner === 'none' || determiner === 'owner') before.unshift(name);
      first = name.first;
      isCore = false;
      if (determiner === 'owner') break;
      continue;
    }
    const token = tokens[first - 1];
    if (token === undefined) break;
    const { lower } = token;
    if (lower === 'the' || lower === 'this' || lower === 'that') {
      determiner = determiner === 'owner' ? 'owner' : 'the';
      first -= 1;
      break;
    }
    if (lower === 'a' || lower === 'an' || lower === 'another') {
      determiner = 'a';
      first -= 1;
      break;
    }
    if (/^(?:his|her|its|their|our|my|your|whose)$/.test(lower)) {
      determiner = 'owner';
      first -= 1;
      break;
    }
    if ((lower === "'s" || lower === "'") && token.pos !== 'VERB' && names.until(first - 1) !== undefined) {
      determiner = 'owner';
      first -= 1;
      isCore = false;
      continue;
    }
    if ((lower === "'s" || lower === "'") && tokens[first - 2]?.pos === 'NOUN' && determiner === 'none') {
      // "the court's chief judge"
      first = ownerStart(tokens, first - 2, from);
      determiner = 'owner';
      break;
    }
    if (lower === 'and' && names.from(first) !== undefined && names.until(first - 1) !== undefined) {
      first -= 1;
      continue;
    }
    if (NUMBERS.has(lower)) number = NUMBERS.get(lower) ?? null;
    else if (NO_LONGER.has(lower)) isFormer = true;
    else if (lower === 'deputy' || lower === 'vice') isDeputy = true;
    else if (!isModifier(tokens, first - 1, from)) break;
    first -= 1;
    const kept =
      isCore &&
      (ROLE_MODIFIERS.has(lower) || lower === '-' || token.pos === 'NOUN') &&
      !NUMBERS.has(lower) &&
      !isLoose(lower);
    if (kept) core = first;
    else isCore = false;
  }
  const { last, after } = phrasesAfter(tokens, names, at + head.length, head, to);
  isFormer ||= isOver(tokens, last);
  return { first, last, head, at, core, determiner, before, after, number, isFormer, isDeputy };
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** "from 2010 to 2014", "until 2014", "between 2010 and 2014", "(2010–2014)": the end of an office. */
function isOver(tokens: readonly Token[], last: number): boolean {
  const words = tokens.slice(last, last + 4).map(({ lower }) => lower);
  const [first = '', second = '', third = '', fourth = ''] = words;
  if (/^(?:until|till)$/.test(first)) return YEAR.test(second);
  if (!/^(?:from|between|\()$/.test(first) || !YEAR.test(second)) return false;
  return /^(?:to|until|till|through|and|[-‑–])$/.test(third) && /^\d{2,4}$/.test(fourth);
}

/** Two heads of one title: "president and chief executive", "chairman-elect". */
function isJoined(tokens: readonly Token[], { at, head }: Role): boolean {
  return roleHeadAt(tokens, at + head.length) !== null;
}

/** "the expert community", "at the expert and working level": a role that only goes before another noun. */
function isBeforeNoun(tokens: readonly Token[], names: NamePlaces, end: number): boolean {
  const next = tokens[end];
  if (next === undefined || names.from(end) !== undefined) return false;
  // "the expert notes": a verb that the tagger takes for a plural.
  if (/s$/.test(next.lower) && cueVerb(next.lemma) !== undefined && tokens[end + 1]?.lower !== 'of')
    return false;
  if (next.pos === 'NOUN')
    return !isTimeWord(next.lower) && roleHeadAt(tokens, end) === null && !ROLE_MODIFIERS.has(next.lower);
  if (next.lower !== 'and' && next.lower !== 'or') return false;
  const [second, third] = [tokens[end + 1], tokens[end + 2]];
  return (
    (second?.pos === 'ADJ' || second?.pos === 'VERB') &&
    /^(?:levels?|circles|community)$/.test(third?.lower ?? '')
  );
}

/** Where the noun phrase begins whose head is at a token. */
function ownerStart(tokens: readonly Token[], head: number, from: number): number {
  let first = head;
  while (
    first > from &&
    head - first < MAX_BEFORE &&
    /^(?:NOUN|ADJ|PROPN|DET)$/.test(tokens[first - 1]?.pos ?? '')
  ) {
    first -= 1;
    if (tokens[first]?.pos === 'DET') break;
  }
  return first;
}

function isLoose(lower: string): boolean {
  return LOOSE_ADJECTIVES.has(lower) && !ROLE_MODIFIERS.has(lower);
}

function isModifier(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (/^[-‑]$/.test(token.text))
    return at > from && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
  if (ROLE_MODIFIERS.has(token.lower) || LOOSE_ADJECTIVES.has(token.lower)) return token.pos !== 'VERB';
  return (
    token.pos === 'ADJ' ||
    (token.pos === 'NOUN' && roleHeadAt(tokens, at) === null && !/s$/.test(token.lower))
  );
}
