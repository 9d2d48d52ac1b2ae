import { cueVerb } from './lexicon/cue-verbs.ts';
import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import type { NounPhrase, Phrases, VerbGroup } from './phrases.ts';
import type { Sentence, Token } from './reading.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The noun phrase that it turns on. */
  readonly head: NounPhrase | null;
}

export interface Subject extends Stretch {
  /** `relative`: a relative pronoun; `shared`: that of an earlier verb; `after`: behind the verb. */
  readonly place: 'before' | 'after' | 'relative' | 'shared';
}

const DASH = /^(?:[–—-]|--)$/u;
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
const JOINS_NOUNS = new Set(
  'of for from at in with on to behind by against near under about around within among between inside outside representing including into without across over'.split(
    ' ',
  ),
);
/** A phrase with one of these tells the occasion, not who the person is. */
const OCCASIONS = new Set(
  'statement interview speech email e-mail letter tweet post news conference briefing release call memo op-ed column report article remarks rally debate appearance hearing meeting event message testimony filing address podcast video radio television blog essay editorial'.split(
    ' ',
  ),
);
/** Most tokens looked at for one subject: without it a list of a thousand names costs its square. */
const MAX_BACK = 60;
const MAX_DEPTH = 4;

export class Subjects {
  readonly #phrases: Phrases;
  readonly #tokens: readonly Token[];

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
    this.#tokens = phrases.reading.tokens;
  }

  /** Who does what the verb says; null where the sentence does not tell. */
  of(verb: VerbGroup, sentence: Sentence, depth = 0): Subject | null {
    if (depth > MAX_DEPTH) return null;
    let at = this.skipAdverbsBack(verb.first, sentence.first);
    // who calls him a “fool,” said
    if (/^["”’']$/u.test(this.#tokens[at - 1]?.text ?? '') && this.#tokens[at - 2]?.text === ',') at -= 1;
    if (verb.form === 'infinitive') return this.#controller(verb, sentence, depth);
    const before = this.#tokens[at - 1];
    if (at <= sentence.first || before === undefined) {
      return verb.form === 'present participle' ? this.#following(verb, sentence, depth) : null;
    }
    if (before.pos === 'PRON' && RELATIVE.has(before.lower)) {
      return { first: at - 1, last: at, head: null, place: 'relative' };
    }
    if (before.lower === ',' || before.lower === ')' || DASH.test(before.text)) {
      if (verb.form === 'present participle') return this.#shared(verb, sentence, depth);
      const relative = this.#relativeBefore(at - 1, sentence);
      if (relative >= 0) return { first: relative, last: relative + 1, head: null, place: 'relative' };
      const named = this.#beforeParenthesis(at - 1, sentence);
      return named === null ? this.#shared(verb, sentence, depth) : { ...named, place: 'before' };
    }
    if (verb.form === 'present participle' && !(before.pos === 'CCONJ')) {
      const noun = this.chainBefore(at, sentence.first);
      if (noun !== null && noun.head !== null && !this.#isOccasion(noun.head))
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
    const head = this.#tokens[chain.head.head];
    if (head === undefined || isTimeWord(head.lower) || isTimeUnit(head.lower)) return null;
    if (
      head.pos === 'PRON' &&
      /^(?:him|them|me|us|this|that|it|himself|herself|themselves)$/.test(head.lower)
    )
      return null;
    const next = this.#phrases.verbFrom(chain.last);
    if (next !== undefined && next.form === 'finite' && !this.#isCut(chain.last)) return null;
    return { ...chain, last: this.withApposition(chain.last, sentence.last), place: 'after' };
  }

  #isCut(at: number): boolean {
    return this.#tokens[at]?.pos === 'PUNCT';
  }

  skipAdverbsBack(at: number, first: number): number {
    let from = at;
    while (from > first) {
      const token = this.#tokens[from - 1];
      if (token === undefined) break;
      const isAdverb = token.pos === 'ADV' && !/^(?:when|where|why|how|however)$/.test(token.lower);
      const noun = this.#phrases.nounBefore(from);
      const isTime = noun !== undefined && this.#isTime(noun) && noun.first > first;
      if (isTime) {
        from = noun.first - (this.#tokens[noun.first - 1]?.pos === 'ADP' ? 1 : 0);
        continue;
      }
      const phrase = noun !== undefined && this.#tokens[noun.first - 1]?.pos === 'ADP' ? noun.first - 1 : -1;
      if (phrase > first && this.#isRelative(phrase - 1)) {
        from = phrase;
        continue;
      }
      if (!isAdverb) break;
      from -= 1;
    }
    return from;
  }

  #isRelative(at: number): boolean {
    const token = this.#tokens[at];
    return token?.pos === 'PRON' && /^(?:who|which)$/.test(token.lower);
  }

  /** The noun phrase that ends before the token, with what belongs to it on its left. */
  chainBefore(last: number, floor: number): Stretch | null {
    let edge = last;
    if (this.#tokens[last - 1]?.text === ')') edge = this.#opening(last - 1, floor);
    let head = this.#phrases.nounBefore(edge);
    if (head === undefined) return null;
    let first = head.first;
    let isList = false;
    for (let steps = 0; steps < 12 && first > floor && last - first < MAX_BACK; steps += 1) {
      const before = this.#tokens[first - 1];
      const noun: NounPhrase | undefined = this.#phrases.nounBefore(first - 1);
      if (before === undefined) break;
      if (
        before.pos === 'ADP' &&
        JOINS_NOUNS.has(before.lower) &&
        noun !== undefined &&
        noun.first >= floor
      ) {
        if (this.#isTime(noun)) break;
        first = noun.first;
        head = noun;
        continue;
      }
      if (
        before.pos === 'CCONJ' &&
        /^(?:and|&|or)$/.test(before.lower) &&
        noun !== undefined &&
        noun.first >= floor
      ) {
        const verb = this.#phrases.verbBefore(noun.first);
        if (verb !== undefined) break;
        first = noun.first;
        head = noun;
        isList = true;
        continue;
      }
      if (
        before.lower === ',' &&
        isList &&
        noun !== undefined &&
        noun.first >= floor &&
        this.#tokens[noun.first - 1]?.pos !== 'ADP'
      ) {
        first = noun.first;
        head = noun;
        continue;
      }
      const bracketed = before.text === ')' ? this.#beforeBrackets(first - 1, floor) : undefined;
      if (bracketed !== undefined) {
        first = bracketed.first;
        head = bracketed;
        continue;
      }
      // "a source close to her", "people familiar with it"
      const described =
        before.pos === 'ADP' && this.#tokens[first - 2]?.pos === 'ADJ'
          ? this.#phrases.nounBefore(first - 2)
          : undefined;
      if (described !== undefined && described.first >= floor) {
        first = described.first;
        head = described;
        continue;
      }
      const modifier = this.#modifierBefore(first, floor);
      if (modifier === null) break;
      first = modifier.first;
      head = modifier;
    }
    return { first, last, head };
  }

  /** "the Council’s (upper house) Committee": what the brackets stand behind. */
  #beforeBrackets(close: number, floor: number): NounPhrase | undefined {
    const open = this.#opening(close, floor);
    const isPossessive = /^'s?$/.test(this.#tokens[open - 1]?.lower ?? '');
    const noun = open === close ? undefined : this.#phrases.nounBefore(isPossessive ? open - 1 : open);
    return noun !== undefined && noun.first >= floor ? noun : undefined;
  }

  /** The noun phrase whose participle or relative clause ends before the token. */
  #modifierBefore(at: number, floor: number): NounPhrase | null {
    let verb = this.#phrases.verbBefore(at);
    const preposition = this.#tokens[at - 1];
    if (verb === undefined && preposition?.pos === 'ADP') verb = this.#phrases.verbBefore(at - 1);
    if (verb === undefined || verb.first <= floor) return null;
    const before = this.#tokens[verb.first - 1];
    if (before?.pos === 'PRON' && RELATIVE.has(before.lower)) {
      return this.#phrases.nounBefore(verb.first - 1) ?? null;
    }
    const isParticiple =
      verb.form === 'present participle' ||
      (verb.form === 'past participle' && preposition?.pos === 'ADP' && preposition.index === at - 1) ||
      (verb.form === 'finite' &&
        !verb.isPerfectOrModal &&
        /ed$/.test(this.#tokens[verb.head]?.lower ?? '') &&
        preposition?.pos === 'ADP' &&
        preposition.index === at - 1);
    if (!isParticiple) return null;
    return this.#phrases.nounBefore(verb.first) ?? null;
  }

  #isTime(noun: NounPhrase): boolean {
    const head = this.#tokens[noun.head];
    return head !== undefined && (isTimeWord(head.lower) || isTimeUnit(head.lower));
  }

  /** The noun phrase from the token on, with the phrases that belong to it. */
  chainFrom(first: number, ceiling: number): Stretch | null {
    const head = this.#phrases.nounFrom(first);
    if (head === undefined) return null;
    let last = head.last;
    for (let steps = 0; steps < 10; steps += 1) {
      const after = this.#tokens[last];
      if (after === undefined || last >= ceiling) break;
      if (after.text === '(') {
        const close = this.#closing(last, ceiling);
        if (close < 0) break;
        last = close + 1;
        continue;
      }
      const noun = this.#phrases.nounFrom(last + 1);
      if (noun === undefined || noun.last > ceiling) break;
      const joins =
        after.pos === 'ADP' && JOINS_NOUNS.has(after.lower) && !this.#isTime(noun) && !this.#isOccasion(noun);
      const lists =
        after.pos === 'CCONJ' &&
        /^(?:and|&)$/.test(after.lower) &&
        this.#phrases.verbFrom(noun.last) === undefined;
      if (!joins && !lists) break;
      last = noun.last;
    }
    return { first, last, head };
  }

  #isOccasion(noun: NounPhrase): boolean {
    return (
      OCCASIONS.has(this.#tokens[noun.head]?.lemma ?? '') ||
      OCCASIONS.has(this.#tokens[noun.head]?.lower ?? '')
    );
  }

  /** Where an apposition behind a name ends: ", the chair of the board". */
  withApposition(at: number, ceiling: number): number {
    const comma = this.#tokens[at];
    if (comma?.text !== ',' || at + 1 >= ceiling) return at;
    const chain = this.chainFrom(at + 1, ceiling);
    if (chain === null || chain.head === null) return at;
    const start = this.#tokens[at + 1];
    if (start === undefined || start.pos === 'PRON' || this.#isTime(chain.head)) return at;
    const next = this.#tokens[chain.last];
    if (this.#phrases.verbFrom(chain.last) !== undefined && next?.pos !== 'PUNCT') {
      const verb = this.#phrases.verbFrom(chain.last);
      if (verb?.form !== 'present participle') return at;
    }
    return chain.last;
  }

  /** The "who" of "who, on Friday, said"; -1 for none. */
  #relativeBefore(close: number, sentence: Sentence): number {
    for (let at = close - 1; at > Math.max(sentence.first, close - 12); at -= 1)
      if (this.#tokens[at]?.text === ',') return this.#isRelative(at - 1) ? at - 1 : -1;
    return -1;
  }

  /** Who is named before a parenthesis that ends with the token at `close`. */
  #beforeParenthesis(close: number, sentence: Sentence): Stretch | null {
    const floor = Math.max(sentence.first, close - MAX_BACK);
    const mark = this.#tokens[close];
    if (mark?.text === ')') {
      const open = this.#opening(close, floor);
      const chain = this.chainBefore(open, sentence.first);
      return chain === null ? null : { ...chain, last: close + 1 };
    }
    let found: Stretch | null = null;
    for (let at = close - 1; at > floor; at -= 1) {
      const token = this.#tokens[at];
      if (token === undefined || (token.quotation >= 0 && token.quotation !== mark?.quotation)) continue;
      const opens =
        mark?.text === ',' ? token.text === ',' : DASH.test(token.text) && token.text === mark?.text;
      if (!opens) continue;
      if (!this.#isParenthesis(at + 1, close)) break;
      const chain = this.chainBefore(at, sentence.first);
      if (chain === null || chain.head === null) continue;
      const before = this.#tokens[chain.first - 1];
      const isClause = before !== undefined && SUBORDINATES.has(before.lower);
      if (!isClause && (before?.pos === 'ADP' || before?.pos === 'SCONJ')) continue;
      found = { ...chain, last: close };
      if (before?.text !== ',' || this.#isNamed(chain.head)) break;
    }
    return found;
  }

  /** No main clause of its own stands between. */
  #isParenthesis(from: number, to: number): boolean {
    const start = this.#tokens[from];
    if (start === undefined || from >= to) return false;
    if (start.pos === 'PRON' && RELATIVE.has(start.lower)) return true;
    if (start.pos === 'CCONJ' || start.pos === 'SCONJ') return false;
    const noun = this.chainFrom(from, to);
    if (noun === null) return true;
    const verb = this.#phrases.verbFrom(this.#skipAdverbs(noun.last, to));
    return (
      verb === undefined || verb.form !== 'finite' || (verb.lemma.endsWith('ed') && !verb.isPerfectOrModal)
    );
  }

  #skipAdverbs(at: number, ceiling: number): number {
    let to = at;
    while (to < ceiling && this.#tokens[to]?.pos === 'ADV') to += 1;
    return to;
  }

  #isNamed({ first, last }: NounPhrase): boolean {
    for (let at = first; at < last; at += 1) if (this.#tokens[at]?.pos === 'PROPN') return true;
    return false;
  }

  /** That of the nearest verb before with one of its own. */
  #shared(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    const floor = Math.max(sentence.first, verb.first - MAX_BACK);
    const quotation = this.#tokens[verb.head]?.quotation;
    let nearest: Subject | null = null;
    const isCue = cueVerb(verb.lemma) !== undefined;
    for (let at = verb.first - 1; at >= floor; at -= 1) {
      const phrase = this.#phrases.at(at);
      if (phrase?.kind !== 'verb' || this.#tokens[phrase.head]?.quotation !== quotation) continue;
      at = phrase.first;
      if (phrase.form !== 'finite') continue;
      const subject = this.of(phrase, sentence, depth + 1);
      if (subject === null) continue;
      if (subject.place === 'relative' && this.#tokens[verb.first - 1]?.text === ',') continue;
      nearest ??= { ...subject, place: 'shared' };
      if (!isCue || !this.#isEmbedded(subject)) return { ...subject, place: 'shared' };
    }
    return nearest;
  }

  /** Whether the clause with the subject is reported by, or depends on, another verb: "said the plan was dead and accused …". */
  #isEmbedded({ first, place }: Subject): boolean {
    if (place === 'relative') return true;
    const before = this.#tokens[first - 1];
    if (before === undefined) return false;
    if (before.pos === 'SCONJ' || SUBORDINATES.has(before.lower)) return true;
    const verb =
      this.#phrases.verbBefore(first) ??
      this.#phrases.verbBefore(this.#phrases.nounBefore(first)?.first ?? -1);
    return verb !== undefined && cueVerb(verb.lemma) !== undefined;
  }

  /** Of a participle at the beginning: that of the verb behind it. */
  #following(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    for (let at = verb.last; at < Math.min(sentence.last, verb.last + MAX_BACK); at += 1) {
      const phrase = this.#phrases.at(at);
      if (phrase?.kind !== 'verb') continue;
      at = phrase.last - 1;
      if (phrase.form === 'finite') return this.of(phrase, sentence, depth + 1);
    }
    return null;
  }

  /** Who does what an infinitive says: the object of "asked him to say", else the subject of the verb before. */
  #controller(verb: VerbGroup, sentence: Sentence, depth: number): Subject | null {
    const noun = this.#phrases.nounBefore(verb.first);
    if (noun !== undefined && this.#tokens[noun.first - 1]?.lower === 'for')
      return { first: noun.first, last: noun.last, head: noun, place: 'before' };
    if (noun !== undefined) {
      const governing = this.#phrases.verbBefore(noun.first);
      if (governing !== undefined && GIVES_TASK.has(governing.lemma))
        return { first: noun.first, last: noun.last, head: noun, place: 'before' };
    }
    return this.#shared(verb, sentence, depth);
  }

  #opening(close: number, floor: number): number {
    for (let at = close - 1; at >= Math.max(floor, close - MAX_BACK); at -= 1)
      if (this.#tokens[at]?.text === '(') return at;
    return close;
  }

  #closing(open: number, ceiling: number): number {
    for (let at = open + 1; at < Math.min(ceiling, open + MAX_BACK); at += 1)
      if (this.#tokens[at]?.text === ')') return at;
    return -1;
  }
}

const SUBORDINATES = new Set(
  'that after before because while when as if whether since until though although where unless once'.split(
    ' ',
  ),
);
const GIVES_TASK = new Set(
  'ask tell urge want force allow lead cause get press order permit enable expect require encourage invite persuade prompt compel push convince'.split(
    ' ',
  ),
);
