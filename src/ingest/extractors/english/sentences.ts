import type { Word } from './reading.ts';

const TERMINAL = /^(?:[.?!…]+)$/u;
/** What the last word of a sentence ends with, marks behind it included. */
const MAY_END = /[.?!…"”’)\]»']$/u;
const CLOSING = /^(?:["”’)\]»]|''|')$/u;
/** Abbreviations that stand before a name or a number and so end no sentence. */
const BEFORE_NAME = new Set(
  'mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj rev hon st mt ft no vs jan feb mar apr jun jul aug sep sept oct nov dec fig pres amb dept approx del sr messrs supt'.split(
    ' ',
  ),
);
const ABBREVIATION = /^(?:\p{L}\.)+$|^\p{L}{1,5}\.$/u;
/** Words that, with a capital, begin a sentence after an abbreviation rather than go on with a name. */
const BEGINS = new Set(
  'the a an he she it they we i you this that these those but and or so in on at for with as after before when while if though although however his her their its our my there here what who why how no not yet still since because by from to of nor then now also meanwhile despite during under over one some many most both'.split(
    ' ',
  ),
);

/** Whether a sentence ends with the word at `at`, which is not the last of its paragraph. */
export function isBoundary(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return true;
  if (!MAY_END.test(word.text)) return false;
  if (CLOSING.test(next.text) && next.start === word.end) return false;
  // What ended it may stand before closing marks.
  let last = at;
  while (last > 0 && CLOSING.test(words[last]?.text ?? '') && words[last - 1]?.end === words[last]?.start)
    last -= 1;
  const ending = words[last];
  if (ending === undefined) return false;
  const follows = next.text;
  if (TERMINAL.test(ending.text)) {
    if (next.start === word.end) return false;
    const initial = words[last - 1];
    if (ending.text === '.' && initial !== undefined && isShort(initial, ending, next)) return false;
    return !/^[\p{Ll},;:)\]%]/u.test(follows) && !/^[—–-]+$/.test(follows);
  }
  if (!ABBREVIATION.test(ending.text)) return false;
  const name = ending.lower.replaceAll('.', '');
  if (BEFORE_NAME.has(name) && /^[\p{Lu}\p{N}]/u.test(follows)) return false;
  if (/^(?:\p{Lu}\.)$/u.test(ending.text) && !BEGINS.has(next.lower)) return false;
  return /^\p{Lu}/u.test(follows) && BEGINS.has(next.lower);
}

/** An abbreviation or initial that the tagger cut from its full stop. */
function isShort(word: Word, stop: Word, next: Word): boolean {
  if (word.end !== stop.start) return false;
  if (/^\p{Lu}$/u.test(word.text)) return !BEGINS.has(next.lower);
  return BEFORE_NAME.has(word.lower) && /^\p{Lu}/u.test(word.text) && /^[\p{Lu}\p{N}]/u.test(next.text);
}
