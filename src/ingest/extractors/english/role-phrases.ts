import type { NamePlaces } from './name-places.ts';
import type { Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import type { Linked } from './role.ts';
import type { RoleHead } from './role-heads.ts';

/** Most tokens of the phrases after a head. */
const MAX_AFTER = 24;
const LINKS = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'from', 'with']);
const TO_CLASSES = new Set(['DIPLOMAT', 'PARTY', 'SPOKESPERSON', 'BUSINESS', 'EXPERT']);

/** The phrases with "of", "at" and the like that tell whose office it is. */
export function phrasesAfter(
  tokens: readonly Token[],
  names: NamePlaces,
  start: number,
  head: RoleHead,
  to: number,
): { last: number; after: Linked[] } {
  const after: Linked[] = [];
  let last = start;
  while (last < to && last - start < MAX_AFTER) {
    const by = tokens[last]?.lower ?? '';
    if (!LINKS.has(by) || (by === 'to' && !TO_CLASSES.has(head.roleClass) && head.words !== 'deputy')) break;
    const found: Linked[] = [];
    const end = nounPhraseEnd(tokens, names, last + 1, Math.min(to, start + MAX_AFTER), (mention) =>
      found.push({ mention, by, isOwner: isOwner(tokens, names, mention) }),
    );
    if (end === last + 1) break;
    // Only names make sure that the phrase belongs to the role and not to the verb.
    if (found.length === 0 && by !== 'of' && by !== 'for') break;
    if (
      (by === 'in' || by === 'with' || by === 'on') &&
      !found.some(
        ({
          mention: {
            entities: [first],
          },
        }) => isSeat(first, head),
      )
    )
      break;
    if (by === 'on' && head.roleClass !== 'EXPERT') break;
    after.push(...found);
    last = end;
  }
  return { last, after };
}

/** "ambassador in Oslo", but not "a lawyer in Oslo": a city tells no more than where. */
function isSeat(of: Referent | undefined, { roleClass }: RoleHead): boolean {
  if (of?.type === 'PLACE') return roleClass === 'DIPLOMAT' && of.country !== null;
  return of?.type === 'COUNTRY' || of?.type === 'ORGANIZATION';
}

function isOwner(tokens: readonly Token[], names: NamePlaces, { last }: Mention): boolean {
  if (!/^(?:'s|'|’)$/.test(tokens[last]?.lower ?? '')) return false;
  return names.from(last + 1) === undefined && tokens[last + 1]?.text !== '(';
}

/** Where a noun phrase ends: before a person, who is no part of an office. */
function nounPhraseEnd(
  tokens: readonly Token[],
  names: NamePlaces,
  start: number,
  to: number,
  found: (mention: Mention) => void,
): number {
  let at = start;
  let last = start;
  while (at < to) {
    const name = names.from(at);
    if (name !== undefined) {
      if (name.entities[0]?.type === 'PERSON') break;
      found(name);
      at = name.last;
      last = at;
      continue;
    }
    const token = tokens[at];
    if (token === undefined) break;
    const owner =
      token.lower === "'s" || token.text === '’s' || (token.text === '’' && names.until(at) !== undefined);
    if (token.text === '(') {
      const close = closing(tokens, at, to);
      if (close < 0 || (names.from(close + 1) === undefined && tokens[close + 1]?.pos !== 'NOUN')) break;
      at = close + 1;
      continue;
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') last = at + 1;
    else if (
      !(
        token.pos === 'DET' ||
        token.pos === 'ADJ' ||
        token.pos === 'NUM' ||
        owner ||
        /^[-‑]$/.test(token.text)
      )
    )
      break;
    else if (token.pos === 'DET' && at > start) break;
    at += 1;
  }
  return last;
}

/** Tokens between brackets, at most. */
const MAX_BRACKETS = 8;

function closing(tokens: readonly Token[], open: number, to: number): number {
  for (let at = open + 1; at < Math.min(to, open + MAX_BRACKETS); at += 1)
    if (tokens[at]?.text === ')') return at;
  return -1;
}
