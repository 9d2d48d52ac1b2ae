import { CueFinder } from './cue-finder.ts';
import { ANSWERABLE, ANSWERS, DECLINES, NEEDS_WORD, SENT, TELLING, TOLD } from './lexicon/silence.ts';
import { isTimeWord } from './lexicon/time.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence, Token } from './reading.ts';
import type { Piece } from './report.ts';

/** A verb that tells that words were expected and did not come. */
export interface SilentVerb {
  /** From the auxiliary on where it is denied. */
  readonly cue: Piece;
  readonly lemma: string;
  readonly act: 'DECLINED_TO_COMMENT' | 'NO_RESPONSE';
}

export class SilentVerbs extends CueFinder {
  of(verb: VerbGroup, sentence: Sentence): SilentVerb | null {
    return (
      this.#declined(verb) ??
      this.#unreached(verb) ??
      this.#unresponsive(verb, sentence) ??
      this.#without(verb)
    );
  }

  /** "declined to comment", "refused to answer questions", "would not say", "did not want to comment". */
  #declined(verb: VerbGroup): SilentVerb | null {
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
  #unreached(verb: VerbGroup): SilentVerb | null {
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
  #unresponsive(verb: VerbGroup, sentence: Sentence): SilentVerb | null {
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
  #without(verb: VerbGroup): SilentVerb | null {
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
    // The tagger takes some plurals for verbs.
    if (isReturn && SENT.has(token.lemma)) return true;
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

  #words({ first, last }: VerbGroup): string[] {
    return this.tokens.slice(first, last).map(({ lower }: Token) => lower);
  }
}
