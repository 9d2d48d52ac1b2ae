import { BREAK, type Run, type WordSequence } from './word-sequence.ts';

/**
 * Moves what was only inserted or only deleted between two runs to where the text breaks most, as far as the words allow: in
 * "He will stay. He will go." for "He will go." the first sentence is new, and not "stay. He will".
 */
export function slideToBreaks(runs: readonly Run[], before: WordSequence, after: WordSequence): Run[] {
  const ends = { from: before.words.length, to: after.words.length, length: 0 };
  const slid = [{ from: 0, to: 0, length: 0 }, ...runs, ends].map((run) => ({ ...run }));
  for (const [index, right] of slid.entries()) {
    const left = slid[index - 1];
    if (left === undefined) continue;
    const deleted = right.from > left.from + left.length;
    const inserted = right.to > left.to + left.length;
    if (deleted === inserted) continue;
    const shift = inserted
      ? bestShift(after, left.to, left.length, right.to, right.length)
      : bestShift(before, left.from, left.length, right.from, right.length);
    left.length += shift;
    right.from += shift;
    right.to += shift;
    right.length -= shift;
  }
  return slid.filter(({ length }) => length > 0);
}

/** How far what stands between two runs of a text goes to the right, or with a minus to the left. */
function bestShift(
  { words, breaks }: WordSequence,
  leftStart: number,
  leftLength: number,
  rightStart: number,
  rightLength: number,
): number {
  const start = leftStart + leftLength;
  const breakAt = (shift: number) =>
    (breaks[start + shift] ?? BREAK.none) + (breaks[rightStart + shift] ?? BREAK.none);
  let best = 0;
  let most = breakAt(0);
  const consider = (shift: number): void => {
    if (breakAt(shift) <= most) return;
    most = breakAt(shift);
    best = shift;
  };
  for (let left = 1; left <= leftLength && words[start - left] === words[rightStart - left]; left += 1) {
    consider(-left);
  }
  for (
    let right = 1;
    right <= rightLength && words[start + right - 1] === words[rightStart + right - 1];
    right += 1
  ) {
    consider(right);
  }
  return best;
}
