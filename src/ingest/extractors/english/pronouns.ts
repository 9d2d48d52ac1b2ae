import type { History } from './history.ts';
import type { Gender } from './lexicon/first-names.ts';
import type { Reading } from './reading.ts';
import type { Referent } from './referent.ts';

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'MALE'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'FEMALE'] as const),
]);
/** Paragraphs back. */
const NEAR = 1;

export function genderOfPronoun(word: string): Gender | null {
  return GENDERS.get(word) ?? null;
}

/**
 * Who "he" is: of those that agree, who is nearest and stands as a subject. In a quotation its speaker speaks of others,
 * and says "I" of himself.
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
  const scores = new Map<Referent, number>();
  let rank = 0;
  for (const { mention, sentence, isSubject } of history.back(token, NEAR)) {
    const person = mention.entities[0];
    if (mention.entities.length !== 1 || person?.type !== 'PERSON' || not.includes(person)) continue;
    if (person.gender !== null && person.gender !== gender) continue;
    const distance = pronoun.sentence - sentence;
    const isKnown = person.gender === gender ? 1 : 0;
    const score = (isSubject ? 3 : 0) - Math.min(distance, 4) * 2 - Math.min(rank, 6) * 0.4 + isKnown;
    if (score > (scores.get(person) ?? Number.NEGATIVE_INFINITY)) scores.set(person, score);
    rank += 1;
  }
  let best: Referent | null = null;
  for (const [person, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = person;
  if (best !== null) best.gender ??= gender;
  return best;
}
