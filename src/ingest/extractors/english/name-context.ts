import { MOTION } from './lexicon/metonymy.ts';
import { BODY_NOUNS, OUTLET_NOUNS } from './lexicon/organizations.ts';
import { PLACE_NOUNS } from './lexicon/places.ts';
import { COURTESY, ROLE_MODIFIERS, type RoleClass } from './lexicon/roles.ts';
import type { Name } from './name.ts';
import type { Reading, Token } from './reading.ts';
import { roleHeadAt } from './role-heads.ts';

/** What the words around a name tell of its type. */
export interface NameContext {
  readonly titled: boolean;
  readonly speaks: boolean;
  readonly told: boolean;
  readonly article: boolean;
  readonly located: boolean;
  readonly owns: boolean;
  readonly described: boolean;
  /** An organization: "the firm Acme", "director of Acme", "Acme, a maker of". */
  readonly body: boolean;
}

/** Verbs of saying that people are the subject of, for names that nothing else tells of. */
const SAYS = new Set(
  'say tell add note explain argue believe claim insist warn stress admit acknowledge recall reply respond ask think write tweet predict suggest announce declare state point observe remark comment emphasize complain vow concede maintain want hope'.split(
    ' ',
  ),
);
const ASKS = new Set('tell quiz interview ask inform'.split(' '));
const TALKS = new Set(
  'interview conversation comment comments remarks statement commentary op-ed column'.split(' '),
);
/** Tokens looked back at for a title. */
const MAX_TITLE = 3;

export function contextOf({ tokens }: Reading, { first, last }: Name): NameContext {
  const before = tokens[first - 1];
  const second = tokens[first - 2];
  const after = tokens[last];
  const next = tokens[last + 1];
  const isThe = before?.lower === 'the';
  const verb = isThe ? second : before;
  return {
    titled: hasTitle(tokens, first),
    speaks: (before?.pos !== 'ADP' && speaks(after, next)) || isTurn(tokens, first, after),
    told: isTold(verb, isThe ? tokens[first - 3] : second, tokens[first - (isThe ? 4 : 3)]),
    article: isThe,
    located: isLocated(tokens, first, last, isThe ? first - 1 : first),
    owns: after?.lower === "'s" || after?.text === '’s',
    described: isDescribed(tokens, last),
    body: isBody(tokens, last, isThe ? first - 1 : first),
  };
}

/** "in Molde", "the ferry to Molde", "the town of Molde", "the Molde region". */
function isLocated(tokens: readonly Token[], first: number, last: number, start: number): boolean {
  const before = tokens[start - 1];
  if (before === undefined) return false;
  if (/^(?:in|near|throughout|across|outside|inside)$/.test(before.lower)) return true;
  if (PLACE_NOUNS.has(tokens[last]?.lower ?? '') && tokens[last]?.pos === 'NOUN') return true;
  const governor = tokens[start - 2];
  if (governor === undefined) return false;
  if (/^(?:to|from|into|through|around)$/.test(before.lower))
    return MOTION.has(governor.lemma) || (PLACE_NOUNS.has(governor.lower) && start - 1 !== first);
  if (before.lower !== 'of') return false;
  if (governor.pos === 'PROPN' && !governor.isCommon && /^\p{Lu}\p{Ll}/u.test(governor.text)) return true;
  return (
    PLACE_NOUNS.has(governor.lower) || ['REGION', 'CLERGY'].includes(roleBefore(tokens, start - 1) ?? '')
  );
}

const STAFF: readonly RoleClass[] = ['BUSINESS', 'EXPERT', 'ORGANIZER', 'JOURNALIST'];

function isBody(tokens: readonly Token[], last: number, start: number): boolean {
  const before = tokens[start - 1];
  const noun = tokens[start - 2];
  if (before !== undefined && BODY_NOUNS.has(before.text === ',' ? (noun?.lower ?? '') : before.lower))
    return true;
  if (before?.lower === 'by' && /^(?:poll|survey|polls|surveys)$/.test(noun?.lower ?? '')) return true;
  if (before !== undefined && /^(?:of|at)$/.test(before.lower)) {
    const role = roleBefore(tokens, start - 1);
    if (role !== null && STAFF.includes(role)) return true;
  }
  if (hasStaff(tokens, last)) return true;
  if (tokens[last]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[last + 1]?.lower ?? '')) return false;
  for (let at = last + 2; at < last + 6; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'PROPN'))
      return false;
    if (BODY_NOUNS.has(token.lower)) return true;
  }
  return false;
}

/** "Acme spokesman Jan Ek", "Acme Chief Executive Ann Berg". */
function hasStaff(tokens: readonly Token[], last: number): boolean {
  let at = last;
  while (
    at < last + MAX_TITLE &&
    ROLE_MODIFIERS.has(tokens[at]?.lower ?? '') &&
    roleHeadAt(tokens, at) === null
  )
    at += 1;
  const role = roleHeadAt(tokens, at);
  if (role === null || role.plural) return false;
  if (!STAFF.includes(role.roleClass) && role.roleClass !== 'SPOKESPERSON') return false;
  return /^\p{Lu}\p{Ll}/u.test(tokens[at + role.length]?.text ?? '');
}

/** The class of the role that ends before a token. */
function roleBefore(tokens: readonly Token[], end: number): RoleClass | null {
  for (let length = 1; length <= MAX_TITLE; length += 1) {
    const role = roleHeadAt(tokens, end - length);
    if (role?.length === length) return role.roleClass;
  }
  return null;
}

/** "EK: We will see." at the start of a paragraph or a sentence. */
function isTurn(tokens: readonly Token[], first: number, after: Token | undefined): boolean {
  return (
    after?.text === ':' && tokens[first]?.isCommon === false && tokens[first - 1]?.sentence !== after.sentence
  );
}

function speaks(after: Token | undefined, next: Token | undefined): boolean {
  if (after === undefined || after.pos === 'PUNCT') return false;
  if (SAYS.has(after.lemma) && after.pos === 'VERB') return true;
  return (
    next !== undefined &&
    (after.pos === 'AUX' || after.pos === 'ADV') &&
    SAYS.has(next.lemma) &&
    next.pos === 'VERB'
  );
}

function isTold(verb: Token | undefined, before: Token | undefined, third: Token | undefined): boolean {
  if (verb === undefined) return false;
  if (ASKS.has(verb.lemma) && /ed$|told|tell/.test(verb.lower)) return true;
  if (verb.lower === 'by' && before !== undefined && ASKS.has(before.lemma)) return true;
  if (!/^(?:with|to|for|by)$/.test(verb.lower) || before === undefined) return false;
  return TALKS.has(before.lower) || (before.lower === 'exclusively' && third?.lower === 'interview');
}

/** A title or form of address ends where the name begins. */
export function hasTitle(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined) return false;
  if (COURTESY.has(before.lower) && /^\p{Lu}/u.test(before.text)) return true;
  for (let length = 1; length <= MAX_TITLE; length += 1) {
    const role = roleHeadAt(tokens, first - length);
    if (role !== null && role.length === length && !role.plural && !OUTLET_NOUNS.has(role.words)) return true;
  }
  return false;
}

/** "Ek, a professor", "Ek, 54,": who is described so is a person. */
function isDescribed(tokens: readonly Token[], last: number): boolean {
  if (tokens[last]?.text !== ',') return false;
  if (/^\d{2}$/.test(tokens[last + 1]?.text ?? '') && tokens[last + 2]?.text === ',') return true;
  // "Ek, chief economist of Acme,"
  const first = tokens
    .slice(last + 1, last + 4)
    .findIndex((_, at) => roleHeadAt(tokens, last + 1 + at) !== null);
  const head = first < 0 ? null : roleHeadAt(tokens, last + 1 + first);
  if (head !== null && /^(?:of|at|for)$/.test(tokens[last + 1 + first + head.length]?.lower ?? ''))
    return true;
  if (!/^(?:a|an|the|who)$/.test(tokens[last + 1]?.lower ?? '')) return false;
  if (tokens[last + 1]?.lower === 'who') return true;
  for (let at = last + 2; at < last + 6; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'ADP' || token.pos === 'VERB')
      return false;
    if (roleHeadAt(tokens, at) !== null) return true;
  }
  return false;
}
