import type { Item } from '../recorded.ts';
import type { RelationPlan, Wording } from './plans.ts';
import { CAPITALS, namesOf, relationAt, type WorldKey } from './world.ts';

export type Span = Pick<Item<'mentions'>, 'start' | 'end' | 'exact'>;
/** As an article words the sources that it does not name. */
export const UNNAMED_NAMES: Readonly<Record<string, string>> = { u1: 'two officials', u2: 'a diplomat 🕴' };

interface Claim {
  readonly plan: RelationPlan;
  readonly evidence: Span[];
  reference: boolean;
}

/** A text as it is being written, with what is said where; counts in code points. */
export class Draft {
  text = '';
  here = 0;
  /** Off while words are written that a run leaves out. */
  annotates = true;
  readonly mentions: Item<'mentions'>[] = [];
  readonly statements: Item<'statements'>[] = [];
  /** By id of a statement, which statements it is about: numbers to choose by once all are there. */
  readonly subjects = new Map<string, readonly number[]>();
  readonly relations = new Map<string, Claim>();
  /** Entities that the document speaks of. */
  readonly entities = new Set<string>();
  readonly #suffix: string;
  #statementCount = 0;

  /** Local ids differ from article to article. */
  constructor(suffix: string) {
    this.#suffix = suffix;
  }

  /** Statements are counted whether annotated or not, so that two runs over one text say the same of the same words. */
  nextNumber(): number {
    this.#statementCount += 1;
    return this.#statementCount;
  }

  say(words: string): Span {
    const start = this.here;
    this.text += words;
    this.here += [...words].length;
    return { start, end: this.here, exact: words };
  }

  since(start: number, end = this.here): Span {
    return { start, end, exact: [...this.text].slice(start, end).join('') };
  }

  localId(key: string): string {
    this.entities.add(key);
    return `${key}${this.#suffix}`;
  }

  localIds(keys: readonly string[]): string[] {
    return keys.map((key) => this.localId(key));
  }

  mention(
    span: Span,
    entities: readonly string[],
    more: Partial<Item<'mentions'>> & Pick<Item<'mentions'>, 'kind'>,
  ): string {
    const id = `m${this.mentions.length}`;
    if (this.annotates) this.mentions.push({ id, ...span, entities: this.localIds(entities), ...more });
    return id;
  }

  /** The last place that points to the entity. */
  antecedentOf(key: string): string | null {
    const local = `${key}${this.#suffix}`;
    return this.mentions.findLast(({ entities }) => entities.includes(local))?.id ?? null;
  }

  word(wording: Wording): void {
    if ('word' in wording) this.say(wording.word);
    else if ('relation' in wording) {
      const [type, from, to] = relationAt(wording.relation);
      this.relate(wording, this.say(`${nameIn(from, 0)} ${type.toLowerCase()} ${nameIn(to, 0)}`));
    } else if ('name' in wording) {
      this.mention(this.say(nameIn(wording.name, wording.alias)), [wording.name], { kind: 'NAME' });
    } else if ('metonym' in wording) {
      const literally = CAPITALS[wording.metonym];
      const span = this.say(nameIn(literally, 0));
      const city = this.annotates ? this.localId(literally) : null;
      this.mention(span, [wording.metonym], { kind: 'NAME', reading: 'METONYMIC', literally: city });
    } else this.mention(this.say('these'), wording.nominal, { kind: 'NOMINAL' });
  }

  /** In words it is evidence where it stands; with a reference it needs none. */
  relate(plan: RelationPlan, words: Span | null): void {
    if (!this.annotates) return;
    const key = `${plan.relation} ${plan.since} ${plan.until}`;
    const found = this.relations.get(key) ?? { plan, evidence: [], reference: false };
    this.relations.set(key, found);
    if (plan.reference || words === null) found.reference = true;
    else found.evidence.push(words);
  }

  relationItems(): Item<'relations'>[] {
    return [...this.relations.values()].map(({ plan, evidence, reference }, at) => {
      const [type, from, to] = relationAt(plan.relation);
      return {
        id: `r${at}`,
        type,
        from: this.localId(from),
        to: this.localId(to),
        validFrom: plan.since,
        validUntil: plan.until,
        evidence,
        reference: reference ? 'https://atlas.example/' : null,
      };
    });
  }
}

/** A name of the entity, unnamed sources included. */
export function nameIn(key: string, which: number): string {
  const unnamed = UNNAMED_NAMES[key];
  if (unnamed !== undefined) return unnamed;
  const names = namesOf(key as WorldKey);
  return names[which % names.length] ?? names[0];
}
