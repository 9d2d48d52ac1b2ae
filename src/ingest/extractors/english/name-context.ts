import { OUTLET_NOUNS } from './lexicon/organizations.ts';
import { COURTESY } from './lexicon/roles.ts';
import type { Name } from './names.ts';
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
    speaks: speaks(after, next),
    told: !isThe && isTold(verb, second, tokens[first - 3]),
    article: isThe,
    located: before !== undefined && /^(?:in|near|throughout|across|outside|inside)$/.test(before.lower),
    owns: after?.lower === "'s" || after?.text === '’s',
    described: isDescribed(tokens, last),
  };
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
