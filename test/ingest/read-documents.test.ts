import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_DOCUMENT_BYTES,
  type Reader,
  readAny,
  readLines,
  readOne,
} from '../../src/ingest/read-documents.ts';
import { all, piecesOf } from '../support/streams.ts';

/** Line and value of each document, or line and message where there is none. */
async function found(read: Reader, bytes: Uint8Array | string, sizes: readonly number[] = []) {
  const readings = await all(read('a', piecesOf(bytes, sizes)));
  return readings.map(({ found }) => [found.line, 'error' in found ? found.error.message : found.value]);
}

const DOCUMENT = { format: 'onrecord-annotation/1', text: 'a "b" {[ \\ é👍', list: [{ a: {} }, [], '}'] };
const LINE = JSON.stringify(DOCUMENT);
const PRINTED = JSON.stringify(DOCUMENT, null, 2);

/** What JSON.stringify takes for indentation, and line ends. */
const layouts = fc.record({
  indent: fc.constantFrom('', ' ', '    ', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
});

describe('a file that is one document', () => {
  test('is read as it is', async () => {
    expect(await found(readOne, '\uFEFF{"a": "é👍"}', [2, 7])).toEqual([[null, { a: 'é👍' }]]);
    expect(await found(readOne, Uint8Array.of(0x22, 0xff, 0x22))).toEqual([
      [null, 'Cannot be read: the file is not UTF-8.'],
    ]);
    expect(await found(readOne, '{}\n{}')).toEqual([[null, 'Not JSON: unexpected "{" at line 2, column 1.']]);
    expect(await found(readOne, '')).toEqual([[null, 'Not JSON: unexpected end at line 1, column 1.']]);
  });

  test('is not held beyond the longest that may be', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(1_000_000, ' ');
      }
    }
    const readings = await all(readOne('a', endless()));
    expect(readings.map(({ found }) => 'error' in found && found.error.message)).toEqual([
      'Cannot be read: the document is longer than 64 MB.',
    ]);
    expect(taken).toBe(MAX_DOCUMENT_BYTES / 1_000_000 + 1);
  });
});

describe('JSON Lines', () => {
  test('have a document on each line that is not blank, and each is told with its line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\uFEFF{"a":1}\r\n\n \t\r\n[2]\n{"a":\n`),
      Buffer.of(0x22, 0xff, 0x22, 0x0a),
      Buffer.from('{"a":\n"b"}\n3'),
    ]);
    for (const sizes of [[], Array.from({ length: bytes.length }, () => 1)]) {
      expect(await found(readLines, bytes, sizes)).toEqual([
        [1, { a: 1 }],
        [4, [2]],
        [5, 'Not JSON: unexpected end at line 5, column 6.'],
        [6, 'Cannot be read: the document is not UTF-8.'],
        [7, 'Not JSON: unexpected end at line 7, column 6.'],
        [8, 'Not JSON: unexpected "}" at line 8, column 4.'],
        [9, 3],
      ]);
    }
  });

  test('are taken on after a line that is longer than a document may be', async () => {
    const long = Array.from({ length: 65 }, () => Buffer.alloc(1_000_000, ' '));
    for (const read of [readLines, readAny]) {
      const readings = await all(
        read('a', Readable.from([Buffer.from('1\n'), ...long, Buffer.from('\n{}\n')])),
      );
      expect(readings.map(({ found: { line, ...rest } }) => [line, 'error' in rest])).toEqual([
        [1, false],
        [2, true],
        [3, false],
      ]);
    }
  });
});

describe('documents of whatever layout', () => {
  test('are one that is printed, one on each line, or printed ones one after the other', async () => {
    const documents = fc.array(fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), layouts), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(documents, fc.array(fc.nat(20)), async (given, sizes) => {
        const texts = given.map(([value, { indent, end }]) =>
          JSON.stringify(value, null, indent).replaceAll('\n', end),
        );
        const lines = texts.map((_, index) => 1 + texts.slice(0, index).join('\n').split('\n').length);
        const wanted = given.map(([value], index) => [
          index === 0 ? 1 : lines[index],
          JSON.parse(JSON.stringify(value)),
        ]);
        expect(await found(readAny, texts.join('\n'), sizes)).toEqual(wanted);
      }),
    );
  });

  test('are none in nothing but blank lines', async () => {
    expect(await found(readAny, '')).toEqual([]);
    expect(await found(readAny, '\n \r\n\t')).toEqual([]);
  });

  test.each([
    ['within a string', LINE.slice(0, 30)],
    ['between two values', LINE.slice(0, 33)],
    ['where the line is whole but wrong', '{"a": tru}'],
  ])('go on after a line that is broken %s', async (_, broken) => {
    const [first, second, third] = await found(readAny, [LINE, broken, LINE].join('\n'));
    expect(first).toEqual([1, DOCUMENT]);
    expect(second).toEqual([2, expect.stringMatching(/^Not JSON: unexpected .* at line [23], column /)]);
    expect(third).toEqual([3, DOCUMENT]);
  });

  test('are refused line by line where they stand in lines', async () => {
    const lines = [LINE, 'hello', '[1 2]', '{"a": tru}\r', 'nope', '', '<html>', LINE];
    const items = await found(readAny, lines.join('\n'));
    expect(items).toEqual(await found(readLines, lines.join('\n')));
    expect(items).toHaveLength(7);
    expect(await found(readAny, ['hello', '[1 2]', 'nope', LINE].join('\n'))).toHaveLength(2);
  });

  test('are refused once for one slip, however many lines follow', async () => {
    const slip = PRINTED.replace('a \\"b', 'a "b');
    expect(slip).not.toBe(PRINTED);
    expect(await found(readAny, `${slip}\n${PRINTED}`)).toEqual([
      [1, 'Not JSON: unexpected "b" at line 3, column 15.'],
      [PRINTED.split('\n').length + 1, DOCUMENT],
    ]);
    const closed = PRINTED.replace('"list"', '} "list"');
    expect(await found(readAny, closed)).toHaveLength(1);
  });

  test('may be cut off at the end', async () => {
    expect(await found(readAny, `${LINE}\n${PRINTED.slice(0, -2)}`)).toEqual([
      [1, DOCUMENT],
      [2, expect.stringContaining('unexpected end at line')],
    ]);
  });

  test('are refused where one is longer than may be, printed over many lines', async () => {
    async function* long() {
      yield Buffer.from('[\n');
      for (let count = 0; count < 65; count += 1) yield Buffer.from(`"${' '.repeat(999_996)}",\n`);
      yield Buffer.from(`""]\n${PRINTED}`);
    }
    const readings = await all(readAny('a', long()));
    expect(readings.map(({ found }) => [found.line, 'error' in found])).toEqual([
      [1, true],
      [68, false],
    ]);
  });
});
