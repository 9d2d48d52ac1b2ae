import { wordsIn } from '../text/fold.ts';
import type { RankedHit, SearchType } from './model.ts';
import { asOnePhrase, type Phrase } from './model-query.ts';

/** Words that a text of the type usually has: in a longer one an occurrence counts less. */
const USUAL_LENGTH: Readonly<Record<SearchType, number>> = { ENTITY: 2, STATEMENT: 25, ARTICLE: 400 };

/** How soon more occurrences cease to count, and how much length counts, as is usual with BM25. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** Parts of a score, together 1. */
const FREQUENCY_SHARE = 0.5;
const ORDER_SHARE = 0.25;
const WHOLE_SHARE = 0.25;
/** Of the whole share, for another field than the first: an alias, the text of an article. */
const OTHER_FIELD = 0.8;

/**
 * How well a text of folded words, a line for each field, has the phrases; null where it lacks one. The same for the same text,
 * whatever else is in the graph: how often each phrase stands in it for its length, more where all stand side by side in the order of
 * the search, most where a field is nothing else.
 */
export function scoreOf(phrases: readonly Phrase[], type: SearchType, text: string): number | null {
  const lines = text.split('\n');
  const length = lengthOf(phrases, type, lines);
  const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / USUAL_LENGTH[type]);
  let sum = 0;
  for (const phrase of phrases) {
    const count = lines.reduce((total, line) => total + occurrences(line, phrase), 0);
    if (count === 0) return null;
    sum += count / (count + norm);
  }
  const all = asOnePhrase(phrases);
  const inOrder = lines.some((line) => occurrences(line, all) > 0);
  const whole = lines.indexOf(` ${all.words.join(' ')} `);
  const score =
    (FREQUENCY_SHARE * sum) / phrases.length +
    (inOrder ? ORDER_SHARE : 0) +
    (whole < 0 ? 0 : whole === 0 ? WHOLE_SHARE : WHOLE_SHARE * OTHER_FIELD);
  return Math.round(score * 1e6) / 1e6;
}

/** The key by which hits are ordered, best first; ties go by id. */
export function rankKey({ score }: Pick<RankedHit, 'score'>): string {
  return (1 - score).toFixed(6);
}

export function compareHits(a: RankedHit, b: RankedHit): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** An entity with many aliases is not a long text: the shortest name with all the phrases counts. */
function lengthOf(phrases: readonly Phrase[], type: SearchType, lines: readonly string[]): number {
  const full =
    type === 'ENTITY' ? lines.filter((line) => phrases.every((phrase) => occurrences(line, phrase) > 0)) : [];
  const counts = full.map((line) => wordsIn(line).length);
  return counts.length > 0
    ? Math.min(...counts)
    : lines.reduce((total, line) => total + wordsIn(line).length, 0);
}

function occurrences(line: string, { words, prefix }: Phrase): number {
  const sought = ` ${words.join(' ')}${prefix ? '' : ' '}`;
  let count = 0;
  // The space after a word is the one before the next.
  for (let at = line.indexOf(sought); at >= 0; at = line.indexOf(sought, at + sought.length - 1)) count += 1;
  return count;
}
