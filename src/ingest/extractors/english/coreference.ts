import { Pairs, resolveGroup, statesAt } from './groups.ts';
import { History } from './history.ts';
import type { Holding } from './holdings.ts';
import { ORGANIZATION_NOUNS, OUTLET_NOUNS } from './lexicon/organizations.ts';
import { genderOfPronoun, resolvePronoun } from './pronouns.ts';
import { speakersOfQuotations } from './quotation-speakers.ts';
import type { Reading } from './reading.ts';
import { type Mention, mention, type Referent } from './referent.ts';
import { resolveAhead, resolveRole } from './role-resolution.ts';
import type { Role } from './roles.ts';
import { labelsIn } from './turns.ts';

export interface Resolved {
  /** All mentions, in text order. */
  readonly mentions: readonly Mention[];
  /** Of roles, what they stand for. */
  readonly roles: readonly { readonly role: Role; readonly mention: Mention }[];
  /** Mentions that were settled by what comes later. */
  readonly ahead: ReadonlySet<Mention>;
}

type Item = { readonly at: number; readonly add: () => void };

/** What nouns and pronouns point back to. A second pass knows what the first one has found out about people. */
export function corefer(
  reading: Reading,
  names: readonly Mention[],
  roles: readonly Role[],
  holdings: readonly Holding[],
): Resolved {
  const first = new Pass(reading, names, roles, holdings, null).run();
  return new Pass(reading, names, roles, holdings, first).run();
}

class Pass {
  readonly #reading: Reading;
  readonly #names: readonly Mention[];
  readonly #roles: readonly Role[];
  readonly #held: ReadonlyMap<Role, Holding>;
  readonly #before: Resolved | null;
  readonly #history: History;
  readonly #pairs: Pairs;
  /** What a transcript calls its speakers. */
  readonly #labels: ReadonlySet<string>;
  /** Of each quotation. */
  readonly #speakers: readonly (Referent | null)[];
  readonly #mentions: Mention[] = [];
  readonly #resolved: { role: Role; mention: Mention }[] = [];
  readonly #ahead = new Set<Mention>();

  constructor(
    reading: Reading,
    names: readonly Mention[],
    roles: readonly Role[],
    holdings: readonly Holding[],
    before: Resolved | null,
  ) {
    this.#reading = reading;
    this.#names = names;
    this.#roles = roles;
    this.#held = new Map(holdings.map((holding) => [holding.role, holding]));
    this.#before = before;
    this.#history = new History(reading, names);
    this.#pairs = new Pairs(reading.tokens);
    this.#labels = labelsIn(reading);
    this.#speakers = speakersOfQuotations(reading, before?.mentions ?? names);
  }

  run(): Resolved {
    for (const { add } of this.#items()) add();
    const mentions = this.#mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
    return { mentions, roles: this.#resolved, ahead: this.#ahead };
  }

  #items(): Item[] {
    const items: Item[] = [];
    const taken = new Set<number>();
    for (const name of this.#names) {
      items.push({ at: name.first, add: () => this.#add(name) });
      for (let at = name.first; at < name.last; at += 1) taken.add(at);
    }
    for (const role of this.#roles) {
      items.push({ at: role.at, add: () => this.#role(role) });
      for (let at = role.at; at < role.at + role.head.length; at += 1) taken.add(at);
    }
    for (const { index, lower } of this.#reading.tokens) {
      if (taken.has(index)) continue;
      if (genderOfPronoun(lower) !== null) items.push({ at: index, add: () => this.#pronoun(index) });
      else if (OUTLET_NOUNS.has(lower) || ORGANIZATION_NOUNS.has(lower))
        items.push({ at: index, add: () => this.#organization(index) });
      else {
        const states = this.#states(index);
        if (states !== null) items.push(states);
      }
    }
    return items.toSorted((a, b) => a.at - b.at);
  }

  #add(found: Mention): void {
    this.#mentions.push(found);
    this.#history.add(found);
    this.#pairs.add(found);
  }

  #made(first: number, last: number, kind: Mention['kind'], entities: readonly Referent[]): Mention {
    const { tokens } = this.#reading;
    const made = mention(
      { first, last, start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 },
      kind,
      entities,
    );
    made.antecedent = this.#history.antecedent(entities, made.start);
    return made;
  }

  #role(role: Role): void {
    const holding = this.#held.get(role);
    if (holding !== undefined) {
      const made = this.#made(role.first, role.last, 'NOMINAL', [holding.person]);
      // A title directly before its name points to nothing before it.
      made.antecedent = holding.by === 'before' ? null : holding.name;
      this.#resolved.push({ role, mention: made });
      this.#add(made);
      return;
    }
    const entities = this.#referents(role);
    const isOpen = role.determiner === 'the' && !role.head.plural;
    if (entities.length === 0 && !isOpen) return;
    const made = this.#made(role.first, role.last, 'NOMINAL', entities);
    const isAhead = role.determiner === 'a' || made.antecedent === null;
    if (role.determiner === 'a') made.antecedent = null;
    if (isAhead && entities.length > 0) this.#ahead.add(made);
    this.#resolved.push({ role, mention: made });
    this.#add(made);
  }

  #referents(role: Role): readonly Referent[] {
    if (role.head.plural) {
      const group = resolveGroup(this.#history, role);
      return group.length > 0 || this.#before === null ? group : this.#groupAhead(role);
    }
    if (role.determiner === 'the') {
      const isLabel = this.#labels.has(`the ${role.head.words}`);
      const not = this.#speakersAt(role.at);
      const person = resolveRole(this.#reading.tokens, this.#history, role, not, isLabel);
      return person === null ? [] : [person];
    }
    if (role.determiner !== 'a' || this.#before === null) return [];
    const person = resolveAhead(
      role,
      this.#before.roles,
      (other) => this.#paragraph(other.at) - this.#paragraph(role.at),
    );
    return person === null ? [] : [person];
  }

  /** Members that are named only later: who has the role is known from the pass before. */
  #groupAhead(role: Role): readonly Referent[] {
    const history = new History(this.#reading, this.#names);
    for (const name of this.#names.slice(0, MAX_AHEAD)) history.add(name);
    return role.before.length > 1 ? resolveGroup(history, role) : [];
  }

  #paragraph(token: number): number {
    return this.#reading.sentences[this.#reading.tokens[token]?.sentence ?? 0]?.paragraph ?? 0;
  }

  #pronoun(at: number): void {
    const person = resolvePronoun(this.#reading, this.#history, at, this.#speakersAt(at));
    if (person === null) return;
    this.#add(this.#made(at, at + 1, 'PRONOUN', [person]));
  }

  /** Who says "I" there. */
  #speakersAt(token: number): readonly Referent[] {
    const speaker = this.#speakers[this.#reading.tokens[token]?.quotation ?? -1];
    return speaker == null ? [] : [speaker];
  }

  /** "the paper", "the committee". */
  #organization(at: number): void {
    const { tokens } = this.#reading;
    const noun = tokens[at];
    const next = tokens[at + 1];
    if (
      noun === undefined ||
      (next !== undefined && /^(?:NOUN|PROPN)$/.test(next.pos)) ||
      /^(?:of|on|for|in)$/.test(next?.lower ?? '')
    )
      return;
    const first = tokens[at - 1]?.lower === 'news' ? at - 2 : at - 1;
    if (tokens[first]?.lower !== 'the') return;
    const heads = ORGANIZATION_NOUNS.get(noun.lower)?.split(' ') ?? [];
    for (const { mention: met } of this.#history.back(at)) {
      const entity = met.entities[0];
      if (met.entities.length !== 1 || entity?.type !== 'ORGANIZATION') continue;
      const fits =
        (OUTLET_NOUNS.has(noun.lower) && entity.isOutlet) ||
        entity.name.split(' ').some((word) => heads.includes(word));
      if (!fits) continue;
      this.#add(this.#made(first, at + 1, 'NOMINAL', [entity]));
      return;
    }
  }

  #states(at: number): Item | null {
    const phrase = statesAt(this.#reading.tokens, at);
    if (phrase === null) return null;
    const add = () => {
      const pair = this.#pairs.get();
      if (pair.length > 0) this.#add(this.#made(phrase.first, phrase.last, 'NOMINAL', pair));
    };
    return { at, add };
  }
}

/** Names looked through for members of a group that are named later. */
const MAX_AHEAD = 300;
