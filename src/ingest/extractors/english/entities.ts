import type { EntityType } from '../../../entity/model.ts';
import { capitalNamed, countryNamed, countryOfCode, countryOfDemonym } from './lexicon/countries.ts';
import { genderOfName } from './lexicon/first-names.ts';
import { ORGANIZATIONS, PARTY_ADJECTIVES } from './lexicon/organizations.ts';
import { SEATS } from './lexicon/places.ts';
import { COURTESY } from './lexicon/roles.ts';
import { bracketed } from './name-brackets.ts';
import { typed } from './name-kinds.ts';
import type { Name } from './names.ts';
import { People } from './people.ts';
import type { Reading } from './reading.ts';
import { type Mention, mention, type Referent, referent } from './referent.ts';

/** The entities that a text names, and where it names them. Names of one entity are joined. */
export class Entities {
  readonly #byKey = new Map<string, Referent>();

  get all(): Referent[] {
    return [...this.#byKey.values()];
  }

  /** The one of a key, made where there is none yet. */
  get(key: string, make: () => Referent): Referent {
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const made = make();
    this.#byKey.set(key, made);
    return made;
  }

  /** Another key of the same entity. */
  alias(key: string, of: Referent): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, of);
  }

  find(key: string): Referent | null {
    return this.#byKey.get(key) ?? null;
  }

  country(code: string): Referent | null {
    const country = countryOfCode(code);
    if (country === null) return null;
    return this.get(`COUNTRY ${code}`, () => {
      const made = referent('COUNTRY', country.name, country);
      for (const alias of country.aliases) made.aliases.add(alias);
      made.qid = country.qid;
      return made;
    });
  }

  plain(type: EntityType, words: string): Referent {
    return this.get(`${type} ${keyOf(words)}`, () => referent(type, words));
  }
}

export function entitiesNamed(
  reading: Reading,
  found: readonly Name[],
): { entities: Entities; mentions: Mention[] } {
  const entities = new Entities();
  const names = typed(reading, found);
  const shorts = bracketed(reading, names);
  const people = new People(names.filter(({ type }) => type === 'PERSON').map(({ words }) => words));
  const mentions: Mention[] = [];
  for (const name of names) {
    const long = shorts.get(name);
    const entity =
      long === undefined
        ? entityOf(reading, entities, people, name)
        : aliasOf(entities, mentions, name, long);
    if (entity !== null)
      mentions.push(mention(name, 'NAME', [entity], name.type === 'DEMONYM' || name.type === 'PARTY'));
  }
  return { entities, mentions };
}

function keyOf(words: string): string {
  return words.toLowerCase().replaceAll('’', "'");
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
    case 'ORGANIZATION':
    case 'OUTLET':
      return organization(entities, words, type === 'OUTLET');
    case 'PERSON':
      return person(reading, entities, people, name);
    case 'UNKNOWN':
      return null;
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

function organization(entities: Entities, words: string, isOutlet: boolean): Referent {
  const usual = ORGANIZATIONS.get(words) ?? words;
  const whole = entities.all.find(
    ({ type, name }) => type === 'ORGANIZATION' && !words.includes(' ') && name.startsWith(`${words} `),
  );
  const entity =
    entities.find(`ORGANIZATION ${keyOf(usual)}`) ?? whole ?? entities.plain('ORGANIZATION', usual);
  if (entity.name !== words) entity.aliases.add(words);
  if (isOutlet) entity.isOutlet = true;
  return entity;
}

function person(reading: Reading, entities: Entities, people: People, name: Name): Referent {
  const courtesy = COURTESY.get(reading.tokens[name.first - 1]?.lower ?? '') ?? null;
  const full = people.fullName(name.words, courtesy);
  const entity = entities.plain('PERSON', full);
  if (entity.name !== name.words) entity.aliases.add(name.words);
  entity.gender ??= courtesy ?? genderOfName(full.split(' ')[0] ?? '');
  return entity;
}

/** "the United States", "Russia". */
export function withArticle(name: string): string {
  return /^(?:United|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Czech Republic$|Dominican Republic$|Central African|Democratic Republic|Republic of|Seychelles$|Comoros$|Solomon|Marshall|European Union$)/u.test(
    name,
  )
    ? `the ${name}`
    : name;
}
