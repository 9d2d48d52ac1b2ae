import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

function quotationsOf(text: string): string[] {
  return read(text).quotations.map(({ inner }) => text.slice(inner.start, inner.end));
}

describe('quotations', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['curly', '“We go,” Ek said. “Now.”', ['We go,', 'Now.']],
    ['straight', '"We go," Ek said.', ['We go,']],
    ['doubled', "``We go,'' Ek said. ''Now.''", ['We go,', 'Now.']],
    ['single', '‘We go,’ Ek said.', ['We go,']],
    ['within others, which are part of these', '“He said ‘go’ to us,” Ek said.', ['He said ‘go’ to us,']],
    ['beside apostrophes', 'Ek’s dogs’ food isn’t “good” in the ’90s.', ['good']],
    ['of other countries', '„Wir gehen“, said Ek.', ['Wir gehen']],
    ['none', 'It is 5" wide and Ek’s.', []],
  ])('%s', (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected);
  });

  test('that are not closed run on into the next paragraph', () => {
    const { quotations } = read('“We go.\n\n“We come back,” Ek said. He left.');
    expect(quotations.map(({ closed, continued }) => [closed, continued])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test('that are never closed spoil no more than their paragraph', () => {
    expect(quotationsOf('“We go, Ek said.\n\nHe left.\n\nBerg said “no”.')).toEqual([
      'We go, Ek said.',
      'no',
    ]);
  });
});

describe('words', () => {
  test('are tagged as names where they look like verbs', () => {
    const tags = new Map(
      read(
        'In the evening the police said Ted Cook said that the old senator Mark Ek had met the man.',
      ).tokens.map(({ text, pos }) => [text, pos]),
    );
    expect([tags.get('Cook'), tags.get('Mark'), tags.get('said')]).toEqual(['PROPN', 'PROPN', 'VERB']);
  });

  test.each([
    ['Lawyers claim that it rained.', 'claim'],
    ['The paper notes the harbour is shut.', 'notes'],
    ['The ad claims “Ek is right.”', 'claims'],
  ])('are tagged as verbs where they look like nouns: %s', (text, word) => {
    expect(read(text).tokens.find((token) => token.text === word)?.pos).toBe('VERB');
  });

  test.each([
    ['The claim that it rained is false.', 'claim'],
    ['News reports that he left were false.', 'reports'],
  ])('and else stay nouns: %s', (text, word) => {
    expect(read(text).tokens.find((token) => token.text === word)?.pos).toBe('NOUN');
  });
});

test('whatever a text has, its words, sentences, paragraphs and quotations stand where they say, in order', () => {
  const pieces = fc.constantFrom(
    ...[
      'Berg said ',
      '“We go,” ',
      "''now'' ",
      'the U.S. ',
      '😀 ',
      '\n\n',
      '\r\n',
      ' ',
      '’s ',
      '(',
      ')[1] ',
      'é',
      'a\u0301b ',
      '"',
      '. ',
      'مرحبا ',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (all) => {
      const text = all.join('');
      const { tokens, sentences, paragraphs, quotations } = read(text);
      let end = 0;
      for (const [at, token] of tokens.entries()) {
        expect(token.index).toBe(at);
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
      expect(sentences.flatMap(({ first, last }) => tokens.slice(first, last))).toEqual(tokens);
      expect(paragraphs.flatMap(({ first, last }) => sentences.slice(first, last))).toEqual(sentences);
      for (const { start, end: to, inner } of quotations)
        expect([start <= inner.start, inner.start <= inner.end, inner.end <= to]).toEqual([true, true, true]);
    }),
  );
});
