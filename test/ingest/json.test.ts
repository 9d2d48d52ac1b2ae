import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/ingest/json.ts';
import { rejectionOf } from './refusals.ts';

/** Far more than it takes on a busy machine, and far less than the square of the text would. */
const TOO_LONG_MS = 20_000;

function refusalOf(text: string): string {
  const { code, message, details } = rejectionOf(() => parseDocument(text));
  expect(code).toBe('INVALID_INPUT');
  expect(details).toEqual({ problems: [{ pointer: '', reason: `n${message.slice(1, -1)}` }] });
  return message;
}

/** JSON texts whose objects may have a key several times, with the pointers that must be told: keys and strings with what looks like JSON. */
const texts = fc.letrec<{ value: Written; object: Written; array: Written; leaf: Written }>((tie) => {
  const words = fc.oneof(
    fc.constantFrom('a', 'b', '\u0061', 'a/b~', '', '__proto__', '"', '\\', '{"a":[', '}\n,'),
    fc.string(),
  );
  return {
    leaf: fc
      .oneof(words, fc.integer(), fc.boolean(), fc.constant(null))
      .map((leaf) => ({ text: escaped(leaf), repeats: [] })),
    array: fc.array(tie('value'), { maxLength: 3 }).map((items) => ({
      text: `[ ${items.map(({ text }) => text).join(' ,')}]`,
      repeats: items.flatMap(({ repeats }, at) => repeats.map((rest) => `/${at}${rest}`)),
    })),
    object: fc.array(fc.tuple(words, tie('value')), { maxLength: 4 }).map((fields) => ({
      text: `{${fields.map(([key, { text }]) => `${escaped(key)} : ${text}`).join(', ')} }`,
      repeats: fields.flatMap(([key, { repeats }], at) => {
        const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const isRepeat = fields.slice(0, at).some(([earlier]) => earlier === key);
        return [...(isRepeat ? [pointer] : []), ...repeats.map((rest) => pointer + rest)];
      }),
    })),
    value: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('array'), tie('object')),
  };
}).value;

interface Written {
  readonly text: string;
  readonly repeats: readonly string[];
}

/** The same string may be written in several ways. */
function escaped(leaf: unknown): string {
  return JSON.stringify(leaf).replaceAll('b', '\\u0062');
}

describe('a JSON text', () => {
  it('is read, with a byte order mark too', () => {
    expect(parseDocument('{"a": [1, "é👍"]}')).toEqual({ a: [1, 'é👍'] });
    expect(parseDocument('\uFEFF{"a": null}')).toEqual({ a: null });
  });

  it.each([
    ['', 'unexpected end at line 1, column 1'],
    ['\n\n  ', 'unexpected end at line 3, column 3'],
    ['{"a": 1,\n "b": }', 'unexpected "}" at line 2, column 7'],
    ['{"a": 1,}', 'unexpected "}" at line 1, column 9'],
    ['{"a": "b', 'unexpected end at line 1, column 9'],
    ['[1 2]', 'unexpected "2" at line 1, column 4'],
    ['[tru]', 'unexpected "]" at line 1, column 5'],
    ['[-]', 'unexpected "]" at line 1, column 3'],
    ['"a\nb"', 'unexpected "\\n" at line 1, column 3'],
    ['[👍]', 'unexpected "👍" at line 1, column 2'],
    ["{'a': 1}", 'unexpected "\'" at line 1, column 2'],
    ['[@ at position 99', 'unexpected "@" at line 1, column 2'],
    ['<html>in JSON at position 3', 'unexpected "<" at line 1, column 1'],
  ])('%j is refused with its place', (text, reason) => {
    expect(refusalOf(text)).toBe(`Not JSON: ${reason}.`);
  });

  it('is refused at the first character that does not belong there', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const index = at % (json.length + 1);
        const beginning = json.slice(0, index);
        // A control character belongs nowhere, in a string or out of it.
        const text = `${beginning}\u0001${json.slice(index)}`;
        fc.pre(!json.includes('\\'));
        expect(refusalOf(text)).toBe(`Not JSON: unexpected "\\u0001" at line 1, column ${index + 1}.`);
      }),
    );
  });

  it('that is long is refused as soon as a short one', () => {
    const text = `[${'"word", '.repeat(500_000)} tru]`;
    const began = performance.now();
    expect(refusalOf(text)).toBe(`Not JSON: unexpected "]" at line 1, column ${text.length}.`);
    expect(performance.now() - began).toBeLessThan(TOO_LONG_MS);
  });

  it('is refused where an object has a key twice, with each of them', () => {
    fc.assert(
      fc.property(texts, ({ text, repeats }) => {
        if (repeats.length === 0) {
          expect(parseDocument(text)).toEqual(JSON.parse(text));
          return;
        }
        const { code, details } = rejectionOf(() => parseDocument(text));
        expect(code).toBe('INVALID_INPUT');
        const { problems } = details as { readonly problems: readonly { readonly pointer: string }[] };
        expect(problems.map(({ pointer }) => pointer)).toEqual(repeats.slice(0, 100));
      }),
      { numRuns: 1_000 },
    );
  });

  it('may nest as deep as it likes', () => {
    const depth = 100_000;
    expect(refusalOf('['.repeat(depth))).toContain('unexpected end');
    expect(parseDocument('['.repeat(depth) + ']'.repeat(depth))).toHaveLength(1);
  });
});
