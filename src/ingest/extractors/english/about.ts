import type { Range, Reading, Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import { type MentionPlaces, tokensWithin } from './token-places.ts';

/** Prepositions behind which a participant stands; behind the others occasion, place and measure. */
const PARTICIPANTS = /^(?:with|between|against|to|for|of|from|by|on|about|toward|towards|among|over)$/;
const MEASURES =
  /^(?:than|like|as|including|behind|in|at|during|before|after|since|until|near|within|under|unlike|despite|without)$/;
/** Entities that one statement is about, at most: a content that names more is a list. */
const MAX_ABOUT = 12;

/**
 * What a content says something of: what stands in the subject of its clauses, the objects, and who takes part. Not what only tells
 * where, when, or how much.
 */
export class Topics {
  readonly #reading: Reading;
  readonly #mentions: MentionPlaces;

  constructor(reading: Reading, mentions: MentionPlaces) {
    this.#reading = reading;
    this.#mentions = mentions;
  }

  /** `others`: who speaks and who is told, whom a content without a subject of its own is about. */
  of(content: readonly Range[], others: readonly Referent[]): Referent[] {
    const found = new Set<Referent>();
    const { tokens } = this.#reading;
    const [piece] = content;
    const first = piece === undefined ? undefined : tokens[tokensWithin(tokens, piece).first];
    const isOpen = first?.lower === 'to' || (first?.pos === 'VERB' && /ing$/.test(first.lower));
    if (isOpen) for (const other of others) if (other.type !== 'UNNAMED_SOURCE') found.add(other);
    for (const range of content) {
      let covered = 0;
      for (const mention of this.#mentions.within(range)) {
        if (mention.entities.length === 0 || mention.start < covered) continue;
        if (!this.#isTopic(mention)) continue;
        // What stands in a longer mention tells which it is.
        if (mention.kind === 'NOMINAL') covered = mention.end;
        for (const entity of mention.entities) {
          if (entity.type === 'PLACE' && !this.#isSubject(mention)) continue;
          if (entity.type !== 'POSITION') found.add(entity);
          if (found.size >= MAX_ABOUT) return [...found];
        }
      }
    }
    return [...found];
  }

  #isTopic(mention: Mention): boolean {
    const { tokens } = this.#reading;
    const next = tokens[mention.last];
    if (mention.isAdjective) return next?.pos === 'NOUN';
    const before = this.#leading(mention.first);
    if (before === undefined) return true;
    if (MEASURES.test(before.lower)) return false;
    return before.pos !== 'ADP' || PARTICIPANTS.test(before.lower);
  }

  #isSubject({ last }: Mention): boolean {
    const pos = this.#reading.tokens[last]?.pos;
    return pos === 'VERB' || pos === 'AUX';
  }

  /** The word that leads to the noun phrase. */
  #leading(first: number): Token | undefined {
    const { tokens } = this.#reading;
    let at = first - 1;
    const sentence = tokens[first]?.sentence;
    while (
      at >= 0 &&
      first - at < 6 &&
      tokens[at]?.sentence === sentence &&
      /^(?:DET|ADJ|NUM)$/.test(tokens[at]?.pos ?? '')
    )
      at -= 1;
    const token = tokens[at];
    return token?.sentence === sentence ? token : undefined;
  }
}
