import { cueVerb } from './lexicon/cue-verbs.ts';
import {
  ACTS_ON,
  ASSAULTS,
  BODIES,
  CITY_MATTERS,
  FROM_WORDS,
  MOTION,
  PHYSICAL,
  PLACE_PREPOSITIONS,
  STANCES,
  TIES,
  TO_WORDS,
} from './lexicon/metonymy.ts';
import { acts, verbAfter } from './metonymy-verbs.ts';
import type { Reading, Token } from './reading.ts';
import type { Mention } from './referent.ts';
import type { NamePlaces } from './roles.ts';

/** Tokens looked at for the verb or noun that a preposition belongs to. */
const MAX_BACK = 7;

/** Whether the name of a capital or of a seat of government stands for its state here, by what it does in its clause. */
export function isMetonym({ tokens }: Reading, names: NamePlaces, place: Mention, isSeat: boolean): boolean {
  let { first, last } = joined(tokens, names, place);
  const compound = ofCompound(tokens, names, first, last);
  if (compound !== null) return compound;
  while (/^(?:the|both|official|even|only|neither|either)$/.test(tokens[first - 1]?.lower ?? '')) first -= 1;
  const after = tokens[last];
  if (after?.text === ',' && isWider(names.from(last + 1))) return false;
  const before = tokens[first - 1];
  const led = before === undefined ? null : afterPreposition(tokens, first, before);
  if (isOwner(after, tokens[last + 1])) {
    last += 1;
    return !PHYSICAL.has(headAfter(tokens, last)) && !(led === false && headAfter(tokens, last) === '');
  }
  if (led !== null) return led;
  // "if Paris stops paying": a verb that the tagger takes for a plural.
  const isVerb =
    after?.pos === 'NOUN' &&
    /s$/.test(after?.lower ?? '') &&
    /ing$/.test(tokens[last + 1]?.lower ?? '') &&
    tokens[last + 1]?.pos === 'VERB';
  if (isVerb) return true;
  if (isModifier(after)) return isSeat || BODIES.has(headAfter(tokens, last));
  const verb = verbAfter(tokens, last);
  if (verb !== null) return acts(tokens, verb);
  return before !== undefined && isDealtWith(tokens, first, before, isSeat);
}

/** "urged Ek’s government", "…, said Moscow": what stands behind a verb. */
function isDealtWith(tokens: readonly Token[], first: number, verb: Token, isSeat: boolean): boolean {
  if (verb.pos !== 'VERB' && verb.pos !== 'AUX') return false;
  if (ACTS_ON.has(verb.lemma)) return true;
  if (isSeat && /^(?:win|lose|retake|recapture)$/.test(verb.lemma)) return true;
  return cueVerb(verb.lemma)?.cueClass === 'speech' && /^[,”"’]$/u.test(tokens[first - 2]?.text ?? '');
}

/** With the names that "and" joins to it: "Moscow and Washington". */
function joined(
  tokens: readonly Token[],
  names: NamePlaces,
  place: Mention,
): { first: number; last: number } {
  let { first, last } = place;
  for (;;) {
    const next = /^(?:and|or|nor)$/.test(tokens[last]?.lower ?? '') ? last + 1 : last;
    const skip = tokens[next]?.lower === 'the' ? next + 1 : next;
    const name = next > last ? names.from(skip) : undefined;
    if (name === undefined || !isState(name)) break;
    last = name.last;
  }
  for (;;) {
    const bare = tokens[first - 1]?.lower === 'the' ? first - 1 : first;
    if (!/^(?:and|or|nor)$/.test(tokens[bare - 1]?.lower ?? '')) break;
    const name = names.until(bare - 1);
    if (name === undefined || !isState(name)) break;
    first = name.first;
  }
  return { first, last };
}

function isState({ entities: [entity], isAdjective }: Mention): boolean {
  return !isAdjective && entity !== undefined && (entity.country !== null || entity.type === 'ORGANIZATION');
}

/** "Washington, Pennsylvania" and "Paris, France" are places. */
function isWider(name: Mention | undefined): boolean {
  const type = name?.entities[0]?.type;
  return type === 'PLACE' || type === 'COUNTRY';
}

/** "Moscow-Washington ties", "Moscow-backed": null where no hyphen stands beside it. */
function ofCompound(
  tokens: readonly Token[],
  names: NamePlaces,
  first: number,
  last: number,
): boolean | null {
  const after = tokens[last];
  const next = tokens[last + 1];
  if (after !== undefined && next !== undefined && /^[-–‑]$/.test(after.text) && after.end === next.start) {
    if (names.from(last + 1) !== undefined) return true;
    return /^(?:backed|led|friendly|controlled|imposed|sponsored|funded|aligned|installed|allied|supported|brokered|initiated|mediated)$/.test(
      next.lower,
    );
  }
  const hyphen = tokens[first - 1];
  if (hyphen !== undefined && /^[-–‑]$/.test(hyphen.text) && names.until(first - 1) !== undefined)
    return true;
  return hyphen !== undefined &&
    hyphen.end === tokens[first]?.start &&
    /^(?:pro|anti)$/.test(tokens[first - 2]?.lower ?? '')
    ? true
    : null;
}

function isOwner(after: Token | undefined, next: Token | undefined): boolean {
  if (after === undefined || next === undefined) return false;
  return /^(?:'s|'|’)$/.test(after.lower) && after.pos !== 'AUX' && after.pos !== 'VERB';
}

/** The noun that a name before it belongs to, in its base form. */
function headAfter(tokens: readonly Token[], from: number): string {
  let head = '';
  for (let at = from; at < from + MAX_BACK; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = token.lemma;
    else if (token.pos !== 'ADJ' && token.pos !== 'NUM' && token.pos !== 'ADV' && !/^[-‑]$/.test(token.text))
      break;
  }
  return head;
}

function isModifier(after: Token | undefined): boolean {
  return after !== undefined && (after.pos === 'NOUN' || after.pos === 'ADJ');
}

/** What a preposition before the name tells; null where none stands there or it tells nothing. */
function afterPreposition(tokens: readonly Token[], first: number, before: Token): boolean | null {
  const { lower } = before;
  if (PLACE_PREPOSITIONS.has(lower)) return false;
  if (before.pos === 'PART' && lower !== 'to') return null;
  const governors = governorsOf(tokens, first - 1);
  const is = (words: ReadonlySet<string>) => governors.some((word) => words.has(word));
  if (lower === 'between' || lower === 'among') return !MOTION.has(governors[0] ?? '') && !is(CITY_MATTERS);
  if (lower === 'on')
    return !is(ASSAULTS) && !/^(?:Hill|Street|Avenue|Square|Road)$/u.test(nameEnd(tokens, first));
  if (/^(?:with|against|by|toward|towards)$/.test(lower)) return true;
  if (lower === 'behind') return is(BACKING);
  if (lower === 'and' || lower === 'or') return null;
  if (!/^(?:to|from|for|of|about|over|behind|than|like|that|under|without|including)$/.test(lower))
    return null;
  if (lower === 'that' || lower === 'than' || lower === 'like' || lower === 'including') return null;
  if (lower === 'without' || lower === 'about') return true;
  if (lower === 'to' && tokens[first - 2]?.lower === 'according') return true;
  if (lower === 'to' && tokens[first - 2]?.lower === 'up') return true;
  if (MOTION.has(governors[0] ?? '')) return false;
  if (lower === 'of') return STANCES.has(governors[0] ?? '') || TIES.has(governors[0] ?? '');
  if (lower === 'from') return is(FROM_WORDS) || TIES.has(governors[0] ?? '');
  if (lower === 'to') return is(TO_WORDS) || TIES.has(governors[0] ?? '');
  return lower === 'for' && governors.length > 0 && !is(CITY_MATTERS);
}

/** Verbs with "behind" of who supports. */
const BACKING: ReadonlySet<string> = new Set(['stand', 'rally', 'unite', 'throw', 'line', 'fall']);

function nameEnd(tokens: readonly Token[], first: number): string {
  let last = first;
  while (/^\p{Lu}/u.test(tokens[last + 1]?.text ?? '') && tokens[last + 1]?.pos === 'PROPN') last += 1;
  return tokens[last]?.text ?? '';
}

/**
 * The noun and the verb before a preposition, the one that decides first: "called back to A from B" reaches over "to A",
 * "sells oil to" over "oil".
 */
function governorsOf(tokens: readonly Token[], preposition: number): string[] {
  const sentence = tokens[preposition]?.sentence;
  let noun = '';
  for (let at = preposition - 1; at > preposition - MAX_BACK; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence || token.text === ';') break;
    if (token.pos === 'VERB' || token.pos === 'AUX') {
      if (noun === '') return [token.lemma];
      return MOTION.has(token.lemma) ? [token.lemma, noun] : [noun, token.lemma];
    }
    if (
      noun !== '' ||
      !(token.pos === 'NOUN' || token.pos === 'ADJ' || (token.pos === 'PROPN' && token.isCommon))
    )
      continue;
    // Of names the tagger gives no base form: "Flights" at the start.
    const lemma = token.pos === 'PROPN' ? token.lower.replace(/s$/, '') : token.lemma;
    if (GOVERNORS.some((words) => words.has(lemma))) return [lemma];
    noun = lemma;
  }
  return noun === '' ? [] : [noun];
}

const GOVERNORS = [MOTION, TIES, TO_WORDS, FROM_WORDS, STANCES];
