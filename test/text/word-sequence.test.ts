import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldWords } from '../../src/text/fold.ts';
import { OffsetText } from '../../src/text/offsets.ts';
import { BREAK, Vocabulary, type WordSequence } from '../../src/text/word-sequence.ts';

const sequence = (text: string) => new Vocabulary().sequence(new OffsetText(text));

function written(text: string, { starts, ends }: WordSequence): string[] {
  const points = [...text];
  return Array.from(starts, (start, at) => points.slice(start, ends[at]).join(''));
}

describe('the words of a text', () => {
  test.each([
    ['Anna Berg’s “co-op”, 1½.', ['Anna', 'Berg', 's', 'co', 'op', '1½']],
    ['Zoe\u0308 co\u00ADop \u200Fשָׁלוֹם', ['Zoe\u0308', 'co\u00ADop', 'שָׁלוֹם']],
    ['谈判进展2021年', ['谈', '判', '进', '展', '2021', '年']],
    ['かとうさん、ガ', ['か', 'と', 'う', 'さ', 'ん', 'ガ']],
    ['👍 5€ + 3', ['👍', '5', '€', '+', '3']],
    ['\u0301 \u200B … “”', []],
    ['𐐨x', ['𐐨x']],
  ])('of %j', (text, words) => {
    expect(written(text, sequence(text))).toEqual(words);
  });

  it('have one number where they fold alike, in all texts of a vocabulary', () => {
    const vocabulary = new Vocabulary();
    const [one, other] = ['Zoë said. ZOE', 'said zoe\u0308'].map((text) =>
      vocabulary.sequence(new OffsetText(text)),
    );
    expect([...(one?.words ?? [])]).toEqual([0, 1, 0]);
    expect([...(other?.words ?? [])]).toEqual([1, 0]);
    expect(vocabulary.size).toBe(2);
  });

  it('tell where the text breaks', () => {
    const text = 'Mr. Ek said: “Go, now!” Then 3.5\nmore。完 yes';
    const { breaks } = sequence(text);
    const { none, clause, sentence, paragraph } = BREAK;
    // Mr, Ek, said, Go, now, Then, 3, 5, more, 完, yes, and the end.
    expect([...breaks]).toEqual([
      ...[sentence, sentence, none, clause, clause, sentence, none, clause, paragraph, sentence, none],
      sentence,
    ]);
  });

  it('are those of folded names in order, where words are between spaces', () => {
    const alphabet = fc.constantFrom(
      'a',
      'É',
      'ß',
      'ﬁ',
      '1',
      ' ',
      '-',
      '’',
      '.',
      '\u0301',
      '\u00AD',
      '𐐨',
      'ж',
    );
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 30 }), (text) => {
        const found = sequence(text);
        expect(written(text, found).flatMap(foldWords).join(' ')).toBe(foldWords(text).join(' '));
        const places = Array.from(found.starts, (start, at) => [start, found.ends[at] ?? 0]).flat();
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(found.breaks).toHaveLength(found.words.length + 1);
        expect(found.letters).toHaveLength(found.words.length + 1);
      }),
    );
  });
});
