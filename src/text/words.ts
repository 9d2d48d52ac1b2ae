import { foldCharacters, foldWords } from './fold.ts';

/** A folded word and the stretch of the text that it stands for; offsets in code points. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Characters whose folded form is kept; beyond that it is worked out anew each time. */
const MAX_KNOWN = 20_000;
const known = new Map<string, string>();

/**
 * The words of `foldWords` with their places. One character may fold to several or to none, also to a space; what folds to nothing
 * inside a word belongs to it.
 */
export function placedWords(text: string): PlacedWord[] {
  let folded = '';
  /** For each UTF-16 unit of `folded`, the code point of the text that it comes from. */
  const origins: number[] = [];
  let at = 0;
  for (const char of text) {
    const form = foldedCharacter(char);
    folded += form;
    for (let unit = 0; unit < form.length; unit += 1) origins.push(at);
    at += 1;
  }
  // The same words, but where folding the whole orders several marks on one letter.
  const words = foldWords(text);
  return Array.from(folded.matchAll(WORD), ({ 0: word, index }, number) => ({
    word: words[number] ?? word,
    start: origins[index] ?? 0,
    end: (origins[index + word.length - 1] ?? 0) + 1,
  }));
}

function foldedCharacter(char: string): string {
  const found = known.get(char);
  if (found !== undefined) return found;
  const form = foldCharacters(char);
  if (known.size < MAX_KNOWN) known.set(char, form);
  return form;
}
