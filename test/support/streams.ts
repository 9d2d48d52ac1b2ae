import { Readable } from 'node:stream';

/** All that comes, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Bytes in pieces of these sizes; what is left over is the last one. */
export function piecesOf(bytes: Uint8Array | string, sizes: readonly number[] = []): Readable {
  const whole = Buffer.from(bytes as string);
  const pieces: Buffer[] = [];
  let start = 0;
  for (const size of [...sizes, whole.length]) {
    pieces.push(whole.subarray(start, start + size));
    start += size;
  }
  return Readable.from(pieces.filter((piece) => piece.length > 0));
}
