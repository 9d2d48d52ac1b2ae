import type { Span } from './marked.ts';

/** The unit in which overlap is measured: marks, spaces and punctuation do not count. */
export type Letters = ReadonlySet<number>;

const LETTER = /[\p{L}\p{N}]/u;

export function isLetter(char: string | undefined): boolean {
  return char !== undefined && LETTER.test(char);
}

/** Offsets of the letters and digits in the spans. */
export function lettersIn(text: string, spans: readonly Span[]): Letters {
  const letters = new Set<number>();
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += 1) if (isLetter(text[at])) letters.add(at);
  }
  return letters;
}

export function shared(one: Letters, other: Letters): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const at of small) if (large.has(at)) count += 1;
  return count;
}

/** What both have, of what either has: 0 to 1, 0 for none. */
export function jaccard(one: Letters, other: Letters): number {
  const both = shared(one, other);
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

export interface Matching {
  /** Index of the found one by that of the gold one, and the other way. */
  readonly found: ReadonlyMap<number, number>;
  readonly gold: ReadonlyMap<number, number>;
}

/** Pairs them one to one, the best overlap first. */
export function pair(
  gold: readonly { readonly letters: Letters }[],
  found: readonly { readonly letters: Letters }[],
  least: number,
): Matching {
  const owners = new Map<number, number[]>();
  for (const [index, { letters }] of gold.entries()) {
    for (const at of letters) {
      const there = owners.get(at);
      if (there === undefined) owners.set(at, [index]);
      else there.push(index);
    }
  }
  const candidates: (readonly [number, number, number])[] = [];
  for (const [index, { letters }] of found.entries()) {
    const common = new Map<number, number>();
    for (const at of letters) {
      for (const owner of owners.get(at) ?? []) common.set(owner, (common.get(owner) ?? 0) + 1);
    }
    for (const [owner, both] of common) {
      const overlap = both / ((gold[owner]?.letters.size ?? 0) + letters.size - both);
      if (overlap >= least - 1e-9) candidates.push([overlap, owner, index]);
    }
  }
  candidates.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const [toFound, toGold] = [new Map<number, number>(), new Map<number, number>()];
  for (const [, owner, index] of candidates) {
    if (toFound.has(owner) || toGold.has(index)) continue;
    toFound.set(owner, index);
    toGold.set(index, owner);
  }
  return { found: toFound, gold: toGold };
}
