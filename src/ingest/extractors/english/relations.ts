import { withArticle } from './entities.ts';
import { FoundRelations } from './found-relations.ts';
import { officeOf } from './offices.ts';
import type { Range, Reading, Token } from './reading.ts';
import { addRecalls } from './recalls.ts';
import type { References } from './references.ts';
import { type Mention, type Referent, referent } from './referent.ts';
import type { Role } from './roles.ts';

export interface Related {
  readonly relations: FoundRelations;
  /** The office that the text gives a person: the first where it gives several. */
  readonly positions: ReadonlyMap<Referent, Referent>;
}

/** Roles whose noun names the office where the state is named with it. */
const OFFICES = new Set(['PRESIDENT', 'GOVERNMENT', 'MONARCH']);
const LEADERS = new Set([...OFFICES, 'LEADER']);
const HEADS_OF_STATE = new Set(['president', 'king', 'queen', 'emir', 'sultan', 'emperor']);

/** What the text says of who is what. What would have to be concluded is left out. */
export function relationsIn(reading: Reading, references: References): Related {
  const relations = new FoundRelations();
  const positions = new Map<Referent, Referent>();
  const { tokens } = reading;
  const between = (first: number, last: number): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
  });
  for (const { person, role, first, last } of references.holdings) {
    const { position, ties } = officeOf(tokens, references.entities, role);
    const evidence = between(first, last);
    if (position !== null) {
      relations.add('HOLDS_POSITION', person, position, evidence);
      if (!positions.has(person)) positions.set(person, position);
    }
    for (const { type, to } of ties) relations.add(type, person, to, evidence);
  }
  for (const { body, owner, ...evidence } of references.ownerships)
    relations.add('PART_OF', body, owner, { start: evidence.start, end: evidence.end });
  addLeaders(references, relations, positions);
  addAffiliations(tokens, references, relations);
  addRecalls(tokens, references, relations);
  return { relations, positions };
}

/** That somebody is called a state's president, in two places at least: one may be a guess of who is meant. */
function addLeaders(
  references: References,
  relations: FoundRelations,
  positions: Map<Referent, Referent>,
): void {
  const said = new Map<Referent, Map<Referent, { readonly role: Role; readonly mention: Mention }[]>>();
  const held = new Set(references.holdings.map(({ role }) => role));
  for (const { role, mention } of references.roles) {
    if (held.has(role) || role.isFormer || !LEADERS.has(role.head.roleClass)) continue;
    for (const [person, country] of pairsOf(role, mention)) {
      const countries = said.get(person) ?? new Map();
      said.set(person, countries);
      const places = countries.get(country) ?? [];
      countries.set(country, [...places, { role, mention }]);
    }
  }
  for (const [person, countries] of said) {
    for (const [country, places] of countries) {
      const known = positions.get(person)?.of === country;
      if (!known && places.length < 2) continue;
      for (const { role, mention } of places) {
        const { words, roleClass } = role.head;
        if (OFFICES.has(roleClass)) {
          const position = officeNamed(references, role, country);
          relations.add('HOLDS_POSITION', person, position, mention);
          if (!positions.has(person)) positions.set(person, position);
        }
        if (HEADS_OF_STATE.has(words)) relations.add('HEAD_OF_STATE_OF', person, country, mention);
      }
      for (const { role, mention } of places)
        if (role.head.roleClass === 'LEADER' && relations.has('HEAD_OF_STATE_OF', person, country))
          relations.add('HEAD_OF_STATE_OF', person, country, mention);
    }
  }
}

/** Of "the Norwegian and Swedish presidents" each with the country that is named for them, in their order. */
function pairsOf(role: Role, { entities }: Mention): [Referent, Referent][] {
  const countries = [
    ...role.before,
    ...role.after.filter(({ by }) => by === 'of').map(({ mention }) => mention),
  ]
    .map(({ entities: [first] }) => first)
    .filter((each): each is Referent => each?.type === 'COUNTRY');
  if (countries.length === 0 || countries.length !== entities.length) return [];
  return entities.flatMap((person, at): [Referent, Referent][] => {
    const country = countries[at];
    return person.type === 'PERSON' && country !== undefined ? [[person, country]] : [];
  });
}

function officeNamed({ entities }: References, { head }: Role, country: Referent): Referent {
  const title = head.words.replace(/(?:^|(?<= ))\p{Ll}/gu, (letter) => letter.toUpperCase());
  return entities.get(`POSITION ${title} ${country.name}`.toLowerCase(), () => {
    const made = referent('POSITION', `${title} of ${withArticle(country.name)}`);
    made.of = country;
    return made;
  });
}

/** "Jan Ek of the Norland Institute". */
function addAffiliations(
  tokens: readonly Token[],
  { names, places }: References,
  relations: FoundRelations,
): void {
  for (const name of names) {
    const person = name.entities[0];
    if (person?.type !== 'PERSON') continue;
    const at = tokens[name.last]?.text === ',' ? name.last + 1 : name.last;
    if (tokens[at]?.lower !== 'of') continue;
    const body = places.from(tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1);
    const to = body?.entities[0];
    if (body === undefined || to?.type !== 'ORGANIZATION' || body.isAdjective) continue;
    if (/^(?:PROPN|PART)$/.test(tokens[body.last]?.pos ?? '')) continue;
    relations.add('AFFILIATED_WITH', person, to, { start: name.start, end: body.end });
  }
}
