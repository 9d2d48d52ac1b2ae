import type { RoleClass } from './lexicon/roles.ts';
import type { Token } from './reading.ts';
import type { References } from './references.ts';
import type { Mention, Referent } from './referent.ts';
import type { TokenRange } from './token-places.ts';

const DOCUMENTS = new Set('report statement study survey poll paper letter audit review analysis'.split(' '));
/** Tokens before the one who publishes. */
const MAX_BEFORE = 4;
const NO_EXPERTS: readonly RoleClass[] = [
  'PRESIDENT',
  'GOVERNMENT',
  'MONARCH',
  'MINISTER',
  'LEADER',
  'SPOKESPERSON',
  'CANDIDATE',
  'POLICE',
];

/** By first token, "the expert" and the like where nobody is known by the noun: nouns for people who know a field, alone with "the". */
export function openExperts(roles: References['roles']): ReadonlyMap<number, Mention> {
  const found = new Map<number, Mention>();
  for (const { role, mention } of roles) {
    const { determiner, head, before, after } = role;
    const isBare = determiner === 'the' && !head.plural && before.length + after.length === 0;
    if (isBare && head.roleClass === 'EXPERT' && mention.entities.length === 0)
      found.set(role.first, mention);
  }
  return found;
}

/** Who holds an office of state is not called an expert. */
export function mayBeExpert({ classes }: Referent): boolean {
  return !NO_EXPERTS.some((each) => classes.has(each));
}

/** "a report by the Audit Office": what an organization publishes, it says. */
export function publisherIn(
  tokens: readonly Token[],
  { first }: TokenRange,
  mentions: readonly Mention[],
): Mention | null {
  for (const mention of mentions) {
    const at = tokens[mention.first - 1]?.lower === 'the' ? mention.first - 2 : mention.first - 1;
    if (!/^(?:by|from)$/.test(tokens[at]?.lower ?? '') || at - first > MAX_BEFORE) continue;
    const noun = tokens[at - 1];
    const isDocument = noun?.pos === 'NOUN' && DOCUMENTS.has(noun.lemma);
    if (isDocument && mention.kind === 'NAME' && mention.entities[0]?.type === 'ORGANIZATION') return mention;
  }
  return null;
}
