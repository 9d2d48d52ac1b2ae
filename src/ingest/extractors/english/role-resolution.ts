import { clauseAround } from './clause.ts';
import type { History } from './history.ts';
import { classesOfNoun, meansOnlyItself, ROLE_GENDER, type RoleClass } from './lexicon/roles.ts';
import type { Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import { nounOf, type Role } from './roles.ts';

/** Roles of those who stand for a state: with its name they mean one person. */
const HEADS: readonly RoleClass[] = ['LEADER', 'PRESIDENT', 'GOVERNMENT', 'MONARCH'];
/** Paragraphs back in which somebody without a role may be the one meant. */
const NEAR = 2;

/** Codes of the countries in the words of a role. */
export function nationsOf({ before, after }: Role): string[] {
  const names = [...before, ...after.filter(({ by }) => by === 'of').map(({ mention }) => mention)];
  return names.flatMap(({ entities: [first] }) => (first?.country == null ? [] : [first.country.code]));
}

/**
 * The person that "the senator" or "the Norwegian president" stands for; null where the text does not settle it. `isLabel`: a transcript
 * calls a speaker so, "THE WITNESS:", which is then nobody who just happens to be named nearby.
 */
export function resolveRole(
  tokens: readonly Token[],
  history: History,
  role: Role,
  not: readonly Referent[] = [],
  isLabel = false,
): Referent | null {
  const classes = classesOfNoun(role.head.words);
  const nations = nationsOf(role);
  const isHead = classes.some((each) => HEADS.includes(each));
  const people = history.people(role.at, isHead && nations.length > 0 ? Number.POSITIVE_INFINITY : undefined);
  const beside = peopleBeside(tokens, history, role);
  const fitting = people.filter(
    (person) =>
      !beside.has(person) &&
      !not.includes(person) &&
      agrees(person, role, nations) &&
      isCalled(person, role, classes),
  );
  const known =
    nations.length > 0
      ? fitting.find(({ nations: own }) => nations.some((code) => own.has(code)))
      : undefined;
  // Of whom no country is known is meant only where nobody else can be.
  const isUnsure = nations.length > 0 && (fitting.length !== 1 || people[0] !== fitting[0]);
  const found = known ?? (isUnsure ? undefined : fitting[0]);
  if (found !== undefined) return found;
  // Words that are not of the noun alone would have to fit, too.
  if (
    nations.length === 0 &&
    (role.before.length > 0 || role.after.length > 0 || role.last > role.at + role.head.length)
  )
    return null;
  if (nations.length === 0 && role.at - role.first > 1) return null;
  if (role.isFormer) return null;
  if (isLabel) return null;
  const near = history
    .people(role.at, NEAR)
    .filter((person) => !beside.has(person) && person.classes.size === 0 && agrees(person, role, nations));
  const [only] = near;
  if (
    only === undefined ||
    (isHead
      ? near.length !== 1 || nations.length === 0
      : near.length !== 1 || nations.length > 0 || history.people(role.at, NEAR)[0] !== only)
  )
    return null;
  only.classes.add(role.head.roleClass);
  only.nouns.add(nounOf(role));
  for (const code of nations) only.nations.add(code);
  return only;
}

function isCalled(person: Referent, role: Role, classes: readonly RoleClass[]): boolean {
  if (person.nouns.has(nounOf(role))) return true;
  if (role.isFormer) return false;
  return !meansOnlyItself(role.head.words) && classes.some((each) => person.classes.has(each));
}

function agrees(person: Referent, role: Role, nations: readonly string[]): boolean {
  const gender = ROLE_GENDER.get(role.head.words);
  if (gender !== undefined && person.gender !== null && person.gender !== gender) return false;
  return (
    nations.length === 0 || person.nations.size === 0 || nations.some((code) => person.nations.has(code))
  );
}

/** Who is mentioned in the same clause is somebody else: "the president has not answered Ek". */
function peopleBeside(tokens: readonly Token[], history: History, role: Role): ReadonlySet<Referent> {
  const clause = clauseAround(tokens, role.at);
  const found = new Set<Referent>(history.ahead(role.last, clause.last));
  for (const { mention } of history.back(role.at, 0)) {
    if (mention.first < clause.first) continue;
    for (const each of mention.entities) found.add(each);
  }
  return found;
}

/** A role that points ahead: "A Norwegian senator", who is named later and called "the senator" there. */
export function resolveAhead(
  role: Role,
  resolved: readonly { readonly role: Role; readonly mention: Mention }[],
  paragraphsAhead: (role: Role) => number,
): Referent | null {
  const nations = nationsOf(role);
  const classes = classesOfNoun(role.head.words);
  const found = new Set<Referent>();
  for (const { role: other, mention } of resolved) {
    if (other.at <= role.at || other.determiner !== 'the' || other.head.words !== role.head.words) continue;
    const person = mention.entities[0];
    if (mention.entities.length !== 1 || person === undefined || paragraphsAhead(other) > NEAR) continue;
    if (nations.length > 0 && !nations.some((code) => person.nations.has(code))) continue;
    if (isCalled(person, role, classes)) found.add(person);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
