const NEWLINE = 0x0a;

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without the newline; null where there are more than may be held. */
  readonly bytes: Buffer | null;
  /** Bytes from the beginning of the input to the end of this line. */
  readonly end: number;
}

/** Cuts bytes into lines and holds one line at a time, at most `maxBytes` of it. No line follows the last newline. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let end = 0;
  let held: Buffer[] = [];
  let bytes = 0;
  const hold = (part: Buffer): void => {
    bytes += part.length;
    end += part.length;
    if (bytes <= maxBytes) held.push(part);
    else held = [];
  };
  const take = (): Line => {
    const line = { number, bytes: bytes <= maxBytes ? Buffer.concat(held) : null, end };
    number += 1;
    held = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, at));
      start = at + 1;
      end += 1;
      yield take();
    }
    hold(chunk.subarray(start));
  }
  if (bytes > 0) yield take();
}
