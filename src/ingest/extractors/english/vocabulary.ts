import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Cuts words only. */
const nlp = winkNLP(model, []);
const { its } = nlp;

/** Words that the vocabulary does not have get numbers from here on. */
const FIRST_UNKNOWN = idsOf('qxzvbnw')[0] ?? 0;
/** Words kept, at most. */
const MAX_KEPT = 50_000;

const kept = new Map<string, boolean>();

/** Whether the vocabulary of English has a word, for words among those given. */
export function commonWords(words: readonly string[]): (word: string) => boolean {
  if (kept.size > MAX_KEPT) kept.clear();
  const asked = new Set<string>();
  for (const word of words) {
    const lower = word.toLowerCase();
    if (/^\p{L}+$/u.test(lower) && !kept.has(lower)) asked.add(lower);
  }
  const list = [...asked];
  const ids = list.length === 0 ? [] : idsOf(list.join(' '));
  // One number for each word, unless one was cut.
  if (ids.length === list.length)
    for (const [at, word] of list.entries()) kept.set(word, (ids[at] ?? 0) < FIRST_UNKNOWN);
  else
    for (const word of list)
      kept.set(
        word,
        idsOf(word).every((id) => id < FIRST_UNKNOWN),
      );
  return (word) => kept.get(word.toLowerCase()) === true;
}

function idsOf(text: string): number[] {
  // Its declaration asks for less than the function takes.
  return nlp
    .readDoc(text)
    .tokens()
    .out(its.uniqueId as never) as number[];
}
