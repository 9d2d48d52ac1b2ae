import type { AnnotationInput } from '../src/ingest/annotation.ts';
import { capital, country, type Entity, person, standing } from './world.ts';

type Item<Key extends 'mentions' | 'statements' | 'relations'> = NonNullable<AnnotationInput[Key]>[number];
export type Span = Pick<Item<'mentions'>, 'start' | 'end' | 'exact'>;
export type Statement = Item<'statements'>;
export type Addressee = NonNullable<Statement['addressee']>;

/** Somebody who speaks, as the text has just named them. */
export interface Named {
  readonly entities: readonly [string, ...string[]];
  readonly mention: string;
  readonly evidence: Span;
  readonly speakingAs: string | null;
  readonly onBehalfOf: string | null;
}

/** An article while it is written: what is added to the text gets its span, and every element its id. */
export class Draft {
  readonly entities = new Map<string, Entity>();
  readonly mentions: Item<'mentions'>[] = [];
  readonly statements: Statement[] = [];
  readonly relations = new Map<string, Item<'relations'>>();
  #text = '';
  /** Of the text in code points, and where in it each addition begins in UTF-16. */
  #length = 0;
  readonly #units = new Map<number, number>([[0, 0]]);

  get text(): string {
    return this.#text;
  }

  /** In code points. */
  get length(): number {
    return this.#length;
  }

  add(words: string): Span {
    const start = this.#length;
    this.#text += words;
    for (const _ of words) this.#length += 1;
    this.#units.set(this.#length, this.#text.length);
    return { start, end: this.#length, exact: words };
  }

  /** What the text has had since `start`, where an addition began. */
  since(start: number): Span {
    return { start, end: this.#length, exact: this.#text.slice(this.#units.get(start)) };
  }

  use(entity: Entity): string {
    this.entities.set(entity.id, entity);
    return entity.id;
  }

  /** Adds words that stand for an entity. */
  refer(entity: Entity, words = entity.name, more: Partial<Item<'mentions'>> = {}): Named {
    const evidence = this.add(words);
    const mention = `m${this.mentions.length}`;
    this.mentions.push({ id: mention, ...evidence, kind: 'NAME', entities: [this.use(entity)], ...more });
    return { entities: [entity.id], mention, evidence, speakingAs: null, onBehalfOf: null };
  }

  /**
   * Adds a person's name; at the first time in the article with what the person is, which is a fact with evidence, and later the
   * surname alone.
   */
  introduce(number: number): Named {
    const who = person(number);
    if (this.entities.has(who.id)) return this.refer(who, who.aliases?.[0]);
    const named = this.refer(who);
    const is = standing(number);
    let to: string;
    if (is.type === 'HOLDS_POSITION') {
      this.add(`, the ${is.position.name} of `);
      this.refer(is.country);
      to = this.use(is.position);
    } else {
      this.add(is.type === 'MEMBER_OF' ? ', a member of ' : ', a citizen of ');
      const body = is.type === 'MEMBER_OF' ? is.organization : is.country;
      to = this.use(body);
      this.refer(body);
    }
    const evidence = this.since(named.evidence.start);
    this.add(',');
    this.relate(is.type, who.id, to, evidence);
    if (is.type !== 'HOLDS_POSITION') return { ...named, evidence };
    return { ...named, evidence, speakingAs: to, onBehalfOf: number % 2 === 0 ? is.country.id : null };
  }

  /** Adds the name of a capital for its country. That it is the capital is background. */
  metonym(number: number): Named {
    const [state, city] = [country(number), capital(number)];
    this.relate('CAPITAL_OF', this.use(city), this.use(state), `https://atlas.example/${city.id}`);
    return this.refer(state, city.name, { reading: 'METONYMIC', literally: city.id });
  }

  /** Says once how two stand to each other, by the words that say so or by a reference. */
  relate(type: Item<'relations'>['type'], from: string, to: string, proof: Span | string): void {
    const key = `${type} ${from} ${to}`;
    if (this.relations.has(key)) return;
    const id = `r${this.relations.size}`;
    const given = typeof proof === 'string' ? { reference: proof } : { evidence: [proof] };
    this.relations.set(key, { id, type, from, to, ...given });
  }

  say(
    by: Named | null,
    rest: Omit<Statement, 'id' | 'source' | 'cue'> & { cue: Span; lemma: string },
  ): string {
    const { cue, lemma, ...statement } = rest;
    const id = `s${this.statements.length}`;
    const source =
      by === null
        ? { speakers: [] }
        : {
            speakers: [...by.entities],
            evidence: [by.evidence],
            mention: by.mention,
            speakingAs: by.speakingAs,
            onBehalfOf: by.onBehalfOf,
          };
    this.statements.push({ id, source, cue: { evidence: [cue], lemma }, ...statement });
    return id;
  }
}
