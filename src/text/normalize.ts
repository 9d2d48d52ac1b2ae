/**
 * What becomes something else as a whole in normal form, such as a letter with the accent that it composes with. Offsets in code points:
 * `start` and `end` in the text as given, `normalStart` and `normalEnd` in the normal one.
 */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly normalStart: number;
  readonly normalEnd: number;
}

/** No code point below composes with what is before it, moves, or changes by itself. */
const FIRST_TO_CHANGE = '\u0300';
/** The mark that comes last in canonical order. */
const LAST_MARK = '\u0345';
/** Whether characters are such that canonical order moves them; beyond that many it is worked out anew. */
const MAX_KNOWN = 5_000;
const known = new Map<string, boolean>();

/** Unicode normalization form C, in which texts and names are kept: two spellings of one thing are one. */
export function toNormalForm(text: string): string {
  return text.normalize('NFC');
}

/** Combining marks in a row that a text may have; no script has near as many. To order them takes the square of their number. */
export const MAX_MARKS = 100;

export function hasTooManyMarks(text: string): boolean {
  for (const { 0: run } of text.matchAll(/\p{M}+/gu)) {
    if (run.length > MAX_MARKS && [...run].length > MAX_MARKS) return true;
  }
  return false;
}

/**
 * A text in normal form, with the way to its offsets from those of the text as given, both in code points, and back. Building takes
 * time in proportion to the text (with MAX_MARKS at most), a look-up the logarithm of what changes; of a text that is in normal form
 * nothing is copied.
 *
 * Offsets correspond one to one, but for those inside of what changes as a whole, which have no counterpart: `splits` says so, and the
 * way leads to its outer ends. Between two offsets that have one, the normal form of what stands there is what stands there in the
 * normal text.
 */
export class NormalizedText {
  /** In normal form. */
  readonly text: string;
  readonly #changes: readonly Change[];

  constructor(given: string) {
    this.text = toNormalForm(given);
    this.#changes = this.text === given ? [] : changesIn(given);
  }

  /** Where a stretch starts in the normal text that starts at this offset of the text as given. */
  start(offset: number): number {
    const change = this.#before(offset, 'start');
    if (change === undefined) return offset;
    return offset < change.end ? change.normalStart : offset - change.end + change.normalEnd;
  }

  /** Where a stretch ends in the normal text that ends at this offset of the text as given. */
  end(offset: number): number {
    const change = this.#before(offset, 'start');
    if (change === undefined) return offset;
    return offset < change.end ? change.normalEnd : offset - change.end + change.normalEnd;
  }

  /** The stretch of the text as given, in code points, that changes as a whole and that the offset stands inside of; null for none. */
  splits(offset: number): readonly [start: number, end: number] | null {
    const change = this.#before(offset, 'start');
    return change === undefined || offset >= change.end ? null : [change.start, change.end];
  }

  /** The offset in the text as given of one in the normal text; null inside of what changed as a whole. */
  given(offset: number): number | null {
    const change = this.#before(offset, 'normalStart');
    if (change === undefined) return offset;
    return offset < change.normalEnd ? null : offset - change.normalEnd + change.end;
  }

  /** The last change that starts before the offset. */
  #before(offset: number, field: 'start' | 'normalStart'): Change | undefined {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.[field] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.#changes[low - 1];
  }
}

/** Cuts a text where normalization does nothing across the cut, and gives the pieces that are not in normal form. */
function changesIn(text: string): Change[] {
  const changes: Change[] = [];
  let piece = '';
  let start = 0;
  let at = 0;
  let longer = 0;
  const close = () => {
    if (piece >= FIRST_TO_CHANGE || piece.length > 1) {
      const normal = toNormalForm(piece);
      if (normal !== piece) {
        const normalStart = start + longer;
        const normalEnd = normalStart + [...normal].length;
        changes.push({ start, end: at, normalStart, normalEnd });
        longer = normalEnd - at;
      }
    }
    piece = '';
    start = at;
  };
  for (const char of text) {
    if (startsPiece(piece, char)) close();
    piece += char;
    at += 1;
  }
  close();
  return changes;
}

/**
 * Whether a character is a starter that does not compose with what is before it. One that composes does so with few before it, and
 * one that does not ends the piece: so all these questions together read a text twice.
 */
function startsPiece(piece: string, char: string): boolean {
  if (piece === '' || char < FIRST_TO_CHANGE) return true;
  if (isOrdered(char)) return false;
  return toNormalForm(piece + char) === toNormalForm(piece) + toNormalForm(char);
}

/** Whether canonical order may move a character, or the first of those it decomposes to: then it belongs to what is before it. */
function isOrdered(char: string): boolean {
  const found = known.get(char);
  if (found !== undefined) return found;
  // JavaScript does not tell the combining class; that it is not zero shows in what moves before the mark that comes last.
  const ordered = char === LAST_MARK || !(LAST_MARK + char).normalize('NFD').startsWith(LAST_MARK);
  if (known.size < MAX_KNOWN) known.set(char, ordered);
  return ordered;
}
