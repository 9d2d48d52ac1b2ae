import { CueFinder, QUESTION_WORDS } from './cue-finder.ts';
import { type CueVerb, cueVerb } from './lexicon/cue-verbs.ts';
import type { Sentence } from './reading.ts';
import type { Piece } from './report.ts';
import type { Subjects } from './subjects.ts';

const OCCASION_PREPOSITIONS = new Set(
  'in on at during after before from via through over by as outside inside amid following since ahead'.split(
    ' ',
  ),
);

/** What may stand between a verb and its content: who is told, when and where. */
export class Gaps extends CueFinder {
  /** Skips what may stand between a verb and its content, and tells who is told. */
  beforeContent(entry: CueVerb, from: number, sentence: Sentence): { at: number; addressee: Piece | null } {
    const limit = this.clauses.lastWord(sentence);
    let at = from;
    let addressee: Piece | null = null;
    const told = entry.tellsWhom ? this.#told(entry, at, limit) : null;
    if (told !== null && told.head !== null && !this.isTime(told.head.head)) {
      const after = this.tokens[told.last];
      const follows =
        after === undefined ||
        told.last >= limit ||
        after.pos === 'PUNCT' ||
        after.pos === 'SCONJ' ||
        after.pos === 'ADP' ||
        after.pos === 'ADV' ||
        after.lower === 'that' ||
        after.pos === 'PART' ||
        after.pos === 'PRON' ||
        this.phrases.nounFrom(told.last) !== undefined ||
        QUESTION_WORDS.has(after.lower);
      const isObject =
        !this.clauses.isClause(at, limit) ||
        after?.lower === 'that' ||
        this.phrases.verbFrom(told.last) === undefined;
      if (follows && isObject) {
        addressee = { first: told.first, last: told.last };
        at = told.last;
      }
    }
    for (let steps = 0; steps < 6 && at < limit; steps += 1) {
      const token = this.tokens[at];
      if (token === undefined) break;
      if (
        token.pos === 'ADV' &&
        this.phrases.nounFrom(at) === undefined &&
        !QUESTION_WORDS.has(token.lower) &&
        token.lower !== 'there' &&
        token.lower !== 'not'
      ) {
        at += 1;
        continue;
      }
      const noun = this.phrases.nounFrom(at);
      if (noun !== undefined && this.isTime(noun.head)) {
        at = noun.last;
        continue;
      }
      if (token.lower === 'to' && token.pos === 'ADP') {
        const whom = this.subjects.chainFrom(at + 1, limit);
        if (whom === null || entry.prepositions.has('to')) break;
        addressee ??= { first: whom.first, last: whom.last };
        at = this.#appositionEnd(whom.last, limit);
        continue;
      }
      if (
        token.pos === 'ADP' &&
        OCCASION_PREPOSITIONS.has(token.lower) &&
        !entry.prepositions.has(token.lower)
      ) {
        const occasion = this.subjects.chainFrom(at + 1, limit);
        if (occasion === null) break;
        at = this.#occasionEnd(occasion.last, limit);
        continue;
      }
      if (token.text === ',') {
        const close = this.#parenthesisEnd(at, limit);
        if (close < 0) break;
        at = close;
        continue;
      }
      break;
    }
    return { at, addressee };
  }

  /** "warned the ministers of the risk": not all that may belong to a noun does where the verb takes it, too. */
  #told(entry: CueVerb, at: number, limit: number): ReturnType<Subjects['chainFrom']> {
    const noun = this.phrases.nounFrom(at);
    const isTaken = noun !== undefined && entry.prepositions.has(this.tokens[noun.last]?.lower ?? '');
    return isTaken ? { first: noun.first, last: noun.last, head: noun } : this.subjects.chainFrom(at, limit);
  }

  /** Behind "to the minister, Kadri Mets, that …". */
  #appositionEnd(comma: number, limit: number): number {
    const noun = this.tokens[comma]?.text === ',' ? this.subjects.chainFrom(comma + 1, limit) : null;
    const isClosed = noun !== null && this.tokens[noun.last]?.text === ',';
    return isClosed && this.tokens[noun.last + 1]?.lower === 'that' ? noun.last + 1 : comma;
  }

  /** Behind an occasion may come another preposition: "in a statement to the paper on Monday". */
  #occasionEnd(from: number, limit: number): number {
    let at = from;
    while (at < limit && this.tokens[at]?.pos === 'ADP') {
      const next = this.subjects.chainFrom(at + 1, limit);
      if (next === null) break;
      at = next.last;
    }
    return at;
  }

  /** "smiling", not "saying". */
  #isAct(at: number): boolean {
    const verb = this.phrases.verbFrom(at);
    return verb?.form === 'present participle' && cueVerb(verb.lemma) === undefined;
  }

  /** The token behind a short parenthesis that begins with the comma; -1 where none does. */
  #parenthesisEnd(comma: number, limit: number): number {
    for (let at = comma + 1; at < Math.min(limit, comma + 14); at += 1) {
      const token = this.tokens[at];
      if (token === undefined || token.quotation >= 0) return -1;
      if (token.text !== ',') continue;
      const start = this.tokens[comma + 1];
      const isAside =
        start !== undefined &&
        (start.pos === 'ADV' ||
          start.pos === 'ADP' ||
          (start.pos === 'SCONJ' && start.lower !== 'that') ||
          this.#isAct(comma + 1));
      return isAside ? at + 1 : -1;
    }
    return -1;
  }
}
