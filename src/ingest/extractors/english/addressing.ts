import type { Attribution } from './attribution.ts';
import type { Range, Reading } from './reading.ts';
import type { Mention, Referent } from './referent.ts';
import type { SourceHeads } from './source-heads.ts';
import { type MentionPlaces, tokensWithin } from './token-places.ts';

/** Who was told, by the words for it. */
export interface Addressed {
  readonly evidence: Range;
  /** Empty where the words name nobody: "reporters". */
  readonly entities: readonly Referent[];
}

/** Who was told, by the words that name them. */
export function addressedIn(
  reading: Reading,
  mentions: MentionPlaces,
  heads: SourceHeads,
  { addressee }: Attribution,
): Addressed | null {
  if (addressee === null) return null;
  const range = tokensWithin(reading.tokens, addressee);
  return { evidence: addressee, entities: referents(heads.of(range, mentions.within(addressee))) };
}

function referents(mentions: readonly Mention[]): Referent[] {
  return [...new Set(mentions.flatMap(({ entities }) => entities))];
}

/** Whom the speaker speaks for: "on behalf of the ministry", "a spokesman for the ministry". */
export function principalOf(
  { tokens }: Reading,
  mentions: MentionPlaces,
  { source, cue }: Attribution,
  sentence: Range,
): Referent | null {
  for (const mention of source === null && cue === null ? [] : mentions.within(sentence)) {
    const [principal] = mention.entities;
    if (principal === undefined || mention.entities.length > 1 || mention.isAdjective) continue;
    let at = mention.first - 1;
    while (/^(?:DET|ADJ|PROPN|NOUN)$/.test(tokens[at]?.pos ?? '') && mention.first - at < 5) at -= 1;
    const before = tokens[at]?.lower ?? '';
    const behalf = before === 'of' && tokens[at - 1]?.lower === 'behalf' && tokens[at - 2]?.lower === 'on';
    const isWithin = source !== null && mention.start >= source.start && mention.end <= source.end;
    const spokes =
      before === 'for' &&
      isWithin &&
      /^spokes(?:man|woman|person|men|people)$/.test(tokens[at - 1]?.lower ?? '');
    if (behalf || spokes) return principal;
  }
  return null;
}
