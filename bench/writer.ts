import type { Addressee, Draft, Named, Span } from './draft.ts';
import { Narrator } from './narrator.ts';
import type { Entity, Picker } from './world.ts';

const VERBS = [
  'must leave',
  'may yet join',
  'should pay for',
  'will never sign',
  'has broken',
  'wants to reopen',
];
const OBJECTS = [
  'the accord',
  'the talks',
  'the pipeline',
  'the northern border',
  'the budget',
  'the façade of the old embassy',
];
const TAILS = [
  '',
  '',
  ' before the end of the year',
  ' despite what was agreed in the spring',
  ' unless parliament votes against it next week',
  ' once the committee of inquiry has heard the last of its forty witnesses',
  ' whatever the polls say about the mood in the provinces and among the young',
];
const QUOTES = ['a grave mistake', 'the only way', 'out of the question', 'a step in the right direction'];
const CUES = ['said', 'added', 'claimed', 'warned', 'argued'] as const;
const LEMMAS = { said: 'say', added: 'add', claimed: 'claim', warned: 'warn', argued: 'argue' } as const;
const ACTS = ['ASSERT', 'ASSERT', 'ASSERT', 'CRITICIZE', 'DEMAND', 'PREDICT', 'DENY'] as const;
const SOURCES = ['Two officials', 'A diplomat', 'People close to the talks', 'An aide'];

/** What is said, and about whom. */
interface Said {
  readonly content: Span;
  readonly about: string[];
}

/** Somebody who has just spoken, and whom they told. */
interface Turn {
  readonly by: Named;
  readonly told: Addressee | null;
}

/** Writes one sentence after the other. */
export class Writer {
  readonly #draft: Draft;
  readonly #pick: Picker;
  readonly #narrator: Narrator;
  readonly #publisher: Entity;
  readonly #dayBefore: string;
  #last: Turn | null = null;

  constructor(draft: Draft, pick: Picker, publisher: Entity, dayBefore: string) {
    this.#draft = draft;
    this.#pick = pick;
    this.#narrator = new Narrator(draft, pick);
    this.#publisher = publisher;
    this.#dayBefore = dayBefore;
  }

  /** One sentence with at most `room` statements, and perhaps one without. */
  write(room: number): void {
    const roll = this.#pick.next();
    if (roll < 0.26) this.#direct();
    else if (roll < 0.35) this.#pieces();
    else if (roll < 0.45) this.#mixed();
    else if (roll < 0.57 && room > 1) this.#nested(Math.min(room, this.#pick.chance(0.2) ? 3 : 2));
    else if (roll < 0.6) this.#silence();
    else this.#indirect();
    this.#space();
    if (!this.#pick.chance(0.8)) return;
    this.#narrator.write();
    this.#space();
  }

  #direct(): void {
    this.#draft.add('“');
    const { content, about } = this.#clause(',');
    this.#draft.add('” ');
    const back = this.#last !== null && this.#pick.chance(0.4) ? this.#last : null;
    const by = back === null ? this.#person() : this.#again(back.by);
    const cue = this.#cue();
    this.#draft.add('.');
    const told = back?.told ? { ...back.told, carried: true } : null;
    const addressee = told === null ? {} : { addressee: told };
    const rest = { content: [content], about, ...cue, ...this.#circumstances(), ...addressee };
    this.#draft.say(by, { kind: 'DIRECT', ...rest });
    this.#last = { by, told };
  }

  /** A quotation that its speaker stands in the midst of. */
  #pieces(): void {
    this.#draft.add('“');
    const first = this.#clause(',');
    this.#draft.add('” ');
    const cue = this.#word('', 'said');
    this.#draft.add(' ');
    const by = this.#person();
    this.#draft.add(' to applause. “');
    const second = this.#clause('.');
    this.#draft.add('”');
    const content = [first.content, second.content];
    const about = [...new Set([...first.about, ...second.about])];
    const rest = { content, about, cue, lemma: 'say', ...this.#circumstances() };
    this.#draft.say(by, { kind: 'DIRECT', ...rest });
    this.#last = { by, told: null };
  }

  #mixed(): void {
    const by = this.#source();
    const cue = this.#cue();
    this.#draft.add(' ');
    const start = this.#draft.length;
    this.#draft.add('that ');
    const target = this.#pick.target();
    this.#draft.refer(target);
    this.#draft.add(` and ${this.#pick.one(OBJECTS)} were “${this.#pick.one(QUOTES)}”`);
    const content = [this.#draft.since(start)];
    this.#draft.add('.');
    const rest = { content, about: [target.id], ...cue, ...this.#circumstances() };
    this.#draft.say(by, { kind: 'MIXED', ...rest });
  }

  #indirect(): void {
    const by = this.#source();
    const told = by !== null && this.#pick.chance(0.25);
    const cue = told ? { cue: this.#word(' ', 'told'), lemma: 'tell' } : this.#cue();
    this.#draft.add(' ');
    const paper = told ? this.#draft.refer(this.#publisher) : null;
    if (paper !== null) this.#draft.add(' ');
    const said = this.#that();
    this.#draft.add('.');
    const addressee = paper && {
      state: 'KNOWN' as const,
      entities: [...paper.entities],
      evidence: [paper.evidence],
    };
    const circumstances = { ...this.#circumstances(), ...(addressee && { addressee }) };
    this.#draft.say(by, {
      kind: 'INDIRECT',
      content: [said.content],
      about: said.about,
      ...cue,
      ...circumstances,
    });
    if (by !== null) this.#last = { by, told: addressee };
  }

  /** One says that another said, and so on. */
  #nested(depth: number): void {
    const by = this.#source();
    const cue = this.#cue();
    this.#draft.add(' ');
    const both = { kind: 'INDIRECT', ...this.#circumstances() } as const;
    const chain: { readonly by: Named; readonly cue: Span; readonly start: number }[] = [];
    const start = this.#draft.length;
    for (let inner = 1; inner < depth; inner += 1) {
      const from = this.#draft.length;
      this.#draft.add('that ');
      const who = this.#person();
      chain.push({ by: who, cue: this.#word(' ', 'had warned'), start: from });
      this.#draft.add(' ');
    }
    const innermost = this.#that();
    // Outer contents end with the inner ones.
    const content = (from: number) => [this.#draft.since(from)];
    const wholes = chain.map((each) => content(each.start));
    const subject = chain[0]?.by.entities ?? [];
    let within = this.#draft.say(by, { ...both, content: content(start), about: [...subject], ...cue });
    for (const [index, each] of chain.entries()) {
      const next = chain[index + 1];
      const said = { content: wholes[index + 1] ?? [innermost.content], about: innermost.about };
      const about = next === undefined ? said.about : [...next.by.entities];
      const rest = { ...both, content: said.content, about, within, cue: each.cue, lemma: 'warn' };
      within = this.#draft.say(each.by, { ...rest, acts: ['PREDICT'] });
    }
    this.#draft.add('.');
  }

  #silence(): void {
    const by = this.#person();
    const cue = this.#word(' ', 'declined to comment');
    this.#draft.add('.');
    this.#draft.say(by, { kind: 'INDIRECT', acts: ['DECLINED_TO_COMMENT'], cue, lemma: 'decline' });
  }

  /** A person or two, whoever spoke before, a city for its state, somebody unnamed, or nobody. */
  #source(): Named | null {
    const roll = this.#pick.next();
    if (roll < 0.5) return this.#person();
    if (roll < 0.58) return this.#together();
    if (roll < 0.66 && this.#last !== null) return this.#back(this.#last.by, 'They', 'PRONOUN');
    if (roll < 0.8) return this.#draft.metonym(this.#pick.country());
    if (roll < 0.97) {
      const name = this.#pick.one(SOURCES);
      const id = `source-${this.#draft.statements.length}`;
      return this.#draft.refer({ id, type: 'UNNAMED_SOURCE', name }, name, { kind: 'NOMINAL' });
    }
    this.#draft.add('It is');
    return null;
  }

  #person(): Named {
    return this.#draft.introduce(this.#pick.person());
  }

  /** Two with one voice. */
  #together(): Named {
    const one = this.#person();
    this.#draft.add(' and ');
    const other = this.#person();
    if (one.entities[0] === other.entities[0]) return other;
    const evidence = this.#draft.since(one.evidence.start);
    const entities = [...one.entities, ...other.entities] as const;
    return { ...one, entities: [entities[0], ...entities.slice(1)], evidence };
  }

  #again(before: Named): Named {
    return this.#back(before, 'the speaker quoted before', 'NOMINAL');
  }

  /** Words that point back at a mention. */
  #back(before: Named, words: string, kind: 'NOMINAL' | 'PRONOUN'): Named {
    const entity = this.#draft.entities.get(before.entities[0]) as Entity;
    const entities = [...before.entities];
    const back = this.#draft.refer(entity, words, { kind, antecedent: before.mention, entities });
    return { ...before, mention: back.mention, evidence: back.evidence };
  }

  #that(): Said {
    const start = this.#draft.length;
    this.#draft.add('that ');
    const { about } = this.#clause('');
    return { content: this.#draft.since(start), about };
  }

  /** What is said, about one or two. */
  #clause(end: string): Said {
    const start = this.#draft.length;
    const [one, two] = [this.#pick.target(), this.#pick.target()];
    this.#draft.refer(one);
    const both = one.id !== two.id && this.#pick.chance(0.5);
    this.#draft.add(` ${this.#pick.one(VERBS)} ${this.#pick.one(OBJECTS)}${both ? ' with ' : ''}`);
    if (both) this.#draft.refer(two);
    this.#draft.add(`${this.#pick.one(TAILS)}${end}`);
    return { content: this.#draft.since(start), about: both ? [one.id, two.id] : [one.id] };
  }

  #cue(): { cue: Span; lemma: string } {
    const cue = this.#pick.one(CUES);
    return { cue: this.#word(' ', cue), lemma: LEMMAS[cue] };
  }

  #word(before: string, word: string): Span {
    this.#draft.add(before);
    return this.#draft.add(word);
  }

  #space(): void {
    this.#draft.add(this.#pick.chance(0.3) ? '\n\n' : ' ');
  }

  #circumstances() {
    const saidAt = this.#pick.chance(0.3) ? this.#dayBefore : null;
    const confidence = Math.round((0.5 + this.#pick.next() / 2) * 100) / 100;
    return { acts: [this.#pick.one(ACTS)], saidAt, confidence };
  }
}
