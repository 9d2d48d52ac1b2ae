import type { Range, Token } from './reading.ts';
import type { Mention } from './referent.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** The tokens that begin within a stretch of the text. */
export function tokensWithin(tokens: readonly Token[], { start, end }: Range): TokenRange {
  return { first: lowerBound(tokens, start), last: lowerBound(tokens, end) };
}

/** Mentions by their place. */
export class MentionPlaces {
  readonly #mentions: readonly Mention[];

  /** In text order. */
  constructor(mentions: readonly Mention[]) {
    this.#mentions = mentions;
  }

  /** Those that lie within a stretch of the text, in text order, the longer ones first. */
  within({ start, end }: Range): Mention[] {
    const found: Mention[] = [];
    for (let at = lowerBound(this.#mentions, start); at < this.#mentions.length; at += 1) {
      const mention = this.#mentions[at];
      if (mention === undefined || mention.start >= end) break;
      if (mention.end <= end) found.push(mention);
    }
    return found;
  }
}

/** The first place that starts at an offset or behind it. */
function lowerBound(places: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
