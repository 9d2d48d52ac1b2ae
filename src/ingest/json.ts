import { invalidInput } from '../errors.ts';
import { repeatedKeys } from './json-repeats.ts';

/**
 * The value of a JSON text; INVALID_INPUT with line and column where it is none, and with pointers where an object has a key twice: a parser
 * would take one of the two and say nothing. A byte order mark is let pass. `firstLine` is the number of the text's first line in the file
 * that it is a part of.
 */
export function parseDocument(text: string, firstLine = 1): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const value = parse(json, firstLine);
  const repeated = repeatedKeys(json);
  if (repeated.length === 0) return value;
  const reason = 'stands in its object before: give it once';
  throw invalidInput(
    'An object of the document has a key twice; nothing was written.',
    repeated.map((pointer) => ({ pointer, reason })),
  );
}

function parse(json: string, firstLine: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const position = positionOf(error, json);
    const before = json.slice(0, position).split('\n');
    const place = `line ${firstLine + before.length - 1}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    const point = json.codePointAt(position);
    const found =
      point === undefined ? 'unexpected end' : `unexpected ${JSON.stringify(String.fromCodePoint(point))}`;
    throw invalidInput(`Not JSON: ${found} at ${place}.`, [
      { pointer: '', reason: `not JSON: ${found} at ${place}` },
    ]);
  }
}

/** V8 names the position of some errors only; the place where the longest possible beginning ends is the same one. */
function positionOf(error: unknown, text: string): number {
  const named = namedPosition(error);
  if (named !== null) return named;
  if (messageOf(error).startsWith('Unexpected end')) return text.length;
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
      namedPosition(error) === beginning.length
    );
  }
}

/** Only at the end of the message: elsewhere it is a quotation from the text. */
function namedPosition(error: unknown): number | null {
  const named = /in JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(messageOf(error))?.[1];
  return named === undefined ? null : Number(named);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
