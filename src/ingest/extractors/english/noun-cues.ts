import { CueFinder } from './cue-finder.ts';
import { cueNoun } from './lexicon/cue-nouns.ts';
import type { NounPhrase } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Report } from './report.ts';
import type { Subject } from './subjects.ts';

/** Between a possessive and the verb whose subject it is, in tokens. */
const MAX_BACK = 10;
const POSSESSIVE = new Set('my your his her its our their whose'.split(' '));

/** Nouns that report something: "Berg’s claim that …", "her call for …". Each with its source, else it is none. */
export class NounCues extends CueFinder {
  in(sentence: Sentence): Report[] {
    const found: Report[] = [];
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase?.kind !== 'noun') continue;
      at = phrase.last - 1;
      const report = this.#report(phrase, sentence);
      if (report !== null) found.push(report);
    }
    return found;
  }

  #report(noun: NounPhrase, sentence: Sentence): Report | null {
    const head = this.tokens[noun.head];
    const entry = head === undefined ? undefined : cueNoun(head.lemma);
    if (head === undefined || entry === undefined || head.pos !== 'NOUN') return null;
    const limit = this.clauses.lastWord(sentence);
    const next = this.tokens[noun.last];
    if (next === undefined || noun.last >= limit) return null;
    let first = -1;
    if (
      entry.takesClause &&
      next.lower === 'that' &&
      (next.pos === 'SCONJ' || this.#possessor(noun) !== null) &&
      this.clauses.isClause(noun.last + 1, limit)
    )
      first = noun.last;
    else if (entry.takesInfinitive && this.phrases.verbFrom(noun.last)?.form === 'infinitive')
      first = noun.last;
    else if (entry.prepositions.has(next.lower)) first = noun.last + 1;
    if (first < 0 && entry.takesClause && /^(?:from|by|of)$/.test(next.lower))
      return this.#sent(noun, head.lemma, sentence);
    if (first < 0 && next.lower === 'to' && entry.namesContent)
      return this.#named(noun, head.lemma, sentence);
    if (first < 0 || first >= limit) return null;
    const subject = this.#owner(noun, sentence) ?? this.#possessor(noun) ?? this.#supporter(noun, sentence);
    const isClause = first === noun.last && next.lower === 'that';
    if (subject === null && !isClause) return null;
    const chain = isClause ? null : this.subjects.chainFrom(first, limit);
    const last = chain?.last ?? this.clauses.endInSubject(first, this.clauses.end(first, sentence));
    return {
      verb: null,
      entry: null,
      cue: { first: noun.head, last: noun.last },
      lemma: head.lemma,
      subject,
      content: [{ first, last }],
      addressee: null,
      frame: 'noun',
      sentence,
    };
  }

  /** "a warning from the board that …": with its source behind it. */
  #sent(noun: NounPhrase, lemma: string, sentence: Sentence): Report | null {
    const limit = this.clauses.lastWord(sentence);
    const by = this.subjects.chainFrom(noun.last + 1, limit);
    if (by === null || this.tokens[by.last]?.lower !== 'that' || !this.clauses.isClause(by.last + 1, limit))
      return null;
    const last = this.clauses.endInSubject(by.last, this.clauses.end(by.last, sentence));
    return {
      verb: null,
      entry: null,
      cue: { first: noun.head, last: noun.last },
      lemma,
      subject: { ...by, place: 'after' },
      content: [{ first: by.last, last }],
      addressee: null,
      frame: 'noun',
      sentence,
    };
  }

  /** What stands before the noun as its content, where it tells whom it was put to: "Ek’s ceasefire proposal to Norland". */
  #named(noun: NounPhrase, lemma: string, sentence: Sentence): Report | null {
    const subject = this.#possessor(noun);
    const told = this.subjects.chainFrom(noun.last + 1, this.clauses.lastWord(sentence));
    if (subject === null || told === null) return null;
    let first = subject.last;
    while (first < noun.head && !/^(?:NOUN|PROPN)$/.test(this.tokens[first]?.pos ?? '')) first += 1;
    if (first >= noun.head) return null;
    return {
      verb: null,
      entry: null,
      cue: { first: noun.head, last: noun.last },
      lemma,
      subject,
      content: [{ first, last: noun.head }],
      addressee: { first: told.first, last: told.last },
      frame: 'noun',
      sentence,
    };
  }

  /** Who "his" is in "Berg defended his plan", "Berg was open about his plan": the subject before it that agrees. */
  #owner({ first }: NounPhrase, sentence: Sentence): Subject | null {
    const start = this.tokens[first];
    if (start === undefined || !/^(?:his|her|its|their)$/.test(start.lower)) return null;
    for (let at = first - 1; at > Math.max(sentence.first, first - MAX_BACK); at -= 1) {
      const verb = this.phrases.at(at);
      if (verb?.kind !== 'verb') continue;
      const subject = this.subjects.of(verb, sentence);
      return subject !== null && subject.place !== 'relative' && this.#agrees(start.lower, subject)
        ? subject
        : null;
    }
    return null;
  }

  #agrees(possessive: string, { first, last, head }: Subject): boolean {
    const token = this.tokens[head?.head ?? last - 1];
    if (token === undefined) return false;
    const isList = this.tokens.slice(first, last).some(({ lower }) => lower === 'and');
    const isMany =
      isList ||
      /^(?:they|people|we|both|many|most)$/.test(token.lower) ||
      (token.pos === 'NOUN' && /s$/u.test(token.lower));
    if (possessive === 'their') return isMany;
    if (possessive === 'its') return !isMany && token.pos !== 'PRON';
    return !isMany && (token.pos === 'PROPN' || /^(?:he|she)$/.test(token.lower));
  }

  /** "Berg’s claim", "her claim". */
  #possessor({ first, head }: NounPhrase): Subject | null {
    const start = this.tokens[first];
    if (start !== undefined && POSSESSIVE.has(start.lower) && first < head) {
      return { first, last: first + 1, head: null, place: 'before' };
    }
    for (let at = head - 1; at > first; at -= 1) {
      if (/^'s?$/.test(this.tokens[at]?.lower ?? '')) return { first, last: at, head: null, place: 'before' };
    }
    return null;
  }

  /** Of "made the claim that", "issued a warning of": the subject of the verb. */
  #supporter(noun: NounPhrase, sentence: Sentence): Subject | null {
    const verb = this.phrases.verbBefore(noun.first);
    if (verb === undefined || !SUPPORTS.has(verb.lemma) || verb.isPassive) return null;
    return this.subjects.of(verb, sentence);
  }
}

const SUPPORTS = new Set(
  'make issue repeat express voice offer raise have give renew reiterate announce defend deliver launch level share reject deny'.split(
    ' ',
  ),
);
