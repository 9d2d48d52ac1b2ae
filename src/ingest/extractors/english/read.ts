import { quotationsIn } from './quotations.ts';
import type { Paragraph, PartOfSpeech, Quotation, Range, Reading, Sentence, Token, Word } from './reading.ts';
import { isBoundary } from './sentences.ts';
import { tagger } from './tagger.ts';
import { retagged } from './tags.ts';
import { areCommon } from './vocabulary.ts';

const { its } = tagger;

/** Letters without a base letter and a mark. */
const BASE_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ŧ: 't', ħ: 'h', ə: 'e' }),
);

/** Text that the tagger gets at once, in UTF-16 units: its time grows faster than the length. */
const MAX_PIECE = 20_000;

/** Longest word, in UTF-16 units. */
const MAX_RUN = 300;
const LONG_RUN = new RegExp(`\\S{${MAX_RUN + 1}}`, 'u');

/** Words, sentences, paragraphs and quotations of a text. */
export function read(text: string): Reading {
  const ranges = paragraphsIn(text);
  const quotations = quotationsIn(text, ranges);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  const within = quotationFinder(quotations);
  for (const [paragraph, range] of ranges.entries()) {
    const first = sentences.length;
    const words = retagged(wordsIn(text, range));
    let from = tokens.length;
    const lead = range.start + leadOf(text.slice(range.start, range.end));
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined) break;
      const index = tokens.length;
      tokens.push(tokenOf(word, index, sentences.length, within(word.start)));
      if (at < words.length - 1 && word.end !== lead && !isBoundary(words, at)) continue;
      const start = tokens[from]?.start ?? word.start;
      sentences.push({ start, end: word.end, first: from, last: index + 1, paragraph });
      from = index + 1;
    }
    paragraphs.push({ ...range, first, last: sentences.length });
  }
  return { text, tokens, sentences, paragraphs, quotations };
}

/** Written out: copying with a spread takes a tenth of the time of all reading. */
function tokenOf(
  { start, end, text, lower, lemma, pos, isCommon }: Word,
  index: number,
  sentence: number,
  quotation: number,
): Token {
  return { start, end, text, lower, lemma, pos, isCommon, index, sentence, quotation };
}

function inSmallLetters(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** "LONDON, March 3 (Reuters) -", "OSLO —", "•", "-" */
const LEAD =
  /^(?:[-*•–—▪◦‣]|\p{Lu}[\p{Lu} .,'’-]{2,40}(?:, \p{Lu}\p{L}+\.?(?: \d{1,2})?)?(?: ?\([\p{L} .]{2,30}\)| ?\/\p{Lu}{2,}\/\.?)? ?(?:—|–|--|-)|\p{Lu}[\p{L} .,'’-]{2,40}(?:, \p{Lu}\p{L}+\.?(?: \d{1,2})?)? \([\p{L} .]{2,30}\) (?:—|–|--|-))(?=\s)/u;

/** How long what stands before the first sentence of a paragraph is: where and when it was written, or the mark of a list. */
function leadOf(paragraph: string): number {
  return LEAD.exec(paragraph)?.[0].length ?? -1;
}

/** Lines with something in them, without white space at their ends. */
function paragraphsIn(text: string): Range[] {
  const found: Range[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (end > start) found.push({ start, end });
  }
  return found;
}

function wordsIn(text: string, { start, end }: Range): Word[] {
  const words: Word[] = [];
  for (let from = start; from < end; ) {
    const to = pieceEnd(text, from, end);
    wordsOfPiece(text, from, to, words);
    from = to;
  }
  return words;
}

/** At a space where there is one; what has none for long is cut, since the tagger takes the square of its length. */
function pieceEnd(text: string, from: number, end: number): number {
  const to = Math.min(end, from + MAX_PIECE);
  const run = LONG_RUN.exec(text.slice(from, to));
  if (run !== null) return from + (run.index === 0 ? MAX_RUN : run.index);
  if (to === end) return end;
  const space = text.lastIndexOf(' ', to);
  return space > from ? space + 1 : to;
}

function wordsOfPiece(text: string, from: number, to: number, words: Word[]): void {
  const plain = plainLetters(text.slice(from, to));
  const document = tagger.readDoc(plain);
  const values = document.tokens().out() as string[];
  const tags = document.tokens().out(its.pos) as PartOfSpeech[];
  // Its declaration asks for less than the function takes.
  const lemmas = document.tokens().out(its.lemma as never) as string[];
  const ids = document.tokens().out(its.uniqueId as never) as number[];
  const common = areCommon(values, ids);
  let cursor = from;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? '';
    const start = plain.indexOf(value, cursor - from) + from;
    // The tagger leaves out what it takes for white space, and nothing else.
    if (start < cursor) continue;
    cursor = start + value.length;
    const word = text.slice(start, cursor);
    const pos = tags[at] ?? 'X';
    if (pos === 'SPACE') continue;
    const found: Word = {
      start,
      end: cursor,
      text: word,
      lower: inSmallLetters(word),
      lemma: (lemmas[at] ?? word).toLowerCase(),
      pos,
      isCommon: common[at] === true,
    };
    if (hasOwner(found)) words.push(...withoutOwner(found));
    else words.push(found);
  }
}

/** "Ek’s", which the tagger leaves whole before some marks. */
function hasOwner({ pos, text }: Word): boolean {
  if (pos !== 'PROPN' && pos !== 'NOUN') return false;
  const mark = text.at(-2);
  return (mark === "'" || mark === '’') && /\p{L}.[sS]$/u.test(text);
}

function withoutOwner(word: Word): Word[] {
  const end = word.end - 2;
  const text = word.text.slice(0, -2);
  const lower = inSmallLetters(text);
  return [
    { ...word, end, text, lower, lemma: lower, isCommon: areCommon([text], [])[0] === true },
    { ...word, start: end, text: word.text.slice(-2), lower: "'s", lemma: "'s", pos: 'PART', isCommon: true },
  ];
}

const OTHER_LETTERS = /[’\u0100-\u024f\u0259\u1e00-\u1eff]/u;

/** Of the same length: the tagger knows one apostrophe only, and cuts words at letters of the wider Latin script. */
function plainLetters(text: string): string {
  if (!OTHER_LETTERS.test(text)) return text;
  return text
    .replace(/(?<=\p{L})’(?=\p{L})/gu, "'")
    .replace(
      /[\u0100-\u024f\u0259\u1e00-\u1eff]/gu,
      (letter) => BASE_LETTERS.get(letter) ?? letter.normalize('NFD').charAt(0),
    );
}

function quotationFinder(quotations: readonly Quotation[]): (at: number) => number {
  let next = 0;
  return (at) => {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= at) next += 1;
    const found = quotations[next];
    return found !== undefined && found.start <= at ? next : -1;
  };
}
