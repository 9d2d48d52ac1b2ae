import type { Aligner, Alignment, Sought } from '../../text/align.ts';
import { gapBetween } from '../../text/choice.ts';
import type { Stretch } from '../../text/nested.ts';
import type { Passage } from './loose.ts';

/** Places of each part of a statement that are tried together. */
const MAX_TRIED = 16;
/** Places of a content that are tried with those of its source and cue. */
const MAX_CONTENTS = 50;

export type Found<T> = { readonly found: T } | { readonly reason: string };

/** Where source and cue stand to a content. */
export interface Company {
  readonly source: Stretch | null;
  readonly cue: Stretch | null;
  /** Why the cue has no place though there is one; the statement does without. */
  readonly cueReason: string | null;
  /** Less is better. */
  readonly cost: number;
}

/** What an alignment says, as a place or as a reason to refuse it. */
export function placeOf(alignment: Alignment): Found<Stretch> {
  switch (alignment.state) {
    case 'FOUND':
      return { found: { start: alignment.start, end: alignment.end } };
    case 'AMBIGUOUS':
      return { reason: ambiguous(alignment.places, alignment.count) };
    case 'NOT_FOUND':
      return { reason: notFound(alignment.elsewhere) };
  }
}

function ambiguous(places: readonly Stretch[], count: number | null): string {
  const where = places.map(({ start }) => start).join(', ');
  const times = count === null ? 'very often' : `${count} times`;
  return `AMBIGUOUS: the words stand there ${times}${where === '' ? '' : ` (at ${where})`}; give the words before and after them`;
}

function notFound(elsewhere: readonly Stretch[]): string {
  if (elsewhere.length === 0)
    return 'NOT_FOUND: the article does not have these words; copy them as they stand there';
  const where = elsewhere.map(({ start }) => start).join(', ');
  return `NOT_FOUND: the words stand at ${where}, and not in what should be around them`;
}

/** Finds passages of one article. */
export class Finder {
  readonly #aligner: Aligner;

  constructor(aligner: Aligner) {
    this.#aligner = aligner;
  }

  find(passage: Passage, where: Omit<Sought, 'words'> = {}): Found<Stretch> {
    return placeOf(this.#aligner.find(this.#sought(passage, where)));
  }

  /** Places of a content that is one piece, from which its company may choose. */
  contents(passage: Passage, where: Omit<Sought, 'words'>): Found<readonly Stretch[]> {
    const found = this.find(passage, where);
    if ('found' in found) return { found: [found.found] };
    const candidates = this.#aligner.candidates(this.#sought(passage, where), MAX_CONTENTS);
    return candidates === null || !candidates.complete ? found : { found: candidates.places };
  }

  /**
   * The places of source and cue that make the shortest stretch with the content, and of equal ones those that stand closest together,
   * outside of the content where they can.
   */
  company(
    content: readonly Stretch[],
    source: Passage | null,
    cue: Passage | null,
    where: Omit<Sought, 'words'>,
  ): Found<Company> {
    const hull = hullOf(content);
    const sources = this.#beside(source, content, { ...where, near: hull });
    if ('reason' in sources) return sources;
    const cues = this.#beside(cue, content, { ...where, near: hull });
    const cueReason = 'reason' in cues ? cues.reason : null;
    const all = 'reason' in cues ? [null] : cues.found;
    let best: Company[] = [];
    for (const one of sources.found) {
      for (const other of all) {
        const whole = hullOf([hull, one ?? hull, other ?? hull]);
        const apart = one === null || other === null ? 0 : gapBetween(one, other);
        const cost = whole.end - whole.start - (hull.end - hull.start) + apart;
        if (cost > (best[0]?.cost ?? cost)) continue;
        const company = { source: one, cue: other, cueReason, cost };
        if (cost === best[0]?.cost) best.push(company);
        else best = [company];
      }
    }
    const [first] = best;
    const tied = (part: 'source' | 'cue') => [...new Set(best.flatMap((company) => company[part] ?? []))];
    if (first === undefined || tied('source').length > 1) {
      const places = tied('source');
      return { reason: ambiguous(places, places.length) };
    }
    const cuesTied = tied('cue');
    if (cuesTied.length < 2) return { found: first };
    return { found: { ...first, cue: null, cueReason: ambiguous(cuesTied, cuesTied.length) } };
  }

  /** The nearest place outside of some stretches. */
  beside(
    passage: Passage,
    content: readonly Stretch[],
    near: Stretch,
    where: Omit<Sought, 'words'>,
  ): Found<Stretch> {
    const places = this.#beside(passage, content, { ...where, near });
    if ('reason' in places) return places;
    const found = places.found.filter((place) => place !== null);
    const gaps = found.map((place) => gapBetween(place, near));
    const least = Math.min(...gaps);
    const nearest = found.filter((_, at) => gaps[at] === least);
    const [only] = nearest;
    return only !== undefined && nearest.length === 1
      ? { found: only }
      : { reason: ambiguous(nearest, nearest.length) };
  }

  #beside(
    passage: Passage | null,
    content: readonly Stretch[],
    where: Omit<Sought, 'words'>,
  ): Found<readonly (Stretch | null)[]> {
    if (passage === null) return { found: [null] };
    const sought = this.#sought(passage, where);
    const candidates = this.#aligner.candidates(sought, MAX_TRIED);
    if (candidates === null) {
      const found = placeOf(this.#aligner.find(sought));
      return 'reason' in found ? found : { found: [found.found] };
    }
    if (candidates.places.length === 0) return { reason: ambiguous([], null) };
    const outside = candidates.places.filter((place) => !content.some((piece) => overlaps(piece, place)));
    return { found: outside.length > 0 ? outside : candidates.places };
  }

  /** Words that the text does not have are tried without quotation marks and punctuation at their ends, which tools add. */
  #sought(passage: Passage, where: Omit<Sought, 'words'>): Sought {
    const { words, prefix, suffix, start } =
      typeof passage === 'string' ? { words: passage, prefix: null, suffix: null, start: null } : passage;
    const sought: Sought = {
      ...where,
      words,
      ...(prefix !== null && prefix !== undefined && { prefix }),
      ...(suffix !== null && suffix !== undefined && { suffix }),
      ...(start !== null && start !== undefined && { near: { start, end: start } }),
    };
    if (this.#aligner.candidates(sought, 1) !== null) return sought;
    const bare = words.replace(/^[\p{P}\s]{1,8}/u, '').replace(/[\p{P}\s]{1,8}$/u, '');
    return bare === words || bare === '' ? sought : { ...sought, words: bare };
  }
}

/** From the first of some stretches to the last; of none, the beginning of the text. */
export function hullOf(stretches: readonly Stretch[]): Stretch {
  const [first] = stretches;
  if (first === undefined) return { start: 0, end: 0 };
  return stretches.reduce(({ start, end }, other) => ({
    start: Math.min(start, other.start),
    end: Math.max(end, other.end),
  }));
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
