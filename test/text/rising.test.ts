import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRising } from '../../src/text/rising.ts';

/** The length of the longest rising part, by looking at every one that ends at each place. */
function longest(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [at, number] of numbers.entries()) {
    lengths.push(
      1 + Math.max(0, ...lengths.filter((_, before) => (numbers[before] ?? 0) < number && before < at)),
    );
  }
  return Math.max(0, ...lengths);
}

test('the most pairs that rise in both numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 25 }), (numbers) => {
      const chain = longestRising(numbers.map((number, at) => [at, number] as const));
      expect(chain).toHaveLength(longest(numbers));
      for (const [index, [at, number]] of chain.entries()) {
        expect(numbers[at]).toBe(number);
        const [before, less] = chain[index - 1] ?? [-1, -1];
        expect(before < at && less < number).toBe(true);
      }
    }),
  );
});
