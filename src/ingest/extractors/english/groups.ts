import type { History } from './history.ts';
import { classesOfNoun } from './lexicon/roles.ts';
import type { Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import { nationsOf } from './role-resolution.ts';
import type { Role } from './roles.ts';

const STATE_NOUNS = new Set([
  'countries',
  'nations',
  'powers',
  'states',
  'superpowers',
  'neighbors',
  'neighbours',
  'capitals',
  'governments',
  'sides',
]);
/** Nouns that mean states only where it is said how many. */
const NUMBERED = new Set(['sides', 'states', 'governments', 'neighbors', 'neighbours', 'capitals']);
const MAX_BEFORE = 7;
/** Tokens between two names that make a pair. */
const MAX_GAP = 3;

/** Tokens from `first` up to, but without, `last`. */
export interface GroupPhrase {
  readonly first: number;
  readonly last: number;
}

/** "the two powers", "both countries": the phrase that ends with a token; null for other nouns. */
export function statesAt(tokens: readonly Token[], at: number): GroupPhrase | null {
  const noun = tokens[at];
  if (noun === undefined || !STATE_NOUNS.has(noun.lower)) return null;
  const next = tokens[at + 1]?.lower;
  if (next === 'of' || next === 'in' || next === 'that' || next === 'with') return null;
  let isTwo = false;
  for (let first = at - 1; first >= 0 && at - first <= MAX_BEFORE; first -= 1) {
    const token = tokens[first];
    if (token === undefined || token.sentence !== noun.sentence) return null;
    if (token.lower === 'both')
      return { first: tokens[first + 1]?.lower === 'the' ? first : first, last: at + 1 };
    if (token.lower === 'two') isTwo = true;
    else if (token.lower === 'the')
      return NUMBERED.has(noun.lower) && !isTwo ? null : { first, last: at + 1 };
    else if (
      !/^(?:ADJ|NOUN|PART|VERB)$/.test(token.pos) &&
      !/^(?:'s|-|leading|biggest|largest)$/.test(token.lower)
    )
      return null;
    else if (token.pos === 'VERB' && !/ing$|ed$/.test(token.lower)) return null;
  }
  return null;
}

/** The two states that were last named together; else the only two that have been named. */
export class Pairs {
  readonly #tokens: readonly Token[];
  #last: Mention | null = null;
  #pair: readonly [Referent, Referent] | null = null;
  /** Whether a comma joins the last one to the one before. */
  #isInList = false;
  readonly #countries = new Set<Referent>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  add(mention: Mention): void {
    const country = mention.entities[0];
    if (mention.entities.length !== 1 || country?.type !== 'COUNTRY') return;
    this.#countries.add(country);
    const before = this.#last;
    const isList = this.#isInList;
    this.#last = mention;
    this.#isInList =
      before !== null && mention.first - before.last === 1 && this.#tokens[before.last]?.text === ',';
    const other = before?.entities[0];
    if (before === null || other === undefined || other === country) return;
    const between = this.#tokens.slice(before.last, mention.first).map(({ lower }) => lower);
    if (
      between.length > MAX_GAP ||
      !between.some((word) => word === 'and' || word === 'with' || word === '-' || word === '–')
    )
      return;
    if (between.includes('with') && between.length > 1) return;
    // "Norway, Sweden and Chile" are three.
    this.#pair = isList ? null : [other, country];
  }

  get(): readonly Referent[] {
    if (this.#pair !== null) return this.#pair;
    return this.#countries.size === 2 ? [...this.#countries] : [];
  }
}

/** Who "the Norwegian and Swedish presidents" or "the leaders" are; empty where not all are settled. */
export function resolveGroup(history: History, role: Role): readonly Referent[] {
  const classes = classesOfNoun(role.head.words);
  const nations = nationsOf(role);
  if (nations.length > 1) {
    const people = history.people(role.at, Number.POSITIVE_INFINITY);
    const found = nations.map((code) =>
      people.find((person) => person.nations.has(code) && classes.some((each) => person.classes.has(each))),
    );
    const settled = found.filter((each) => each !== undefined);
    return settled.length === nations.length && new Set(settled).size === settled.length ? settled : [];
  }
  if (nations.length === 1 || role.determiner !== 'the' || role.after.length > 0) return [];
  for (const { mention } of history.back(role.at)) {
    const fits = mention.entities.every(
      (each) => each.type === 'PERSON' && classes.some((one) => each.classes.has(one)),
    );
    const counts = role.number === null || role.number === mention.entities.length;
    if (mention.entities.length > 1 && fits && counts) return mention.entities;
  }
  return [];
}
