import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Line, linesOf } from '../../src/ingest/read-lines.ts';
import { all, piecesOf } from '../support/streams.ts';

function linesIn(text: string, sizes: readonly number[] = [], maxBytes = 1_000): Promise<Line[]> {
  return all(linesOf(piecesOf(text, sizes), maxBytes));
}

describe('lines', () => {
  test('are the same however the bytes are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '👍', '\n', '\r', ' ') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(5)), async (given, sizes) => {
        const wanted = given.split('\n');
        if (wanted.at(-1) === '') wanted.pop();
        const lines = await linesIn(given, sizes);
        expect(lines.map(({ bytes }) => bytes?.toString())).toEqual(wanted);
        expect(lines.map(({ number }) => number)).toEqual(wanted.map((_, index) => index + 1));
        expect(lines.at(-1)?.end ?? 0).toBe(Buffer.byteLength(given));
      }),
    );
  });

  test('that are too long are let go, and the next is there', async () => {
    const lines = await linesIn('12345\n123456\n1\n1234567', [3, 3, 3, 3, 3], 5);
    expect(lines.map(({ number, bytes, end }) => [number, bytes?.toString() ?? null, end])).toEqual([
      [1, '12345', 6],
      [2, null, 13],
      [3, '1', 15],
      [4, null, 22],
    ]);
  });
});
