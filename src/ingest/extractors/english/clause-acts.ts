import type { SpeechAct } from '../../../statement/model.ts';
import { cueVerb } from './lexicon/cue-verbs.ts';
import { FAULTS, GOODS, MERITS, MISDEEDS, OFFENDED, UNTRUTHS, WRONGS } from './lexicon/evaluations.ts';
import type { MainClause } from './main-clauses.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './reading.ts';

/** What the clauses of a content stand in. */
export interface Saying {
  /** In the speaker's own words: "I" is the speaker. */
  readonly quoted: boolean;
  /** Whether the cue stands in the past, and with it what is said: "would" for "will". */
  readonly past: boolean;
  /** Whether a pronoun is the speaker in what is not quoted. */
  readonly isSpeaker: (token: Token) => boolean;
}

const NEGATION = /^(?:not|n't|never|no|nothing|nobody|none|neither|nor|hardly)$/;
const FUTURE = /^(?:will|'ll|wo|may|might|could|shall)$/;
const DEMANDING = /^(?:must|should|ought)$/;
const FIRST_PERSON = /^(?:i|we)$/;
/** Joined with "to" and a verb, they tell what is to come. */
const LIKELY = new Set('likely bound set about due sure certain poised expected going'.split(' '));
/** Said by the speaker of the speaker, they do what they say. */
const NOT_DONE_BY_WORDS = new Set(
  'thank want back support oppose defend attack fault hit compare challenge warn ask'.split(' '),
);

/** What a main clause does; null for no more than to assert. */
export function actOfClause(phrases: Phrases, clause: MainClause, saying: Saying): SpeechAct | null {
  const { tokens } = phrases.reading;
  const { verb, last } = clause;
  const group = tokens.slice(verb.first, verb.last);
  const words = group.map(({ lower }) => lower);
  const subject = clause.subject === null ? undefined : tokens[clause.subject.head];
  const isOwn =
    subject !== undefined && (saying.quoted ? FIRST_PERSON.test(subject.lower) : saying.isSpeaker(subject));
  // A verb that is turned around: "should the powers cease".
  const goesOn = phrases.verbFrom(verb.last)?.form === 'infinitive';
  const next = tokens[verb.last];
  const rest = tokens.slice(verb.last, Math.min(last, verb.last + 25));
  if (words.some((word) => DEMANDING.test(word))) {
    if (words.includes('have') && verb.lemma !== 'have') return words.includes('must') ? null : 'CRITICIZE';
    // "half of what it should": without a verb of its own.
    const goesAlone = words.length === 1 && (verb.last >= last || next?.pos === 'PUNCT');
    return goesAlone ? null : 'DEMAND';
  }
  const future = words.find((word) => FUTURE.test(word));
  const isPast = words[0] === 'had' || words[0] === 'did';
  if (future !== undefined || (words.includes('would') && saying.past && !saying.quoted)) {
    if (words.includes('would') && words.includes('have') && verb.lemma !== 'have') return null;
    const isSure = future !== undefined ? /^(?:will|'ll|wo|shall)$/.test(future) : true;
    if (isOwn && isSure && isDone(verb.lemma, verb.isPassive)) return 'PROMISE';
    // "could" tells as often what was possible.
    return future === 'could' && (isOwn || verb.isNegated) ? null : 'PREDICT';
  }
  if (goesOn && !isPast) {
    if (verb.lemma === 'need' || words.includes('need')) return 'DEMAND';
    if (/^(?:have|has|'ve|'s)$/.test(words.at(-1) ?? '') && verb.lemma === 'have') return 'DEMAND';
    if (words.includes('going') && /^(?:is|are|am|'s|'re|'m|was|were)$/.test(words[0] ?? '')) {
      return isOwn ? 'PROMISE' : 'PREDICT';
    }
    if (verb.isPassive && verb.lemma === 'expect') return 'PREDICT';
    if (verb.lemma === 'be' && phrases.verbFrom(verb.last)?.isPassive === true) return 'DEMAND';
  }
  if (verb.lemma === 'be') {
    if (
      next !== undefined &&
      LIKELY.has(next.lower) &&
      phrases.verbFrom(verb.last + 1)?.form === 'infinitive'
    )
      return 'PREDICT';
    const time = rest.findIndex(({ lower }) => lower === 'time');
    if (time >= 0 && time < 3 && subject?.lower === 'it') return 'DEMAND';
  }
  if (isOwn && rest.some(({ lower }) => /^(?:sorry|ashamed)$/.test(lower)) && verb.lemma === 'be')
    return 'APOLOGIZE';
  if (saying.quoted && isOwn && !verb.isNegated && words.length === 1 && words[0] === verb.lemma) {
    const act = NOT_DONE_BY_WORDS.has(verb.lemma) ? null : (cueVerb(verb.lemma)?.act ?? null);
    if (act !== null && act !== 'ASSERT') return act;
    if (verb.lemma === 'want' && phrases.nounFrom(verb.last) !== undefined) return 'DEMAND';
    if (verb.lemma === 'call' && /^(?:on|upon|for)$/.test(next?.lower ?? '')) return 'DEMAND';
  }
  const isDenied =
    verb.isNegated || rest.slice(0, 6).some(({ lower }) => /^(?:no|nothing|nobody|none)$/.test(lower));
  if (isDenied && WRONGS.has(verb.lemma) && subject?.lower !== 'you') return 'DENY';
  if (verb.lemma === 'be') {
    const act = predicated(rest, verb.isNegated);
    return act === 'CRITICIZE' && ofOneself(subject, rest, saying) ? null : act;
  }
  const misdeed = cueVerb(verb.lemma) === undefined && MISDEEDS.has(verb.lemma);
  if (misdeed && !isOwn && !verb.isNegated && !verb.isPassive && subject !== undefined) return 'CRITICIZE';
  return rest.some((token, at) => token.lower === 'too' && /^(?:ADJ|ADV)$/.test(rest[at + 1]?.pos ?? ''))
    ? 'CRITICIZE'
    : null;
}

/** "I was wrong", "he was sad": no fault is found with anybody else. */
function ofOneself(subject: Token | undefined, rest: readonly Token[], { quoted }: Saying): boolean {
  if (subject === undefined) return false;
  const words = rest.slice(0, 4).map(({ lower }) => lower);
  if (quoted && FIRST_PERSON.test(subject.lower)) return !words.some((word) => OFFENDED.has(word));
  return /^(?:i|we|he|she|they)$/.test(subject.lower) && words.includes('sad');
}

/** "be", "know" and "see" are nothing that somebody sets out to do. */
function isDone(lemma: string, isPassive: boolean): boolean {
  return (
    !isPassive && !/^(?:miss|know|see|need|have|lose|win|suffer|struggle|remember|like|die|seem)$/.test(lemma)
  );
}

/** What "is", and the words behind it, say of the subject. */
function predicated(rest: readonly Token[], isNegated: boolean): SpeechAct | null {
  let negated = isNegated;
  for (const [at, token] of rest.entries()) {
    const { lower, lemma, pos, text } = token;
    if (text === ',' || text === ';' || pos === 'SCONJ' || /^(?:who|which|that)$/.test(lower)) break;
    if (pos === 'VERB' && at > 0) break;
    if (NEGATION.test(lower)) negated = true;
    if (UNTRUTHS.has(lower)) return negated ? null : 'DENY';
    if (negated && lower === 'true') return 'DENY';
    if (negated && WRONGS.has(lemma)) return 'DENY';
    if (negated && GOODS.has(lower)) return 'CRITICIZE';
    if (!negated && (FAULTS.has(lower) || FAULTS.has(lemma))) return 'CRITICIZE';
    if (!negated && (MERITS.has(lower) || MERITS.has(lemma))) return 'PRAISE';
    if (lower === 'innocent') return 'DENY';
    if (lower === 'too' && /^(?:ADJ|ADV)$/.test(rest[at + 1]?.pos ?? '')) return 'CRITICIZE';
    if (
      /^(?:just|only|mere|merely|empty)$/.test(lower) &&
      /^(?:words?|talk|rhetoric|show|theater|theatre|politics)$/.test(rest[at + 1]?.lower ?? '')
    )
      return 'CRITICIZE';
  }
  return null;
}

/** What a sentence does that has no subject, or that a word at its head shows; null where it is like others. */
export function actOfSentence(tokens: readonly Token[]): SpeechAct | null {
  const words = tokens.filter(({ pos }) => pos !== 'PUNCT');
  const last = tokens.findLast(({ text }) => !/^["”’'»)\]]+$/u.test(text));
  if (last !== undefined && /\?/u.test(last.text)) return 'ASK';
  const first = words.find(
    ({ lower, pos }) =>
      !/^(?:and|but|so|now|please|yes|well|just|always|never)$/.test(lower) && pos !== 'INTJ',
  );
  if (first === undefined) return null;
  if (/^(?:sorry|apologies)$/.test(first.lower)) return 'APOLOGIZE';
  if (/^(?:congratulations|bravo|kudos)$/.test(first.lower)) return 'PRAISE';
  if (first.lower === 'enough' || words.some(({ lower }) => lower === 'please')) return 'DEMAND';
  const second = words[words.indexOf(first) + 1];
  if (first.lower === 'let' && /^(?:us|'s)$/.test(second?.lower ?? '')) return 'PROPOSE';
  if (first.lower === "let's") return 'PROPOSE';
  if (/^(?:do|don't|don)$/.test(first.lower) && /^(?:not|n't|yourself)$/.test(second?.lower ?? ''))
    return 'DEMAND';
  const isBase =
    first.pos === 'VERB' &&
    first.lower === first.lemma &&
    !/^(?:look|listen|thank|see|say|know|guess|imagine|mind)$/.test(first.lower);
  return isBase && second?.pos !== 'VERB' && second?.pos !== 'AUX' ? 'DEMAND' : null;
}
