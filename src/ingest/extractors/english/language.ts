import { francAll } from 'franc-min';
import { invalidInput } from '../../../errors.ts';

/** Shorter texts say too little of their language, in UTF-16 units; so do fewer units of words that do. */
const MIN_FOR_LANGUAGE = 200;
const MIN_OF_WORDS = 120;
/** Share of English among the words of a text below which its language is asked for. */
const FEW = 0.08;
/** Different ones of these: "a" and "is" are words elsewhere, too. */
const MIN_KINDS = 3;
/** Of the best score of all languages: what English has in a text that may be English, and what no other has where the best is sure. */
const MAYBE = 0.92;
const NEAR = 0.97;
const FUNCTION_WORD =
  /\b(?:the|of|and|to|in|a|that|is|was|for|on|with|as|he|it|at|by|from|said|has|his|are|be)\b/giu;
/** A name may be from anywhere; what is written without spaces is no word. */
const NAME = /^\p{Lu}/u;
const NO_WORD = /^\p{Script=Latin}{30,}$/u;

/** INVALID_INPUT where a text is in another language than English, as far as it has words enough to tell. */
export function refuseOtherLanguage(text: string): void {
  const sample = text.slice(0, 10_000);
  if (sample.length < MIN_FOR_LANGUAGE) return;
  const words = sample.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const found = sample.match(FUNCTION_WORD) ?? [];
  const kinds = new Set(found.map((word) => word.toLowerCase()));
  if (words.length > 0 && kinds.size >= MIN_KINDS && found.length / words.length >= FEW) return;
  const telling = tellingWords(sample);
  if (telling.length < MIN_OF_WORDS && /\p{Script=Latin}/u.test(telling)) return;
  const scores = francAll(telling);
  const [best, next] = scores;
  if (best === undefined || best[0] === 'und') return;
  const english = scores.find(([language]) => language === 'eng' || language === 'sco');
  if (english !== undefined && english[1] >= MAYBE) return;
  // Of languages in another script than Latin English has no score.
  const isSure = english === undefined || next === undefined || next[1] < NEAR;
  const language = isSure ? `in ${nameOf(best[0])}` : 'in another language, but which one cannot be told';
  throw invalidInput(`The text is not in English: it seems to be ${language}. Give an English text.`, [
    { pointer: '/text', reason: `seems to be ${language}` },
  ]);
}

/** Without names, and with each sentence once: what is repeated makes all languages alike. */
function tellingWords(sample: string): string {
  return [...new Set(sample.split(/[\n.!?]+/u))]
    .map((line) =>
      (line.match(/[\p{L}\p{M}'’]+/gu) ?? [])
        .filter((word) => !NAME.test(word) && !NO_WORD.test(word))
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
