import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordingOf } from '../../src/statement/model-wording.ts';

describe('the wording of a content', () => {
  test.each([
    ['the treaty is dead', 'The  TREATY “is” dead!'],
    ['the Écoles of Kyiv open', 'the ecoles — of Kyiv, open'],
    ['that he ‘welcomes it’', "that he 'welcomes' it …"],
  ])('is the same for "%s" and "%s"', (one, other) => {
    const { wording } = wordingOf(one);
    expect(wording).toMatch(/^[0-9a-f]{16}$/);
    expect(wordingOf(other)).toEqual(wordingOf(one));
  });

  test('is another for other words, for another order, and for other borders between them', () => {
    const contents = [
      'the treaty is not dead',
      'the treaty is dead',
      'is the treaty dead',
      'the tre aty is dead',
      'the treaty is dead now',
      'the treaty was dead',
    ];
    expect(new Set(contents.map((content) => wordingOf(content).wording)).size).toBe(contents.length);
  });

  test.each([
    ['no words at all', null, 0],
    ['nothing but signs', '… – 🙂', 0],
    ['one word', 'Yes.', 1],
    ['three words', 'Yes, of course', 3],
  ])('is none for %s', (_, content, wordCount) => {
    expect(wordingOf(content)).toMatchObject({ wordCount, wording: null });
  });

  test('counts words as they stand, repeated ones too', () => {
    expect(wordingOf('No, no, no and no')).toMatchObject({ words: ' no no no and no ', wordCount: 5 });
    const word = fc.constantFrom('talks', 'Ünder', 'ÖL', 'x1', '峰会');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        expect(wordingOf(words.join(', ')).wordCount).toBe(words.length);
      }),
    );
  });
});
