import { CueFinder, QUESTION_WORDS } from './cue-finder.ts';
import type { CueVerb } from './lexicon/cue-verbs.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Bare, Report } from './report.ts';
import type { Subject } from './subjects.ts';

/** Cues in the passive: their source is behind "by", or nobody is named. */
export class Passives extends CueFinder {
  /** "was asked", "when asked", "Asked by the paper, …": the verb in the passive, with or without a form of "be". */
  isAsked(verb: VerbGroup, sentence: Sentence): boolean {
    if (verb.isPassive) return true;
    if (
      verb.isPerfectOrModal ||
      verb.form !== 'finite' ||
      !/(?:ed)$/.test(this.tokens[verb.head]?.lower ?? '')
    )
      return false;
    const before = this.tokens[verb.first - 1];
    return (
      verb.first === sentence.first ||
      (before !== undefined && /^(?:when|if|once|as|while)$/.test(before.lower))
    );
  }

  /** The question that was put, with who put it where "by" tells: "when asked by Ek whether he would run". */
  asked(base: Bare, from: number, sentence: Sentence): Report | null {
    const limit = this.clauses.lastWord(sentence);
    let at = from;
    let subject: Subject | null = null;
    for (let steps = 0; steps < 4; steps += 1) {
      const token = this.tokens[at];
      const noun = this.phrases.nounFrom(token?.pos === 'ADP' ? at + 1 : at);
      if (token === undefined || noun === undefined) break;
      const by = token.lower === 'by' ? this.subjects.chainFrom(at + 1, limit) : null;
      if (by !== null) subject = { ...by, place: 'after' };
      else if (!this.isTime(noun.head)) break;
      at = by?.last ?? noun.last;
    }
    const next = this.tokens[at];
    if (next === undefined || at >= limit) return null;
    const isAbout = next.lower === 'about';
    if (!isAbout && !QUESTION_WORDS.has(next.lower)) return null;
    const first = isAbout ? at + 1 : at;
    const content = [{ first, last: this.clauses.end(first, sentence, true) }];
    return { ...base, subject, content, addressee: null, frame: 'question' };
  }

  /** "was accused of fraud", "is expected to win": no source but with "by". */
  passive(base: Bare, verb: VerbGroup, entry: CueVerb, last: number, sentence: Sentence): Report | null {
    const limit = this.clauses.lastWord(sentence);
    const next = this.tokens[last];
    if (next === undefined) return null;
    if (entry.tellsWhom && (next.lower === 'that' || next.lower === 'of')) return null;
    if (
      verb.form === 'finite' &&
      this.phrases.verbFrom(last)?.form === 'infinitive' &&
      /^(?:expect|believe|report|say|think|know|suppose|rumor|allege|consider|want|predict|estimate)$/.test(
        entry.lemma,
      )
    ) {
      const subject = this.subjects.of(verb, sentence);
      const end = this.clauses.end(last, sentence);
      const content =
        subject === null || subject.place === 'shared'
          ? [{ first: last, last: end }]
          : [
              { first: subject.first, last: subject.last },
              { first: last, last: end },
            ];
      return { ...base, subject: null, content, addressee: null, frame: 'passive' };
    }
    if (next.lower === 'that' && last < limit && verb.form === 'finite') {
      return {
        ...base,
        subject: null,
        content: [{ first: last, last: this.clauses.end(last, sentence) }],
        addressee: null,
        frame: 'passive',
      };
    }
    const by = next.lower === 'by' ? this.subjects.chainFrom(last + 1, sentence.last) : null;
    if (by !== null && (entry.cueClass === 'judgement' || entry.frames.has('object'))) {
      const about = this.subjects.of(verb, sentence);
      if (about === null || about.place === 'relative') return null;
      return {
        ...base,
        subject: { ...by, place: 'after' },
        content: [{ first: about.first, last: about.last }],
        addressee: null,
        frame: 'passive',
      };
    }
    // "is accused of fraud", "was praised for it": nobody is named who does it.
    if (
      entry.cueClass === 'judgement' &&
      entry.prepositions.has(next.lower) &&
      verb.isPassive &&
      last + 1 < limit
    ) {
      const about = this.subjects.of(verb, sentence);
      if (about === null || about.place !== 'before') return null;
      const content = [
        { first: about.first, last: about.last },
        { first: last, last: this.clauses.endOfPhrase(last, this.clauses.end(last + 1, sentence)) },
      ];
      return { ...base, subject: null, content, addressee: null, frame: 'passive' };
    }
    return null;
  }
}
