import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffOf } from '../../src/search/model-diff.ts';
import { negates } from '../../src/search/model-negation.ts';
import { align } from '../../src/search/model-quote.ts';
import { foldWords } from '../../src/text/fold.ts';

const like = (pasted: string, recorded: string) => align(foldWords(pasted), foldWords(recorded));

describe('an alignment', () => {
  test.each([
    ['a b', 'a b', 1, false],
    ['b c', 'a b c d', 1, false],
    ['will resign', 'I will never say that I will resign', 1, false],
    ['guilty of it', 'he is not guilty of it', 1, true],
  ])('of %j with %j is exact', (pasted, recorded, similarity, negationChanged) => {
    expect(like(pasted, recorded)).toMatchObject({ exact: true, similarity, negationChanged });
  });

  test.each([
    ['I will resign today', 'I will not resign today', true],
    ['I will not resign today', 'I will resign today', true],
    ["I won't resign today", 'I will not resign today', false],
    ['I cannot resign today', 'I can not resign today', false],
    ['I never resign today of all days', 'I shall not resign today of all days', false],
    ['he does not say that he resigned from it', 'he does say that he not resigned from it', true],
    ['он говорил об этом вчера', 'он не говорил об этом вчера', true],
  ])('of %j with %j is altered', (pasted, recorded, negationChanged) => {
    expect(like(pasted, recorded)).toMatchObject({ exact: false, negationChanged });
  });

  test.each([
    ['something else entirely', 'nothing of the kind was ever said'],
    ['', 'a'],
    ['a', ''],
  ])('of %j with %j is none', (pasted, recorded) => {
    expect(like(pasted, recorded)).toBeNull();
  });

  test('finds a part of a long text, within it, and is likest for the same words', () => {
    const words = fc.array(fc.constantFrom('a', 'bb', 'ccc', 'not', 'dddd'), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, words, words, (before, part, after) => {
        expect(align(part, [...before, ...part, ...after])).toMatchObject({ exact: true, similarity: 1 });
        const other = align(part, before);
        if (other === null) return;
        expect(other.start).toBeGreaterThanOrEqual(0);
        expect(other.end).toBeLessThanOrEqual(before.length);
        expect(other.start).toBeLessThan(other.end);
        expect(other.exact).toBe(other.similarity === 1);
      }),
    );
  });
});

test('contractions negate, and a lone t does not', () => {
  expect(negates(foldWords("don't"), 1)).toBe(true);
  expect(negates(foldWords('dont'), 0)).toBe(true);
  expect(negates(foldWords('model t'), 1)).toBe(false);
});

test('a comparison rebuilds both texts to the letter', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', ' ', '“', 'don’t', "don't", '\n', '𐐨', 'b'), { maxLength: 30 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, texts, fc.nat(20), fc.nat(20), (recorded, pasted, start, length) => {
      const size = [...recorded].length;
      const from = Math.min(start, size);
      const runs = diffOf(recorded, pasted, { start: from, end: Math.min(size, from + length) });
      const without = (op: string) => runs.flatMap((run) => (run.op === op ? [] : [run.text])).join('');
      expect(without('INSERT')).toBe(recorded);
      expect(without('DELETE')).toBe(pasted);
      for (const [at, run] of runs.entries()) expect(run.op).not.toBe(runs[at + 1]?.op);
    }),
  );
});
