import { tagger } from './tagger.ts';

const { its } = tagger;

/** Numbers of the tagger's words: those that its vocabulary does not have get numbers from here on. */
const FIRST_UNKNOWN = idsOf('qxzvbnw')[0] ?? 0;
/** Words kept, at most. */
const MAX_KEPT = 50_000;
const SMALL = /^[a-z]+$/;
const LETTERS = /^\p{L}+$/u;

/** Words with capitals, and whether the vocabulary has them in small letters. */
const kept = new Map<string, boolean>();

/** For each word, whether the vocabulary of English has it in small letters. `ids`: the tagger's numbers of the words. */
export function areCommon(words: readonly string[], ids: readonly number[]): boolean[] {
  if (kept.size > MAX_KEPT) kept.clear();
  const found = new Array<boolean>(words.length);
  const asked = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const number = ids[at];
    // Most words, with the least work.
    if (number !== undefined && SMALL.test(word)) {
      found[at] = number < FIRST_UNKNOWN;
      continue;
    }
    const known = kept.get(word);
    found[at] = known ?? false;
    if (known !== undefined || !LETTERS.test(word)) continue;
    const lower = word.toLowerCase();
    if (lower === word && number !== undefined) found[at] = number < FIRST_UNKNOWN;
    else asked.set(word, lower);
  }
  if (asked.size === 0) return found;
  ask(asked);
  return words.map((word, at) => kept.get(word) ?? found[at] ?? false);
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
  return tagger
    .readDoc(text)
    .tokens()
    .out(its.uniqueId as never) as number[];
}
