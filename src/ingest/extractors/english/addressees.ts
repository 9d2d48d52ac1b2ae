import { CueFinder } from './cue-finder.ts';
import type { Draft } from './draft.ts';
import {
  HAD_WITH,
  LASTING_CUES,
  OCCASIONS,
  OUTLETS,
  QUESTIONED,
  SENT_TO,
  TURNS_TO,
} from './lexicon/addressing.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import type { NounPhrase } from './phrases.ts';
import type { Range, Sentence } from './reading.ts';
import { tokenSpan } from './token-span.ts';

/** Who was told. */
export interface Addressed {
  readonly range: Range;
  /** Whether whoever was told listens to what the speaker says later, too: an outlet does, and who asks the questions. */
  readonly lasts: boolean;
}

interface Occasion extends Addressed {
  /** Where the words that tell the occasion begin. */
  readonly at: number;
}

/** Cues, and occasions, of one sentence that are looked at: more stand in none that people write. */
const MAX_IN_SENTENCE = 40;
/** What follows tells where or how, not who. */
const PLACES = /^(?:in|at|during|after|before|via|by)$/;
const LEADS = /^(?:in|during|via|through|by|at|on|from|of)$/;

export class Addressees extends CueFinder {
  /**
   * For each draft who was told, null where no words do: what the cue takes, else what the words around it tell of the occasion.
   * `outer` tells in whose content each stands.
   */
  of(drafts: readonly Draft[], outer: readonly (number | null)[]): (Addressed | null)[] {
    const found = drafts.map((draft) => this.#named(draft) ?? this.#whoAsked(draft));
    const bySentence = new Map<number, number[]>();
    for (const [at, { cue }] of drafts.entries()) {
      const sentence =
        cue === null ? undefined : this.tokens[tokenSpan(this.phrases.reading, cue).first]?.sentence;
      if (sentence === undefined) continue;
      const there = bySentence.get(sentence);
      if (there === undefined) bySentence.set(sentence, [at]);
      else if (there.length < MAX_IN_SENTENCE) there.push(at);
    }
    for (const [at, places] of bySentence) {
      const sentence = this.phrases.reading.sentences[at];
      if (sentence === undefined) continue;
      for (const occasion of this.#occasions(sentence)) {
        const near = this.#nearest(occasion, places, drafts, outer);
        if (near !== null) found[near] ??= occasion;
      }
    }
    return found;
  }

  /** Whom the cue itself takes: "told the Herald", "wrote to Berg". */
  #named({ addressee, lemma }: Draft): Addressed | null {
    if (addressee === null) return null;
    const { first, last } = tokenSpan(this.phrases.reading, addressee);
    const place = this.tokens.slice(first + 1, last).findIndex(({ lower }) => PLACES.test(lower));
    const noun = this.phrases.nounFrom(first);
    if (noun !== undefined && OCCASIONS.has(this.tokens[noun.head]?.lower ?? '')) return null;
    const range = place < 0 ? addressee : this.#range({ first, last: first + 1 + place });
    return { range, lasts: LASTING_CUES.has(lemma) && this.#isOutlet(range) };
  }

  /** "politicians quizzed by the Herald". */
  #whoAsked({ source }: Draft): Addressed | null {
    if (source === null) return null;
    const { first, last } = tokenSpan(this.phrases.reading, source);
    for (let at = first + 1; at < Math.min(last, first + MAX_IN_SENTENCE); at += 1) {
      if (this.tokens[at]?.lower !== 'by') continue;
      const verb = this.phrases.verbBefore(at);
      const noun = this.phrases.nounFrom(at + 1);
      if (verb !== undefined && noun !== undefined && QUESTIONED.has(verb.lemma) && noun.last <= last)
        return { range: this.#range(noun), lasts: true };
    }
    return null;
  }

  #occasions(sentence: Sentence): Occasion[] {
    const found: Occasion[] = [];
    for (let at = sentence.first; at < sentence.last && found.length < MAX_IN_SENTENCE; at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase === undefined || phrase.first !== at) continue;
      const link = this.tokens[phrase.last];
      const whom = this.phrases.nounFrom(phrase.last + 1);
      if (link === undefined || whom === undefined || !this.#isSomebody(whom)) continue;
      const lemma = phrase.kind === 'noun' ? (this.tokens[phrase.head]?.lemma ?? '') : phrase.lemma;
      if (phrase.kind === 'verb') {
        if (phrase.form !== 'present participle' || !TURNS_TO.has(lemma) || !/^(?:to|with)$/.test(link.lower))
          continue;
        found.push({
          at,
          range: this.#range(this.#whole(whom)),
          lasts: this.#isOutletPhrase(whom) || link.lower === 'with',
        });
        continue;
      }
      if (!LEADS.test(this.tokens[at - 1]?.lower ?? '')) continue;
      const isTalk = link.lower === 'with' && HAD_WITH.has(lemma);
      const isSent = link.lower === 'to' && SENT_TO.has(lemma);
      if (isTalk || isSent)
        found.push({
          at,
          range: this.#range(this.#whole(whom)),
          lasts: lemma === 'interview' || this.#isOutletPhrase(whom),
        });
    }
    return found;
  }

  /** The draft whose cue stands nearest: outside of contents, or in the same content as the occasion. */
  #nearest(
    { at, range }: Occasion,
    places: readonly number[],
    drafts: readonly Draft[],
    outer: readonly (number | null)[],
  ): number | null {
    const holds = (place: number) =>
      drafts[place]?.content.some(({ start, end }) => start <= range.start && range.end <= end) === true;
    const around = places.filter(holds);
    let best: number | null = null;
    let least = Number.MAX_SAFE_INTEGER;
    for (const place of places) {
      const cue = drafts[place]?.cue;
      if (cue === undefined || cue === null || holds(place) || drafts[place]?.frame === 'noun') continue;
      if (!around.every((other) => other === outer[place] || isInside(place, other, outer))) continue;
      const start = this.tokens[at]?.start ?? 0;
      const distance = start >= cue.end ? start - cue.end : cue.start - range.end;
      if (distance >= 0 && distance < least) [best, least] = [place, distance];
    }
    return best;
  }

  #isSomebody({ head, first }: NounPhrase): boolean {
    const token = this.tokens[head];
    if (token === undefined || isTimeWord(token.lower) || isTimeUnit(token.lower)) return false;
    return (
      token.pos === 'PROPN' ||
      token.pos === 'NOUN' ||
      /^(?:him|her|them|us|me)$/.test(token.lower) ||
      first < head
    );
  }

  /** With what "of" joins to it. */
  #whole(noun: NounPhrase): { readonly first: number; readonly last: number } {
    let { last } = noun;
    for (
      let next = this.phrases.nounFrom(last + 1);
      next !== undefined;
      next = this.phrases.nounFrom(last + 1)
    ) {
      if (this.tokens[last]?.lower !== 'of') break;
      last = next.last;
    }
    const sentence = this.phrases.reading.sentences[this.tokens[noun.first]?.sentence ?? -1];
    return { first: noun.first, last: this.subjects.withApposition(last, sentence?.last ?? last) };
  }

  #isOutlet(range: Range): boolean {
    const { first } = tokenSpan(this.phrases.reading, range);
    const noun = this.phrases.nounFrom(first);
    return noun !== undefined && this.#isOutletPhrase(noun);
  }

  /** "the paper", or a name that is no person's. */
  #isOutletPhrase({ first, last, head }: NounPhrase): boolean {
    const token = this.tokens[head];
    if (token === undefined) return false;
    if (OUTLETS.has(token.lower)) return true;
    if (token.pos !== 'PROPN') return false;
    const words = this.tokens.slice(first, last);
    return !words.some(
      ({ text, lower }) => isFirstName(text) || isFirstName(lower) || /^(?:mr|mrs|ms|dr)\.?$/.test(lower),
    );
  }

  #range({ first, last }: { readonly first: number; readonly last: number }): Range {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[last - 1]?.end ?? 0 };
  }
}

function isInside(place: number, other: number, outer: readonly (number | null)[]): boolean {
  let at = outer[place] ?? null;
  for (let depth = 0; at !== null && depth < 10; depth += 1) {
    if (at === other) return true;
    at = outer[at] ?? null;
  }
  return false;
}
