import type { AnnotationInput } from '../src/ingest/annotation.ts';
import { capital, country, type Entity, person, standing } from './world.ts';

type Item<Key extends 'mentions' | 'statements' | 'relations'> = NonNullable<AnnotationInput[Key]>[number];
export type Span = Pick<Item<'mentions'>, 'start' | 'end' | 'exact'>;
export type Statement = Item<'statements'>;

/** Somebody who speaks, as the text has just named them. */
export interface Named {
  readonly entity: string;
  readonly mention: string;
  readonly evidence: Span;
  readonly speakingAs: string | null;
}

/** An article while it is written: what is added to the text gets its span, and every element its id. */
export class Draft {
  readonly entities = new Map<string, Entity>();
  readonly mentions: Item<'mentions'>[] = [];
  readonly statements: Statement[] = [];
  readonly relations = new Map<string, Item<'relations'>>();
  #text = '';
  // The words are all of the basic plane, so that units of UTF-16 are code points.
  get text(): string {
    return this.#text;
  }

  add(words: string): Span {
    const start = this.#text.length;
    this.#text += words;
    return { start, end: this.#text.length, exact: words };
  }

  /** What the text has had since `start`. */
  since(start: number): Span {
    return { start, end: this.#text.length, exact: this.#text.slice(start) };
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
    return { entity: entity.id, mention, evidence, speakingAs: null };
  }

  /** Adds a person's name; at the first time in the article with what the person is, which is a fact with evidence. */
  introduce(number: number): Named {
    const who = person(number);
    if (this.entities.has(who.id)) return this.refer(who);
    const named = this.refer(who);
    const is = standing(number);
    let to: string;
    if (is.type === 'HOLDS_POSITION') {
      this.add(`, the ${is.position.name} of `);
      this.refer(is.country);
      to = this.use(is.position);
    } else {
      this.add(is.type === 'MEMBER_OF' ? ', a member of ' : ', a citizen of ');
      to = this.refer(is.type === 'MEMBER_OF' ? is.organization : is.country).entity;
    }
    const evidence = this.since(named.evidence.start);
    this.add(',');
    const id = `r${this.relations.size}`;
    this.relations.set(`${is.type} ${who.id}`, { id, type: is.type, from: who.id, to, evidence: [evidence] });
    return { ...named, evidence, speakingAs: is.type === 'HOLDS_POSITION' ? to : null };
  }

  /** Adds the name of a capital for its country. That it is the capital is background. */
  metonym(number: number): Named {
    const [state, city] = [country(number), capital(number)];
    const key = `CAPITAL_OF ${city.id}`;
    if (!this.relations.has(key)) {
      const ends = { from: this.use(city), to: this.use(state) };
      const reference = `https://atlas.example/${city.id}`;
      this.relations.set(key, { id: `r${this.relations.size}`, type: 'CAPITAL_OF', ...ends, reference });
    }
    return this.refer(state, city.name, { reading: 'METONYMIC', literally: this.use(city) });
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
        : { speakers: [by.entity], evidence: [by.evidence], mention: by.mention, speakingAs: by.speakingAs };
    this.statements.push({ id, source, cue: { evidence: [cue], lemma }, ...statement });
    return id;
  }
}
