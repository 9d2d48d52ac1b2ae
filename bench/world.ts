import type { AnnotationInput } from '../src/ingest/annotation.ts';

export type Entity = NonNullable<AnnotationInput['entities']>[number];

/** Numbers from 0 up to 1, the same for the same seed: mulberry32 by Tommy Ettinger, in the public domain. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const GIVEN = 'Anna Carl Dina Émile Frida Georg Hanna Ivan José Karl Łucja Marek Nina Otto Paula Žofia'.split(
  ' ',
);
const FIRST = 'Ber Dal Ek Fal Grö Hol Kas Lin Mor Nor Øs Ral'.split(' ');
const MIDDLE = 'an ber den el ing kel lan mar nis ov ren tor'.split(' ');
const LAST = 'berg dahl ek feld gren holm ić land mann nen off qvist ski vik'.split(' ');
const FIELDS = 'Trade Finance Health Energy Defence Justice Labour Transport'.split(' ');
const BODIES = 'Assembly Union League Council Bank Institute Agency Party'.split(' ');
const PAPERS = 'Daily Herald Courier Gazette Tribune'.split(' ');

/** As many capitals as countries. */
export const COUNTRIES = 100;
const ORGANIZATIONS = 500;
const OUTLETS = 40;
const TREATIES = 60;
const EVENTS = 60;

/** Surnames that differ: of more people some share one. */
const SURNAMES = FIRST.length * MIDDLE.length * LAST.length;
/** The last three of as many people have one name. */
const NAMESAKES_AMONG = 50;

/* The things that articles are about. The same number is the same thing in every article, whatever else there is. */

/** Known by the surname too. The first of some namesakes is known by the name alone, so the others have QIDs. */
export function person(number: number): Entity {
  const place = number % NAMESAKES_AMONG;
  const second = place > NAMESAKES_AMONG - 3;
  const named = second ? number - place + NAMESAKES_AMONG - 3 : number;
  const surname = syllables(named);
  const given = GIVEN[(named * 7 + Math.floor(named / SURNAMES)) % GIVEN.length];
  const known = qid(second || number % 4 === 0, 1_000_000 + number);
  return {
    id: `person-${number}`,
    type: 'PERSON',
    name: `${given} ${surname}`,
    aliases: [surname],
    ...known,
  };
}

export function country(number: number): Entity {
  const name = `${FIRST[number % 12]}${MIDDLE[(Math.floor(number / 12) * 5) % 12]}ia`;
  return { id: `country-${number}`, type: 'COUNTRY', name, ...qid(number % 3 === 0, 2_000_000 + number) };
}

/** The capital, whose name also stands for the country. */
export function capital(number: number): Entity {
  const name = `${syllables(number * 31 + 5)} City`;
  return { id: `city-${number}`, type: 'PLACE', name, ...qid(number % 3 === 0, 3_000_000 + number) };
}

export function organization(number: number): Entity {
  const name = `${syllables(number * 17 + 3)} ${BODIES[number % BODIES.length]}`;
  return { id: `body-${number}`, type: 'ORGANIZATION', name, ...qid(number % 4 === 0, 4_000_000 + number) };
}

export function outlet(number: number): Entity {
  const name = `${syllables(number * 13 + 7)} ${PAPERS[number % PAPERS.length]}`;
  return { id: `paper-${number}`, type: 'ORGANIZATION', name, isOutlet: true };
}

export function treaty(number: number): Entity {
  return { id: `treaty-${number}`, type: 'TREATY', name: `${syllables(number * 11 + 9)} Treaty` };
}

export function event(number: number): Entity {
  return { id: `event-${number}`, type: 'EVENT', name: `${syllables(number * 19 + 4)} summit` };
}

/** What a person is, always the same: in office, a member or a citizen. */
export type Standing =
  | { readonly type: 'HOLDS_POSITION'; readonly position: Entity; readonly country: Entity }
  | { readonly type: 'MEMBER_OF'; readonly organization: Entity }
  | { readonly type: 'CITIZEN_OF'; readonly country: Entity };

export function standing(number: number): Standing {
  const home = country(number % COUNTRIES);
  if (number % 3 === 1) return { type: 'MEMBER_OF', organization: organization(number % ORGANIZATIONS) };
  if (number % 3 === 2) return { type: 'CITIZEN_OF', country: home };
  const field = Math.floor(number / COUNTRIES) % FIELDS.length;
  const name = `Minister of ${FIELDS[field]}`;
  const id = `office-${field}-${number % COUNTRIES}`;
  return { type: 'HOLDS_POSITION', position: { id, type: 'POSITION', name, of: home.id }, country: home };
}

/**
 * Picks for one article with the skew of news: a few are in most articles, most are in few. The first of 5,000 people is one in
 * seventeen picks. An article comes back to those that it has named.
 */
export class Picker {
  readonly next: () => number;
  readonly #people: number;
  readonly #named = new Map<string, number[]>();

  constructor(seed: number, people: number) {
    this.next = random(seed);
    this.#people = people;
  }

  number(below: number): number {
    return Math.floor(this.next() * below);
  }

  one<T>(items: readonly T[]): T {
    return items[this.number(items.length)] as T;
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  person(): number {
    return this.#skewed('person', this.#people);
  }

  country(): number {
    return this.#skewed('country', COUNTRIES);
  }

  organization(): Entity {
    return organization(this.#skewed('organization', ORGANIZATIONS));
  }

  treaty(): Entity {
    return treaty(this.#skewed('treaty', TREATIES));
  }

  event(): Entity {
    return event(this.#skewed('event', EVENTS));
  }

  outlet(): Entity {
    return outlet(this.#skewed('outlet', OUTLETS));
  }

  /** Whom or what something is said about. */
  target(): Entity {
    const roll = this.next();
    if (roll < 0.45) return person(this.person());
    if (roll < 0.75) return country(this.country());
    if (roll < 0.92) return this.organization();
    return this.chance(0.5) ? this.treaty() : this.event();
  }

  #skewed(kind: string, below: number): number {
    const named = this.#named.get(kind) ?? [];
    this.#named.set(kind, named);
    if (named.length > 0 && this.chance(0.5)) return this.one(named);
    const picked = Math.floor(below * this.next() ** 3);
    named.push(picked);
    return picked;
  }
}

function qid(known: boolean, number: number): { qid?: string } {
  return known ? { qid: `Q${number}` } : {};
}

function syllables(number: number): string {
  const last = LAST[Math.floor(number / 144) % LAST.length];
  return `${FIRST[number % 12]}${MIDDLE[Math.floor(number / 12) % 12]}${last}`;
}
