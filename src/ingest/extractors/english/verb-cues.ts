import { Complements } from './complements.ts';
import { CueFinder } from './cue-finder.ts';
import { Fronted } from './fronted.ts';
import { Gaps } from './gaps.ts';
import { type CueVerb, cueVerb, PARTICLES } from './lexicon/cue-verbs.ts';
import { Passives } from './passives.ts';
import type { Phrases, VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Piece, Report } from './report.ts';
import type { Subject } from './subjects.ts';

/** Verbs that report something, with what they report. */
export class VerbCues extends CueFinder {
  readonly #gaps: Gaps;
  readonly #complements: Complements;
  readonly #fronted: Fronted;
  readonly #passives: Passives;

  constructor(phrases: Phrases) {
    super(phrases);
    this.#gaps = new Gaps(phrases);
    this.#complements = new Complements(phrases);
    this.#fronted = new Fronted(phrases);
    this.#passives = new Passives(phrases);
  }

  in(sentence: Sentence): Report[] {
    const found: Report[] = [];
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase?.kind !== 'verb') continue;
      at = phrase.last - 1;
      const report = this.#report(phrase, sentence);
      if (report !== null) found.push(report);
    }
    return found;
  }

  /** Who does what the sentence tells, which a quotation follows: "She turned to the crowd:". */
  announcing(sentence: Sentence): Report | null {
    for (let at = sentence.last - 1; at >= sentence.first; at -= 1) {
      const verb = this.phrases.at(at);
      if (verb?.kind !== 'verb') continue;
      at = verb.first;
      if (verb.form !== 'finite' || verb.isPassive) continue;
      const subject = this.subjects.of(verb, sentence);
      if (subject === null || subject.place === 'relative') continue;
      const cue = { first: verb.first, last: verb.last };
      return {
        verb,
        cue,
        entry: null,
        lemma: verb.lemma,
        subject,
        content: [],
        addressee: null,
        frame: 'none',
        sentence,
      };
    }
    return null;
  }

  #report(verb: VerbGroup, sentence: Sentence): Report | null {
    const { entry, last } = this.#entry(verb);
    if (entry === null) return null;
    // Without auxiliaries, but with what denies it.
    const cue = { first: verb.isNegated ? verb.first : verb.head, last };
    const base = { verb, cue, entry, lemma: entry.lemma, sentence };
    const isParticiple =
      verb.form === 'finite' && !verb.isPerfectOrModal && this.tokens[verb.last]?.lower === 'by';
    if (entry.lemma === 'ask' && this.#passives.isAsked(verb, sentence))
      return this.#passives.asked(base, last, sentence);
    if (verb.isPassive || isParticiple) return this.#passives.passive(base, verb, entry, last, sentence);
    const inverted = this.#isInverted(verb, entry, sentence) ? this.subjects.after(verb, sentence) : null;
    if (inverted !== null) {
      const content = this.#fronted.fronted(verb.first, inverted.last, sentence);
      return {
        ...base,
        cue: { first: verb.head, last: verb.last },
        subject: inverted,
        content,
        addressee: null,
        frame: content.length > 0 ? 'fronted' : 'none',
      };
    }
    const subject = this.subjects.of(verb, sentence);
    if (this.#isUnsaid(verb, entry, subject, sentence)) return null;
    // "The papers do not show who drove.": not told.
    if (verb.isNegated && (entry.cueClass === 'showing' || entry.lemma === 'deny')) return null;
    // "Note the time!"
    const isOrder =
      subject === null &&
      verb.form === 'finite' &&
      verb.first <= sentence.first + 1 &&
      verb.lemma === this.tokens[verb.head]?.lower;
    if (isOrder) return null;
    const { at, addressee } = this.#gaps.beforeContent(entry, last, sentence);
    const isSubordinate = this.#complements.isSubordinate(verb, subject, sentence);
    const complement = this.#complements.complement(
      entry,
      at,
      { isTold: addressee !== null, isSubordinate, isRelative: subject?.place === 'relative' },
      sentence,
    );
    const told =
      entry.tellsWhom && complement !== null && this.#isToldBehind(verb, subject, complement, sentence);
    if (told) {
      const content = this.#fronted.fronted(subject?.first ?? 0, this.clauses.lastWord(sentence), sentence);
      const addressee = complement?.content[0] ?? null;
      if (content.length > 0) return { ...base, subject, content, addressee, frame: 'fronted' };
    }
    const isNever = this.tokens[verb.first - 1]?.lower === 'never';
    const isDenied =
      (verb.isNegated || isNever) &&
      entry.cueClass === 'speech' &&
      /^(?:clause|bare)$/.test(complement?.frame ?? '');
    if (isDenied) return null;
    if (complement !== null && !isPurpose(verb, complement.frame))
      return { ...base, subject, addressee, ...complement };
    const content = this.#fronted.around(verb, entry, subject, at, sentence);
    if (content.length > 0) return { ...base, subject, content, addressee, frame: 'fronted' };
    return { ...base, subject, content: [], addressee, frame: 'none' };
  }

  /** "Nobody said that it rained", "Did Ek say so?", "has yet to say", "might say": it is not told that somebody has. */
  #isUnsaid(verb: VerbGroup, entry: CueVerb, subject: Subject | null, sentence: Sentence): boolean {
    if (verb.form === 'infinitive' && this.tokens[verb.first - 1]?.lower === 'yet') return true;
    const isMaybe = /^(?:should|could|might)$/.test(this.tokens[verb.first]?.lower ?? '');
    if (isMaybe && entry.cueClass === 'speech') return true;
    if (subject === null) return false;
    if (/^(?:no|nobody|none|neither|nothing)$/.test(this.tokens[subject.first]?.lower ?? '')) return true;
    const before = this.tokens[subject.first - 1];
    if (subject.place !== 'before' || before === undefined || subject.first <= sentence.first) return false;
    if (before.lower === 'nor' || before.lower === 'let') return true;
    const isReal = /^(?:only|nor|so|neither)$/.test(this.tokens[subject.first - 2]?.lower ?? '');
    return (
      before.pos === 'AUX' &&
      !isReal &&
      verb.lemma === this.tokens[verb.head]?.lower &&
      !verb.isPerfectOrModal
    );
  }

  /** "The plan is dead, Ek told Nova do Vale.": what the tagger takes for a clause is who was told. */
  #isToldBehind(
    verb: VerbGroup,
    subject: Subject | null,
    { content, frame }: { readonly content: readonly Piece[]; readonly frame: string },
    sentence: Sentence,
  ): boolean {
    const [piece] = content;
    const isLast =
      piece !== undefined && piece.first === verb.last && piece.last === this.clauses.lastWord(sentence);
    if (!isLast || frame !== 'bare' || subject?.place !== 'before') return false;
    const isName = this.tokens
      .slice(piece.first, piece.last)
      .every(({ pos }) => pos === 'PROPN' || pos === 'AUX' || pos === 'VERB');
    return isName && this.tokens[subject.first - 1]?.text === ',';
  }

  #entry(verb: VerbGroup): { entry: CueVerb | null; last: number } {
    const next = this.tokens[verb.last];
    if (next !== undefined && PARTICLES.has(next.lower)) {
      const joined = cueVerb(`${verb.lemma} ${next.lower}`);
      if (joined !== undefined) return { entry: joined, last: verb.last + 1 };
    }
    return { entry: cueVerb(verb.lemma) ?? null, last: verb.last };
  }

  #isInverted(verb: VerbGroup, entry: CueVerb, sentence: Sentence): boolean {
    if (verb.form !== 'finite' || verb.isPerfectOrModal || !entry.frames.has('quote')) return false;
    if (entry.tellsWhom && entry.lemma !== 'ask') return false;
    const noun = this.phrases.nounFrom(verb.last);
    if (noun === undefined) return false;
    const at = this.subjects.skipAdverbsBack(verb.first, sentence.first);
    const before = this.tokens[at - 1];
    if (at === sentence.first || before === undefined) return this.#endsAfter(noun.last, sentence);
    const inQuotes = this.tokens[verb.head]?.quotation ?? -1;
    if (before.quotation !== inQuotes && before.quotation >= 0) return true;
    if (before.text === ',' || /^[–—]$/u.test(before.text)) {
      const earlier = this.tokens[at - 2];
      if (earlier !== undefined && earlier.quotation >= 0 && earlier.quotation !== inQuotes) return true;
      return this.#endsAfter(noun.last, sentence) && this.clauses.isClause(sentence.first, at - 1);
    }
    return false;
  }

  #endsAfter(at: number, sentence: Sentence): boolean {
    const chainEnd = this.tokens[at];
    return (
      at >= this.clauses.lastWord(sentence) ||
      chainEnd?.text === ',' ||
      chainEnd?.text === ':' ||
      chainEnd?.lower === 'who' ||
      chainEnd?.pos === 'ADP'
    );
  }
}

/** "came to discuss the plan": what somebody does something for has not been said. */
function isPurpose({ form, lemma }: VerbGroup, frame: string): boolean {
  return (
    form === 'infinitive' &&
    (frame === 'object' || frame === 'preposition') &&
    /^(?:discuss|talk|speak)$/.test(lemma)
  );
}
