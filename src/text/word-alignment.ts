import type { OffsetText } from './offsets.ts';
import { movedRuns } from './word-moves.ts';
import { wordsInCommon } from './word-runs.ts';
import { leftSentences } from './word-sentences.ts';
import { type Run, Vocabulary, type WordSequence } from './word-sequence.ts';
import { slideToBreaks } from './word-slides.ts';

/**
 * Which word of a later text is which of an earlier one. Whole sentences that stand once in each go together, and what both have in the
 * same order, but for a few words in common amid long changes; then the same sentences anywhere; then other stretches that were moved;
 * then those few words. No word goes with two.
 *
 * Takes time in proportion to the texts where these are alike, and never more than a few seconds for texts of a million code points.
 */
export class WordAlignment {
  readonly before: WordSequence;
  readonly after: WordSequence;
  /** For each word of the earlier text its word in the later one, and the other way round; -1 for none. */
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;
  /** 1 for each word of the earlier text that is among the few in common amid long changes. */
  readonly weak: Uint8Array;

  constructor(before: OffsetText, after: OffsetText) {
    const vocabulary = new Vocabulary();
    this.before = vocabulary.sequence(before);
    this.after = vocabulary.sequence(after);
    this.toAfter = new Int32Array(this.before.words.length).fill(-1);
    this.toBefore = new Int32Array(this.after.words.length).fill(-1);
    this.weak = new Uint8Array(this.before.words.length);
    const { ordered, moved } = wordsInCommon(this.before, this.after);
    for (const run of moved) this.#join(run);
    const runs = slideToBreaks(ordered, this.before, this.after);
    const weak = weakRuns(runs, this.before, this.after);
    for (const run of runs) if (!weak.has(run)) this.#join(run);
    for (const run of leftSentences(this.before, this.after, this.toAfter, this.toBefore)) {
      this.#part(run);
      this.#join(run);
    }
    for (const run of movedRuns(this.before, this.after, freeOf(this.toAfter), freeOf(this.toBefore)))
      this.#join(run);
    for (const run of weak) this.#join(run, 1);
  }

  /** Takes the words of a run from those that they went together with. */
  #part({ from, to, length }: Run): void {
    for (let at = 0; at < length; at += 1) {
      const [after, before] = [this.toAfter[from + at] ?? -1, this.toBefore[to + at] ?? -1];
      if (after >= 0) this.toBefore[after] = -1;
      if (before >= 0) this.toAfter[before] = -1;
      this.toAfter[from + at] = -1;
      this.toBefore[to + at] = -1;
    }
  }

  #join({ from, to, length }: Run, weak: 0 | 1 = 0): void {
    for (let at = 0; at < length; at += 1) {
      if ((this.toAfter[from + at] ?? 0) >= 0 || (this.toBefore[to + at] ?? 0) >= 0) continue;
      this.toAfter[from + at] = to + at;
      this.toBefore[to + at] = from + at;
      this.weak[from + at] = weak;
    }
  }
}

/** 1 for each word that has none in the other text. */
function freeOf(others: Int32Array): Uint8Array {
  return Uint8Array.from(others, (other) => Number(other < 0));
}

/** The runs that are no longer than the changes on either side of them: words such as "the" that other sentences have too. */
function weakRuns(runs: readonly Run[], before: WordSequence, after: WordSequence): Set<Run> {
  const weak = new Set<Run>();
  const ends = { from: before.words.length, to: after.words.length, length: 0 };
  for (const [index, run] of runs.entries()) {
    if (run.sure === true) continue;
    const left = runs[index - 1] ?? { from: 0, to: 0, length: 0 };
    const right = runs[index + 1] ?? ends;
    const letters = (before.letters[run.from + run.length] ?? 0) - (before.letters[run.from] ?? 0);
    if (letters <= Math.min(changed(left, run, before, after), changed(run, right, before, after)))
      weak.add(run);
  }
  return weak;
}

/** Letters that stand between two runs in the text that has more of them. */
function changed(left: Run, right: Run, before: WordSequence, after: WordSequence): number {
  const inBefore = (before.letters[right.from] ?? 0) - (before.letters[left.from + left.length] ?? 0);
  const inAfter = (after.letters[right.to] ?? 0) - (after.letters[left.to + left.length] ?? 0);
  return Math.max(inBefore, inAfter);
}
