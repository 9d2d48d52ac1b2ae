import type { Stretch } from './chains.ts';
import { CueFinder } from './cue-finder.ts';
import { SENT, TOLD } from './lexicon/silence.ts';
import type { Phrases, VerbGroup } from './phrases.ts';
import type { Range, Sentence } from './reading.ts';
import type { Piece } from './report.ts';
import { type SilentVerb, SilentVerbs } from './silent-verbs.ts';
import type { Subject } from './subjects.ts';

/** Words that were expected and did not come: "did not respond", "declined to comment". */
export interface Silence {
  readonly source: Range;
  readonly cue: Range;
  readonly lemma: string;
  readonly act: SilentVerb['act'];
  /** The words behind the cue that name what was left without an answer; null where none do. */
  readonly unanswered: Range | null;
}

const HYPOTHETIC = /^(?:if|unless|whether|when|whenever|should|would)$/;
/** Tokens before a verb in which a condition is looked for. */
const CONDITION = 8;
/** Tokens before a verb in which its subject is looked for. */
const SUBJECT = 25;

export class Silences extends CueFinder {
  readonly #verbs: SilentVerbs;

  constructor(phrases: Phrases) {
    super(phrases);
    this.#verbs = new SilentVerbs(phrases);
  }

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
    const found = this.#verbs.of(verb, sentence);
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

  /** "Calls to Berg were not returned", "A message left with Berg went unanswered": the one who was called is silent. */
  #unreturned(verb: VerbGroup, sentence: Sentence): Silence | null {
    const goes = verb.lemma === 'go' && this.tokens[verb.last]?.lower === 'unanswered';
    const isBack = verb.isNegated && verb.isPassive && /^(?:return|answer)$/.test(verb.lemma);
    if (!goes && !isBack) return null;
    for (let at = verb.first - 1; at > Math.max(sentence.first, verb.first - SUBJECT); at -= 1) {
      const { lower = '' } = this.tokens[at] ?? {};
      const noun = this.phrases.nounFrom(at + 1);
      if (!/^(?:to|with|for|from|at)$/.test(lower) || noun === undefined) continue;
      if (TOLD.has(this.tokens[noun.head]?.lower ?? '')) continue;
      const sent = this.tokens.slice(Math.max(sentence.first, at - 6), at);
      const chain = this.subjects.chainFrom(at + 1, verb.first);
      if (chain === null || !sent.some(({ lemma }) => SENT.has(lemma))) return null;
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

  #isHypothetic(verb: VerbGroup, sentence: Sentence): boolean {
    for (let at = verb.first - 1; at >= Math.max(sentence.first, verb.first - CONDITION); at -= 1) {
      const { lower = '', text = '' } = this.tokens[at] ?? {};
      if (text === ',' || text === ';') return false;
      if (HYPOTHETIC.test(lower)) return true;
    }
    return false;
  }

  #subject(verb: VerbGroup, sentence: Sentence): Stretch | null {
    // "She and her deputy both declined"
    const isShared = /^(?:both|all|each)$/.test(this.tokens[verb.first - 1]?.lower ?? '');
    const subject = isShared ? this.#before(verb.first - 1, sentence) : this.subjects.of(verb, sentence);
    if (subject?.place !== 'relative') return this.#isWho(subject) ? subject : null;
    const comma = this.tokens[subject.first - 1]?.text === ',' ? 1 : 0;
    return this.subjects.chainBefore(subject.first - comma, sentence.first);
  }

  #before(at: number, sentence: Sentence): Subject | null {
    const chain = this.subjects.chainBefore(at, sentence.first);
    return chain === null ? null : { ...chain, place: 'before' };
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

  #range({ first, last }: Piece): Range {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[last - 1]?.end ?? 0 };
  }
}
