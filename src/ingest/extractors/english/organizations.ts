import { adjectiveOf, type Country } from './lexicon/countries.ts';
import { COMMITTEES, GENERIC, isOfState, LEGAL_FORMS, ORGANIZATIONS } from './lexicon/organizations.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { type Mention, type Referent, referent } from './referent.ts';
import { type Entities, keyOf } from './referents.ts';

/** Fewest words of a name that an acronym without brackets may stand for. */
const MIN_INITIALS = 3;
/** Tokens between the owner of a committee and its name, those in brackets among them. */
const MAX_BETWEEN = 10;

/** The organizations of a text. Bodies that every state has are told apart by their states. */
export class Organizations {
  readonly #entities: Entities;
  /** By name, the one that was meant last: "the Foreign Ministry". */
  readonly #latest = new Map<string, Referent>();
  /** By initials; null where there are two. */
  readonly #byInitials = new Map<string, Referent | null>();
  /** By their names without legal forms: "Acme" of "Acme, Inc." */
  readonly #byCompany = new Map<string, Referent>();
  readonly #byFirstWord = new Map<string, Referent>();

  constructor(entities: Entities) {
    this.#entities = entities;
  }

  /** `before`: the mention before the name. To be called in text order. */
  named(reading: Reading, name: Name, before: Mention | undefined): Referent {
    const found =
      this.#ofState(reading, name, before) ?? this.#ofOwner(reading, name, before) ?? this.#plain(name.words);
    if (found.name !== name.words && !found.name.endsWith(` ${name.words}`)) found.aliases.add(name.words);
    if (name.type === 'OUTLET') found.isOutlet = true;
    this.#latest.set(keyOf(name.words), found);
    return found;
  }

  #plain(words: string): Referent {
    const usual = ORGANIZATIONS.get(words) ?? words;
    const known = this.#entities.find(`ORGANIZATION ${keyOf(usual)}`) ?? this.#latest.get(keyOf(words));
    if (known !== undefined && known !== null) return known;
    const company = this.#byCompany.get(keyOf(withoutForm(usual)));
    if (company !== undefined) return company;
    const short = words.includes(' ')
      ? null
      : (this.#byInitials.get(words.replaceAll('.', '')) ?? this.#byFirstWord.get(words));
    return short ?? this.#made(usual, words);
  }

  #made(name: string, words: string): Referent {
    return this.#entities.get(`ORGANIZATION ${keyOf(name)}`, () => {
      const made = referent('ORGANIZATION', name);
      const initials = initialsOf(words);
      if (initials.length >= MIN_INITIALS)
        this.#byInitials.set(initials, this.#byInitials.has(initials) ? null : made);
      const company = keyOf(withoutForm(name));
      if (!this.#byCompany.has(company)) this.#byCompany.set(company, made);
      const first = words.slice(0, words.indexOf(' ')).replace(/,$/u, '');
      if (first !== '' && !this.#byFirstWord.has(first)) this.#byFirstWord.set(first, made);
      return made;
    });
  }

  /** "Norwegian Foreign Ministry", "Norway’s parliament". */
  #ofState({ tokens }: Reading, { first, words }: Name, before: Mention | undefined): Referent | null {
    const country = before?.entities[0];
    if (before === undefined || country?.type !== 'COUNTRY' || country.country === null) return null;
    const owns = isOwnerMark(tokens[before.last]?.lower) && before.last + 1 === first;
    if (before.last !== first && !owns) return null;
    if (ORGANIZATIONS.has(words) && !isGeneric(words)) return null;
    const made = isGeneric(words) ? this.#generic(country.country, words) : this.#plain(words);
    if (isOfState(words.split(/[\s-]+/u))) made.partOf ??= country;
    if (!isGeneric(words)) made.aliases.add(`${adjectiveOf(country.country)} ${words}`);
    return made;
  }

  #generic(country: Country, words: string): Referent {
    return this.#made(`${adjectiveOf(country)} ${words}`, words);
  }

  /** "the Norland Council’s (upper house) Committee on Trade". */
  #ofOwner({ tokens }: Reading, { first, words }: Name, before: Mention | undefined): Referent | null {
    const owner = before?.entities[0];
    if (before === undefined || owner?.type !== 'ORGANIZATION' || !COMMITTEES.has(words.split(' ')[0] ?? ''))
      return null;
    if (!isOwnerMark(tokens[before.last]?.lower) || first - before.last > MAX_BETWEEN) return null;
    const opens = tokens[before.last + 1]?.text === '(' && tokens[first - 1]?.text === ')';
    if (before.last + 1 !== first && !opens) return null;
    const made = this.#made(`${owner.name} ${words}`, words);
    made.partOf ??= owner;
    return made;
  }
}

function isOwnerMark(word: string | undefined): boolean {
  return word === "'s" || word === "'" || word === '’';
}

/** "Acme" of "Acme & Co. LLC". */
function withoutForm(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && (LEGAL_FORMS.has(words.at(-1) ?? '') || words.at(-1) === '&')) words.pop();
  return words.join(' ').replace(/,$/u, '');
}

/** Made of words that say what it is, and not which: "Foreign Ministry". */
function isGeneric(words: string): boolean {
  return words.split(/[\s-]+/u).every((word) => GENERIC.has(word));
}

function initialsOf(words: string): string {
  const capitals = words.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length < MIN_INITIALS ? '' : capitals.map((word) => word.charAt(0)).join('');
}
