import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/text/fold.ts';

describe('a folded name', () => {
  it.each([
    ['Café de Flore', 'cafe de flore'],
    ['CAFE\u0301  DE\u00A0FLORE ', 'cafe de flore'],
    ['O’Brien', "o'brien"],
    ['Jean–Luc', 'jean-luc'],
    ['Владимир Зеленський', 'владимир зеленськии'],
    ['ﬁnance', 'finance'],
    ['１２', '12'],
  ])('of %s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('folds no further when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('does not depend on case or on composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'É', 'ß', 'ü', 'Ж', ' ', '-') }), (name) => {
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name));
        expect(foldName(name.toLowerCase())).toBe(foldName(name));
      }),
    );
  });
});
