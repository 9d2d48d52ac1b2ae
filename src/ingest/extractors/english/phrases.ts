import type { Reading, Sentence, Token } from './reading.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface NounPhrase {
  readonly kind: 'noun';
  readonly first: number;
  readonly last: number;
  /** The word that it turns on: the last noun or name. */
  readonly head: number;
}

export interface VerbGroup {
  readonly kind: 'verb';
  readonly first: number;
  readonly last: number;
  /** The main verb. */
  readonly head: number;
  readonly lemma: string;
  /** `base` after "to" or without anything that shows a tense. */
  readonly form: 'finite' | 'infinitive' | 'present participle' | 'past participle';
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  /** Whether an auxiliary stands in it. */
  readonly isPerfectOrModal: boolean;
}

export type Phrase = NounPhrase | VerbGroup;

/** The phrases of a reading, none within another: what stands between them are joining words and marks. */
export class Phrases {
  readonly reading: Reading;
  readonly all: readonly Phrase[];
  /** For each token the place of its phrase in `all`; -1 for none. */
  readonly #of: Int32Array;

  constructor(reading: Reading, all: readonly Phrase[]) {
    this.reading = reading;
    this.all = all;
    this.#of = new Int32Array(reading.tokens.length).fill(-1);
    for (const [at, { first, last }] of all.entries()) this.#of.fill(at, first, last);
  }

  /** The phrase that has the token. */
  at(token: number): Phrase | undefined {
    return this.all[this.#of[token] ?? -1];
  }

  /** The noun phrase that ends just before the token. */
  nounBefore(token: number): NounPhrase | undefined {
    const phrase = token > 0 ? this.at(token - 1) : undefined;
    return phrase?.kind === 'noun' && phrase.last === token ? phrase : undefined;
  }

  nounFrom(token: number): NounPhrase | undefined {
    const phrase = this.at(token);
    return phrase?.kind === 'noun' && phrase.first === token ? phrase : undefined;
  }

  verbFrom(token: number): VerbGroup | undefined {
    const phrase = this.at(token);
    return phrase?.kind === 'verb' && phrase.first === token ? phrase : undefined;
  }

  verbBefore(token: number): VerbGroup | undefined {
    const phrase = token > 0 ? this.at(token - 1) : undefined;
    return phrase?.kind === 'verb' && phrase.last === token ? phrase : undefined;
  }
}

export function tokensOf(reading: Reading, { first, last }: Sentence): readonly Token[] {
  return reading.tokens.slice(first, last);
}
