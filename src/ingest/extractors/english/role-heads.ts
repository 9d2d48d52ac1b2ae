import { MAX_ROLE_WORDS, ROLE_HEADS, type RoleClass, roleClassOf } from './lexicon/roles.ts';
import { firstWords, isFirst } from './lexicon/words.ts';
import type { Token } from './reading.ts';
import { TokenCache } from './token-cache.ts';

export interface RoleHead {
  /** In lower case, singular. */
  readonly words: string;
  readonly roleClass: RoleClass;
  /** In tokens. */
  readonly length: number;
  readonly plural: boolean;
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['spokesmen', 'spokesman'],
  ['businessmen', 'businessman'],
  ['congressmen', 'congressman'],
  ['chiefs of staff', 'chief of staff'],
  ['attorneys general', 'attorney general'],
  ['secretaries', 'secretary'],
  ['secretaries of state', 'secretary of state'],
]);

const FIRST = firstWords([...ROLE_HEADS, ...ROLE_HEADS.map((head) => `${head}s`), ...PLURALS.keys()]);

const found = new TokenCache<RoleHead | null>();

/** The longest role noun that begins with a token: "president", "secretary of state". */
export function roleHeadAt(tokens: readonly Token[], at: number): RoleHead | null {
  const token = tokens[at];
  if (token === undefined || !isFirst(FIRST, token.lower)) return null;
  return found.of(tokens, at, () => longestAt(tokens, at));
}

function longestAt(tokens: readonly Token[], at: number): RoleHead | null {
  let best: RoleHead | null = null;
  let words = '';
  for (let length = 1; length <= MAX_ROLE_WORDS; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || (length > 1 && token.sentence !== tokens[at]?.sentence)) break;
    const previous = tokens[at + length - 2];
    const hyphen = token.text === '-' || previous?.text === '-';
    words += (length === 1 || (hyphen && previous?.end === token.start) ? '' : ' ') + token.lower;
    const singular = PLURALS.get(words) ?? (words.endsWith('s') ? words.slice(0, -1) : words);
    for (const form of [words, singular]) {
      const roleClass = roleClassOf(form);
      if (roleClass === null) continue;
      best = { words: form, roleClass, length, plural: form !== words };
      break;
    }
  }
  return best !== null && isNoun(tokens, at, best) ? best : null;
}

/** "will chair", "to host": verbs that look like roles. */
function isNoun(tokens: readonly Token[], at: number, { length }: RoleHead): boolean {
  const token = tokens[at + length - 1];
  if (token === undefined) return false;
  if (/^(?:ag|gov|sen|rep)$/.test(token.lower))
    return /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
  if (token.pos === 'VERB' || token.pos === 'AUX')
    return /^\p{Lu}/u.test(token.text) && (at > 0 || /^\p{Lu}/u.test(tokens[at + length]?.text ?? ''));
  if (token.pos === 'ADJ' && length === 1)
    return ['general', 'chief', 'major', 'representative'].includes(token.lower)
      ? /^\p{Lu}/u.test(token.text)
      : true;
  return true;
}
