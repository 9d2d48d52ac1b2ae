import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Cuts words only. */
const nlp = winkNLP(model, []);
const { its } = nlp;

/** Words that the vocabulary does not have get numbers from here on. */
const FIRST_UNKNOWN = idsOf('qxzvbnw')[0] ?? 0;
/** Words kept, at most. */
const MAX_KEPT = 50_000;

/** By the word as it stands in a text. */
const kept = new Map<string, boolean>();

/** Whether the vocabulary of English has a word, for words among those given. */
export function commonWords(words: readonly string[]): (word: string) => boolean {
  if (kept.size > MAX_KEPT) kept.clear();
  const asked = new Map<string, string>();
  for (const word of words) {
    if (kept.has(word)) continue;
    if (/^\p{L}+$/u.test(word)) asked.set(word, word.toLowerCase());
    else kept.set(word, false);
  }
  if (asked.size > 0) ask(asked);
  return (word) => kept.get(word) === true;
}

/** Words with their small letters. */
function ask(words: ReadonlyMap<string, string>): void {
  const list = [...words.values()];
  const ids = idsOf(list.join(' '));
  // One number for each word, unless one was cut.
  const isWhole = ids.length === list.length;
  for (const [at, word] of [...words.keys()].entries()) {
    const own = isWhole ? [ids[at] ?? 0] : idsOf(list[at] ?? '');
    kept.set(
      word,
      own.every((id) => id < FIRST_UNKNOWN),
    );
  }
}

function idsOf(text: string): number[] {
  // Its declaration asks for less than the function takes.
  return nlp
    .readDoc(text)
    .tokens()
    .out(its.uniqueId as never) as number[];
}
