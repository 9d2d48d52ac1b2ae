import { knownAt } from './gazetteer.ts';
import { NO_ENTITY, SENTENCE_STARTERS } from './lexicon/events.ts';
import { genderOfName, isFirstName } from './lexicon/first-names.ts';
import { COMPANY_ENDS, GOES_ON, LEGAL_FORMS, ORGANIZATION_HEADS } from './lexicon/organizations.ts';
import type { Reading, Token } from './reading.ts';
import { lettersIn } from './turns.ts';

/** Tokens from `first` up to, but without, `last`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const CAPITAL = /^\p{Lu}/u;
const OPENING = /^(?:["“‘'«„]|``|[([:—–-])$/u;
/** Small words within the names of people. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da do du dos e et und van von der den ter bin ibn al el la le ben y'.split(' '),
);
/** Small words within the names of organizations. */
const JOINERS = new Set(['of', 'on', 'for', 'and', '&']);
/** Share of longer words with a capital from which a line without a verb in lower case counts as a headline, and the fewest of them. */
const HEADLINE_SHARE = 0.75;
const HEADLINE_WORDS = 4;

/** Stretches of words with capitals that may hold names, in text order. */
export function runsIn(reading: Reading): Run[] {
  const { tokens } = reading;
  const known = wordsWithin(reading);
  const runs: Run[] = [];
  const letters = lettersIn(reading);
  for (const sentence of reading.sentences) {
    const { last } = sentence;
    const from = letters.get(sentence.start) ?? 0;
    let { first } = sentence;
    while (first < last && (tokens[first]?.start ?? from) < from) first += 1;
    const headline = isHeadline(tokens, first, last);
    for (let at = first; at < last; ) {
      if (!begins(tokens, at, first, last, headline, known)) {
        at += 1;
        continue;
      }
      const end = runEnd(tokens, at, last, headline ? known : null);
      runs.push({ first: at, last: end });
      at = end;
    }
  }
  return runs;
}

export function hasCapital({ text }: Token): boolean {
  return CAPITAL.test(text) && !/^I(?:$|['’])/u.test(text);
}

/** Words of headlines and titles that are no part of a name. */
export const FUNCTION =
  /^(?:The|A|An|To|With|Is|Was|Are|Were|If|When|As|By|From|At|In|On|While|This|That|These|Those|But|Has|Have|Had|Be|Been|It|Its|He|She|His|Her|We|You|They|Says|Said|Not|No|Or|Than|Then|Who|What|Why|How|Into|Under|Over|After|Before|About|Against|Former|Super|For|Of|Will|Would|Could|Should|Can|May)$/u;

/** Of those, what stands in no name at all. */
const NEVER_IN_NAMES =
  /^(?:Is|Was|Are|Were|Has|Have|Had|Be|Been|To|Would|Could|Should|If|When|While|That|Not|Than|Then|How|Why|What|Who)$/u;

/** "WHITE", "STEPS": a common word in capitals. */
function isShouted({ text, isCommon }: Token): boolean {
  return isCommon && /^\p{Lu}{2,}$/u.test(text) && !ORGANIZATION_HEADS.has(text);
}

/** Words that stand with a capital where no sentence begins. */
function wordsWithin({ tokens, sentences }: Reading): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { first, last } of sentences) {
    if (isHeadline(tokens, first, last)) continue;
    for (let at = first + 1; at < last; at += 1) {
      const token = tokens[at];
      if (token !== undefined && hasCapital(token) && !startsSentence(tokens, at, first))
        known.add(token.text);
    }
  }
  return known;
}

function isHeadline(tokens: readonly Token[], first: number, last: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if ((token?.pos === 'AUX' || token?.pos === 'VERB') && !CAPITAL.test(token.text)) return false;
    if (token === undefined || token.text.length < 4 || !/\p{L}/u.test(token.text)) continue;
    words += 1;
    if (CAPITAL.test(token.text)) capitals += 1;
  }
  return words >= HEADLINE_WORDS && capitals >= words * HEADLINE_SHARE;
}

function startsSentence(tokens: readonly Token[], at: number, first: number): boolean {
  return at === first || OPENING.test(tokens[at - 1]?.text ?? '');
}

/** Whether a run begins here: a capital that is one of a name, not that of a sentence or a headline. */
function begins(
  tokens: readonly Token[],
  at: number,
  first: number,
  last: number,
  headline: boolean,
  known: ReadonlySet<string>,
): boolean {
  const token = tokens[at];
  if (token === undefined || !hasCapital(token)) return false;
  const listed = knownAt(tokens, at, last);
  // "Time is short", "Post by Ek".
  const isAmbiguous = listed?.type === 'OUTLET' && listed.length === 1 && token.isCommon;
  if (
    listed !== null &&
    !(isAmbiguous && (headline || startsSentence(tokens, at, first)) && !known.has(token.text))
  )
    return true;
  if (isShouted(token)) return false;
  if (headline) return isNameInHeadline(token, known);
  if (!startsSentence(tokens, at, first)) return true;
  const next = tokens[at + 1];
  if (SENTENCE_STARTERS.has(token.lower)) {
    // "First Deputy Chairman": one title, if the next word has a capital, too.
    return (
      token.pos !== 'DET' &&
      token.pos !== 'ADP' &&
      isTitleStart(token) &&
      next !== undefined &&
      hasCapital(next)
    );
  }
  if (known.has(token.text) || isFirstName(token.text)) return true;
  if (token.pos === 'PROPN' && !token.isCommon) return true;
  return (
    next !== undefined &&
    hasCapital(next) &&
    (/^(?:NOUN|ADJ|PROPN)$/.test(token.pos) || COMPANY_ENDS.has(next.text))
  );
}

/** Where all words have capitals only those count that stand with one elsewhere, too, or are no words of English. */
function isNameInHeadline(token: Token, known: ReadonlySet<string>): boolean {
  if (known.has(token.text) || genderOfName(token.text) !== null) return true;
  return !token.isCommon && (token.pos === 'PROPN' || token.pos === 'NOUN');
}

function isTitleStart({ lower }: Token): boolean {
  return [
    'first',
    'deputy',
    'senior',
    'acting',
    'chief',
    'state',
    'national',
    'international',
    'new',
    'federal',
  ].includes(lower);
}

/** `known`: words with a capital elsewhere, for a headline; null for other sentences. */
function runEnd(
  tokens: readonly Token[],
  from: number,
  last: number,
  known: ReadonlySet<string> | null,
): number {
  let end = from + Math.max(1, knownAt(tokens, from, last)?.length ?? 1);
  while (end < last) {
    const token = tokens[end];
    const previous = tokens[end - 1];
    if (token === undefined || previous === undefined) break;
    const listed = known === null ? null : knownAt(tokens, end, last);
    if (listed !== null) end += listed.length;
    else if (known !== null ? FUNCTION.test(token.text) : NEVER_IN_NAMES.test(token.text)) break;
    else if (known !== null && hasCapital(token) && !isNameInHeadline(token, known)) break;
    else if (isShouted(token) && knownAt(tokens, end, last) === null) break;
    else if (hasCapital(token) && !/^["“”]/u.test(token.text)) end += 1;
    else {
      const joined = joinedEnd(tokens, from, end, last);
      if (joined === end) break;
      end = joined;
    }
  }
  return end;
}

/** Where the next word of the name ends, after small words or a hyphen; `end` where the name does not go on. */
function joinedEnd(tokens: readonly Token[], from: number, end: number, last: number): number {
  const token = tokens[end];
  const previous = tokens[end - 1];
  const next = tokens[end + 1];
  if (token === undefined || previous === undefined || next === undefined || end + 1 >= last) return end;
  const touches = previous.end === token.start && token.end === next.start;
  if (token.text === ',' && LEGAL_FORMS.has(next.text)) return end + 2;
  if (/^[-‑–]$/u.test(token.text))
    return touches && (hasCapital(next) || isGivenName(tokens, from, end)) ? end + 2 : end;
  if (token.text === '.' || token.text === "'" || token.text === '’')
    return touches && hasCapital(next) ? end + 2 : end;
  if (PARTICLES.has(token.lower)) {
    const second = tokens[end + 2];
    if (hasCapital(next)) return end + 2;
    return PARTICLES.has(next.lower) && second !== undefined && hasCapital(second) && end + 2 < last
      ? end + 3
      : end;
  }
  if (!JOINERS.has(token.lower) || !goesOn(tokens, from, end)) return end;
  const second = tokens[end + 2];
  // "Center for European Studies", not "Committee on Monday".
  const isAdjective = second !== undefined && end + 2 < last && hasCapital(second);
  if (hasCapital(next) && (!NO_ENTITY.has(next.text) || isAdjective)) return end + 2;
  return next.lower === 'the' && second !== undefined && hasCapital(second) && end + 2 < last ? end + 3 : end;
}

/** What else stands behind a hyphen. */
const JOINED =
  /(?:ed|ing)$|^(?:led|run|born|era|area|wide|like|made|held|type|only|long|old|style|loyal|hit|free|bred|rich|poor|wise|fed|built|lit|law|away|back|off|up|to|and|on|style|level|class|day|week|year|month)$/;

/** Of "Kim Jong-un": a short second part of a given name behind a family name; not of "New York-led". */
function isGivenName(tokens: readonly Token[], from: number, hyphen: number): boolean {
  const next = tokens[hyphen + 1];
  const part = tokens[hyphen - 1];
  if (next === undefined || part === undefined || from !== hyphen - 2) return false;
  const isShort = /^\p{Ll}{1,5}$/u.test(next.text) && /^\p{Lu}\p{Ll}{1,5}$/u.test(part.text);
  if (!isShort || JOINED.test(next.text) || knownAt(tokens, hyphen - 1, hyphen) !== null) return false;
  return /^\p{Lu}\p{Ll}{1,5}$/u.test(tokens[from]?.text ?? '') && knownAt(tokens, from, hyphen) === null;
}

/** Longest look back for the head of the name that a small word goes on with, in tokens. */
const MAX_BACK = 9;

function goesOn(tokens: readonly Token[], from: number, end: number): boolean {
  const joiner = tokens[end]?.lower ?? '';
  const previous = tokens[end - 1];
  if (joiner === '&') return true;
  if (joiner !== 'and') return previous !== undefined && GOES_ON.has(previous.text);
  // "Committee on Justice and Home Affairs": only behind the first small word, and not before another name.
  const next = tokens[end + 1];
  if (next === undefined || !hasCapital(next) || isFirstName(next.text)) return false;
  if (['COUNTRY', 'DEMONYM', 'CAPITAL', 'OUTLET'].includes(knownAt(tokens, end + 1, end + 2)?.type ?? ''))
    return false;
  for (let at = end - 1; at > Math.max(from, end - MAX_BACK); at -= 1) {
    const small = tokens[at]?.lower ?? '';
    if ((small === 'on' || small === 'for' || small === 'of') && GOES_ON.has(tokens[at - 1]?.text ?? ''))
      return true;
  }
  return false;
}
