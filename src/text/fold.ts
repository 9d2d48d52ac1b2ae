/**
 * Accents, vowel points and the like: marks of no script of their own, and of scripts that spell without them. The vowel
 * signs of Indic scripts and Thai, and the voicing marks of kana, tell one name from another.
 */
const DIACRITIC = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
/** Soft hyphens, direction marks, joiners. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The form in which names are compared: compatibility forms and diacritics folded, case folded, apostrophes and dashes
 * of one kind, runs of white space one space, nothing invisible. Empty for a name of such characters only. Not for
 * display, and not length-preserving.
 */
export function foldName(name: string): string {
  return foldCharacters(name).replace(/\s+/gu, ' ').trim();
}

/** What folding does to each character, whatever stands beside it; white space stays as it is. */
export function foldCharacters(text: string): string {
  return text
    .replaceAll('\u00B4', "'") // NFKD would make it a space with an accent.
    .normalize('NFKD')
    .replace(DIACRITIC, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replaceAll('\u03C2', '\u03C3') // At the end of a word lower case knows another sigma.
    .replace(/[\u2018\u2019\u02BC\u0060]/gu, "'")
    .replace(/\p{Pd}/gu, '-');
}

/** Quotation marks and apostrophes of any form, also doubled ones; some languages put spaces beside them. */
const QUOTE =
  / ?(?:''|\u2018\u2018|\u2019\u2019|``|["'`\u00B4\u02BC\u201A\u201E\u300C-\u300F\p{Pi}\p{Pf}]) ?/gu;
const DASH = /(?: ?[\p{Pd}\u2212])+ ?/gu;
/** Ligatures, letters and signs of full width, the ellipsis: one character that stands for others. */
const COMPATIBLE = /[\uFB00-\uFB06\uFF01-\uFF5E\u2026]/gu;

/** A pattern, and what each match of it becomes. */
export type FoldStep = readonly [pattern: RegExp, fold: (match: string) => string];

/** What `foldTypography` does, one step after the other. */
export const TYPOGRAPHY: readonly FoldStep[] = [
  [INVISIBLE, () => ''],
  [COMPATIBLE, (char) => char.normalize('NFKC')],
  [/\s+/gu, () => ' '],
  [QUOTE, () => '"'],
  [DASH, () => '-'],
];

/** After these steps words are also the same but for case. */
export const CASE: readonly FoldStep[] = [
  [/[\p{Lu}\p{Lt}]/gu, (char) => char.toLowerCase()],
  [/\u03C2/gu, () => '\u03C3'],
];

/**
 * The form in which words are the same but for typography: quotation marks and dashes of one kind without space beside them, white
 * space one space, ligatures apart, nothing invisible. Letters keep case and diacritics, and all other punctuation stays.
 */
export function foldTypography(text: string): string {
  return foldBy(TYPOGRAPHY, text).trim();
}

/** The text after some steps; `FoldedText` also knows the way back. */
export function foldBy(steps: readonly FoldStep[], text: string): string {
  return steps.reduce((folded, [pattern, fold]) => folded.replace(pattern, fold), text);
}

/** The words of a text in the form in which they are compared, in order: runs of letters and digits, folded like names. */
export function foldWords(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words of fields of one thing, one line for each field, so that no phrase runs from one into the next. */
export function wordLines(fields: readonly string[]): string {
  return fields.map((field) => spacedWords(foldWords(field))).join('\n');
}

/** The words of what `wordLines` or `spacedWords` made. */
export function wordsIn(lines: string): string[] {
  return lines.split(/\s+/u).filter((word) => word !== '');
}

/** A text of folded words in which ` word ` stands for each, also the first and last; for phrases by CONTAINS. */
export function spacedWords(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
