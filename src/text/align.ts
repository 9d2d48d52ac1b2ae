import { Choice } from './choice.ts';
import { type Context, Contexts } from './context.ts';
import type { Stretch } from './nested.ts';
import { Occurrences, TIERS, type Tier } from './occurrences.ts';

/** Words that come from elsewhere, with what is known of where they stand; offsets in code points. */
export interface Sought extends Context {
  readonly words: string;
  /** They stand inside of one of these stretches, or nowhere. */
  readonly within?: readonly Stretch[] | undefined;
  /** Of several places those that start here or later are taken, if there are any. */
  readonly from?: number | undefined;
  /** Likewise those that end here or earlier. */
  readonly until?: number | undefined;
  /** Of several places the one with the least between it and this stretch is taken. */
  readonly near?: Stretch | undefined;
}

export type Alignment = Placed | Ambiguous | NotFound;

interface Placed extends Stretch {
  readonly state: 'FOUND';
  readonly tier: Tier;
}

interface Ambiguous {
  readonly state: 'AMBIGUOUS';
  readonly tier: Tier;
  /** The first ones. */
  readonly places: readonly Stretch[];
  /** How many there are to choose from; null where the words repeat so often that not all were read. */
  readonly count: number | null;
}

interface NotFound {
  readonly state: 'NOT_FOUND';
  /** Where the words stand outside of `within`, the first places. */
  readonly elsewhere: readonly Stretch[];
}

/** Places from which there is to choose, in the order of the text. */
export interface Candidates {
  readonly tier: Tier;
  readonly places: readonly Stretch[];
  /** Whether these are all. */
  readonly complete: boolean;
}

interface Remaining {
  readonly tier: Tier;
  readonly choice: Choice;
  readonly complete: boolean;
}

/** Places that an alignment tells at most. */
const MAX_SHOWN = 10;

/**
 * Finds words in a text as it is given. The strictest tier that has the words counts. Of several places the words beside decide
 * first (`prefix`, `suffix`), then `from` and `until`, then `near`; where these leave several, the answer is AMBIGUOUS: none is guessed.
 *
 * The first look-ups index the text, in time in proportion to it. After that a look-up costs its words and the places that it has to
 * compare. All together read a few million places at most: words that repeat beyond that are AMBIGUOUS.
 */
export class Aligner {
  readonly #occurrences: Occurrences;
  readonly #contexts: Contexts;

  constructor(text: string) {
    this.#occurrences = new Occurrences(text);
    this.#contexts = new Contexts(text);
  }

  find(sought: Sought): Alignment {
    const remaining = this.#remaining(sought);
    if (remaining === null) {
      const elsewhere = sought.within === undefined ? null : this.#remaining({ words: sought.words });
      return { state: 'NOT_FOUND', elsewhere: elsewhere?.choice.first(MAX_SHOWN) ?? [] };
    }
    const { tier, choice, complete } = remaining;
    const places = choice.first(MAX_SHOWN);
    const near = complete && sought.near !== undefined ? choice.nearest(sought.near) : null;
    const place = complete && choice.length === 1 ? (places[0] ?? null) : near;
    if (place !== null) return { state: 'FOUND', tier, ...place };
    return { state: 'AMBIGUOUS', tier, places, count: complete ? choice.length : null };
  }

  /** What `find` has to choose from in the end: the first places, with `near` the nearest. Null where the words do not stand there. */
  candidates(sought: Sought, most: number): Candidates | null {
    const remaining = this.#remaining(sought);
    if (remaining === null) return null;
    const { tier, choice, complete } = remaining;
    const places = sought.near === undefined ? choice.first(most) : choice.around(sought.near, most);
    return { tier, places, complete: complete && places.length === choice.length };
  }

  #remaining(sought: Sought): Remaining | null {
    const { words, within, from, until } = sought;
    for (const tier of TIERS) {
      const places = this.#occurrences.of(words, tier);
      const all = within === undefined ? Choice.all(places) : Choice.within(places, within);
      if (all.length === 0 && places.complete) continue;
      let choice = this.#contexts.fitting(all, sought);
      if (from !== undefined) choice = preferred(choice.from(from), choice);
      if (until !== undefined) choice = preferred(choice.until(until), choice);
      return { tier, choice, complete: places.complete };
    }
    return null;
  }
}

function preferred(some: Choice, all: Choice): Choice {
  return some.length > 0 ? some : all;
}
