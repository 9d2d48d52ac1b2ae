import { isTimeWord } from './lexicon/time.ts';
import { type NounPhrase, type Phrase, Phrases, type VerbGroup } from './phrases.ts';
import type { Reading, Token } from './reading.ts';
import { baseForm, irregular } from './verb-forms.ts';

const PERSONAL = new Set(
  'i you he she it we they him her them us me himself herself themselves itself myself ourselves everyone everybody someone somebody anyone anybody nobody one none others another both all many some several few most those these each'.split(
    ' ',
  ),
);
const QUANTITIES = new Set(
  'most many some few several others all both neither either none more those these half'.split(' '),
);
const POSSESSIVE = new Set('my your his her its our their whose'.split(' '));
const NOMINAL = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM', 'X']);
const NEGATIONS = new Set(['not', "n't", 'never', 'nor']);
const BETWEEN = new Set(['ADV', 'PART']);

/** Noun phrases without what follows their head, and verbs with their auxiliaries, of all sentences. */
export function phrasesIn(reading: Reading): Phrases {
  const all: Phrase[] = [];
  for (const { first, last } of reading.sentences) {
    for (let at = first; at < last; ) {
      const phrase = verbGroup(reading.tokens, at, last) ?? nounPhrase(reading.tokens, at, last);
      if (phrase !== undefined) all.push(phrase);
      at = phrase?.last ?? at + 1;
    }
  }
  return new Phrases(reading, all);
}

function nounPhrase(tokens: readonly Token[], first: number, end: number): NounPhrase | undefined {
  const start = tokens[first];
  if (start === undefined) return undefined;
  const isHer =
    start.lower === 'her' && !/^(?:NOUN|PROPN|ADJ|NUM|VERB|ADV)$/.test(tokens[first + 1]?.pos ?? '');
  if (start.pos === 'PRON' && (isHer || !POSSESSIVE.has(start.lower))) {
    if (!PERSONAL.has(start.lower) && !/^(?:this|that)$/.test(start.lower)) return undefined;
    return { kind: 'noun', first, last: first + 1, head: first };
  }
  const isQuantity = QUANTITIES.has(start.lower) && /^(?:ADJ|DET|PRON|ADV|CCONJ)$/.test(start.pos);
  if (isQuantity && /^(?:VERB|AUX)$/.test(tokens[first + 1]?.pos ?? ''))
    return { kind: 'noun', first, last: first + 1, head: first };
  let head = -1;
  let at = first;
  for (; at < end; at += 1) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined) break;
    if (at > first && head === at - 1 && startsAnother(tokens, first, at)) break;
    if (NOMINAL.has(token.pos)) {
      const isAge = token.lower === 'old' && isHyphen(previous) && previous?.end === token.start;
      if ((token.pos !== 'ADJ' || isAge) && token.pos !== 'SYM') head = at;
      continue;
    }
    const isFirst = at === first;
    if (token.pos === 'DET' || (token.pos === 'PRON' && POSSESSIVE.has(token.lower))) {
      if (!isFirst && !/^(?:all|both|half|such|not)$/.test(previous?.lower ?? '')) break;
      continue;
    }
    if (isPossessiveMark(tokens, at) && head === at - 1) continue;
    if (isHyphen(token) && previous?.end === token.start && tokens[at + 1]?.start === token.end) continue;
    if (isHyphen(previous) && previous?.end === token.start && tokens[at - 2]?.end === previous?.start) {
      if (token.pos !== 'PUNCT') {
        if (/^(?:VERB|ADP|ADV)$/.test(token.pos)) {
          if (!NOMINAL.has(tokens[at + 1]?.pos ?? '') && !isHyphen(tokens[at + 1]) && head === at - 2)
            head = at;
          continue;
        }
      }
    }
    if (
      !isFirst &&
      token.pos === 'VERB' &&
      /(?:ed|ing|en|wn)$/.test(token.lower) &&
      (head < 0 || /^(?:'s|')$/.test(previous?.lower ?? '')) &&
      isModifierOf(tokens[at + 1])
    )
      continue;
    if (
      !isFirst &&
      token.pos === 'ADV' &&
      head < 0 &&
      (tokens[at + 1]?.pos === 'ADJ' || tokens[at + 1]?.pos === 'VERB')
    )
      continue;
    // A quotation mark around words of the phrase: a so-called “death tax”.
    if (
      token.pos === 'PUNCT' &&
      /^["“”‘']$/.test(token.text) &&
      !isFirst &&
      isModifierOf(tokens[at + 1]) &&
      head < 0
    )
      continue;
    break;
  }
  // "the wealthy say", "the democratic socialist said".
  const isAlone = head < 0 && start.pos === 'DET' && at > first + 1 && tokens[at - 1]?.pos === 'ADJ';
  if (isAlone && /^(?:VERB|AUX|PUNCT)$/.test(tokens[at]?.pos ?? '') && /^(?:the|a|an)$/.test(start.lower))
    head = at - 1;
  if (head < 0) return undefined;
  return { kind: 'noun', first, last: head + 1, head };
}

function isModifierOf(next: Token | undefined): boolean {
  return next !== undefined && (NOMINAL.has(next.pos) || next.pos === 'PUNCT');
}

/** Two noun phrases beside each other: "the debate Monday", "last week Trump". */
function startsAnother(tokens: readonly Token[], first: number, at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token === undefined || previous === undefined) return false;
  if (isTimeWord(previous.lower) && token.pos === 'PROPN' && !isTimeWord(token.lower)) return true;
  return (
    isTimeWord(token.lower) &&
    token.pos === 'PROPN' &&
    !isTimeWord(previous.lower) &&
    tokens[first]?.pos !== 'DET'
  );
}

function isPossessiveMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return false;
  if (!/^(?:'s|'|s')$/.test(token.lower)) return false;
  return (
    (token.pos === 'PART' || token.pos === 'PUNCT') &&
    (NOMINAL.has(next.pos) || next.pos === 'ADV' || next.pos === 'VERB')
  );
}

function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && /^[-‐‑–]$/u.test(token.text);
}

function verbGroup(tokens: readonly Token[], first: number, end: number): VerbGroup | undefined {
  let at = first;
  const begins = tokens[first];
  if (begins === undefined) return undefined;
  const isTo = begins.pos === 'PART' && begins.lower === 'to';
  if (!isTo && begins.pos !== 'AUX' && begins.pos !== 'VERB') return undefined;
  if (isTo) at += 1;
  let head = -1;
  let isNegated = false;
  const helpers: string[] = [];
  for (; at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.pos === 'AUX') {
      if (head >= 0 && tokens[head]?.pos === 'VERB') break;
      if (head >= 0) helpers.push(tokens[head]?.lower ?? '');
      head = at;
    } else if (token.pos === 'VERB') {
      if (head >= 0 && tokens[head]?.pos === 'VERB') break;
      if (head >= 0) helpers.push(tokens[head]?.lower ?? '');
      head = at;
    } else if (NEGATIONS.has(token.lower)) {
      if (head >= 0 && tokens[head]?.pos === 'VERB') break;
      isNegated = true;
    } else if (
      (BETWEEN.has(token.pos) && token.lower !== 'to') ||
      (head >= 0 && /^(?:both|all)$/.test(token.lower))
    ) {
      if (head >= 0 && tokens[head]?.pos === 'VERB') break;
      const next = tokens[at + 1]?.pos;
      if (next !== 'VERB' && next !== 'AUX' && next !== 'ADV' && next !== 'PART') break;
    } else break;
  }
  const main = tokens[head];
  if (main === undefined) return undefined;
  return { kind: 'verb', first, last: head + 1, head, isNegated, ...formOf(main, helpers, isTo) };
}

function formOf(
  main: Token,
  helpers: readonly string[],
  isTo: boolean,
): Pick<VerbGroup, 'lemma' | 'form' | 'isPassive' | 'isPerfectOrModal'> {
  const word = main.lower;
  const found = irregular(word);
  const lemma = baseForm(word, main.lemma);
  const isPast = found?.participle === true || (found === undefined && /ed$/.test(word));
  const before = helpers.at(-1) ?? '';
  const isBe = /^(?:is|are|was|were|be|been|being|am|'s|'re|'m|get|gets|got|getting)$/.test(before);
  const isPassive = isBe && isPast;
  const isPerfectOrModal = helpers.length > 0;
  if (isTo) return { lemma, form: 'infinitive', isPassive, isPerfectOrModal };
  if (/ing$/.test(word) && helpers.length === 0 && word !== lemma)
    return { lemma, form: 'present participle', isPassive: false, isPerfectOrModal };
  if (helpers.length === 0 && found?.participle === true && !found.past)
    return { lemma, form: 'past participle', isPassive: true, isPerfectOrModal };
  return { lemma, form: 'finite', isPassive, isPerfectOrModal };
}
