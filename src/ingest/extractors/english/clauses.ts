import { cueVerb } from './lexicon/cue-verbs.ts';
import type { Phrases, VerbGroup } from './phrases.ts';
import type { Sentence, Token } from './reading.ts';

const FINAL = /^(?:[.?!…:;]+|["”’)\]]|'')$/u;
const DASH = /^(?:[–—]|--?)$/u;

/** Longest content, in tokens: a sentence without end would cost its square. Quotations have no such limit. */
export const MAX_CLAUSE = 600;
/** Longest stretch in brackets that is looked at, in tokens. */
const MAX_BRACKETS = 40;

/** Where clauses begin and end. */
export class Clauses {
  readonly #phrases: Phrases;
  readonly #tokens: readonly Token[];

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
    this.#tokens = phrases.reading.tokens;
  }

  /** One past the last token of the sentence that is no mark. */
  lastWord({ first, last }: Sentence): number {
    let end = last;
    while (end > first && FINAL.test(this.#tokens[end - 1]?.text ?? '')) {
      const isNote = this.#tokens[end - 1]?.text === ']' && this.#tokens[end - 3]?.text === '[';
      end -= isNote && end - 3 > first ? 3 : 1;
    }
    return end;
  }

  /** Whether a clause with its own subject and verb begins at the token. */
  isClause(at: number, end: number): boolean {
    const start = this.#tokens[at];
    if (start === undefined) return false;
    if (start.pos === 'PRON' && /^(?:who|which|whom)$/.test(start.lower)) return false;
    if (start.lower === 'there' || start.lower === "there's") return true;
    let seesNoun = false;
    for (let to = at; to < Math.min(end, at + 40); to += 1) {
      const phrase = this.#phrases.at(to);
      const token = this.#tokens[to];
      if (token === undefined) break;
      if (phrase?.kind === 'noun') {
        seesNoun = true;
        to = phrase.last - 1;
      } else if (phrase?.kind === 'verb') {
        const before = this.#tokens[phrase.first - 1];
        const isRelative =
          before?.pos === 'PRON' && /^(?:who|which|that)$/.test(before.lower) && phrase.first - 1 > at;
        const isJoined = before?.pos === 'CCONJ';
        if (phrase.form === 'finite' && seesNoun && !isRelative && !isJoined) return true;
        // "having him there is good": a subject that is a verb itself.
        if (phrase.first === at && phrase.form === 'present participle') seesNoun = true;
        to = phrase.last - 1;
      } else if (!seesNoun && token.text === ',' && to > at) continue;
    }
    return false;
  }

  /** Where a clause that is said ends, from its first token on: what follows has another subject, or is a mark. */
  end(from: number, sentence: Sentence, isSubordinate = false): number {
    const limit = Math.min(this.lastWord(sentence), from + MAX_CLAUSE);
    const quotation = this.#tokens[from]?.quotation ?? -1;
    const quoted = this.#phrases.reading.quotations[quotation];
    const isWhole =
      quoted !== undefined &&
      (this.#tokens[from - 1]?.quotation ?? -1) !== quotation &&
      /[.,?!…]$/u.test(this.#phrases.reading.text.slice(quoted.inner.start, quoted.inner.end));
    let open = 0;
    for (let at = from; at < limit; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined) break;
      if (quotation < 0 && token.quotation >= 0) {
        const isLast = this.#tokens[at + 1]?.quotation !== token.quotation;
        if (isLast && at > from + 1 && this.#tokens[at - 1]?.text === ',' && this.#ends(at, limit))
          return at + 1;
        continue;
      }
      if (quotation >= 0 && token.quotation !== quotation && at > from) {
        if (isWhole || this.#tokens[from - 1]?.quotation === quotation) return at;
      }
      if (token.text === '(') {
        if (at > from && this.isClause(at + 1, this.#closing(at, sentence))) return at;
        open += 1;
      }
      if (token.text === ')') {
        open -= 1;
        if (open < 0) return at;
      }
      if (token.text === ';') return at;
      if (token.text === ',' && at > from + 1 && this.#turns(at + 1, limit)) return at;
      if (isSubordinate && token.text === ',' && at > from + 1 && this.#startsMain(at + 1, limit)) return at;
      if (at > from + 1 && this.#ends(at, limit)) return at;
    }
    return limit;
  }

  #closing(open: number, { last }: Sentence): number {
    for (let at = open + 1; at < Math.min(last, open + MAX_BRACKETS); at += 1)
      if (this.#tokens[at]?.text === ')') return at;
    return open;
  }

  #ends(at: number, limit: number): boolean {
    const token = this.#tokens[at];
    if (token === undefined) return false;
    if (token.text === ',' || DASH.test(token.text) || token.quotation >= 0) {
      const next = this.#tokens[at + 1];
      if (next === undefined) return false;
      if (next.lower === 'according' || next.lower === 'per') return true;
      const verb = this.#phrases.verbFrom(at + 1);
      if (verb?.form === 'present participle' && this.#isCue(verb)) return true;
      if (
        verb !== undefined &&
        verb.form === 'finite' &&
        this.#isCue(verb) &&
        this.#phrases.nounFrom(verb.last) !== undefined &&
        this.#isLast(this.#phrases.nounFrom(verb.last)?.last ?? 0, limit)
      )
        return true;
      if (verb !== undefined && verb.form === 'finite' && token.quotation >= 0 && this.#isCue(verb))
        return true;
      // ", Berg said" at the end, or with more behind it.
      const noun = this.#phrases.nounFrom(at + 1);
      if (noun !== undefined && token.text === ',') {
        const said = this.#phrases.verbFrom(noun.last);
        if (said !== undefined && this.#isCue(said) && this.#isLast(said.last, limit)) return true;
      }
      if (next.pos === 'CCONJ' && /^(?:but|and|while)$/.test(next.lower))
        return this.#startsCue(at + 2, limit) || (next.lower === 'but' && this.isClause(at + 2, limit));
      return next.lower === 'while' || next.lower === 'although' || next.lower === 'though';
    }
    if (token.pos === 'CCONJ' && /^(?:and|but)$/.test(token.lower)) return this.#startsCue(at + 1, limit);
    return false;
  }

  /**
   * Where a clause ends within a longer subject: before a second verb whose subject it cannot have. "those who say the talks failed in
   * May are few" ends before "are".
   */
  endInSubject(from: number, end: number): number {
    let seesVerb = false;
    for (let at = from; at < end; at += 1) {
      const verb = this.#phrases.at(at);
      if (verb?.kind !== 'verb') continue;
      if (verb.form === 'finite' && seesVerb) {
        const noun = this.#phrases.nounBefore(verb.first);
        const before = noun === undefined ? undefined : this.#tokens[noun.first - 1];
        const inner = noun === undefined ? undefined : this.#phrases.verbBefore(noun.first);
        const takesClause = inner !== undefined && cueVerb(inner.lemma)?.frames.has('bare') === true;
        if (this.#tokens[verb.first - 1]?.text === ',') return verb.first - 1;
        if (before?.pos === 'ADP' || (inner !== undefined && !takesClause)) return verb.first;
      }
      seesVerb ||= verb.form === 'finite' || verb.form === 'infinitive';
      at = verb.last - 1;
    }
    return end;
  }

  /** ", however, he said": another main clause. */
  #turns(at: number, limit: number): boolean {
    const isTurn = /^(?:however|meanwhile|nevertheless|instead|still|yet)$/.test(
      this.#tokens[at]?.lower ?? '',
    );
    return isTurn && this.isClause(this.#tokens[at + 1]?.text === ',' ? at + 2 : at + 1, limit);
  }

  /** Where a phrase without a tense ends: before "and" with a verb that has one. "accused of theft and spent a year in prison" */
  endOfPhrase(from: number, end: number): number {
    for (let at = from + 1; at < end; at += 1) {
      if (this.#tokens[at]?.pos !== 'CCONJ') continue;
      const verb = this.#phrases.verbFrom(at + 1);
      const word = verb === undefined ? undefined : this.#tokens[verb.head];
      if (verb?.form !== 'finite' || word === undefined) continue;
      if (verb.isPerfectOrModal || word.lower !== verb.lemma)
        return this.#tokens[at - 1]?.text === ',' ? at - 1 : at;
    }
    return end;
  }

  /** A main clause behind a subordinate one: "As Ek said the plan was dead, the council met." */
  #startsMain(at: number, limit: number): boolean {
    const start = this.#tokens[at];
    if (start === undefined || start.pos === 'CCONJ' || start.pos === 'SCONJ' || start.quotation >= 0)
      return false;
    const noun = this.#phrases.nounFrom(at);
    return noun !== undefined && this.isClause(at, limit);
  }

  #isLast(at: number, limit: number): boolean {
    const token = this.#tokens[at];
    return at >= limit || token?.text === ',' || token?.text === '.';
  }

  /** "and said that", "and Berg said that". */
  #startsCue(at: number, limit: number): boolean {
    let from = at;
    while (from < limit && this.#tokens[from]?.pos === 'ADV') from += 1;
    const noun = this.#phrases.nounFrom(from);
    let last = noun?.last ?? from;
    // "and one in four said"
    const second = this.#tokens[last]?.pos === 'ADP' ? this.#phrases.nounFrom(last + 1) : undefined;
    if (noun !== undefined && second !== undefined) last = second.last;
    const verb = this.#phrases.verbFrom(last);
    if (verb === undefined || verb.form !== 'finite' || verb.last >= limit) return false;
    const next = this.#tokens[verb.last];
    // "and accused him", "and she blamed Ek"
    if (cueVerb(verb.lemma)?.cueClass === 'judgement' && this.#phrases.nounFrom(verb.last) !== undefined)
      return true;
    if (!this.#isCue(verb)) return false;
    return (
      next?.lower === 'that' ||
      next?.text === ',' ||
      next?.text === ':' ||
      (next !== undefined && next.quotation >= 0 && this.#tokens[verb.head]?.quotation !== next.quotation) ||
      (noun !== undefined && this.isClause(verb.last, limit)) ||
      (noun === undefined && this.isClause(verb.last, limit))
    );
  }

  #isCue({ lemma }: VerbGroup): boolean {
    const entry = cueVerb(lemma);
    return (
      entry !== undefined &&
      entry.cueClass === 'speech' &&
      (entry.frames.has('clause') || entry.frames.has('quote') || entry.tellsWhom)
    );
  }
}
