import { Chains, DASH, MAX_BACK, RELATIVE, type Stretch, SUBORDINATES } from './chains.ts';
import { cueVerb } from './lexicon/cue-verbs.ts';
import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import { Parentheses } from './parentheses.ts';
import type { Phrases, VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';

export interface Subject extends Stretch {
  /** `relative`: a relative pronoun; `shared`: that of an earlier verb; `after`: behind the verb. */
  readonly place: 'before' | 'after' | 'relative' | 'shared';
}

const MAX_DEPTH = 4;
const GIVES_TASK = new Set(
  'ask tell urge want force allow lead cause get press order permit enable expect require encourage invite persuade prompt compel push convince'.split(
    ' ',
  ),
);

/** Who does what a verb says. */
export class Subjects extends Chains {
  readonly #parentheses: Parentheses;

  constructor(phrases: Phrases) {
    super(phrases);
    this.#parentheses = new Parentheses(phrases);
  }

  /** Who does what the verb says; null where the sentence does not tell. */
  of(verb: VerbGroup, sentence: Sentence, depth = 0): Subject | null {
    if (depth > MAX_DEPTH) return null;
    let at = this.skipAdverbsBack(verb.first, sentence.first);
    // who calls him a “fool,” said
    if (/^["”’']$/u.test(this.tokens[at - 1]?.text ?? '') && this.tokens[at - 2]?.text === ',') at -= 1;
    if (verb.form === 'infinitive') return this.#controller(verb, sentence, depth);
    const before = this.tokens[at - 1];
    if (at <= sentence.first || before === undefined) {
      return verb.form === 'present participle' ? this.#following(verb, sentence, depth) : null;
    }
    if (before.pos === 'PRON' && RELATIVE.has(before.lower)) {
      return { first: at - 1, last: at, head: null, place: 'relative' };
    }
    if (before.lower === ',' || before.lower === ')' || DASH.test(before.text)) {
      if (verb.form === 'present participle') return this.#shared(verb, sentence, depth);
      const relative = this.#parentheses.relativeBefore(at - 1, sentence);
      if (relative >= 0) return { first: relative, last: relative + 1, head: null, place: 'relative' };
      const named = this.#parentheses.beforeParenthesis(at - 1, sentence);
      return named === null ? this.#shared(verb, sentence, depth) : { ...named, place: 'before' };
    }
    if (verb.form === 'present participle' && !(before.pos === 'CCONJ')) {
      const near = this.phrases.nounBefore(at);
      // "with Ek saying that …"
      if (near !== undefined && this.tokens[near.first - 1]?.lower === 'with')
        return { first: near.first, last: near.last, head: near, place: 'before' };
      const noun = this.chainBefore(at, sentence.first);
      if (noun !== null && noun.head !== null && !this.isOccasion(noun.head))
        return { ...noun, place: 'before' };
      return this.#shared(verb, sentence, depth) ?? this.#following(verb, sentence, depth);
    }
    if (before.pos === 'CCONJ' || before.lower === 'then') return this.#shared(verb, sentence, depth);
    const chain = this.chainBefore(at, sentence.first);
    return chain === null ? this.#shared(verb, sentence, depth) : { ...chain, place: 'before' };
  }

  /** The subject that stands behind its verb: said Berg, who … */
  after(verb: VerbGroup, sentence: Sentence): Subject | null {
    const chain = this.chainFrom(verb.last, sentence.last);
    if (chain === null || chain.head === null) return null;
    const head = this.tokens[chain.head.head];
    if (head === undefined || isTimeWord(head.lower) || isTimeUnit(head.lower)) return null;
    if (
      head.pos === 'PRON' &&
      /^(?:him|them|me|us|this|that|it|himself|herself|themselves)$/.test(head.lower)
    )
      return null;
    const next = this.phrases.verbFrom(chain.last);
    if (next !== undefined && next.form === 'finite' && !this.#isCut(chain.last)) return null;
    return { ...chain, last: this.withApposition(chain.last, sentence.last), place: 'after' };
  }

  #isCut(at: number): boolean {
    return this.tokens[at]?.pos === 'PUNCT';
  }

  /** That of the nearest verb before with one of its own. */
  #shared(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    const floor = Math.max(sentence.first, verb.first - MAX_BACK);
    const quotation = this.tokens[verb.head]?.quotation;
    let nearest: Subject | null = null;
    const isCue = cueVerb(verb.lemma) !== undefined;
    for (let at = verb.first - 1; at >= floor; at -= 1) {
      const phrase = this.phrases.at(at);
      if (phrase?.kind !== 'verb' || this.tokens[phrase.head]?.quotation !== quotation) continue;
      at = phrase.first;
      if (phrase.form !== 'finite') continue;
      const subject = this.of(phrase, sentence, depth + 1);
      if (subject === null) continue;
      if (subject.place === 'relative' && this.tokens[verb.first - 1]?.text === ',') continue;
      nearest ??= { ...subject, place: 'shared' };
      if (!isCue || !this.#isEmbedded(subject)) return { ...subject, place: 'shared' };
    }
    return nearest;
  }

  /** Whether the clause with the subject is reported by, or depends on, another verb: "said the plan was dead and accused …". */
  #isEmbedded({ first, place }: Subject): boolean {
    if (place === 'relative') return true;
    const before = this.tokens[first - 1];
    if (before === undefined) return false;
    if (before.pos === 'SCONJ' || SUBORDINATES.has(before.lower)) return true;
    const verb =
      this.phrases.verbBefore(first) ?? this.phrases.verbBefore(this.phrases.nounBefore(first)?.first ?? -1);
    return verb !== undefined && cueVerb(verb.lemma) !== undefined;
  }

  /** Of a participle at the beginning: that of the verb behind it. */
  #following(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    for (let at = verb.last; at < Math.min(sentence.last, verb.last + MAX_BACK); at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase?.kind !== 'verb') continue;
      at = phrase.last - 1;
      if (phrase.form === 'finite') return this.of(phrase, sentence, depth + 1);
    }
    return null;
  }

  /** Who does what an infinitive says: the object of "asked him to say", else the subject of the verb before. */
  #controller(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    const noun = this.phrases.nounBefore(verb.first);
    if (noun !== undefined && this.tokens[noun.first - 1]?.lower === 'for')
      return { first: noun.first, last: noun.last, head: noun, place: 'before' };
    if (noun !== undefined) {
      const governing = this.phrases.verbBefore(noun.first);
      if (governing !== undefined && GIVES_TASK.has(governing.lemma))
        return { first: noun.first, last: noun.last, head: noun, place: 'before' };
    }
    return this.#shared(verb, sentence, depth);
  }
}
