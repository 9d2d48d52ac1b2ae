import { capitalNamed, countryNamed, countryOfCode, countryOfDemonym } from './lexicon/countries.ts';
import { genderOfName } from './lexicon/first-names.ts';
import { PARTY_ADJECTIVES } from './lexicon/organizations.ts';
import { SEATS, STATE_SHORT } from './lexicon/places.ts';
import { COURTESY } from './lexicon/roles.ts';
import { bracketed } from './name-brackets.ts';
import { typed } from './name-kinds.ts';
import { PARTICLES } from './name-runs.ts';
import type { Name } from './names.ts';
import { Organizations } from './organizations.ts';
import { People } from './people.ts';
import type { Reading } from './reading.ts';
import { type Mention, mention, type Referent, referent } from './referent.ts';
import { Entities, keyOf } from './referents.ts';

export { Entities } from './referents.ts';

export function entitiesNamed(
  reading: Reading,
  written: readonly Name[],
): { entities: Entities; mentions: Mention[] } {
  const entities = new Entities();
  const names = typed(reading, written);
  const shorts = bracketed(reading, names);
  const people = new People(names.filter(({ type }) => type === 'PERSON').map(({ words }) => words));
  const organizations = new Organizations(entities);
  const mentions: Mention[] = [];
  for (const found of names) {
    const name = found.type === 'PERSON' ? withParticles(reading, people, found) : found;
    const long = shorts.get(name);
    const entity =
      long === undefined
        ? name.type === 'ORGANIZATION' || name.type === 'OUTLET'
          ? organizations.named(reading, name, mentions.at(-1))
          : entityOf(reading, entities, people, name)
        : aliasOf(entities, mentions, name, long);
    if (entity !== null)
      mentions.push(mention(name, 'NAME', [entity], name.type === 'DEMONYM' || name.type === 'PARTY'));
  }
  return { entities, mentions };
}

function aliasOf(entities: Entities, mentions: readonly Mention[], short: Name, long: Name): Referent | null {
  const entity = mentions.findLast(({ first }) => first === long.first)?.entities[0] ?? null;
  if (entity === null) return null;
  entity.aliases.add(short.words);
  for (const type of ['ORGANIZATION', 'TREATY', 'EVENT'])
    entities.alias(`${type} ${keyOf(short.words)}`, entity);
  return entity;
}

function entityOf(reading: Reading, entities: Entities, people: People, name: Name): Referent | null {
  const { words, type } = name;
  switch (type) {
    case 'COUNTRY':
      return entities.country(countryNamed(words)?.code ?? '');
    case 'DEMONYM':
      return entities.country(countryOfDemonym(words)?.code ?? '');
    case 'CAPITAL':
      return city(entities, words);
    case 'SEAT':
      return entities.get(`PLACE ${keyOf(words)}`, () =>
        referent('PLACE', words, countryOfCode(SEATS.get(words) ?? '')),
      );
    case 'PARTY':
      return entities.plain('ORGANIZATION', PARTY_ADJECTIVES.get(words) ?? words);
    case 'PERSON':
      return person(reading, entities, people, name);
    case 'ORGANIZATION':
    case 'OUTLET':
    case 'UNKNOWN':
      return null;
    case 'PLACE':
      return entities.plain(type, STATE_SHORT.get(words) ?? words);
    default:
      return entities.plain(type, words);
  }
}

function city(entities: Entities, words: string): Referent | null {
  const seat = capitalNamed(words);
  if (seat === null) return null;
  const place = entities.get(`PLACE ${keyOf(seat.city)}`, () => referent('PLACE', seat.city, seat.country));
  place.qid = seat.qid;
  if (seat.isCapital) place.description = `Capital of ${withArticle(seat.country.name)}`;
  if (words !== place.name) place.aliases.add(words);
  return place;
}

function person(reading: Reading, entities: Entities, people: People, name: Name): Referent {
  const courtesy = COURTESY.get(reading.tokens[name.first - 1]?.lower ?? '') ?? null;
  const full = people.fullName(name.words, courtesy);
  const entity = entities.plain('PERSON', full);
  if (entity.name !== name.words) entity.aliases.add(name.words);
  entity.gender ??= courtesy ?? genderOfName(full.split(' ')[0] ?? '');
  return entity;
}

/** "de Boer" of "Jan de Boer", where the name begins in lower case. */
function withParticles({ text, tokens }: Reading, people: People, name: Name): Name {
  let best = name;
  for (let first = name.first - 1; first >= name.first - 2; first -= 1) {
    const token = tokens[first];
    if (token === undefined || !PARTICLES.has(token.lower) || token.sentence !== tokens[name.first]?.sentence)
      break;
    const words = text.slice(token.start, name.end);
    if (people.has(words)) best = { ...name, first, start: token.start, words };
  }
  return best;
}

/** "the United States", "Russia". */
export function withArticle(name: string): string {
  return /^(?:United|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Czech Republic$|Dominican Republic$|Central African|Democratic Republic|Republic of|Seychelles$|Comoros$|Solomon|Marshall|European Union$)/u.test(
    name,
  )
    ? `the ${name}`
    : name;
}
