const NEGATIONS = new Set(
  (
    'not no never none nobody nothing neither nor nowhere cannot without hardly ' +
    'не нет ни никогда никто ничего нельзя нигде без ні немає ніколи ніхто нічого'
  ).split(' '),
);
/** What stands before the t of don't, won't, isn't; folding makes two words of each. */
const CONTRACTED = new Set(
  'don doesn didn won wouldn isn aren wasn weren hasn haven hadn can couldn shouldn mustn needn mightn oughtn shan ain'.split(
    ' ',
  ),
);
/** The same without an apostrophe, as people type. */
const JOINED = new Set([...CONTRACTED].map((word) => `${word}t`));

/** Whether the word of a text of folded words negates: in English, Russian and Ukrainian. */
export function negates(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return NEGATIONS.has(word) || JOINED.has(word) || (word === 't' && CONTRACTED.has(words[at - 1] ?? ''));
}
