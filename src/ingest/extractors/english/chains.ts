import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import type { NounPhrase, Phrases } from './phrases.ts';
import type { Token } from './reading.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The noun phrase that it turns on. */
  readonly head: NounPhrase | null;
}

export const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
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
export const MAX_BACK = 60;

export const DASH = /^(?:[–—-]|--)$/u;
export const SUBORDINATES = new Set(
  'that after before because while when as if whether since until though although where unless once'.split(
    ' ',
  ),
);

/** Noun phrases with what belongs to them: prepositional phrases, lists, participles, appositions. */
export class Chains {
  protected readonly phrases: Phrases;
  protected readonly tokens: readonly Token[];

  constructor(phrases: Phrases) {
    this.phrases = phrases;
    this.tokens = phrases.reading.tokens;
  }

  skipAdverbsBack(at: number, first: number): number {
    let from = at;
    while (from > first) {
      const token = this.tokens[from - 1];
      if (token === undefined) break;
      const isAdverb = token.pos === 'ADV' && !/^(?:when|where|why|how|however)$/.test(token.lower);
      const noun = this.phrases.nounBefore(from);
      const isTime = noun !== undefined && this.isTime(noun) && noun.first > first;
      if (isTime) {
        from = noun.first - (this.tokens[noun.first - 1]?.pos === 'ADP' ? 1 : 0);
        continue;
      }
      const phrase = noun !== undefined && this.tokens[noun.first - 1]?.pos === 'ADP' ? noun.first - 1 : -1;
      if (phrase > first && this.isRelative(phrase - 1)) {
        from = phrase;
        continue;
      }
      if (!isAdverb) break;
      from -= 1;
    }
    return from;
  }

  /** The noun phrase that ends before the token, with what belongs to it on its left. */
  chainBefore(last: number, floor: number): Stretch | null {
    let edge = last;
    if (this.tokens[last - 1]?.text === ')') edge = this.opening(last - 1, floor);
    let head = this.phrases.nounBefore(edge);
    if (head === undefined) return null;
    let first = head.first;
    let isList = false;
    for (let steps = 0; steps < 12 && first > floor && last - first < MAX_BACK; steps += 1) {
      const before = this.tokens[first - 1];
      const noun: NounPhrase | undefined = this.phrases.nounBefore(first - 1);
      if (before === undefined) break;
      if (
        before.pos === 'ADP' &&
        JOINS_NOUNS.has(before.lower) &&
        noun !== undefined &&
        noun.first >= floor
      ) {
        if (this.isTime(noun)) break;
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
        const verb = this.phrases.verbBefore(noun.first);
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
        this.tokens[noun.first - 1]?.pos !== 'ADP'
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
        before.pos === 'ADP' && this.tokens[first - 2]?.pos === 'ADJ'
          ? this.phrases.nounBefore(first - 2)
          : undefined;
      if (described !== undefined && described.first >= floor) {
        first = described.first;
        head = described;
        continue;
      }
      // "apologized after they": a pronoun that is a subject begins a clause.
      if (/^(?:he|she|they|we|i)$/.test(this.tokens[first]?.lower ?? '')) break;
      const modifier = this.#modifierBefore(first, floor);
      if (modifier === null) break;
      first = modifier.first;
      head = modifier;
    }
    return { first, last, head };
  }

  /** "the Council’s (upper house) Committee": what the brackets stand behind. */
  #beforeBrackets(close: number, floor: number): NounPhrase | undefined {
    const open = this.opening(close, floor);
    const isPossessive = /^'s?$/.test(this.tokens[open - 1]?.lower ?? '');
    const noun = open === close ? undefined : this.phrases.nounBefore(isPossessive ? open - 1 : open);
    return noun !== undefined && noun.first >= floor ? noun : undefined;
  }

  /** The noun phrase whose participle or relative clause ends before the token. */
  #modifierBefore(at: number, floor: number): NounPhrase | null {
    let verb = this.phrases.verbBefore(at);
    const preposition = this.tokens[at - 1];
    if (verb === undefined && preposition?.pos === 'ADP') verb = this.phrases.verbBefore(at - 1);
    if (verb === undefined || verb.first <= floor) return null;
    const before = this.tokens[verb.first - 1];
    if (before?.pos === 'PRON' && RELATIVE.has(before.lower)) {
      return this.phrases.nounBefore(verb.first - 1) ?? null;
    }
    const isParticiple =
      verb.form === 'present participle' ||
      (verb.form === 'past participle' && preposition?.pos === 'ADP' && preposition.index === at - 1) ||
      (verb.form === 'finite' &&
        !verb.isPerfectOrModal &&
        /ed$/.test(this.tokens[verb.head]?.lower ?? '') &&
        preposition?.pos === 'ADP' &&
        preposition.index === at - 1);
    if (!isParticiple) return null;
    return this.phrases.nounBefore(verb.first) ?? null;
  }

  /** The noun phrase from the token on, with the phrases that belong to it. */
  chainFrom(first: number, ceiling: number): Stretch | null {
    const head = this.phrases.nounFrom(first);
    if (head === undefined) return null;
    let last = head.last;
    for (let steps = 0; steps < 10; steps += 1) {
      const after = this.tokens[last];
      if (after === undefined || last >= ceiling) break;
      if (after.text === '(') {
        const close = this.#closing(last, ceiling);
        if (close < 0) break;
        last = close + 1;
        continue;
      }
      const noun = this.phrases.nounFrom(last + 1);
      if (noun === undefined || noun.last > ceiling) break;
      const joins =
        after.pos === 'ADP' && JOINS_NOUNS.has(after.lower) && !this.isTime(noun) && !this.isOccasion(noun);
      const lists =
        after.pos === 'CCONJ' &&
        /^(?:and|&)$/.test(after.lower) &&
        this.phrases.verbFrom(noun.last) === undefined;
      if (!joins && !lists) break;
      last = noun.last;
    }
    return { first, last, head };
  }

  /** Where an apposition behind a name ends: ", the chair of the board". */
  withApposition(at: number, ceiling: number): number {
    const comma = this.tokens[at];
    if (comma?.text !== ',' || at + 1 >= ceiling) return at;
    const chain = this.chainFrom(at + 1, ceiling);
    if (chain === null || chain.head === null) return at;
    const start = this.tokens[at + 1];
    if (start === undefined || start.pos === 'PRON' || this.isTime(chain.head)) return at;
    const next = this.tokens[chain.last];
    if (this.phrases.verbFrom(chain.last) !== undefined && next?.pos !== 'PUNCT') {
      const verb = this.phrases.verbFrom(chain.last);
      if (verb?.form !== 'present participle') return at;
    }
    return chain.last;
  }

  protected isTime(noun: NounPhrase): boolean {
    const head = this.tokens[noun.head];
    return head !== undefined && (isTimeWord(head.lower) || isTimeUnit(head.lower));
  }

  protected isOccasion(noun: NounPhrase): boolean {
    return (
      OCCASIONS.has(this.tokens[noun.head]?.lemma ?? '') || OCCASIONS.has(this.tokens[noun.head]?.lower ?? '')
    );
  }

  protected isRelative(at: number): boolean {
    const token = this.tokens[at];
    return token?.pos === 'PRON' && /^(?:who|which)$/.test(token.lower);
  }

  protected opening(close: number, floor: number): number {
    for (let at = close - 1; at >= Math.max(floor, close - MAX_BACK); at -= 1)
      if (this.tokens[at]?.text === '(') return at;
    return close;
  }

  #closing(open: number, ceiling: number): number {
    for (let at = open + 1; at < Math.min(ceiling, open + MAX_BACK); at += 1)
      if (this.tokens[at]?.text === ')') return at;
    return -1;
  }
}
