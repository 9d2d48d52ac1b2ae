import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetText } from '../../src/text/offsets.ts';
import { Quotations } from '../../src/text/quotation.ts';

function quoted(text: string): string[] {
  const offsets = new OffsetText(text);
  return new Quotations(offsets).regions.all.map(({ start, end }) => offsets.slice(start, end));
}

describe('quotations', () => {
  it.each<[string, string[]]>([
    ['He said "yes" and "no".', ['"yes"', '"no"']],
    ['“A ‘b’ c” and ‘d’', ['“A ‘b’ c”', '‘b’', '‘d’']],
    ['‘It’s Berg’s plan, the workers’ plan,’ he said.', ['‘It’s Berg’s plan, the workers’ plan,’']],
    ["'Ask the workers' he said, 'they know.'", ["'Ask the workers'", "'they know.'"]],
    ["Berg's plan isn't the workers' plan.", []],
    ["Back in the '90s, 'tis said, the owners' club.", []],
    ['A 5" pipe and a 6" one', []],
    ['„Er sagte ‚nein‘ dazu“', ['„Er sagte ‚nein‘ dazu“', '‚nein‘']],
    ['« A “b” c »', ['« A “b” c »', '“b”']],
    ["``A `b' c''", ["``A `b' c''", "`b'"]],
    ['(“a”), [“b”]—“c”', ['“a”', '“b”', '“c”']],
    ['“never closed\n\nand “closed”', ['“closed”']],
    ['“one\n\n“two” three', ['“one\n\n“two”']],
    ['"one\n"two" three', ['"one\n"two"']],
    ['“wrapped\nline” here', ['“wrapped\nline”']],
    ['👍 “a” 👍', ['“a”']],
    ['“”', ['“”']],
    ['"', []],
  ])('of %j', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  const pairs = [
    ['"', '"'],
    ['“', '”'],
    ['‘', '’'],
    ["'", "'"],
    ['«', '»'],
    ['„', '“'],
    ['「', '」'],
    ["''", "''"],
  ] as const;
  const word = fc.constantFrom('we', 'don’t', "it's", 'café', '👍', 'know', 'שלום', 'e.g.', 'x-y', 'now,');

  it('of words in and out of marks are the ones in marks, whatever the marks', () => {
    const piece = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      pair: fc.option(fc.constantFrom(...pairs)),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const written = pieces.map(
          ({ words, pair }) => (pair?.[0] ?? '') + words.join(' ') + (pair?.[1] ?? ''),
        );
        const expected = written.filter((_, index) => pieces[index]?.pair !== null);
        expect(quoted(written.join(' '))).toEqual(expected);
      }),
    );
  });

  it('lose their own marks and keep those in them', () => {
    const text = '“A ‘b’ c,” he said.';
    const quotations = new Quotations(new OffsetText(text));
    expect(quotations.unmarked({ start: 0, end: 10 })).toBe('A ‘b’ c,');
    expect(quotations.unmarked({ start: 1, end: 9 })).toBe('A ‘b’ c,');
    expect(quotations.unmarked({ start: 3, end: 6 })).toBe('b');
    expect(quotations.unmarked({ start: 11, end: 18 })).toBe('he said');
  });

  it('of a text full of marks are found in time in proportion to it', () => {
    const began = performance.now();
    quoted("the workers' 'plan' isn't \"so\" ".repeat(30_000));
    quoted("'".repeat(1_000_000));
    quoted('“'.repeat(300_000));
    quoted("s' a".repeat(250_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
