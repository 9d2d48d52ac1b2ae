import { OffsetText } from '../text/offsets.ts';
import { type PlacedWord, placedWords } from '../text/words.ts';
import type { Highlight } from './model.ts';
import type { Phrase } from './model-query.ts';

/** A field as a client reads it. */
export interface Field {
  readonly name: string;
  readonly text: string;
}

/** Highlights of one field, and of all. */
const MAX_IN_FIELD = 3;
const MAX_HIGHLIGHTS = 10;
/** A text up to this length is its own snippet. */
const SHORT = 160;
/** Code points of a snippet on either side of what is found. */
const AROUND = 60;

/** Where the phrases stand in the fields, in their order; the first few of each. */
export function highlightsIn(phrases: readonly Phrase[], fields: readonly Field[]): Highlight[] {
  const longestFirst = phrases.toSorted((a, b) => b.words.length - a.words.length);
  return fields.flatMap((field) => inField(longestFirst, field)).slice(0, MAX_HIGHLIGHTS);
}

function inField(phrases: readonly Phrase[], { name, text }: Field): Highlight[] {
  const words = placedWords(text);
  const offsets = new OffsetText(text);
  const found: Highlight[] = [];
  for (let at = 0; at < words.length && found.length < MAX_IN_FIELD; ) {
    const phrase = phrases.find((each) => standsAt(each, words, at));
    const first = words[at];
    const last = words[at + (phrase?.words.length ?? 0) - 1];
    if (phrase === undefined || first === undefined || last === undefined) {
      at += 1;
      continue;
    }
    const { start } = first;
    const { end } = last;
    found.push({ field: name, snippet: snippetOf(offsets, words, start, end), start, end });
    at += phrase.words.length;
  }
  return found;
}

function standsAt({ words, prefix }: Phrase, placed: readonly PlacedWord[], at: number): boolean {
  return words.every((word, number) => {
    const found = placed[at + number]?.word;
    return prefix && number === words.length - 1 ? found?.startsWith(word) : found === word;
  });
}

/** The text around, from the first whole word to the last. */
function snippetOf(text: OffsetText, words: readonly PlacedWord[], start: number, end: number): string {
  if (text.length <= SHORT) return text.text;
  const first = words.find((word) => word.start >= start - AROUND)?.start ?? start;
  const last = words.findLast((word) => word.end <= end + AROUND)?.end ?? end;
  return text.slice(Math.min(first, start), Math.max(last, end));
}
