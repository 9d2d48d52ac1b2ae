import { LEARNED } from './lexicon/organizations.ts';
import { COURTESY, ROLE_GENDER, type RoleClass } from './lexicon/roles.ts';
import { phraseSet } from './lexicon/words.ts';
import type { Reading, Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import { type NamePlaces, nounOf, type Role } from './roles.ts';

/** That the text gives a person a role, and how. Tokens of the words that say it from `first` up to, but without, `last`. */
export interface Holding {
  readonly person: Referent;
  readonly role: Role;
  /** The name that stands with the role. */
  readonly name: Mention;
  readonly first: number;
  readonly last: number;
  /** `before`: a title; `after`: an apposition; `verb`: "is the". */
  readonly by: 'after' | 'before' | 'verb';
}

const IS = new Set(['is', 'becomes', 'became', 'remains']);
/** What may end an apposition. */
const ENDS = /^(?:[,.;:)”"–—]|)$/u;

/** The people with a title before the name, an apposition, or a sentence that says what they are. */
export function holdingsIn({ tokens }: Reading, names: NamePlaces, roles: readonly Role[]): Holding[] {
  const found: Holding[] = [];
  for (const role of roles) {
    if (role.head.plural) continue;
    const holding = before(tokens, names, role) ?? after(tokens, names, role) ?? said(tokens, names, role);
    if (holding === null) continue;
    found.push(holding);
    describe(holding);
  }
  return found;
}

function describe({ person, role, by }: Holding): void {
  person.gender ??= ROLE_GENDER.get(role.head.words) ?? null;
  person.nouns.add(nounOf(role));
  if (!role.isFormer && !isVague(role, by)) person.classes.add(classOf(role));
  if (isLearned(role)) person.classes.add('EXPERT');
  // Who heads a committee of a chamber sits in the chamber.
  if (SEATED.has(role.head.words) && bodiesOf(role).some((body) => body.classes.has('LEGISLATOR')))
    person.classes.add('LEGISLATOR');
  // An ambassador is called after who sends, not after where.
  for (const { entities } of role.before) {
    const country = entities[0]?.country;
    if (country != null) person.nations.add(country.code);
  }
  for (const { mention, by } of role.after) {
    const country = mention.entities[0]?.country;
    if (country != null && by === 'of') person.nations.add(country.code);
  }
}

/** A deputy of a head of state is none. */
function classOf({ isDeputy, head }: Role): RoleClass {
  return isDeputy && ['GOVERNMENT', 'LEADER', 'MONARCH', 'PRESIDENT'].includes(head.roleClass)
    ? 'OFFICIAL'
    : head.roleClass;
}

/** Who heads an institute is called an expert, too. */
function isLearned({ before, after, head }: Role): boolean {
  if (head.roleClass !== 'ORGANIZER' && head.roleClass !== 'BUSINESS' && head.roleClass !== 'PRESIDENT')
    return false;
  return [...before, ...after.map(({ mention }) => mention)].some(
    ({ entities: [first] }) =>
      first?.type === 'ORGANIZATION' && first.name.split(' ').some((word) => LEARNED.has(word)),
  );
}

/** "Ek is a leader who …" tells no office. */
function isVague({ determiner, head }: Role, by: Holding['by']): boolean {
  return by === 'verb' && determiner === 'a' && head.roleClass === 'LEADER';
}

/** Roles that members of a parliament have in its parts. */
const SEATED = phraseSet(
  'chairman | chairwoman | chair | chairperson | head | member | speaker | deputy | deputy chairman | vice chairman | deputy head | co-chair | co-chairman',
);

/** The organizations in the words of a role, and what they are parts of. */
function bodiesOf({ before, after }: Role): Referent[] {
  return [...before, ...after.map(({ mention }) => mention)].flatMap(({ entities: [first] }) =>
    first?.partOf == null ? (first ?? []) : [first, first.partOf],
  );
}

/** "Acme spokesman Jan Ek"; "the ministry's spokesman, Jan Ek,". */
function before(tokens: readonly Token[], names: NamePlaces, role: Role): Holding | null {
  if (role.determiner === 'a') return null;
  const direct = names.from(role.last);
  if (direct !== undefined) return holding(direct, role, role.first, direct.last, 'before');
  if (tokens[role.last]?.text !== ',' || role.determiner === 'none') return null;
  const courtesy = COURTESY.has(tokens[role.last + 1]?.lower ?? '') ? 1 : 0;
  const name = names.from(role.last + 1 + courtesy);
  if (name === undefined || !ENDS.test(tokens[name.last]?.text ?? '')) return null;
  return holding(name, role, role.first, name.last, 'before');
}

/** "Jan Ek, the CEO of Acme,". */
function after(tokens: readonly Token[], names: NamePlaces, role: Role): Holding | null {
  const isNow = /^(?:now|currently|also)$/.test(tokens[role.first - 1]?.lower ?? '');
  const comma = isNow ? role.first - 2 : role.first - 1;
  if (tokens[comma]?.text !== ',') return null;
  const name = names.until(comma) ?? beforeBrackets(tokens, names, comma - 1);
  if (name === undefined || names.from(role.last) !== undefined) return null;
  const next = tokens[role.last];
  // "Rain is coming, the minister said": its own clause.
  if (
    role.determiner !== 'none' &&
    (next?.pos === 'AUX' || (next?.pos === 'VERB' && !/ing$/.test(next.lower)))
  )
    return null;
  // "Ek, senators and others": a list, not an apposition.
  if (next?.lower === 'and' || next?.lower === 'or') {
    if (role.determiner === 'none') return null;
  } else if (
    role.determiner === 'none' &&
    next !== undefined &&
    !ENDS.test(next.text) &&
    next.pos !== 'VERB' &&
    next.pos !== 'ADP'
  )
    return null;
  return holding(name, role, name.first, role.last, 'after');
}

/** "Jan Ek (D-Ohio), a member of": what stands in brackets is passed over. */
function beforeBrackets(tokens: readonly Token[], names: NamePlaces, close: number): Mention | undefined {
  if (tokens[close]?.text !== ')') return undefined;
  for (let at = close - 1; at > close - 8 && at >= 0; at -= 1)
    if (tokens[at]?.text === '(') return names.until(at);
  return undefined;
}

/** What makes a clause tell of what may be, and of what nobody says; a moment of the past. */
const UNSURE =
  /^(?:if|when|unless|whether|should|could|once|until|nobody|none|neither|nor|never|not|n['’]t|no|den(?:y|ies|ied|ying)|doubts?|doubted|hardly|imagine|suppose|pretends?|pretended)$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether the words before a name in its clause, or what they govern, leave open that what follows is so. */
function isOpen(tokens: readonly Token[], { first }: Mention): boolean {
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; at >= 0 && tokens[at]?.sentence === sentence; at -= 1) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    if (/^[,;:—–]$/.test(text)) return false;
    if (UNSURE.test(lower)) return true;
  }
  return false;
}

/** "In 1990 Ek became …", "Ek became … in 1990". */
function isDated(tokens: readonly Token[], { first }: Mention, last: number): boolean {
  const before = tokens[first - 1]?.text === ',' ? first - 2 : first - 1;
  return [before, last + 1].some(
    (at) => YEAR.test(tokens[at]?.text ?? '') && /^(?:in|since)$/.test(tokens[at - 1]?.lower ?? ''),
  );
}

/** "Ek is the president of Acme"; "Ek, who is deputy head of Acme". */
function said(tokens: readonly Token[], names: NamePlaces, role: Role): Holding | null {
  const verb = tokens[role.first - 1];
  if (verb === undefined || !IS.has(verb.lower) || role.isFormer) return null;
  let end = role.first - 1;
  if (tokens[end - 1]?.lower === 'who') end -= 1;
  if (tokens[end - 1]?.text === ',') end -= 1;
  const name = names.until(end);
  // "spokesman for Ek is": the name is no subject.
  if (name === undefined || tokens[name.first - 1]?.pos === 'ADP' || isOpen(tokens, name)) return null;
  if (verb.lower === 'became' && isDated(tokens, name, role.last)) return null;
  return holding(name, role, name.first, role.last, 'verb');
}

function holding(name: Mention, role: Role, first: number, last: number, by: Holding['by']): Holding | null {
  const person = name.entities[0];
  if (
    person?.type !== 'PERSON' ||
    [...role.before, ...role.after.map(({ mention }) => mention)].some(({ entities }) =>
      entities.includes(person),
    )
  )
    return null;
  return { person, role, name, first, last, by };
}
