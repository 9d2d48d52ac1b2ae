import { invalidInput } from '../errors.ts';

/** The value of a JSON text; INVALID_INPUT with line and column where it is none. A byte order mark is let pass. */
export function parseDocument(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const position = positionOf(error, json);
    const before = json.slice(0, position).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    const found =
      position < json.length ? `unexpected ${JSON.stringify(json.charAt(position))}` : 'unexpected end';
    throw invalidInput(`Not JSON: ${found} at ${place}.`, [
      { pointer: '', reason: `not JSON: ${found} at ${place}` },
    ]);
  }
}

/** V8 names the position of some errors only; the place where the longest possible beginning ends is the same one. */
function positionOf(error: unknown, text: string): number {
  const named = /at position (\d+)/.exec(messageOf(error))?.[1];
  if (named !== undefined) return Number(named);
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (canGoOn(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether nothing is wrong with a beginning of a JSON text but that it ends. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = messageOf(error);
    return (
      message.startsWith('Unexpected end') ||
      message.startsWith('Unterminated string') ||
      message.includes(`at position ${beginning.length}`)
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
