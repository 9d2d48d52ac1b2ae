import { franc } from 'franc-min';
import { invalidInput } from '../../../errors.ts';

/** Shorter texts say too little of their language, in UTF-16 units. */
const MIN_FOR_LANGUAGE = 200;
/** Share of English among the words of a text below which its language is asked for. */
const FEW = 0.08;
const FUNCTION_WORD =
  /\b(?:the|of|and|to|in|a|that|is|was|for|on|with|as|he|it|at|by|from|said|has|his|are|be)\b/giu;

/** INVALID_INPUT where a text is in another language than English, as far as it is long enough to tell. */
export function refuseOtherLanguage(text: string): void {
  const sample = text.slice(0, 10_000);
  if (sample.length < MIN_FOR_LANGUAGE) return;
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (words > 0 && (sample.match(FUNCTION_WORD)?.length ?? 0) / words >= FEW) return;
  const language = franc(sample);
  if (language === 'eng' || language === 'und' || language === 'sco') return;
  throw invalidInput(
    `The text is not in English: it seems to be in ${nameOf(language)}. Give an English text.`,
    [{ pointer: '/text', reason: `seems to be in ${nameOf(language)}` }],
  );
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
