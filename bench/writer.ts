import type { Draft, Named, Span } from './draft.ts';
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
  'the fisheries',
];
const QUOTES = ['a grave mistake', 'the only way', 'out of the question', 'a step in the right direction'];
const CUES = ['said', 'added', 'claimed', 'warned', 'argued'] as const;
const LEMMAS = { said: 'say', added: 'add', claimed: 'claim', warned: 'warn', argued: 'argue' } as const;
const ACTS = ['ASSERT', 'ASSERT', 'ASSERT', 'CRITICIZE', 'DEMAND', 'PREDICT', 'DENY'] as const;
const SOURCES = ['Two officials', 'A diplomat', 'People close to the talks', 'An aide'];

/** Writes one sentence after the other. */
export class Writer {
  readonly #draft: Draft;
  readonly #pick: Picker;
  readonly #publisher: Entity;
  readonly #dayBefore: string;
  #last: Named | null = null;

  constructor(draft: Draft, pick: Picker, publisher: Entity, dayBefore: string) {
    this.#draft = draft;
    this.#pick = pick;
    this.#publisher = publisher;
    this.#dayBefore = dayBefore;
  }

  /** One sentence with at most `room` statements. */
  write(room: number): void {
    const roll = this.#pick.next();
    if (roll < 0.35) this.#direct();
    else if (roll < 0.45) this.#mixed();
    else if (roll < 0.57 && room > 1) this.#nested();
    else if (roll < 0.6) this.#silence();
    else this.#indirect();
    this.#draft.add(this.#pick.next() < 0.3 ? '\n\n' : ' ');
  }

  #direct(): void {
    this.#draft.add('“');
    const { content, about } = this.#clause(',');
    this.#draft.add('” ');
    const back = this.#last !== null && this.#pick.next() < 0.4 ? this.#last : null;
    const by = back === null ? this.#draft.introduce(this.#pick.person()) : this.#again(back);
    const cue = this.#cue();
    this.#draft.add('.');
    this.#draft.say(by, { kind: 'DIRECT', content: [content], about, ...cue, ...this.#circumstances() });
    this.#last = by;
  }

  #mixed(): void {
    const by = this.#source();
    const cue = this.#cue();
    this.#draft.add(' ');
    const start = this.#draft.text.length;
    this.#draft.add('that ');
    const target = this.#pick.target();
    this.#draft.refer(target);
    this.#draft.add(` and ${this.#pick.one(OBJECTS)} were “${this.#pick.one(QUOTES)}”`);
    const content = [this.#draft.since(start)];
    this.#draft.add('.');
    this.#draft.say(by, { kind: 'MIXED', content, about: [target.id], ...cue, ...this.#circumstances() });
  }

  #indirect(): void {
    const by = this.#source();
    const told = this.#pick.next() < 0.25;
    const cue = told ? { cue: this.#word(' ', 'told'), lemma: 'tell' } : this.#cue();
    this.#draft.add(' ');
    const paper = told ? this.#draft.refer(this.#publisher) : null;
    if (paper !== null) this.#draft.add(' ');
    const { content, about } = this.#that();
    this.#draft.add('.');
    const addressee = paper && {
      state: 'KNOWN' as const,
      entities: [paper.entity],
      evidence: [paper.evidence],
    };
    const circumstances = { ...this.#circumstances(), ...(addressee && { addressee }) };
    this.#draft.say(by, { kind: 'INDIRECT', content: [content], about, ...cue, ...circumstances });
  }

  /** One says that another said. */
  #nested(): void {
    const by = this.#source();
    const cue = this.#cue();
    this.#draft.add(' ');
    const start = this.#draft.text.length;
    this.#draft.add('that ');
    const inner = this.#draft.introduce(this.#pick.person());
    const had = this.#word(' ', 'had warned');
    this.#draft.add(' ');
    const { content, about } = this.#that();
    const whole = this.#draft.since(start);
    this.#draft.add('.');
    const both = { kind: 'INDIRECT', ...this.#circumstances() } as const;
    const within = this.#draft.say(by, { ...both, content: [whole], about: [inner.entity], ...cue });
    const said = { ...both, content: [content], about, within, cue: had, lemma: 'warn' };
    this.#draft.say(inner, { ...said, acts: ['PREDICT'] });
  }

  #silence(): void {
    const by = this.#draft.introduce(this.#pick.person());
    const cue = this.#word(' ', 'declined to comment');
    this.#draft.add('.');
    this.#draft.say(by, { kind: 'INDIRECT', acts: ['DECLINED_TO_COMMENT'], cue, lemma: 'decline' });
  }

  /** A person, a city for its state, somebody unnamed, or nobody. */
  #source(): Named | null {
    const roll = this.#pick.next();
    if (roll < 0.65) return this.#draft.introduce(this.#pick.person());
    if (roll < 0.8) return this.#draft.metonym(this.#pick.country());
    if (roll < 0.97) {
      const name = this.#pick.one(SOURCES);
      const id = `source-${this.#draft.statements.length}`;
      return this.#draft.refer({ id, type: 'UNNAMED_SOURCE', name }, name, { kind: 'NOMINAL' });
    }
    this.#draft.add('It is');
    return null;
  }

  #again(before: Named): Named {
    const entity = this.#draft.entities.get(before.entity) as Entity;
    const back = this.#draft.refer(entity, 'the speaker quoted before', {
      kind: 'NOMINAL',
      antecedent: before.mention,
    });
    return { ...back, speakingAs: before.speakingAs };
  }

  #that(): { content: Span; about: string[] } {
    const start = this.#draft.text.length;
    this.#draft.add('that ');
    const { about } = this.#clause('');
    return { content: this.#draft.since(start), about };
  }

  /** What is said, about one or two. */
  #clause(end: string): { content: Span; about: string[] } {
    const start = this.#draft.text.length;
    const [one, two] = [this.#pick.target(), this.#pick.target()];
    this.#draft.refer(one);
    const both = one.id !== two.id && this.#pick.next() < 0.4;
    this.#draft.add(` ${this.#pick.one(VERBS)} ${this.#pick.one(OBJECTS)}${both ? ' with ' : ''}`);
    if (both) this.#draft.refer(two);
    this.#draft.add(end);
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

  #circumstances() {
    const saidAt = this.#pick.next() < 0.3 ? this.#dayBefore : null;
    const confidence = Math.round((0.5 + this.#pick.next() / 2) * 100) / 100;
    return { acts: [this.#pick.one(ACTS)], saidAt, confidence };
  }
}
