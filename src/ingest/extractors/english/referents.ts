import type { EntityType } from '../../../entity/model.ts';
import { countryOfCode } from './lexicon/countries.ts';
import { type Referent, referent } from './referent.ts';

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

export function keyOf(words: string): string {
  return words.toLowerCase().replaceAll('’', "'");
}
