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

/** How those who were asked for their view are said to have been asked. */
const ASKED = /^(?:quizzed|interviewed|polled|surveyed|questioned|asked|contacted|queried|consulted|approached)$/;

/** The words that name who was told; those of the source where it says who has asked it. */
export function addressedIn(
  reading: Reading,
  mentions: MentionPlaces,
  heads: SourceHeads,
  { addressee, source }: Attribution,
): Addressed | null {
  if (addressee !== null) {
    const range = tokensWithin(reading.tokens, addressee);
    const named = heads.of(range, mentions.within(addressee));
    return { evidence: addressee, entities: referents(named) };
  }
  if (source === null) return null;
  const asker = askerIn(reading, mentions, source);
  return asker === null ? null : { evidence: { start: asker.start, end: asker.end }, entities: asker.entities };
}

/** "experts quizzed by the Norland Times". */
function askerIn({ tokens }: Reading, mentions: MentionPlaces, source: Range): Mention | null {
  for (const mention of mentions.within(source)) {
    const at = tokens[mention.first - 1]?.lower === 'the' ? mention.first - 2 : mention.first - 1;
    const isAsked = tokens[at]?.lower === 'by' && ASKED.test(tokens[at - 1]?.lower ?? '');
    if (isAsked && mention.entities.length > 0 && mention.entities.every(({ type }) => type === 'ORGANIZATION'))
      return mention;
  }
  return null;
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
    const spokes = before === 'for' && isWithin && /^spokes(?:man|woman|person|men|people)$/.test(tokens[at - 1]?.lower ?? '');
    if (behalf || spokes) return principal;
  }
  return null;
}
