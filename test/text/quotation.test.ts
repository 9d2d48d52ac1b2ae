import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetText } from '../../src/text/offsets.ts';
import { Quotations } from '../../src/text/quotation.ts';

/** Far more than it takes on a busy machine, and far less than the square of the text would. */
const TOO_LONG_MS = 20_000;

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

  it('are found behind any number of marks that are never closed', () => {
    expect(quoted(`${'“'.repeat(1_000)} “a” and ‘b’`)).toEqual(['“a”', '‘b’']);
    expect(quoted(`“a ${'‘'.repeat(20)} b”`)).toEqual([`“a ${'‘'.repeat(20)} b”`]);
  });

  it.each<[string, string]>([
    ['marks of every kind', "the workers' 'plan' isn't \"so\" ".repeat(30_000)],
    ['straight single marks', "'".repeat(1_000_000)],
    ['opening marks that nothing closes', '“'.repeat(300_000)],
    ['quotations in quotations', '“‘'.repeat(50_000) + '’”'.repeat(50_000)],
    ['plurals with an apostrophe', "s' a".repeat(250_000)],
    ['paragraphs that open', '“a\n\n'.repeat(100_000)],
    ['paragraphs that open another', '“‘\n«‹\n\n'.repeat(100_000)],
    ['empty lines', `“${'\n'.repeat(900_000)}a “b”`],
    ['blank lines', `“\n${' '.repeat(900_000)}a “b”`],
  ])('of a text full of %s are found in time in proportion to it', (_what, text) => {
    const began = performance.now();
    quoted(text);
    expect(performance.now() - began).toBeLessThan(TOO_LONG_MS);
  });

  it('of many pieces are told in time in proportion to them', () => {
    const paragraphs = 100_000;
    const quotations = new Quotations(
      new OffsetText(`${'“ab\n'.repeat(paragraphs)}c”${'!'.repeat(500_000)}`),
    );
    const began = performance.now();
    let told = 0;
    for (let at = 0; at < paragraphs; at += 1) {
      const piece = { start: 4 * at + 1, end: 4 * at + 3 };
      const mark = { start: 4 * paragraphs + 2 + at, end: 4 * paragraphs + 3 + at };
      if (quotations.unmarked(piece) === 'ab' && !quotations.hasUnquotedWords(mark)) told += 1;
    }
    expect(told).toBe(paragraphs);
    expect(performance.now() - began).toBeLessThan(TOO_LONG_MS);
  });

  it('count as in a stretch when only marks and punctuation stand between', () => {
    const quotations = new Quotations(new OffsetText('it is (“so”), he said'));
    expect(quotations.partsOf({ start: 8, end: 10 })).toEqual(['so']);
    expect(quotations.partsOf({ start: 3, end: 10 })).toEqual(['so']);
    expect(quotations.partsOf({ start: 0, end: 5 })).toEqual([]);
    expect(quotations.hasUnquotedWords({ start: 8, end: 10 })).toBe(false);
    expect(quotations.hasUnquotedWords({ start: 3, end: 10 })).toBe(true);
  });
});
