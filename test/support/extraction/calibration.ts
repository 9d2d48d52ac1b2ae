import type { AttributedText, Attribution } from './attribution.ts';
import { judgeSource } from './attribution.ts';
import { lettersIn, pair } from './letters.ts';
import { OVERLAP } from './score-attributions.ts';

/** One attribution found: how sure of it the extractor is, and whether it is right. */
export interface Verdict {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/**
 * How far confidence is from the share that is right, from 0 to 1: the mean over bins of equal width, each as heavy as it is full
 * (expected calibration error). 0 for none.
 */
export function calibrationError(verdicts: readonly Verdict[], bins = BINS): number {
  const sums = Array.from({ length: bins }, () => 0);
  for (const { confidence, right } of verdicts) {
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    sums[bin] = (sums[bin] ?? 0) + confidence - (right ? 1 : 0);
  }
  const off = sums.reduce((total, sum) => total + Math.abs(sum), 0);
  return verdicts.length === 0 ? 0 : off / verdicts.length;
}

/** Right is what meets an attribution of the gold, one to one, in its content and its source. */
export function verdictsOf<Found extends Attribution & { readonly confidence: number }>(
  { text, attributions }: AttributedText,
  found: readonly Found[],
): (Verdict & { readonly of: Found })[] {
  const withLetters = <One extends Attribution>(one: One) => ({ one, letters: lettersIn(text, one.content) });
  const gold = attributions.map(withLetters);
  const pairing = pair(gold, found.map(withLetters), OVERLAP);
  return found.map((of, at) => {
    const meant = gold[pairing.gold.get(at) ?? -1]?.one;
    const right = meant !== undefined && judgeSource(text, meant.source, of.source).same;
    return { confidence: of.confidence, right, of };
  });
}
