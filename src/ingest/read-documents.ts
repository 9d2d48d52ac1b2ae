import { invalidInput, OnrecordError, type Problem } from '../errors.ts';
import type { ArticleText } from './extractor.ts';
import { parseDocument } from './json.ts';
import { type Line, linesOf } from './read-lines.ts';

/** Bytes of one document as JSON. One is held whole, with what it is parsed into. */
export const MAX_DOCUMENT_BYTES = 64_000_000;

/** Where a document stands. `line` is the one it begins at, from 1; null where the file is the document. */
export interface FileLine {
  readonly file: string;
  readonly line: number | null;
}

/** A document that is JSON; whether it is an annotation document is not known yet. Or an article as plain text, which is none yet. */
export interface ReadDocument extends FileLine {
  readonly text: string;
  /** Null for an article. */
  readonly value: unknown;
  readonly article?: ArticleText;
  /** What its reader could not make part of it, where it made the document itself. */
  readonly leftOut?: readonly Problem[];
  /** Of the text as UTF-8. */
  readonly bytes: number;
}

/** INVALID_INPUT: there is no file, or it cannot be read, or is not JSON. */
export interface Unread extends FileLine {
  readonly error: OnrecordError;
}

/** What a reader found: `end` bytes into the input it is over, and `nextLine` comes next, null where nothing does. */
export interface Reading {
  readonly found: ReadDocument | Unread;
  readonly end: number;
  readonly nextLine: number | null;
}

/** Reads documents from the bytes of a file. Throws where the bytes cannot be had. */
export type Reader = (file: string, chunks: AsyncIterable<Buffer>) => AsyncGenerator<Reading>;

const LINE_END = Buffer.from('\n');
const [TAB, CARRIAGE_RETURN, SPACE] = [0x09, 0x0d, 0x20];
const [QUOTATION_MARK, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
/** What the `format` of annotation documents, and of all else that an export has, begins with. */
const FORMAT = 'onrecord-';

/** The file is the document. */
export const readOne: Reader = async function* (file, chunks) {
  const held: Buffer[] = [];
  let end = 0;
  for await (const chunk of chunks) {
    end += chunk.length;
    if (end > MAX_DOCUMENT_BYTES) {
      yield { found: { file, line: null, error: tooLong() }, end, nextLine: null };
      return;
    }
    held.push(chunk);
  }
  yield { found: documentIn(file, null, Buffer.concat(held)), end, nextLine: null };
};

/** JSON Lines: a document a line. Blank lines are let pass. */
export const readLines: Reader = async function* (file, chunks) {
  for await (const line of linesOf(chunks, MAX_DOCUMENT_BYTES)) {
    if (!isBlank(line)) yield readingOf(file, [line]);
  }
};

/**
 * Documents that each begin on a line of their own and go on to the line where their brackets close: one document, however it is
 * printed, or JSON Lines, or printed documents one after the other.
 */
export const readAny: Reader = async function* (file, chunks) {
  let held: Line[] = [];
  let nesting = new Nesting();
  // What follows a broken document belongs to it until a line begins with a brace: else one slip would be a refusal for each line.
  let broken = false;
  // But where documents stand in lines, each line is one.
  let inLines = false;
  const take = (): Reading => {
    const reading = readingOf(file, held);
    const [first] = held;
    if (first !== undefined && beginsDocument(first)) inLines = held.length === 1 && endsDocument(first);
    held = [];
    nesting = new Nesting();
    broken = 'error' in reading.found && !inLines;
    return reading;
  };
  for await (const line of linesOf(chunks, MAX_DOCUMENT_BYTES)) {
    if (held.length === 0 && (isBlank(line) || (broken && !beginsDocument(line)))) continue;
    if (held.length > 0 && isDocument(line)) yield take();
    held.push(line);
    if (line.bytes === null || !nesting.isOpenAfter(line.bytes) || isTooLong(held)) yield take();
  }
  if (held.length > 0) yield take();
};

/** Whether brackets are open, line by line. Reads bytes: in UTF-8 none of a longer character looks like a bracket or quotation mark. */
class Nesting {
  #depth = 0;

  /** A string that is open at the end of a line is broken JSON, and no open bracket. */
  isOpenAfter(line: Buffer): boolean {
    let inString = false;
    for (let at = 0; at < line.length; at += 1) {
      const byte = line[at];
      if (byte === QUOTATION_MARK) inString = !inString;
      else if (inString) at += Number(byte === BACKSLASH);
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth -= 1;
    }
    return this.#depth > 0 && !inString;
  }
}

function readingOf(file: string, lines: readonly Line[]): Reading {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined)
    throw new OnrecordError('INTERNAL', 'A document of no lines.');
  const parts = lines.flatMap(({ bytes }) => (bytes === null ? [] : [bytes, LINE_END]));
  const found = isTooLong(lines)
    ? { file, line: first.number, error: tooLong() }
    : documentIn(file, first.number, Buffer.concat(parts.slice(0, -1)));
  return { found, end: last.end, nextLine: last.number + 1 };
}

function documentIn(file: string, line: number | null, bytes: Buffer): ReadDocument | Unread {
  try {
    const text = decode(bytes, line === null ? 'file' : 'document');
    return { file, line, text, value: parseDocument(text, line ?? 1), bytes: bytes.length };
  } catch (error) {
    if (error instanceof OnrecordError) return { file, line, error };
    throw error;
  }
}

/** INVALID_INPUT for what is no UTF-8. A byte order mark is no part of the text. */
export function decode(bytes: Buffer, noun: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(`the ${noun} is not UTF-8`);
  }
}

/** INVALID_INPUT for what is given and cannot be had. */
export function unreadable(reason: string): OnrecordError {
  return invalidInput(`Cannot be read: ${reason}.`, [{ pointer: '', reason }]);
}

function tooLong(): OnrecordError {
  return unreadable(`the document is longer than ${MAX_DOCUMENT_BYTES / 1_000_000} MB`);
}

function isTooLong(lines: readonly Line[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.bytes == null || last?.bytes == null) return true;
  return last.end - first.end + first.bytes.length > MAX_DOCUMENT_BYTES;
}

function isBlank({ bytes }: Line): boolean {
  return bytes?.every((byte) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN) === true;
}

function beginsDocument({ bytes }: Line): boolean {
  return bytes === null || bytes[0] === OPEN_BRACE;
}

function endsDocument({ bytes }: Line): boolean {
  const last = bytes?.findLast((byte) => byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN);
  return last === CLOSE_BRACE;
}

/** Whether a line is a document or a decision of its own, so that what stands before it has no end. */
function isDocument({ bytes }: Line): boolean {
  if (bytes === null || bytes[0] !== OPEN_BRACE || !bytes.includes(FORMAT)) return false;
  try {
    const value = JSON.parse(bytes.toString()) as { readonly format?: unknown };
    return typeof value.format === 'string' && value.format.startsWith(FORMAT);
  } catch {
    return false;
  }
}
