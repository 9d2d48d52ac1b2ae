import type { Draft } from './draft.ts';
import type { Phrases } from './phrases.ts';

export function confidenceOf(
  _: Phrases,
  __: Draft & { turn: boolean; isSilent: boolean; isNested: boolean },
): number {
  return 0.8;
}
