import type { Attribution } from './attribution.ts';
import { LASTING_CUES } from './lexicon/addressing.ts';
import type { Range } from './reading.ts';

/**
 * Whoever was told goes on listening to the same speaker until another one is named. `speakerOf` tells the same key for the same
 * speaker, null where that is open. A proposal is made to whom the speaker's one before was made. Attributions in any order; those of
 * silence are told to nobody.
 */
export function carryAddressees(
  attributions: readonly Attribution[],
  speakerOf: (attribution: Attribution, at: number) => string | null,
): Attribution[] {
  const carried = [...attributions];
  const listening = new Map<string, Range>();
  const offered = new Map<string, Range>();
  const order = attributions.map((attribution, at) => ({ attribution, at, first: firstOf(attribution) }));
  let held: { key: string; range: Range; isOffer: boolean; first: number }[] = [];
  for (const { attribution, at, first } of order.toSorted((a, b) => a.first - b.first || a.at - b.at)) {
    // One that begins at the same place is not earlier.
    for (const one of held)
      if (one.first < first) (one.isOffer ? offered : listening).set(one.key, one.range);
    held = held.filter((one) => one.first >= first);
    const isSilent = attribution.content.length === 0;
    const key = isSilent || attribution.turn ? null : speakerOf(attribution, at);
    if (key === null) continue;
    const isOffer = attribution.acts[0] === 'PROPOSE';
    if (attribution.addressee !== null) {
      if (attribution.lasts) held.push({ key, range: attribution.addressee, isOffer: false, first });
      else if (isOffer) held.push({ key, range: attribution.addressee, isOffer, first });
      else if (LASTING_CUES.has(attribution.cue?.lemma ?? '')) listening.delete(key);
      continue;
    }
    // What is told of an earlier occasion was said to others.
    const isRetold = attribution.within !== null || attribution.frame === 'noun';
    const range = isOffer ? offered.get(key) : isRetold ? undefined : listening.get(key);
    if (range !== undefined) carried[at] = { ...attribution, addressee: range, carried: true };
  }
  return carried;
}

/** Where the first of its words stands. */
function firstOf({ source, cue, content }: Attribution): number {
  const ranges = [source, cue?.range ?? null, ...content].filter((range) => range !== null);
  return Math.min(...ranges.map(({ start }) => start));
}
