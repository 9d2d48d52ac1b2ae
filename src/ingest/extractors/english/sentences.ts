import { isTimeWord } from './lexicon/time.ts';
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

/** Abbreviations in small letters behind which a capital begins no sentence. */
const GOES_ON = new Set('vs v approx dept est cf ca viz incl'.split(' '));
/** Abbreviations that end names, and sentences, too. */
const ENDS_NAME = new Set('inc co corp ltd plc llc bros jr sr us uk un eu dc uae ny'.split(' '));

/** Whether a sentence ends with the word at `at`, which is not the last of its paragraph. */
export function isBoundary(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return true;
  if (!MAY_END.test(word.text)) return false;
  if ((CLOSING.test(next.text) || next.text === '[') && next.start === word.end) return false;
  const ending = words[endingAt(words, at)];
  if (ending === undefined) return false;
  const follows = next.text;
  if (TERMINAL.test(ending.text)) {
    if (next.start === word.end) return false;
    const initial = words[endingAt(words, at) - 1];
    if (ending.text === '.' && initial !== undefined && isShort(initial, ending, next)) return false;
    return !/^[\p{Ll},;:)\]%]/u.test(follows) && !/^[—–-]+$/.test(follows);
  }
  return ABBREVIATION.test(ending.text) && endsAfterShort(words, at, ending);
}

/** The place of what ends a sentence: it may stand before closing marks, and before the numbers of notes. */
function endingAt(words: readonly Word[], at: number): number {
  let last = at;
  while (last > 0 && CLOSING.test(words[last]?.text ?? '')) {
    const isNote =
      words[last]?.text === ']' &&
      words[last - 2]?.text === '[' &&
      /^\p{N}+$|^\p{L}$/u.test(words[last - 1]?.text ?? '');
    const before = isNote ? last - 3 : last - 1;
    if (words[before]?.end !== words[before + 1]?.start) break;
    last = before;
  }
  return last;
}

/** Behind a word that keeps its full stop: an abbreviation, or a word that the tagger takes for one. */
function endsAfterShort(words: readonly Word[], at: number, ending: Word): boolean {
  const next = words[at + 1];
  if (next === undefined) return true;
  const name = ending.lower.replaceAll('.', '');
  const isCapital = /^\p{Lu}/u.test(next.text);
  const isDotted = /^(?:\p{L}\.){2,}$/u.test(ending.text);
  if (/^\p{Ll}/u.test(ending.text) && !isDotted) {
    if (GOES_ON.has(name)) return false;
    return isCapital || /^["“‘]$/u.test(next.text);
  }
  if (/^[ap]m$/.test(name)) return isCapital && !isTimeWord(next.lower) && !/^\p{Lu}{2,}$/u.test(next.text);
  if (BEFORE_NAME.has(name) && /^[\p{Lu}\p{N}]/u.test(next.text)) return false;
  if (/^(?:\p{Lu}\.)$/u.test(ending.text) && !BEGINS.has(next.lower)) return false;
  if (!isCapital) return false;
  if (BEGINS.has(next.lower)) return true;
  if (ENDS_NAME.has(next.lower.replaceAll('.', ''))) return false;
  const after = words[at + 2];
  // "… in the U.S. Berg left": a name with its verb.
  return (
    ENDS_NAME.has(name) &&
    !next.isCommon &&
    after !== undefined &&
    (after.pos === 'VERB' || after.pos === 'AUX')
  );
}

/** An abbreviation or initial that the tagger cut from its full stop. */
function isShort(word: Word, stop: Word, next: Word): boolean {
  if (word.end !== stop.start) return false;
  if (/^\p{Lu}$/u.test(word.text)) return !BEGINS.has(next.lower);
  return BEFORE_NAME.has(word.lower) && /^\p{Lu}/u.test(word.text) && /^[\p{Lu}\p{N}]/u.test(next.text);
}
