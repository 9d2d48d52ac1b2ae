import { cueVerb } from './lexicon/cue-verbs.ts';
import type { Word } from './reading.ts';

const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Share of words with a capital from which a paragraph is a headline. */
const HEADLINE = 0.6;

/** Puts right what the tagger is known to get wrong. Words of one paragraph. */
export function retagged(words: readonly Word[]): Word[] {
  const letters = words.filter(({ text }) => /^\p{L}/u.test(text));
  const capitals = letters.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const isHeadline = capitals > letters.length * HEADLINE;
  return words.map((word, at) => {
    if (!isHeadline && isNameAsVerb(words, at)) return { ...word, pos: 'PROPN' };
    if (isVerbAsNoun(words, at) || isNounBeforeQuotation(words, at) || isNounBeforeClause(words, at))
      return { ...word, pos: 'VERB', lemma: verbLemma(word.lower) };
    if (isNounAsVerb(words, at)) return { ...word, pos: 'NOUN' };
    return word;
  });
}

/** "Senator Ted Cruz", "Planned Parenthood", "Cook said": a verb with a capital beside a name or within a sentence. */
function isNameAsVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos !== 'VERB' || !CAPITAL.test(word.text)) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  const isSaying = after?.pos === 'VERB' && /^(?:said|says|told|added)$/.test(after.lower);
  if (before === undefined || before.pos === 'PUNCT') return isSaying;
  return (
    isSaying || /^(?:PROPN|ADP|DET)$/.test(before.pos) || (after?.pos === 'PROPN' && CAPITAL.test(after.text))
  );
}

/** "It is late, experts note.": a noun that ends a sentence behind a comma and its subject. */
function isVerbAsNoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos !== 'NOUN' || !/^[.:]$/u.test(words[at + 1]?.text ?? '')) return false;
  if (cueVerb(word.lemma)?.cueClass !== 'speech' || !cueVerb(word.lemma)?.frames.has('quote')) return false;
  const before = words[at - 1];
  if (before === undefined || !(before.pos === 'PROPN' || (before.pos === 'NOUN' && /s$/.test(before.lower))))
    return false;
  for (let from = at - 1; from > Math.max(0, at - 12); from -= 1) {
    const token = words[from];
    if (token?.text === ',') return from > 3;
    if (token?.pos === 'DET' || token?.pos === 'AUX') return false;
  }
  return false;
}

/** "The ad claims “…”", "a hat reading, “…”": a noun or name in a form of a verb right before a quotation that begins a sentence. */
function isNounBeforeQuotation(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos !== 'NOUN' || !/(?:s|ed|ing)$/u.test(word.lower)) return false;
  const isMarked = /^[,:]$/u.test(words[at + 1]?.text ?? '');
  const mark = words[isMarked ? at + 2 : at + 1];
  const first = words[isMarked ? at + 3 : at + 2];
  if (mark === undefined || !/^["“]$/u.test(mark.text) || !/^[\p{Lu}\p{N}…[]/u.test(first?.text ?? ''))
    return false;
  const before = words[at - 1];
  if (before === undefined || !/^(?:NOUN|PROPN|PRON)$/.test(before.pos)) return false;
  return cueVerb(verbLemma(word.lower))?.frames.has('quote') === true;
}

function verbLemma(word: string): string {
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length) + instead;
    if (cueVerb(base) !== undefined) return base;
  }
  return word;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['ed', ''],
  ['ing', ''],
  ['d', ''],
  ['ing', 'e'],
  ['es', ''],
];

/** Nouns that take "that" and a clause themselves: "news reports that". */
const NOUNS_WITH_CLAUSE = new Set(
  'report claim demand hope fear plan call request promise estimate'.split(' '),
);
const SUBJECTS = /^(?:i|you|he|she|it|we|they|there|the|a|an|his|her|their|its|this|these|those)$/;

/** "the paper notes the government …", "nine out of 10 say they …", "has been warning that …". */
function isNounBeforeClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const [before, after] = [words[at - 1], words[at + 1]];
  if (word?.pos !== 'NOUN' || before === undefined || after === undefined) return false;
  const isThat = after.lower === 'that';
  if (!isThat && !SUBJECTS.test(after.lower)) return false;
  const lemma = verbLemma(word.lower);
  const entry = cueVerb(lemma);
  if (entry === undefined || !(entry.frames.has('clause') || entry.frames.has('bare'))) return false;
  if (before.pos === 'AUX') return /ing$/u.test(word.lower);
  const isOther =
    /^(?:PROPN|PRON|NUM|SYM)$/.test(before.pos) &&
    before.lower !== 'that' &&
    !/^(?:my|his|her|its|our|your|their|this)$/.test(before.lower);
  const isBase = word.lower === lemma;
  const isMany =
    /^(?:more|most|many|some|few|others|all|both)$/.test(before.lower) ||
    (before.pos === 'NOUN' && /s$/u.test(before.lower)) ||
    (before.pos === 'PROPN' && before.isCommon && /s$/u.test(before.lower));
  const isMain = isThat && !/^(?:VERB|AUX)$/.test(words[at + 2]?.pos ?? '') && !hasVerbBefore(words, at);
  if (isBase)
    return (
      isMany ||
      (isMain && before.pos === 'PROPN' && hasMany(words, at)) ||
      before.pos === 'NUM' ||
      before.pos === 'SYM' ||
      /^(?:they|we|i|you|who)$/.test(before.lower)
    );
  if (isMain && before.pos === 'NOUN' && words[at - 2]?.pos === 'DET' && !/s$/u.test(before.lower))
    return true;
  if (before.pos === 'NOUN')
    return !(isThat && NOUNS_WITH_CLAUSE.has(lemma)) && /s$/u.test(word.lower) && !/s$/u.test(before.lower);
  // "News reports that": a noun with a capital.
  return isOther && !(isThat && before.isCommon && before.pos === 'PROPN' && NOUNS_WITH_CLAUSE.has(lemma));
}

/** "the campaign chief", "recent polling shows", "some analyses suggest". */
function isNounAsVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const [before, after] = [words[at - 1], words[at + 1]];
  if (word?.pos === 'ADJ')
    return word.lower === 'chief' && before !== undefined && /^(?:NOUN|PROPN|PRON|DET)$/.test(before.pos);
  if (word?.pos !== 'VERB' || before === undefined || after === undefined) return false;
  if (!/(?:ing|s)$/u.test(word.lower) || !/^(?:DET|ADJ)$/.test(before.pos)) return false;
  return (
    after.pos === 'VERB' && !/(?:ing|ed)$/u.test(after.lower) && cueVerb(verbLemma(after.lower)) !== undefined
  );
}

/** Words looked back over for the verb of a sentence. */
const MAX_BACK = 15;

/** Whether the sentence has a verb already, participles of its subject aside: "experts quizzed by the paper". */
function hasVerbBefore(words: readonly Word[], at: number): boolean {
  for (let from = at - 1; from >= Math.max(0, at - MAX_BACK); from -= 1) {
    const word = words[from];
    if (word === undefined || /^[.!?]$/u.test(word.text)) return false;
    const isParticiple =
      word.pos === 'VERB' && /(?:ed|ing|en)$/u.test(word.lower) && words[from + 1]?.pos === 'ADP';
    if (word.pos === 'AUX' || (word.pos === 'VERB' && !isParticiple)) return true;
  }
  return false;
}

function hasMany(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - MAX_BACK), at)
    .some(({ pos, lower }) => pos === 'NOUN' && lower.endsWith('s'));
}
