import { CueFinder } from './cue-finder.ts';
import { type CueVerb, cueVerb, PARTICLES } from './lexicon/cue-verbs.ts';
import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Subject, Subjects } from './subjects.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface Piece {
  readonly first: number;
  readonly last: number;
}

/** A verb that reports something, with what it reports where that stands in its sentence. */
export interface Report {
  readonly verb: VerbGroup | null;
  readonly cue: Piece;
  readonly entry: CueVerb | null;
  readonly lemma: string;
  readonly subject: Subject | null;
  readonly content: readonly Piece[];
  readonly addressee: Piece | null;
  /** How the content stands to the cue; `none`: it is not in the sentence, or only in quotations. */
  readonly frame: string;
  readonly sentence: Sentence;
}

/** Between a verb and the quotation that it introduces, in tokens. */
const MAX_ASIDE = 30;
const OCCASION_PREPOSITIONS = new Set(
  'in on at during after before from via through over by as outside inside amid following since ahead'.split(
    ' ',
  ),
);
const OBJECT_ENDS = new Set(
  'when where while after following during throughout because since despite'.split(' '),
);
const SUBORDINATING = new Set(
  'when while as after before although though because since if once whenever until despite by in'.split(' '),
);
const QUESTION_WORDS = new Set('whether if how why what who where when which whom whose'.split(' '));

export class VerbCues extends CueFinder {
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
    const cue = { first: verb.first, last };
    const base = { verb, cue, entry, lemma: entry.lemma, sentence };
    const isParticiple =
      verb.form === 'finite' && !verb.isPerfectOrModal && this.tokens[verb.last]?.lower === 'by';
    if (entry.act === 'ASK' && entry.tellsWhom && this.#isAsked(verb, sentence))
      return this.#asked(base, last, sentence);
    if (verb.isPassive || isParticiple) return this.#passive(base, verb, entry, last, sentence);
    const inverted = this.#isInverted(verb, entry, sentence) ? this.subjects.after(verb, sentence) : null;
    if (inverted !== null) {
      const content = this.#fronted(verb.first, inverted.last, sentence);
      return {
        ...base,
        cue: { first: verb.first, last: verb.last },
        subject: inverted,
        content,
        addressee: null,
        frame: content.length > 0 ? 'fronted' : 'none',
      };
    }
    const subject = this.subjects.of(verb, sentence);
    const { at, addressee } = this.#beforeContent(entry, last, sentence);
    const isSubordinate = this.#isSubordinate(verb, subject, sentence);
    const complement = this.#complement(
      entry,
      at,
      { isTold: addressee !== null, isSubordinate, isRelative: subject?.place === 'relative' },
      sentence,
    );
    if (complement !== null) return { ...base, subject, addressee, ...complement };
    const content = this.#around(verb, entry, subject, at, sentence);
    if (content.length > 0) return { ...base, subject, content, addressee, frame: 'fronted' };
    return { ...base, subject, content: [], addressee, frame: 'none' };
  }

  /** What a cue that is put into its content, or behind it, reports. */
  #around(
    verb: VerbGroup,
    entry: CueVerb,
    subject: Subject | null,
    at: number,
    sentence: Sentence,
  ): readonly Piece[] {
    const isOwn = subject !== null && (subject.place === 'before' || subject.place === 'relative');
    if (!isOwn || verb.form !== 'finite') return [];
    const limit = this.clauses.lastWord(sentence);
    const before = this.tokens[subject.first - 1];
    const rest = () => [{ first: at + 1, last: this.clauses.end(at + 1, sentence) }];
    const isComma = this.tokens[at]?.text === ',';
    // "who he claims has been unfair"
    const relative = /^(?:who|which|that|whom)$/.test(before?.lower ?? '') ? subject.first - 1 : -1;
    if (relative >= 0 && entry.frames.has('bare') && this.phrases.verbFrom(at)?.form === 'finite')
      return [
        { first: relative, last: relative + 1 },
        { first: at, last: this.clauses.end(at, sentence) },
      ];
    if (!entry.frames.has('quote') && !entry.frames.has('clause')) return [];
    if (before?.lower === 'as' && subject.place === 'before') {
      // "As Ek noted, …", "…, as Ek noted."
      if (isComma && subject.first - 1 <= sentence.first + 1 && this.clauses.isClause(at + 1, limit))
        return rest();
      return at >= limit ? this.#fronted(subject.first - 1, at, sentence) : [];
    }
    if (!entry.frames.has('quote') || subject.place === 'relative' || this.#takesObject(at, limit)) return [];
    const fronted = this.#fronted(subject.first, at, sentence);
    if (fronted.length > 0) return fronted;
    const isFirst = subject.first <= sentence.first + 1 && at === verb.last;
    return isFirst && isComma && this.clauses.isClause(at + 1, limit) ? rest() : [];
  }

  /** Whether what follows is an object or another verb of the cue: "wrote a letter", "continued to run". */
  #takesObject(at: number, limit: number): boolean {
    if (at >= limit) return false;
    const noun = this.phrases.nounFrom(at);
    return noun !== undefined ? !this.#isTime(noun.head) : this.phrases.verbFrom(at) !== undefined;
  }

  #entry(verb: VerbGroup): { entry: CueVerb | null; last: number } {
    const next = this.tokens[verb.last];
    if (next !== undefined && PARTICLES.has(next.lower)) {
      const joined = cueVerb(`${verb.lemma} ${next.lower}`);
      if (joined !== undefined) return { entry: joined, last: verb.last + 1 };
    }
    return { entry: cueVerb(verb.lemma) ?? null, last: verb.last };
  }

  /** "was asked", "when asked", "Asked by the paper, …": the verb in the passive, with or without a form of "be". */
  #isAsked(verb: VerbGroup, sentence: Sentence): boolean {
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
  #asked(
    base: Omit<Report, 'subject' | 'content' | 'addressee' | 'frame'>,
    from: number,
    sentence: Sentence,
  ): Report | null {
    const limit = this.clauses.lastWord(sentence);
    let at = from;
    let subject: Subject | null = null;
    for (let steps = 0; steps < 4; steps += 1) {
      const token = this.tokens[at];
      const noun = this.phrases.nounFrom(token?.pos === 'ADP' ? at + 1 : at);
      if (token === undefined || noun === undefined) break;
      const by = token.lower === 'by' ? this.subjects.chainFrom(at + 1, limit) : null;
      if (by !== null) subject = { ...by, place: 'after' };
      else if (!this.#isTime(noun.head)) break;
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
  #passive(
    base: Omit<Report, 'subject' | 'content' | 'addressee' | 'frame'>,
    verb: VerbGroup,
    entry: CueVerb,
    last: number,
    sentence: Sentence,
  ): Report | null {
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
    if (entry.cueClass === 'judgement' && entry.prepositions.has(next.lower) && verb.isPassive && last + 1 < limit) {
      const about = this.subjects.of(verb, sentence);
      if (about === null || about.place !== 'before') return null;
      const content = [
        { first: about.first, last: about.last },
        { first: last, last: this.clauses.end(last + 1, sentence) },
      ];
      return { ...base, subject: null, content, addressee: null, frame: 'passive' };
    }
    return null;
  }

  #isInverted(verb: VerbGroup, entry: CueVerb, sentence: Sentence): boolean {
    if (verb.form !== 'finite' || verb.isPerfectOrModal || !entry.frames.has('quote') || entry.tellsWhom)
      return false;
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

  /** Skips what may stand between a verb and its content, and tells who is told. */
  #beforeContent(entry: CueVerb, from: number, sentence: Sentence): { at: number; addressee: Piece | null } {
    const limit = this.clauses.lastWord(sentence);
    let at = from;
    let addressee: Piece | null = null;
    const told = entry.tellsWhom ? this.#told(entry, at, limit) : null;
    if (told !== null && told.head !== null && !this.#isTime(told.head.head)) {
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
      if (noun !== undefined && this.#isTime(noun.head)) {
        at = noun.last;
        continue;
      }
      if (token.lower === 'to' && token.pos === 'ADP') {
        const whom = this.subjects.chainFrom(at + 1, limit);
        if (whom === null || entry.prepositions.has('to')) break;
        addressee ??= { first: whom.first, last: whom.last };
        at = whom.last;
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
          this.phrases.verbFrom(comma + 1)?.form === 'present participle');
      return isAside ? at + 1 : -1;
    }
    return -1;
  }

  #isTime(head: number): boolean {
    const token = this.tokens[head];
    return token !== undefined && (isTimeWord(token.lower) || isTimeUnit(token.lower));
  }

  #complement(
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
    if (token === undefined || at >= limit) return null;
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
    const verb = this.phrases.verbFrom(at);
    if (verb?.form === 'infinitive')
      return frames.has('infinitive') || frames.has('other')
        ? { content: rest(), frame: 'infinitive' }
        : null;
    if (verb?.form === 'present participle' && frames.has('gerund'))
      return { content: rest(), frame: 'gerund' };
    if (verb?.form === 'present participle' && !(frames.has('bare') && this.clauses.isClause(at, limit)))
      return null;
    if (token.lower === 'that' && frames.has('bare') && this.phrases.verbFrom(at + 1)?.form === 'finite')
      return { content: rest(), frame: 'bare' };
    if (entry.prepositions.has(token.lower) && token.pos === 'ADP' && at + 1 < limit) {
      at += 1;
      const noun = this.subjects.chainFrom(at, limit);
      const isClause =
        noun === null ||
        this.clauses.isClause(at, limit) ||
        this.phrases.verbFrom(noun.last)?.form === 'infinitive';
      const content = isClause ? rest() : [{ first: at, last: this.#objectEnd(noun.last, sentence) }];
      return { content, frame: 'preposition' };
    }
    const noun = this.subjects.chainFrom(at, limit);
    if (noun !== null && frames.has('other')) {
      const infinitive = this.phrases.verbFrom(noun.last);
      if (infinitive?.form === 'infinitive') return { content: rest(), frame: 'other' };
    }
    if (noun !== null && frames.has('as') && this.#isNaming(noun.last, limit))
      return { content: rest(), frame: 'as' };
    if (frames.has('bare') && this.clauses.isClause(at, limit)) return { content: rest(), frame: 'bare' };
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

  /** Whether the cue stands in a clause before the main one: "When Ek said …, the council met." */
  #isSubordinate(verb: VerbGroup, subject: Subject | null, sentence: Sentence): boolean {
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

  /** Whether the words before a cue can be what it reports: more than when, where or why. */
  #isMain(first: number, end: number): boolean {
    let at = first;
    while (
      at < end &&
      /^(?:CCONJ|ADV)$/.test(this.tokens[at]?.pos ?? '') &&
      !SUBORDINATING.has(this.tokens[at]?.lower ?? '')
    )
      at += 1;
    const start = this.tokens[at];
    if (start === undefined || at >= end) return false;
    const isAdverbial =
      SUBORDINATING.has(start.lower) ||
      start.pos === 'ADP' ||
      this.phrases.verbFrom(at)?.form === 'present participle';
    if (!isAdverbial) {
      const noun = this.phrases.nounFrom(at);
      return noun === undefined || noun.last < end || !this.#isTime(noun.head);
    }
    let hasComma = false;
    for (let to = at + 1; to < end - 1; to += 1) {
      if (this.tokens[to]?.text !== ',') continue;
      if (this.clauses.isClause(to + 1, end)) return true;
      hasComma = true;
    }
    return !hasComma && !SUBORDINATING.has(start.lower) && this.clauses.isClause(first, end);
  }

  #hasQuotation(first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if ((this.tokens[at]?.quotation ?? -1) >= 0) return true;
    return false;
  }

  /** What stands before, and behind, a cue that is put into its content: "The plan, Berg said, would fail." */
  #fronted(first: number, last: number, sentence: Sentence): Piece[] {
    const comma = this.tokens[first - 1];
    if (comma === undefined || first - 1 < sentence.first) return [];
    const limit = this.clauses.lastWord(sentence);
    const pieces: Piece[] = [];
    const isJoined = comma.text === ',' || /^[–—]$/u.test(comma.text) || comma.quotation >= 0;
    if (!isJoined) return [];
    const end = comma.quotation >= 0 ? first : first - 1;
    const next = this.tokens[last];
    const goesOn = next?.text === ',' && last + 1 < limit && this.clauses.isClause(last + 1, limit);
    const isSaid =
      goesOn ||
      comma.quotation >= 0 ||
      this.#hasQuotation(sentence.first, end) ||
      this.#isMain(sentence.first, end);
    if (end > sentence.first && isSaid) pieces.push({ first: sentence.first, last: end });
    if (next?.text === ',' && last + 1 < limit && pieces.length > 0) {
      const after = this.tokens[last + 1];
      const isAside =
        this.phrases.verbFrom(last + 1)?.form === 'present participle' ||
        after?.lower === 'according' ||
        (after?.lower === 'on' && this.tokens[last + 2]?.lower === 'condition') ||
        (after?.pos === 'PRON' && /^(?:who|which)$/.test(after.lower)) ||
        (after?.pos === 'CCONJ' && after.quotation < 0);
      if (after !== undefined && !isAside)
        pieces.push({ first: last + 1, last: this.clauses.end(last + 1, sentence) });
    }
    return pieces;
  }
}
