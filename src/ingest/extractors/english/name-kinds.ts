import type { NameType } from './gazetteer.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { STATE_BODIES } from './lexicon/organizations.ts';
import type { Name } from './name.ts';
import { contextOf, type NameContext } from './name-context.ts';
import type { Reading } from './reading.ts';

/** Longest name that is taken for a person's without a first name that is known, in words. */
const MAX_PERSON_WORDS = 3;

/** Of the words of a name, how many are common words of English. */
interface Words {
  readonly count: number;
  readonly areCommon: boolean;
  readonly endsCommon: boolean;
}

type Counts = Readonly<Record<keyof NameContext, number>>;

/** The names with a type that all their places in the text together tell; without those of which nothing tells. */
export function typed(reading: Reading, names: readonly Name[]): Name[] {
  const lastNames = new Set(
    names.filter(({ type }) => type === 'PERSON').map(({ words }) => lastWord(words)),
  );
  const unknown = new Map<string, Name[]>();
  for (const name of names) {
    if (name.type !== 'UNKNOWN') continue;
    const same = unknown.get(name.words);
    if (same === undefined) unknown.set(name.words, [name]);
    else same.push(name);
  }
  const first = firstWords(names);
  const family = new Map<string, number>();
  for (const { type, words } of new Map(names.map((name) => [name.words, name])).values())
    if (type === 'PERSON') addFamily(family, words);
  const lone = new Map(
    names
      .filter(({ type, words }) => type === 'UNKNOWN' && !words.includes(' '))
      .map(({ last, words }) => [last, words]),
  );
  const byStranger = ({ first: at }: Name) => lone.has(at - 1) && !lastNames.has(lone.get(at - 1) ?? '');
  const types = new Map<string, NameType | null>();
  const long = [...unknown].toSorted(([a], [b]) => b.split(' ').length - a.split(' ').length);
  for (const [words, same] of long) {
    const alone = words.includes(' ') ? (unknown.get(lastWord(words)) ?? []) : [];
    const type = typeOf(words, wordsOf(reading, same), count(reading, [...same, ...alone], byStranger), {
      lastNames,
      organizations: first,
      family,
    });
    types.set(words, type);
    if (type !== 'PERSON' || !words.includes(' ')) continue;
    lastNames.add(lastWord(words));
    addFamily(family, words);
  }
  return names.flatMap((name) => {
    if (name.type !== 'UNKNOWN') return [name];
    const type = types.get(name.words) ?? null;
    return type === null ? [] : [{ ...name, type }];
  });
}

export function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}

/** What the other names of a text tell of one. */
interface Others {
  readonly lastNames: ReadonlySet<string>;
  /** First words of organizations. */
  readonly organizations: ReadonlySet<string>;
  /** Family names that go first, with how many have them: "Xi" of "Xi Jinping". */
  readonly family: ReadonlyMap<string, number>;
}

function addFamily(family: Map<string, number>, words: string): void {
  const parts = words.split(' ');
  const [first = ''] = parts;
  if (parts.length < 2 || parts.length > MAX_PERSON_WORDS || isFirstName(first)) return;
  family.set(first, (family.get(first) ?? 0) + 1);
}

/** How family names of many languages end. */
const SURNAME_ENDS =
  /(?:[aeo]v|[aeo]va|sky+|skyy|skyi|skiy|ski|ska|enko|son|sson|sen|berg|mann|stein|wicz|vić|vich|escu|yan|shvili|dze|poulos|idis|oğlu|oglu|dóttir|dottir|quist|qvist|ström|strom|lund|gren|[^aeiou]ez|elli|etti|ini|zadeh)$/u;

/** What is called after people, who are meant by the name alone. */
const NAMED_FOR_PEOPLE = /(?:Foundation|Campaign|Administration|PAC|Committee|House|Cabinet|Government)$/u;

/** First words of organizations of several words: "Hudson" may stand for the Hudson Institute, but "Leeds" not for Leeds Crown Court. */
function firstWords(names: readonly Name[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type, words } of names) {
    const space = words.indexOf(' ');
    if (
      space > 0 &&
      type === 'ORGANIZATION' &&
      !STATE_BODIES.has(lastWord(words)) &&
      !NAMED_FOR_PEOPLE.test(words)
    )
      found.add(words.slice(0, space).replace(/,$/u, ''));
  }
  return found;
}

/** `byStranger`: whether the verb before has an unknown name of one word as its subject: "Ek told Lund" says as little of the one as of the other. */
function count(reading: Reading, names: readonly Name[], byStranger: (name: Name) => boolean): Counts {
  const counts = { titled: 0, speaks: 0, told: 0, article: 0, located: 0, owns: 0, described: 0, body: 0 };
  for (const name of names) {
    const context = contextOf(reading, name);
    const isTold = context.told && !byStranger(name);
    for (const key of Object.keys(counts) as (keyof NameContext)[])
      if (key === 'told' ? isTold : context[key]) counts[key] += 1;
  }
  return counts;
}

function wordsOf({ tokens }: Reading, [name]: readonly Name[]): Words {
  const words = tokens.slice(name?.first ?? 0, name?.last ?? 0).filter(({ text }) => /\p{L}/u.test(text));
  return {
    count: words.length,
    areCommon: words.every(({ isCommon }) => isCommon),
    endsCommon: words.at(-1)?.isCommon === true && words.at(-1)?.start !== (words.at(-2)?.end ?? -2) + 1,
  };
}

function typeOf(name: string, words: Words, counts: Counts, others: Others): NameType | null {
  if (counts.titled > 0) return 'PERSON';
  if (!name.includes(' ')) return typeOfOne(name, words, counts, others);
  if (/\d/.test(name)) return null;
  if (/^(?:St\.|Saint) /u.test(name)) return counts.located > 0 ? 'PLACE' : null;
  if (counts.described > 0) return 'PERSON';
  if (counts.body > 0) return 'ORGANIZATION';
  if (counts.told > 0 && counts.speaks === 0) return 'OUTLET';
  if (isMixed(name)) return null;
  if (counts.article > 0) return counts.speaks > 0 ? 'ORGANIZATION' : null;
  // "Green Circuit": names of people are hardly ever made of common words.
  if (words.areCommon) return counts.speaks > 0 ? 'ORGANIZATION' : null;
  if (counts.located > 0 && counts.speaks === 0) return words.endsCommon ? null : 'PLACE';
  if (words.endsCommon && counts.speaks + counts.owns === 0) return null;
  if (words.count <= MAX_PERSON_WORDS) return 'PERSON';
  return counts.speaks > 0 ? 'ORGANIZATION' : null;
}

/** Capitals of an acronym beside a name, or of words that ran together. */
function isMixed(name: string): boolean {
  const words = name.split(' ');
  if (words.some((word) => /\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(word))) return true;
  const shouted = words.filter((word) => /^\p{Lu}{2,}$/u.test(word) && !/^[IVX]+$/u.test(word));
  return shouted.length > 0 && shouted.length < words.length;
}

function typeOfOne(
  name: string,
  words: Words,
  counts: Counts,
  { lastNames, organizations, family }: Others,
): NameType | null {
  if (lastNames.has(name)) return 'PERSON';
  if (/(?:ists?|isms?|phobia)$/u.test(name)) return null;
  if (counts.located > 0 && counts.body + counts.speaks === 0) return 'PLACE';
  if (words.areCommon && counts.body + counts.told === 0) return counts.speaks > 1 ? 'ORGANIZATION' : null;
  if (counts.described > 0) return 'PERSON';
  if (organizations.has(name) || counts.body > 0) return 'ORGANIZATION';
  if (family.get(name) === 1) return 'PERSON';
  if (counts.told > counts.speaks) return SURNAME_ENDS.test(name) ? 'PERSON' : 'OUTLET';
  if (counts.speaks > 0) return counts.article > 0 ? 'ORGANIZATION' : 'PERSON';
  return null;
}
