import { CASE, type FoldStep, foldBy, TYPOGRAPHY } from './fold.ts';
import { FoldedText } from './folded-text.ts';
import { NormalizedText, toNormalForm } from './normalize.ts';
import { OffsetText } from './offsets.ts';
import { SuffixArray, unitsOf } from './suffix-array.ts';
import { isWhole, trimWords } from './whole.ts';

/** What words have to be the same but for, from the strictest on: nothing, typography (`foldTypography`), also case. */
export const TIERS = ['EXACT', 'TYPOGRAPHY', 'CASE'] as const;
export type Tier = (typeof TIERS)[number];

const STEPS: Readonly<Record<Tier, readonly FoldStep[]>> = {
  EXACT: [],
  TYPOGRAPHY,
  CASE: [...TYPOGRAPHY, ...CASE],
};

const MAX_UNIT = 0xffff;
/** Places that are read for all words together; beyond, only so many for each. */
const MAX_READ = 2_000_000;
const MAX_READ_BEYOND = 1_000;

/** Where words stand in a text, ascending, in code points; both lists go together. */
export interface Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** False where they may stand in more places than were read. */
  readonly complete: boolean;
}

/**
 * Looks for words in a text, in each tier. Equal are also two Unicode spellings of a character; a place has whole characters and whole
 * words (`isWhole`). The first look-up in a tier takes time in proportion to the text, each further one in proportion to its words and
 * the places read, of which there is a most for all together, but for a factor of the logarithm of the text.
 */
export class Occurrences {
  readonly #given: string;
  readonly #normal: NormalizedText;
  readonly #offsets: OffsetText;
  readonly #indexes = new Map<Tier, { readonly folded: FoldedText; readonly ends: SuffixArray }>();
  readonly #known = new Map<string, Places>();
  #read = 0;

  constructor(text: string) {
    this.#given = text;
    this.#normal = new NormalizedText(text);
    this.#offsets = new OffsetText(this.#normal.text);
  }

  of(words: string, tier: Tier): Places {
    const wanted = foldBy(STEPS[tier], trimWords(toNormalForm(words))).trim();
    const key = `${tier} ${wanted}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const places = wanted === '' ? NOWHERE : this.#placesOf(wanted, tier);
    this.#known.set(key, places);
    return places;
  }

  #placesOf(wanted: string, tier: Tier): Places {
    const { folded, ends } = this.#index(tier);
    const all = ends.places(unitsOf(wanted));
    const room = Math.max(MAX_READ - this.#read, MAX_READ_BEYOND);
    const read = all.slice(0, room).sort();
    this.#read += read.length;
    const starts = new Int32Array(read.length);
    const stops = new Int32Array(read.length);
    let count = 0;
    for (const start of read) {
      const place = folded.origin({ start, end: start + wanted.length });
      if (place === null || !isWhole(this.#normal.text, place.start, place.end)) continue;
      const first = this.#givenPoint(place.start);
      const last = this.#givenPoint(place.end);
      if (first === null || last === null) continue;
      starts[count] = first;
      stops[count] = last;
      count += 1;
    }
    return {
      starts: starts.slice(0, count),
      ends: stops.slice(0, count),
      complete: read.length === all.length,
    };
  }

  /** Built when the first words come that a stricter tier does not have. */
  #index(tier: Tier): { readonly folded: FoldedText; readonly ends: SuffixArray } {
    const known = this.#indexes.get(tier);
    if (known !== undefined) return known;
    const folded = new FoldedText(this.#normal.text, STEPS[tier]);
    const index = { folded, ends: new SuffixArray(unitsOf(folded.text), MAX_UNIT) };
    this.#indexes.set(tier, index);
    return index;
  }

  /** Null inside of what is one character in normal form only. */
  #givenPoint(unit: number): number | null {
    const point = this.#offsets.codePoint(unit);
    return this.#normal.text === this.#given ? point : this.#normal.given(point);
  }
}

const NOWHERE: Places = { starts: new Int32Array(), ends: new Int32Array(), complete: true };
