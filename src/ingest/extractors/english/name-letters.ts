import { isAllCapitals, listedType, titleCase } from './gazetteer.ts';
import { COURTESY } from './lexicon/roles.ts';
import type { Name } from './name.ts';
import type { Reading } from './reading.ts';

/** "PENCE:" for Pence, "LISBON —": capitals of transcripts and datelines are no acronyms. */
export function inUsualLetters(
  { tokens, paragraphs, sentences }: Reading,
  name: Name,
  usual: ReadonlySet<string>,
): Name {
  const { words, first, last, type } = name;
  if (type !== 'UNKNOWN' && type !== 'PERSON' && type !== 'ORGANIZATION') return name;
  if (
    listedType(words) !== null ||
    !words.split(' ').every((word) => /^\p{Lu}+\.?$/u.test(word)) ||
    !/\p{Lu}{2}/u.test(words)
  )
    return name;
  const small = titleCase(words);
  const leads =
    paragraphs[sentences[tokens[first]?.sentence ?? 0]?.paragraph ?? 0]?.start === tokens[first]?.start;
  const next = tokens[last]?.text ?? '';
  const isTurn = leads && next === ':' && isAllCapitals(words.split(' ').at(-1) ?? '');
  const isDateline =
    leads && /^(?:,|\(|—|–|-|--)$/u.test(next) && isAllCapitals(words.split(' ').at(-1) ?? '');
  const titled = COURTESY.has(tokens[first - 1]?.lower ?? '');
  const known = usual.has(small.split(' ').at(-1) ?? '');
  if (isTurn || titled || known) return { ...name, words: small, type: 'UNKNOWN' };
  if (isDateline) return { ...name, words: small, type: 'PLACE' };
  return name;
}
