import { foldTypography } from './fold.ts';

/** Code points of punctuation beside a word that may have become others. */
const MAX_EDGE = 16;

/**
 * Code points beside a word, at the given side of a gap, that are the same as before but for typography; where there are none, as many
 * as stand directly beside it, and no more than before.
 */
export function edgeLength(edge: string, gap: string, side: 'start' | 'end'): number {
  const count = [...edge].length;
  if (count === 0 || (side === 'end' ? gap.endsWith(edge) : gap.startsWith(edge))) return count;
  const folded = foldTypography(edge);
  const points = [...gap];
  for (let length = 0; length <= Math.min(points.length, MAX_EDGE); length += 1) {
    const beside = side === 'end' ? points.slice(points.length - length) : points.slice(0, length);
    if (foldTypography(beside.join('')) === folded) return length;
  }
  const beside = side === 'end' ? points.reverse() : points;
  const space = beside.findIndex((point) => /\s/u.test(point));
  return Math.min(space < 0 ? beside.length : space, count);
}
