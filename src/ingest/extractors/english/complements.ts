import { CueFinder, QUESTION_WORDS, SUBORDINATING } from './cue-finder.ts';
import type { CueVerb } from './lexicon/cue-verbs.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Piece } from './report.ts';
import type { Subject } from './subjects.ts';

/** Between a verb and the quotation that it introduces, in tokens. */
const MAX_ASIDE = 30;
const OBJECT_ENDS = new Set(
  'when where while after following during throughout because since despite'.split(' '),
);

/** What a verb takes for its content behind it. */
export class Complements extends CueFinder {
  complement(
    entry: CueVerb,
    from: number,
    {
      isTold,
      isSubordinate,
      isRelative: isInSubject,
    }: { readonly isTold: boolean; readonly isSubordinate: boolean; readonly isRelative: boolean },
    sentence: Sentence,
  ): { content: readonly Piece[]; frame: string } | null {
    const limit = this.clauses.lastWord(sentence);
    let at = this.#behindAside(entry, from, limit);
    if (this.tokens[at]?.text === ',' || this.tokens[at]?.text === ':') {
      const next = this.tokens[at + 1];
      const isQuoted =
        next !== undefined && next.quotation >= 0 && next.quotation !== this.tokens[from]?.quotation;
      if (isQuoted || (this.tokens[at]?.text === ':' && entry.frames.has('quote') && at + 1 < limit)) at += 1;
      else return null;
    }
    const token = this.tokens[at];
    if (token === undefined || at >= limit || token.text === '(') return null;
    const { frames } = entry;
    const rest = () => {
      const last = this.clauses.end(at, sentence, isSubordinate);
      return [{ first: at, last: isInSubject ? this.clauses.endInSubject(at, last) : last }];
    };
    if (frames.has('clause') && token.lower === 'that' && this.clauses.isClause(at + 1, limit))
      return { content: rest(), frame: 'clause' };
    if (
      token.quotation >= 0 &&
      token.quotation !== this.tokens[from - 1]?.quotation &&
      (frames.has('quote') || frames.has('clause'))
    )
      return { content: rest(), frame: 'quote' };
    const isRelative = isTold && /^(?:who|which|whose|whom)$/.test(token.lower);
    if (frames.has('question') && QUESTION_WORDS.has(token.lower) && !isRelative)
      return { content: rest(), frame: 'question' };
    const phrase = () =>
      rest().map(({ first, last }) => ({ first, last: this.clauses.endOfPhrase(first, last) }));
    const verb = this.#verbFrom(at);
    if (verb?.form === 'infinitive')
      return frames.has('infinitive') || frames.has('other')
        ? { content: phrase(), frame: 'infinitive' }
        : null;
    if (verb?.form === 'present participle' && frames.has('gerund'))
      return { content: this.#withoutReason(phrase()), frame: 'gerund' };
    if (verb?.form === 'present participle' && !(frames.has('bare') && this.clauses.isClause(at, limit)))
      return null;
    if (token.lower === 'that' && frames.has('bare') && this.phrases.verbFrom(at + 1)?.form === 'finite')
      return { content: rest(), frame: 'bare' };
    const object = this.phrases.nounFrom(at + 1);
    const isWhen = object !== undefined && this.isTime(object.head);
    if (entry.prepositions.has(token.lower) && token.pos === 'ADP' && at + 1 < limit && !isWhen) {
      at += 1;
      const noun = this.subjects.chainFrom(at, limit);
      const isClause =
        noun === null ||
        this.clauses.isClause(at, this.#commaFrom(at, limit)) ||
        this.phrases.verbFrom(noun.last)?.form === 'infinitive';
      const content = isClause ? phrase() : [{ first: at, last: this.#objectEnd(noun.last, sentence) }];
      return { content, frame: 'preposition' };
    }
    const noun = this.subjects.chainFrom(at, limit);
    if (noun !== null && frames.has('other')) {
      const infinitive = this.#verbFrom(noun.last);
      if (infinitive?.form === 'infinitive') return { content: phrase(), frame: 'other' };
    }
    if (noun !== null && frames.has('as') && this.#isNaming(noun.last, limit))
      return { content: rest(), frame: 'as' };
    if (frames.has('bare') && this.clauses.isClause(at, limit)) return { content: rest(), frame: 'bare' };
    if (/^(?:nobody|nothing|none)$/.test(token.lower)) return null;
    if (noun !== null && frames.has('object') && (entry.cueClass === 'judgement' || frames.has('object')))
      return { content: [{ first: at, last: this.#objectEnd(noun.last, sentence) }], frame: 'object' };
    return null;
  }

  /** The quotation that follows on words about when, where and how: "said on Monday, in reference to his plan, “…”". */
  #behindAside(entry: CueVerb, from: number, limit: number): number {
    const start = this.tokens[from];
    if (start === undefined || start.quotation >= 0 || !(entry.frames.has('quote') || entry.tellsWhom))
      return from;
    const isAside = start.text === ',' || start.pos === 'ADP' || (entry.tellsWhom && start.pos === 'PRON');
    if (!isAside || entry.prepositions.has(start.lower)) return from;
    for (let at = from; at < Math.min(limit, from + MAX_ASIDE); at += 1) {
      const token = this.tokens[at];
      if (token === undefined || /^(?:that|and|but)$/.test(token.lower) || token.text === ';') return from;
      if (token.quotation < 0 || token.quotation === start.quotation) continue;
      const mark = this.tokens[at - 1]?.text ?? '';
      const first =
        this.phrases.reading.text[this.phrases.reading.quotations[token.quotation]?.inner.start ?? 0] ?? '';
      return /^[,:]$/.test(mark) && /[\p{Lu}\p{N}…[]/u.test(first) ? at : from;
    }
    return from;
  }

  /** Behind a "not", too: "not to go". */
  #verbFrom(at: number): VerbGroup | undefined {
    return this.phrases.verbFrom(this.tokens[at]?.lower === 'not' ? at + 1 : at);
  }

  #commaFrom(first: number, limit: number): number {
    for (let at = first; at < limit; at += 1) if (this.tokens[at]?.text === ',') return at;
    return limit;
  }

  /** Why somebody proposes or admits to do something is no part of what is done. */
  #withoutReason(content: readonly Piece[]): Piece[] {
    return content.map(({ first, last }) => {
      for (let at = first + 1; at < last; at += 1)
        if (this.tokens[at]?.lower === 'because')
          return { first, last: this.tokens[at - 1]?.text === ',' ? at - 1 : at };
      return { first, last };
    });
  }

  #isNaming(at: number, limit: number): boolean {
    const token = this.tokens[at];
    if (token === undefined || at >= limit) return false;
    return (
      token.lower === 'as' ||
      token.quotation >= 0 ||
      token.pos === 'DET' ||
      token.pos === 'ADJ' ||
      this.phrases.nounFrom(at) !== undefined
    );
  }

  /** An object goes on with its phrases, up to a comma or a clause of its own. */
  #objectEnd(from: number, sentence: Sentence): number {
    const end = this.clauses.end(from - 1, sentence);
    for (let at = from; at < end; at += 1) {
      const token = this.tokens[at];
      if (token === undefined) break;
      if (token.text === ',' || /^[–—]$/u.test(token.text)) return at;
      if (token.pos === 'SCONJ' && !/^(?:that|for|of)$/.test(token.lower)) return at;
      if (token.pos === 'CCONJ' && this.phrases.verbFrom(at + 1)?.form === 'finite') return at;
      if (OBJECT_ENDS.has(token.lower)) return at;
    }
    return end;
  }

  /** Whether the cue stands in a clause before the main one: "When Ek said …, the council met." */
  isSubordinate(verb: VerbGroup, subject: Subject | null, sentence: Sentence): boolean {
    const first = subject !== null && subject.place === 'before' ? subject.first : verb.first;
    const start = this.tokens[sentence.first];
    if (start === undefined || first > sentence.first + MAX_ASIDE) return false;
    if (first === sentence.first)
      return verb.form !== 'finite' || (verb.head === sentence.first && /ed$/.test(start.lower));
    return SUBORDINATING.has(start.lower) && !this.#hasComma(sentence.first, first);
  }

  #hasComma(first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if (this.tokens[at]?.text === ',') return true;
    return false;
  }
}
