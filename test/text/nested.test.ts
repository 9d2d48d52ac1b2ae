import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NestedStretches, type Stretch } from '../../src/text/nested.ts';

/** Halves, thirds and so on of a stretch, at random: never a partial overlap. */
const nested = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 20 }).map((pairs) => {
  const kept: Stretch[] = [];
  for (const [a, b] of pairs) {
    const one = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
    const partly = (other: Stretch) =>
      one.start < other.end && other.start < one.end && !inside(one, other) && !inside(other, one);
    if (!kept.some(partly)) kept.push(one);
  }
  return kept;
});

function inside(a: Stretch, b: Stretch): boolean {
  return b.start <= a.start && a.end <= b.end;
}

describe('nested stretches', () => {
  it('around a place are those that hold it, innermost first', () => {
    fc.assert(
      fc.property(nested, fc.nat(40), fc.integer({ min: 1, max: 8 }), (stretches, start, length) => {
        const place = { start, end: start + length };
        const found = new NestedStretches(stretches).around(place.start, place.end);
        expect(new Set(found)).toEqual(new Set(stretches.filter((each) => inside(place, each))));
        expect(found.every((each, index) => index === 0 || inside(found[index - 1] ?? each, each))).toBe(
          true,
        );
      }),
    );
  });

  it('outermost within a place are in it and in no other that is', () => {
    fc.assert(
      fc.property(nested, fc.nat(40), fc.nat(20), (stretches, start, length) => {
        const place = { start, end: start + length };
        const within = stretches.filter((each) => inside(each, place));
        const outermost = within.filter(
          (each) => !within.some((other) => inside(each, other) && !inside(other, each)),
        );
        const spans = (list: readonly Stretch[]) => new Set(list.map((each) => `${each.start}-${each.end}`));
        expect(spans(new NestedStretches(stretches).outermostWithin(place.start, place.end))).toEqual(
          spans(outermost),
        );
      }),
    );
  });
});
