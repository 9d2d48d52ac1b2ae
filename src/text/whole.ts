import { DENSE } from './word-sequence.ts';

/** What belongs to the character before it: marks, joiners, skin tones. */
const ATTACHED = /^(?:\p{M}|\u200D|\p{Emoji_Modifier})/u;
const JOINER = '\u200D';
/** Scripts in which words stand without spaces, or take particles and articles to themselves. */
const LOOSE = String.raw`${DENSE}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Arabic}`;
const LETTER = new RegExp(String.raw`^(?![${LOOSE}])[\p{L}\p{M}\p{N}]`, 'u');
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
const EMPTY = /^(?:\s|(?!\p{M})\p{Default_Ignorable_Code_Point})$/u;
/** Invisible characters looked past for a letter. */
const MAX_INVISIBLE = 16;

/**
 * Whether a stretch, in UTF-16 units, takes whole characters and whole words: neither end lies inside of a surrogate pair, between a
 * letter and a mark on it, or between two letters or digits. Scripts without spaces, Hangul, Hebrew and Arabic have no such words.
 */
export function isWhole(text: string, start: number, end: number): boolean {
  return !splits(text, start) && !splits(text, end);
}

/** Words without what is invisible, or white space, at their ends; a mark that belongs to the last character stays. */
export function trimWords(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && EMPTY.test(at(words, start))) start += at(words, start).length;
  while (start < end && EMPTY.test(before(words, end))) end -= before(words, end).length;
  return words.slice(start, end);
}

function splits(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return false;
  const after = at(text, place);
  if (isPair(text, place) || ATTACHED.test(after) || text[place - 1] === JOINER) return true;
  return LETTER.test(visible(text, place, 1)) && LETTER.test(visible(text, place, -1));
}

/** The next character, or the one before, that can be seen: a soft hyphen is inside of a word. Empty where it is too far. */
function visible(text: string, place: number, step: 1 | -1): string {
  let from = place;
  for (let count = 0; count < MAX_INVISIBLE; count += 1) {
    const char = step > 0 ? at(text, from) : before(text, from);
    if (!INVISIBLE.test(char)) return char;
    from += step * char.length;
  }
  return '';
}

function at(text: string, place: number): string {
  return text.slice(place, place + (isPair(text, place + 1) ? 2 : 1));
}

/** Whether the two units around a place are halves of one character. */
function isPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

function before(text: string, at: number): string {
  return text.slice(at >= 2 && isPair(text, at - 1) ? at - 2 : Math.max(0, at - 1), at);
}
