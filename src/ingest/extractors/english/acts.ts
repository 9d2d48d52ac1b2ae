import type { SpeechAct } from '../../../statement/model.ts';
import { actOfClause, actOfSentence, type Saying } from './clause-acts.ts';
import { actOfCue, BRANDS, NAMES_IT } from './lexicon/cue-acts.ts';
import { FAULTS, MERITS, UNTRUTHS } from './lexicon/evaluations.ts';
import { mainClauses } from './main-clauses.ts';
import type { Phrases } from './phrases.ts';
import type { Range, Token } from './reading.ts';
import { lastUpTo, tokenSpan } from './token-span.ts';

/** As much of an attribution as tells its acts. */
export interface Said {
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly lemma: string | null;
  readonly content: readonly Range[];
  readonly frame: string;
  readonly turn: boolean;
}

/** Tokens of a piece of content that are looked at: contents of one endless sentence, each in the other, cost no square. */
const MAX_TOKENS = 3_000;
/** Frames whose content is no clause: only the cue tells what is done. */
const WITHOUT_CLAUSE = new Set(['object', 'infinitive', 'gerund', 'other', 'preposition', 'noun']);
const FEMININE = /^(?:she|her)$/;

/**
 * What somebody does in saying something: first what the cue tells, then what the main clauses of the content do, in text order, each
 * once. A cue that tells it decides alone for a paraphrase.
 */
export function actsOf(phrases: Phrases, said: Said): SpeechAct[] {
  const { reading } = phrases;
  const spans = said.content.map((piece) => ({
    ...tokenSpan(reading, piece),
    quoted: isQuoted(phrases, piece, said),
  }));
  const cue =
    said.lemma === null
      ? null
      : actOfCue(said.lemma, frameOf(phrases, said), wordBefore(phrases, said.content[0]));
  const named = NAMES_IT.has(said.lemma ?? '') && said.frame === 'as' ? actOfName(phrases, said) : null;
  const told = named ?? cue;
  if (told !== null && !spans.some(({ quoted }) => quoted)) return [told];
  if (WITHOUT_CLAUSE.has(said.frame) || said.frame === 'as')
    return [told ?? actOfWords(phrases, said) ?? 'ASSERT'];
  const saying = { past: isPast(phrases, said.cue), isSpeaker: speakerTest(phrases, said) };
  const acts = spans.flatMap(({ first, last, quoted }) =>
    actsOfPiece(phrases, first, Math.min(last, first + MAX_TOKENS), { ...saying, quoted }),
  );
  if (told === null) return [...new Set(acts.length === 0 ? (['ASSERT'] as const) : acts)];
  const others = acts.filter((act) => act !== 'ASSERT' && !(act === 'PREDICT' && told !== 'ASK'));
  return [...new Set([told, ...others])];
}

function actsOfPiece(phrases: Phrases, first: number, last: number, saying: Saying): SpeechAct[] {
  const { tokens, sentences } = phrases.reading;
  const acts: SpeechAct[] = [];
  for (let at = first; at < last; ) {
    const sentence = sentences[tokens[at]?.sentence ?? -1];
    const end = Math.min(sentence?.last ?? last, last);
    const whole = tokens.slice(at, end);
    const bySentence = saying.quoted ? actOfSentence(whole) : null;
    if (bySentence !== null) acts.push(bySentence);
    else {
      const clauses = mainClauses(phrases, start(tokens, at, end), end);
      const found = clauses
        .map((clause) => actOfClause(phrases, clause, saying))
        .filter((act) => act !== null);
      const isSad = whole
        .slice(0, 3)
        .some(({ lower }) => /^(?:unfortunately|sadly|regrettably|shamefully)$/.test(lower));
      if (found.length > 0) acts.push(...found);
      else if (isSad) acts.push('CRITICIZE');
      else if (clauses.length > 0 || whole.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN'))
        acts.push('ASSERT');
    }
    at = Math.max(end, at + 1);
  }
  return acts;
}

/** Behind marks and the word that joins the content to its cue. */
function start(tokens: readonly Token[], first: number, last: number): number {
  let at = first;
  while (at < last && tokens[at]?.pos === 'PUNCT') at += 1;
  return at < last - 1 && /^(?:that|whether)$/.test(tokens[at]?.lower ?? '') && tokens[at]?.pos === 'SCONJ'
    ? at + 1
    : at;
}

/** "regretted having lied" is no clause, also where the verb may take one without "that". */
function frameOf(phrases: Phrases, { frame, content: [first] }: Said): string {
  if (frame !== 'bare' || first === undefined) return frame;
  const verb = phrases.verbFrom(tokenSpan(phrases.reading, first).first);
  return verb?.form === 'present participle' ? 'gerund' : frame;
}

function isQuoted(phrases: Phrases, { start: from, end }: Range, { turn, cue }: Said): boolean {
  if (turn) return true;
  const { first, last } = tokenSpan(phrases.reading, { start: from, end });
  const { tokens } = phrases.reading;
  const quotation = tokens[first]?.quotation ?? -1;
  if (quotation < 0 || tokens[last - 1]?.quotation !== quotation) return false;
  const at = cue === null ? undefined : tokens[tokenSpan(phrases.reading, cue).first];
  return at?.quotation !== quotation;
}

function wordBefore({ reading }: Phrases, content: Range | undefined): string {
  if (content === undefined) return '';
  return reading.tokens[tokenSpan(reading, content).first - 1]?.lower ?? '';
}

function isPast(phrases: Phrases, cue: Range | null): boolean {
  if (cue === null) return false;
  const { first, last } = tokenSpan(phrases.reading, cue);
  const words = phrases.reading.tokens.slice(first, last);
  const verb = words.find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return verb !== undefined && verb.lower !== verb.lemma && !/(?:s|ing)$/.test(verb.lower)
    ? true
    : verb?.lower === 'was';
}

/** The words of a name that is good or bad, as in "called the plan a disaster". */
function actOfName(phrases: Phrases, said: Said): SpeechAct | null {
  const act = actOfWords(phrases, said);
  if (act !== null) return act;
  const { reading } = phrases;
  const { start: from = 0, end = 0 } = said.content[0] ?? {};
  const quotation = reading.quotations[lastUpTo(reading.quotations, end - 1, (one) => one.start)];
  const isHeldAway = quotation !== undefined && quotation.start > from;
  return isHeldAway && BRANDS.has(said.lemma ?? '') ? 'CRITICIZE' : null;
}

function actOfWords(phrases: Phrases, { content }: Said): SpeechAct | null {
  for (const piece of content) {
    const { first, last } = tokenSpan(phrases.reading, piece);
    for (const { lower, lemma } of phrases.reading.tokens.slice(first, Math.min(last, first + 40))) {
      if (FAULTS.has(lower) || FAULTS.has(lemma) || UNTRUTHS.has(lower)) return 'CRITICIZE';
      if (MERITS.has(lower) || MERITS.has(lemma)) return 'PRAISE';
    }
  }
  return null;
}

/** In a paraphrase the speaker is a pronoun like the source's own, or "he", "she", "they" for a name. */
function speakerTest(phrases: Phrases, { source }: Said): (token: Token) => boolean {
  if (source === null) return () => false;
  const { first, last } = tokenSpan(phrases.reading, source);
  const words = phrases.reading.tokens.slice(first, last);
  const only = words.length === 1 ? words[0] : undefined;
  if (only?.pos === 'PRON')
    return ({ lower }) => lower === only.lower || (FEMININE.test(only.lower) && lower === 'she');
  const plural = words.some(({ pos, lower }) => (pos === 'NOUN' && /s$/.test(lower)) || lower === 'and');
  return ({ lower }) => /^(?:he|she)$/.test(lower) || lower === 'they' || (lower === 'it' && !plural);
}
