import { cueVerb } from './lexicon/cue-verbs.ts';
import type { NounPhrase, Phrases, VerbGroup } from './phrases.ts';
import type { Token } from './reading.ts';

export interface MainClause {
  readonly verb: VerbGroup;
  /** The noun phrase before the verb, or between the parts of a verb that is turned around. */
  readonly subject: NounPhrase | null;
  /** One past the last token before the next main clause. */
  readonly last: number;
}

const OPENS = new Set(
  'because if when while although though unless until whereas whether whenever wherever why how where what whose whom who which lest'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);
const CLOSES = /^(?:[;:–—]|--)$/u;

interface Subordinate {
  readonly isRelative: boolean;
  hasVerb: boolean;
}

/** The main clauses among the tokens from `first` up to `last`, which are of one sentence; a word at their head that joins them is passed. */
export function mainClauses(phrases: Phrases, first: number, last: number): MainClause[] {
  const { tokens } = phrases.reading;
  const found: { verb: VerbGroup; subject: NounPhrase | null; last: number }[] = [];
  let open: Subordinate | null = null;
  let seen: NounPhrase | null = null;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const phrase = phrases.at(at);
    if (phrase?.kind === 'noun' && phrase.first === at) {
      seen = phrase;
      at = Math.min(phrase.last, last) - 1;
      continue;
    }
    if (phrase?.kind === 'verb' && phrase.first === at) {
      at = Math.min(phrase.last, last) - 1;
      if (phrase.form !== 'finite') continue;
      if (open !== null && staysOpen(open, phrase, tokens)) {
        open.hasVerb = true;
        if (takesClause(phrase)) open = { isRelative: false, hasVerb: true };
        continue;
      }
      open = null;
      found.push({ verb: phrase, subject: seen, last });
      const before = found.at(-2);
      if (before !== undefined) before.last = phrase.first;
      if (takesClause(phrase)) {
        if (isOwn(seen, tokens)) {
          if (tokens[at + 1]?.lower === 'that') at += 1;
        } else if (beginsClause(phrases, at + 1)) open = { isRelative: false, hasVerb: false };
      }
      seen = null;
      continue;
    }
    if (open?.hasVerb === true && (token.text === ',' || CLOSES.test(token.text))) open = null;
    else if (CLOSES.test(token.text)) open = null;
    if (at > first && opens(token)) {
      const isRelative = RELATIVE.has(token.lower) && phrases.nounBefore(at) !== undefined;
      open = { isRelative, hasVerb: false };
    } else if (at === first && opens(token) && token.lower !== 'that') {
      open = { isRelative: false, hasVerb: false };
    }
  }
  return found;
}

function opens({ pos, lower }: Token): boolean {
  return pos === 'SCONJ' || OPENS.has(lower) || (lower === 'that' && pos === 'PRON');
}

/** A second verb of a subordinate clause is joined to the first; after a comma it would have been closed. */
function staysOpen({ hasVerb, isRelative }: Subordinate, verb: VerbGroup, tokens: readonly Token[]): boolean {
  if (!hasVerb || !isRelative) return true;
  let before = verb.first - 1;
  while (tokens[before]?.pos === 'ADV') before -= 1;
  return tokens[before]?.pos === 'CCONJ';
}

function takesClause({ lemma, isPassive }: VerbGroup): boolean {
  return !isPassive && cueVerb(lemma)?.frames.has('bare') === true;
}

/** "I think": what follows is what the speaker says. */
function isOwn(subject: NounPhrase | null, tokens: readonly Token[]): boolean {
  return subject !== null && /^(?:i|we)$/.test(tokens[subject.head]?.lower ?? '');
}

function beginsClause(phrases: Phrases, at: number): boolean {
  return phrases.nounFrom(at) !== undefined || phrases.reading.tokens[at]?.lower === 'that';
}
