import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Aligner } from '../../src/text/align.ts';

/** How many of some words the others begin with. */
function common(some: readonly string[], others: readonly string[]): number {
  const differs = some.findIndex((word, at) => word !== others[at]);
  return differs < 0 ? some.length : differs;
}

it('the places with most of the words beside them are taken, with half of them at least', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const words = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most });
  fc.assert(
    fc.property(words(2, 40), words(0, 6), words(0, 6), (text, before, after) => {
      const scores = text.flatMap((each, at) => {
        if (each !== 'a') return [];
        const back = common(before.toReversed(), text.slice(0, at).reverse());
        return [{ at, score: back + common(after, text.slice(at + 1)) }];
      });
      const most = Math.max(0, ...scores.map(({ score }) => score));
      const fits = most > 0 && most * 2 >= before.length + after.length;
      const wanted = scores.filter(({ score }) => !fits || score === most).map(({ at }) => at * 2);
      const found = new Aligner(text.join(' ')).candidates(
        { words: 'a', prefix: before.join(' '), suffix: after.join(' ') },
        100,
      );
      expect(found?.places.map(({ start }) => start) ?? []).toEqual(wanted);
    }),
    { numRuns: 2_000 },
  );
});
