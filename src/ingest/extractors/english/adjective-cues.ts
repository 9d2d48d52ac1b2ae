import { CueFinder } from './cue-finder.ts';
import { type CueAdjective, cueAdjective } from './lexicon/cue-adjectives.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Piece, Report } from './report.ts';

const COPULAS = new Set('be seem appear remain become feel sound stay grow'.split(' '));
const MAX_ADVERBS = 3;

/** Adjectives that tell what somebody holds: "is confident that …", "was critical of …". */
export class AdjectiveCues extends CueFinder {
  in(sentence: Sentence): Report[] {
    const found: Report[] = [];
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const verb = this.phrases.at(at);
      if (verb?.kind !== 'verb') continue;
      at = verb.last - 1;
      const report = verb.form === 'finite' ? this.#report(verb, sentence) : null;
      if (report !== null) found.push(report);
    }
    return found;
  }

  #report(verb: VerbGroup, sentence: Sentence): Report | null {
    const at = this.#adjectiveOf(verb);
    const token = this.tokens[at];
    const entry = token === undefined ? undefined : cueAdjective(token.lower);
    if (token === undefined || entry === undefined) return null;
    const content = this.#content(entry, at + 1, sentence);
    const subject = content === null ? null : this.subjects.of(verb, sentence);
    // "it is certain that" is nobody's certainty.
    if (content === null || subject === null || this.tokens[subject.first]?.lower === 'it') return null;
    return {
      verb,
      cue: { first: verb.isNegated ? verb.first : at, last: at + 1 },
      entry: null,
      lemma: token.lower,
      subject,
      content: [content],
      addressee: null,
      frame: 'adjective',
      sentence,
    };
  }

  /** The token of the adjective that a verb joins to its subject; -1 for none. */
  #adjectiveOf(verb: VerbGroup): number {
    if (cueAdjective(this.tokens[verb.head]?.lower ?? '') !== undefined && verb.isPassive) return verb.head;
    if (!COPULAS.has(verb.lemma)) return -1;
    for (let at = verb.last; at < verb.last + MAX_ADVERBS; at += 1) {
      const token = this.tokens[at];
      if (token?.pos === 'ADV') continue;
      return token?.pos === 'ADJ' || token?.pos === 'VERB' ? at : -1;
    }
    return -1;
  }

  #content(entry: CueAdjective, at: number, sentence: Sentence): Piece | null {
    const limit = this.clauses.lastWord(sentence);
    const next = this.tokens[at];
    if (next === undefined || at >= limit) return null;
    const rest = { first: at, last: this.clauses.end(at, sentence) };
    if (entry.takesClause && next.lower === 'that' && this.clauses.isClause(at + 1, limit)) return rest;
    if (entry.prepositions.has(next.lower) && at + 1 < limit) {
      const noun = this.subjects.chainFrom(at + 1, limit);
      return { first: at + 1, last: noun?.last ?? this.clauses.end(at + 1, sentence) };
    }
    return entry.takesClause && next.pos !== 'PUNCT' && this.clauses.isClause(at, limit) ? rest : null;
  }
}
