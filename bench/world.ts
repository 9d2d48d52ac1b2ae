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

const GIVEN = 'Anna Carl Dina Emil Frida Georg Hanna Ivan Jana Karl Lena Marek Nina Otto Paula Rolf'.split(
  ' ',
);
const FIRST = 'Ber Dal Ek Fal Gro Hol Kas Lin Mor Nor Os Ral'.split(' ');
const MIDDLE = 'an ber den el ing kel lan mar nis ov ren tor'.split(' ');
const LAST = 'berg dahl ek feld gren holm ic land mann nen off qvist ski vik'.split(' ');
const FIELDS = 'Trade Finance Health Energy Defence Justice Labour Transport'.split(' ');
const BODIES = 'Assembly Union League Council Bank Institute Agency Party'.split(' ');
const PAPERS = 'Daily Herald Courier Gazette Tribune'.split(' ');

export const COUNTRIES = 30;
const ORGANIZATIONS = 60;
const OUTLETS = 20;

/** The things that articles are about. The same number is the same thing in every article, whatever else there is. */
export function person(number: number): Entity {
  const family = syllables(number);
  const given = GIVEN[(number * 7 + Math.floor(number / 2_016)) % GIVEN.length];
  // Every second one is known by its name alone, as most people in the news are.
  const qid = number % 2 === 0 ? { qid: `Q${1_000_000 + number}` } : {};
  return { id: `person-${number}`, type: 'PERSON', name: `${given} ${family}`, aliases: [family], ...qid };
}

export function country(number: number): Entity {
  const name = `${FIRST[number % 12]}${MIDDLE[(number * 5) % 12]}ia`;
  const suffix = number < 12 ? '' : ` ${LAST[number % 14]}`;
  return {
    id: `country-${number}`,
    type: 'COUNTRY',
    name: `${name}${suffix}`,
    qid: `Q${2_000_000 + number}`,
  };
}

/** The capital, whose name also stands for the country. */
export function capital(number: number): Entity {
  return {
    id: `city-${number}`,
    type: 'PLACE',
    name: `${syllables(number * 31 + 5)} City`,
    qid: `Q${3_000_000 + number}`,
  };
}

export function organization(number: number): Entity {
  const name = `${syllables(number * 17 + 3)} ${BODIES[number % BODIES.length]}`;
  return { id: `body-${number}`, type: 'ORGANIZATION', name, qid: `Q${4_000_000 + number}` };
}

export function outlet(number: number): Entity {
  const name = `${syllables(number * 13 + 7)} ${PAPERS[number % PAPERS.length]}`;
  return { id: `paper-${number}`, type: 'ORGANIZATION', name, isOutlet: true };
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

/** Picks with the skew of news: a few are in most articles, most are in few. The first of `people` makes a twelfth of it all. */
export class Picker {
  readonly next: () => number;
  readonly #people: number;

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

  person(): number {
    return this.#skewed(this.#people);
  }

  country(): number {
    return this.#skewed(COUNTRIES);
  }

  outlet(): number {
    return this.#skewed(OUTLETS);
  }

  /** Whom or what something is said about. */
  target(): Entity {
    const roll = this.next();
    if (roll < 0.5) return person(this.person());
    return roll < 0.8 ? country(this.country()) : organization(this.#skewed(ORGANIZATIONS));
  }

  #skewed(below: number): number {
    return Math.floor(below * this.next() ** 3);
  }
}

function syllables(number: number): string {
  const last = LAST[Math.floor(number / 144) % LAST.length];
  return `${FIRST[number % 12]}${MIDDLE[Math.floor(number / 12) % 12]}${last}`;
}
