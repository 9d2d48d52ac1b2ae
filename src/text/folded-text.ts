import type { FoldStep } from './fold.ts';
import type { Stretch } from './nested.ts';

/** What is invisible, and belongs to the character before it. */
const ATTACHED = /^(?=\p{M})\p{Default_Ignorable_Code_Point}/u;
/** More of them than any character has. */
const MAX_ATTACHED = 16;

/**
 * A text after some steps of folding, with the way back to where each part of it comes from; offsets in UTF-16 units. Building takes
 * time in proportion to the text and the number of steps; of a step that changes nothing, nothing is copied.
 */
export class FoldedText {
  readonly text: string;
  readonly #original: string;
  /** By unit of the folded text, from where to where that stands in the original which it comes from. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #isFolded: boolean;

  constructor(original: string, steps: readonly FoldStep[]) {
    this.#original = original;
    this.#isFolded = steps.length > 0;
    let folded: Folded = {
      text: original,
      starts: Int32Array.from({ length: original.length }, (_, unit) => unit),
      ends: Int32Array.from({ length: original.length }, (_, unit) => unit + 1),
    };
    for (const step of steps) folded = folded.text.search(step[0]) < 0 ? folded : foldOnce(folded, step);
    this.text = folded.text;
    this.#starts = folded.starts;
    this.#ends = folded.ends;
  }

  /**
   * Where a stretch of the folded text, of one unit at least, stands in the original, without white space at its ends; null where it
   * begins or ends inside of what one character has become, such as after the first dot of an ellipsis.
   */
  origin({ start, end }: Stretch): Stretch | null {
    let first = this.#starts[start] ?? 0;
    let last = this.#ends[end - 1] ?? 0;
    if (start > 0 && this.#starts[start - 1] === first) return null;
    if (end < this.text.length && this.#ends[end] === last) return null;
    // Folding takes spaces beside quotation marks and dashes for a part of these.
    while (first < last && isSpace(this.#original, first)) first += 1;
    while (last > first && isSpace(this.#original, last - 1)) last -= 1;
    for (let count = 0; this.#isFolded && count < MAX_ATTACHED; count += 1) {
      const attached = ATTACHED.exec(this.#original.slice(last, last + 2));
      if (attached === null) break;
      last += attached[0].length;
    }
    return first < last ? { start: first, end: last } : null;
  }
}

interface Folded {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function foldOnce({ text, starts, ends }: Folded, [pattern, fold]: FoldStep): Folded {
  const changes = Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    index,
    length: match.length,
    becomes: fold(match),
  }));
  const length = changes.reduce((sum, { length, becomes }) => sum + becomes.length - length, text.length);
  const folded = { starts: new Int32Array(length), ends: new Int32Array(length) };
  const parts: string[] = [];
  let from = 0;
  let to = 0;
  const keep = (until: number): void => {
    folded.starts.set(starts.subarray(from, until), to);
    folded.ends.set(ends.subarray(from, until), to);
    parts.push(text.slice(from, until));
    to += until - from;
  };
  for (const { index, length, becomes } of changes) {
    keep(index);
    folded.starts.fill(starts[index] ?? 0, to, to + becomes.length);
    folded.ends.fill(ends[index + length - 1] ?? 0, to, to + becomes.length);
    parts.push(becomes);
    to += becomes.length;
    from = index + length;
  }
  keep(text.length);
  return { text: parts.join(''), ...folded };
}

function isSpace(text: string, unit: number): boolean {
  return /\s/u.test(text.charAt(unit));
}
