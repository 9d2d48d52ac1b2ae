import type { SpeechAct } from '../../../statement/model.ts';
import { CueFinder } from './cue-finder.ts';
import { ANSWERABLE, ANSWERS, DECLINES, NEEDS_WORD, SENT, TELLING, TOLD } from './lexicon/silence.ts';
import { isTimeWord } from './lexicon/time.ts';
import type { VerbGroup } from './phrases.ts';
import type { Range, Sentence, Token } from './reading.ts';
import type { Stretch } from './subjects.ts';

/** Words that were expected and did not come: "did not respond", "declined to comment". */
export interface Silence {
  readonly source: Range;
  readonly cue: Range;
  readonly lemma: string;
  readonly act: Extract<SpeechAct, 'DECLINED_TO_COMMENT' | 'NO_RESPONSE'>;
  /** The words behind the cue that name what was left without an answer; null where none do. */
  readonly unanswered: Range | null;
}

interface Found {
  readonly cue: { readonly first: number; readonly last: number };
  readonly lemma: string;
  readonly act: Silence['act'];
}

const HYPOTHETIC = /^(?:if|unless|whether|when|whenever|should|would)$/;
/** Tokens before a verb in which a condition is looked for. */
const CONDITION = 8;

export class Silences extends CueFinder {
  in(sentence: Sentence): Silence[] {
    const found: Silence[] = [];
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const verb = this.phrases.verbFrom(at);
      if (verb === undefined) continue;
      at = verb.last - 1;
      const silence = this.#of(verb, sentence);
      if (silence !== null) found.push(silence);
    }
    return found;
  }

  #of(verb: VerbGroup, sentence: Sentence): Silence | null {
    if (this.tokens[verb.head]?.quotation !== -1 || this.#isHypothetic(verb, sentence)) return null;
    const asked = this.#unreturned(verb, sentence);
    if (asked !== null) return asked;
    const found =
      this.#declined(verb) ??
      this.#unreached(verb) ??
      this.#unresponsive(verb, sentence) ??
      this.#without(verb);
    const subject = found === null ? null : this.#subject(verb, sentence);
    if (found === null || subject === null) return null;
    const { cue, lemma, act } = found;
    return {
      source: this.#range(subject),
      cue: this.#range(cue),
      lemma,
      act,
      unanswered: this.#object(cue.last, sentence),
    };
  }

  /** "declined to comment", "refused to answer questions", "would not say", "did not want to comment". */
  #declined(verb: VerbGroup): Found | null {
    const act = 'DECLINED_TO_COMMENT';
    const next = this.phrases.verbFrom(verb.last);
    if (DECLINES.has(verb.lemma) && !verb.isPassive && !verb.isNegated) {
      const to = next?.form === 'infinitive' && this.#tells(next) ? next : null;
      if (to !== null) return { cue: { first: verb.head, last: to.last }, lemma: verb.lemma, act };
      const noun = this.phrases.nounFrom(verb.last);
      const head = this.tokens[noun?.head ?? -1];
      const isComment = head !== undefined && /^(?:comment|interview)s?$/.test(head.lower);
      const isRequest = head?.lemma === 'request' && this.#isFor(noun?.last ?? -1, TOLD);
      if (isComment || isRequest)
        return { cue: { first: verb.head, last: verb.last }, lemma: verb.lemma, act };
      return null;
    }
    const words = this.#words(verb);
    if (!verb.isNegated || verb.isPassive) return null;
    if (verb.lemma === 'comment') return { cue: verb, lemma: 'comment', act };
    if (
      /^(?:would|will|wo|could)$/.test(words[0] ?? '') &&
      /^(?:discuss|say|elaborate|confirm|disclose)$/.test(verb.lemma)
    ) {
      const isSaid = verb.lemma !== 'confirm' || this.tokens[verb.last]?.lower === 'or';
      return words[0] !== 'could' && isSaid ? { cue: verb, lemma: verb.lemma, act } : null;
    }
    if (/^(?:want|wish)$/.test(verb.lemma) && next?.form === 'infinitive' && next.lemma === 'comment')
      return { cue: { first: verb.first, last: next.last }, lemma: next.lemma, act };
    return null;
  }

  #tells({ lemma, head, last }: VerbGroup): boolean {
    if (/^(?:interviewed|quoted|named|identified)$/.test(this.tokens[head]?.lower ?? '')) return true;
    if (!TELLING.has(lemma)) return false;
    if (!NEEDS_WORD.has(lemma)) return true;
    return this.tokens.slice(last, last + 4).some(({ lower }) => TOLD.has(lower));
  }

  /** "could not be reached", "was not available for comment". */
  #unreached(verb: VerbGroup): Found | null {
    const act = 'NO_RESPONSE';
    const words = this.#words(verb);
    if (
      verb.isNegated &&
      verb.isPassive &&
      /^(?:reach|contact)$/.test(verb.lemma) &&
      /^(?:could|can|was|were)$/.test(words[0] ?? '')
    )
      return { cue: verb, lemma: verb.lemma, act };
    if (verb.lemma !== 'be') return null;
    let at = verb.last;
    while (this.tokens[at]?.pos === 'ADV' || this.tokens[at]?.lower === 'not') at += 1;
    const adjective = this.tokens[at];
    const isNegated = verb.isNegated || this.tokens[verb.last]?.lower === 'not';
    const isAway = adjective?.lower === 'unavailable' || (adjective?.lower === 'available' && isNegated);
    return isAway && this.#isFor(at + 1, TOLD)
      ? { cue: { first: verb.first, last: at + 1 }, lemma: adjective.lower, act }
      : null;
  }

  /** "did not respond", "has yet to reply", "failed to respond", "ignored questions". */
  #unresponsive(verb: VerbGroup, sentence: Sentence): Found | null {
    const act = 'NO_RESPONSE';
    const next = this.phrases.verbFrom(verb.last);
    const isYet = this.tokens[verb.last]?.lower === 'yet' && /^(?:have|be)$/.test(verb.lemma);
    const joined = isYet ? this.phrases.verbFrom(verb.last + 1) : next;
    if (
      (verb.lemma === 'fail' || isYet) &&
      joined?.form === 'infinitive' &&
      ANSWERS.has(joined.lemma) &&
      !verb.isNegated
    )
      return this.#isAnswer(joined, sentence)
        ? { cue: { first: verb.first, last: joined.last }, lemma: joined.lemma, act }
        : null;
    const first = this.#words(verb)[0] ?? '';
    if (
      verb.isNegated &&
      !verb.isPassive &&
      ANSWERS.has(verb.lemma) &&
      /^(?:did|do|does|has|have|had)$/.test(first)
    )
      return this.#isAnswer(verb, sentence) ? { cue: verb, lemma: verb.lemma, act } : null;
    if (verb.lemma === 'ignore' && verb.form === 'finite' && !verb.isPassive && !verb.isNegated) {
      const head = this.tokens[this.phrases.nounFrom(verb.last)?.head ?? -1];
      if (head !== undefined && /^(?:request|question|email|e-mail|call|message)s$/.test(head.lower))
        return { cue: { first: verb.head, last: verb.last }, lemma: verb.lemma, act };
    }
    return null;
  }

  /** "had no comment", "made no reply". */
  #without(verb: VerbGroup): Found | null {
    if (!/^(?:have|offer|make|give|issue)$/.test(verb.lemma) || verb.isNegated || verb.isPassive) return null;
    const noun = this.phrases.nounFrom(verb.last);
    if (noun === undefined || this.tokens[noun.first]?.lower !== 'no') return null;
    const head = this.tokens[noun.head]?.lower ?? '';
    const cue = { first: verb.head, last: noun.last };
    if (head === 'comment') return { cue, lemma: 'comment', act: 'DECLINED_TO_COMMENT' };
    return /^(?:reply|response|answer)$/.test(head) && verb.lemma !== 'have'
      ? { cue, lemma: head, act: 'NO_RESPONSE' }
      : null;
  }

  /** "Calls to Berg were not returned", "A message left with Berg went unanswered": the one who was called is silent. */
  #unreturned(verb: VerbGroup, sentence: Sentence): Silence | null {
    const goes = verb.lemma === 'go' && this.tokens[verb.last]?.lower === 'unanswered';
    const isBack = verb.isNegated && verb.isPassive && /^(?:return|answer)$/.test(verb.lemma);
    if (!goes && !isBack) return null;
    const subject = this.subjects.of(verb, sentence);
    if (subject?.place !== 'before') return null;
    for (let at = verb.first - 1; at > Math.max(subject.first, verb.first - 25); at -= 1) {
      const { lower = '' } = this.tokens[at] ?? {};
      const noun = this.phrases.nounFrom(at + 1);
      if (!/^(?:to|with|for|from|at)$/.test(lower) || noun === undefined || !this.#isSomebody(noun.head))
        continue;
      const begin = this.phrases.nounFrom(subject.first);
      if (begin === undefined || !SENT.has(this.tokens[begin.head]?.lemma ?? '')) return null;
      const chain = this.subjects.chainFrom(at + 1, verb.first);
      if (chain === null) return null;
      const cue = { first: verb.first, last: goes ? verb.last + 1 : verb.last };
      return {
        source: this.#range(chain),
        cue: this.#range(cue),
        lemma: verb.lemma,
        act: 'NO_RESPONSE',
        unanswered: null,
      };
    }
    return null;
  }

  /** Not of a patient and the treatment: what stands behind is what words answer, or somebody. */
  #isAnswer(verb: VerbGroup, sentence: Sentence): boolean {
    let at = this.#behindTime(verb.last);
    const isReturn = verb.lemma === 'return' || verb.lemma === 'acknowledge';
    const token = this.tokens[at];
    if (token === undefined || at >= this.clauses.lastWord(sentence)) return !isReturn;
    if (token.lower === 'to') at += 1;
    else if (verb.lemma !== 'answer' && !isReturn)
      return (
        token.pos === 'PUNCT' ||
        token.pos === 'CCONJ' ||
        /^(?:by|on|before|until|when|after|at|for|publicly|further|but|and)$/.test(token.lower)
      );
    const noun = this.phrases.nounFrom(at);
    if (noun === undefined) return !isReturn && verb.lemma !== 'answer';
    const chain = this.subjects.chainFrom(at, sentence.last);
    const heads = this.tokens.slice(noun.first, chain?.last ?? noun.last);
    if (heads.some((word) => ANSWERABLE.has(word.lemma) || ANSWERABLE.has(word.lower))) return true;
    return !isReturn && verb.lemma !== 'answer' && this.#isSomebody(noun.head);
  }

  #behindTime(from: number): number {
    let at = from;
    while (this.tokens[at]?.pos === 'ADV' || isTimeWord(this.tokens[at]?.lower ?? '')) at += 1;
    return at;
  }

  #isSomebody(head: number): boolean {
    const token = this.tokens[head];
    return (
      token?.pos === 'PROPN' || /^(?:him|her|them|us|me|reporters|journalists|you)$/.test(token?.lower ?? '')
    );
  }

  #isFor(at: number, words: ReadonlySet<string>): boolean {
    if (!/^(?:for|to)$/.test(this.tokens[at]?.lower ?? '')) return false;
    return this.tokens.slice(at + 1, at + 5).some(({ lower }) => words.has(lower));
  }

  #isHypothetic(verb: VerbGroup, sentence: Sentence): boolean {
    for (let at = verb.first - 1; at >= Math.max(sentence.first, verb.first - CONDITION); at -= 1) {
      const { lower = '', text = '' } = this.tokens[at] ?? {};
      if (text === ',' || text === ';') return false;
      if (HYPOTHETIC.test(lower)) return true;
    }
    return false;
  }

  #subject(verb: VerbGroup, sentence: Sentence): Stretch | null {
    const subject = this.subjects.of(verb, sentence);
    if (subject?.place !== 'relative') return this.#isWho(subject) ? subject : null;
    const comma = this.tokens[subject.first - 1]?.text === ',' ? 1 : 0;
    return this.subjects.chainBefore(subject.first - comma, sentence.first);
  }

  #isWho(subject: Stretch | null): boolean {
    if (subject === null) return false;
    const { lower = '' } = this.tokens[subject.first] ?? {};
    return !(subject.last === subject.first + 1 && /^(?:it|this|that|there|i|you|we)$/.test(lower));
  }

  /** What stands behind the cue, up to the end of the clause. */
  #object(from: number, sentence: Sentence): Range | null {
    const limit = this.clauses.lastWord(sentence);
    let last = from;
    while (last < limit && !/^[,;:]$/.test(this.tokens[last]?.text ?? '')) last += 1;
    return last > from ? this.#range({ first: from, last }) : null;
  }

  #words({ first, last }: VerbGroup): string[] {
    return this.tokens.slice(first, last).map(({ lower }: Token) => lower);
  }

  #range({ first, last }: { readonly first: number; readonly last: number }): Range {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[last - 1]?.end ?? 0 };
  }
}
