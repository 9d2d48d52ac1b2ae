import { clauseAround } from './clause.ts';
import type { History, Met } from './history.ts';
import type { Gender } from './lexicon/first-names.ts';
import type { Reading, Token } from './reading.ts';
import type { Referent } from './referent.ts';

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'MALE'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'FEMALE'] as const),
]);
/** Paragraphs back. */
const NEAR = 1;
/** What a subject is worth, and how much farther a sentence back is. */
const SUBJECT = 3;
const SENTENCE = 2;
/** How much less somebody counts, outside of a quotation, who is only spoken of in it. */
const QUOTED = 4;
/** How much better than the next the best one must be. */
const MARGIN = 0.5;

export function genderOfPronoun(word: string): Gender | null {
  return GENDERS.get(word) ?? null;
}

/**
 * Who "he" is: of those that agree, who is nearest and stands as a subject; null where two may as well be meant. `not`: who
 * speaks of others here.
 */
export function resolvePronoun(
  reading: Reading,
  history: History,
  token: number,
  not: readonly Referent[],
): Referent | null {
  const pronoun = reading.tokens[token];
  const gender = genderOfPronoun(pronoun?.lower ?? '');
  if (pronoun === undefined || gender === null) return null;
  const { first } = clauseAround(reading.tokens, token);
  const scores = new Map<Referent, number>();
  let rank = 0;
  for (const met of history.back(token, NEAR)) {
    const person = met.mention.entities[0];
    if (met.mention.entities.length !== 1 || person?.type !== 'PERSON' || not.includes(person)) continue;
    if (person.gender !== null && person.gender !== gender) continue;
    if (/self$/.test(pronoun.lower) && met.mention.first < first) continue;
    if (met.isSubject && met.mention.first >= first && !mayBeSubject(reading.tokens, token)) {
      scores.set(person, Number.NEGATIVE_INFINITY);
      continue;
    }
    const isQuoted = pronoun.quotation < 0 && (reading.tokens[met.mention.first]?.quotation ?? -1) >= 0;
    const score = scoreOf(met, pronoun, person.gender === gender, rank) - (isQuoted ? QUOTED : 0);
    if (scores.get(person) !== Number.NEGATIVE_INFINITY)
      scores.set(person, Math.max(score, scores.get(person) ?? score));
    rank += 1;
  }
  const [best, second] = [...scores]
    .filter(([, score]) => score > Number.NEGATIVE_INFINITY)
    .sort(([, a], [, b]) => b - a);
  if (best === undefined || (second !== undefined && best[1] - second[1] < MARGIN)) return null;
  if (second === undefined) best[0].gender ??= gender;
  return best[0];
}

function scoreOf({ sentence, isSubject }: Met, pronoun: Token, isKnown: boolean, rank: number): number {
  const distance = pronoun.sentence - sentence;
  return (
    (isSubject ? SUBJECT : 0) - Math.min(distance, 4) * SENTENCE - Math.min(rank, 6) * 0.4 + (isKnown ? 1 : 0)
  );
}

/** "Ek met him", "to his face", "on his behalf": not who does what the clause tells. */
function mayBeSubject(tokens: readonly Token[], at: number): boolean {
  const [before, pronoun, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (pronoun?.lower === 'him') return false;
  if (pronoun?.lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM|ADV)$/.test(next?.pos ?? '')) return false;
  if (before?.lower === 'to' && next?.lower === 'face') return false;
  if (before?.lower === 'behind' && next?.lower === 'back') return false;
  return !(before?.lower === 'on' && next?.lower === 'behalf');
}
