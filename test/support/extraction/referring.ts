import { read } from '../../../src/ingest/extractors/english/read.ts';
import { type References, referencesIn } from '../../../src/ingest/extractors/english/references.ts';
import type { Mention, Referent } from '../../../src/ingest/extractors/english/referent.ts';

/** What the words of a text refer to, as words. */
export class Referring {
  readonly text: string;
  readonly references: References;

  constructor(text: string) {
    this.text = text;
    this.references = referencesIn(read(text));
  }

  /** "PERSON Jan Ek" for each name, by its own words. */
  get names(): string[] {
    return this.references.names.map((name) => `${this.#literally(name).type} ${this.#words(name)}`);
  }

  /** "Jan Ek = Ek": each entity that is named, with the other words for it; countries without theirs. */
  get entities(): string[] {
    const found = new Map<Referent, Set<string>>();
    for (const name of this.references.names) {
      const entity = this.#literally(name);
      const words = found.get(entity) ?? new Set();
      found.set(entity, words.add(this.#words(name)));
    }
    return [...found].map(([{ name }, words]) =>
      [name, ...[...words].filter((each) => each !== name)].join(' = '),
    );
  }

  /** "he = Jan Ek" for each noun and pronoun; "the senator = ?" where it is left open. */
  get nominals(): string[] {
    return this.references.mentions
      .filter(({ kind }) => kind !== 'NAME')
      .map((one) => `${this.#words(one)} = ${one.entities.map(({ name }) => name).join(' + ') || '?'}`);
  }

  /** "Moscow: Russia" for each name of a seat of government: what it stands for, or "here" for the place itself. */
  get readings(): string[] {
    return this.references.names
      .filter((name) => this.#literally(name).type === 'PLACE' && this.#literally(name).country !== null)
      .map(
        (name) => `${this.#words(name)}: ${name.reading === 'METONYMIC' ? name.entities[0]?.name : 'here'}`,
      );
  }

  #literally({ literally, entities: [first] }: Mention): Referent {
    const found = literally ?? first;
    if (found === undefined) throw new Error('A name without an entity.');
    return found;
  }

  #words({ start, end }: Mention): string {
    return this.text.slice(start, end);
  }
}
