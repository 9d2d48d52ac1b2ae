import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { OffsetText } from '../../src/text/offsets.ts';
import { WordAlignment } from '../../src/text/word-alignment.ts';
import { wordsInCommon } from '../../src/text/word-runs.ts';
import { Vocabulary } from '../../src/text/word-sequence.ts';
import { slideToBreaks } from '../../src/text/word-slides.ts';

const texts = fc
  .array(fc.constantFrom('a ', 'b ', 'c ', 'd ', 'long-word ', 'x. ', 'y.\n'), { maxLength: 40 })
  .map((parts) => parts.join(''));

function aligned(before: string, after: string): WordAlignment {
  return new WordAlignment(new OffsetText(before), new OffsetText(after));
}

describe('words of two texts', () => {
  it('go together one to one, and the same ones', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { toAfter, toBefore, weak, ...sequences } = aligned(before, after);
        for (const [from, to] of toAfter.entries()) {
          if (to < 0) continue;
          expect(sequences.before.words[from]).toBe(sequences.after.words[to]);
          expect(toBefore[to]).toBe(from);
        }
        const count = (words: Int32Array) => words.filter((other) => other >= 0).length;
        expect(count(toBefore)).toBe(count(toAfter));
        expect(weak).toHaveLength(toAfter.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are each the same one in the same text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { toAfter } = aligned(text, text);
        expect([...toAfter]).toEqual([...toAfter.keys()]);
      }),
    );
  });

  it('are in order where they are in common in order, also when changes slide', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const vocabulary = new Vocabulary();
        const [a, b] = [before, after].map((text) => vocabulary.sequence(new OffsetText(text)));
        if (a === undefined || b === undefined) return;
        const { ordered, moved } = wordsInCommon(a, b);
        const slid = slideToBreaks(ordered, a, b);
        const count = (runs: readonly { readonly length: number }[]) =>
          runs.reduce((sum, { length }) => sum + length, 0);
        expect(count(slid)).toBe(count(ordered));
        for (const runs of [ordered, slid]) {
          let [from, to] = [0, 0];
          for (const run of runs) {
            expect(run.from >= from && run.to >= to && run.length > 0).toBe(true);
            [from, to] = [run.from + run.length, run.to + run.length];
          }
          expect(from <= a.words.length && to <= b.words.length).toBe(true);
        }
        for (const { from, to, length } of [...ordered, ...slid, ...moved]) {
          expect(a.words.slice(from, from + length)).toEqual(b.words.slice(to, to + length));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  /** Words of the later text with those of the earlier one that they are, by place. */
  test.each<readonly [string, string, string, (number | null)[]]>([
    ['inserted', 'a b c', 'a x b c', [0, 2, 3]],
    ['deleted', 'a x b c', 'a b c', [0, null, 1, 2]],
    ['inserted as a sentence', 'He will go.', 'He will stay. He will go.', [3, 4, 5]],
    ['deleted as a sentence', 'He will stay. He will go.', 'He will go.', [null, null, null, 0, 1, 2]],
    [
      'moved as a sentence',
      'One two. Three four five. Six.',
      'Three four five. Six. One two.',
      [4, 5, 0, 1, 2, 3],
    ],
    [
      'moved as a part of one',
      'Yesterday the long negotiations in Oslund ended. Ek left the room.',
      'Ek left the room. Then the long negotiations in Oslund began.',
      [null, 5, 6, 7, 8, 9, null, 0, 1, 2, 3],
    ],
    [
      'few amid others',
      'It was of the kind.',
      'None could see the others here.',
      [null, null, null, 3, null],
    ],
  ])('that are %s', (_what, before, after, expected) => {
    expect(Array.from(aligned(before, after).toAfter, (to) => (to < 0 ? null : to))).toEqual(expected);
  });

  it('are weak where they are few amid others', () => {
    const { weak } = aligned(
      'Berg said the talks had gone well. Ek left.',
      'Norland itself said nothing. Ek left.',
    );
    expect([...weak]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0]);
  });
});
