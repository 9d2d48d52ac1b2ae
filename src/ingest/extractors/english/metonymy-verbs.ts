import { CITY_PASSIVES, CITY_VERBS, POLICY_BLOWS } from './lexicon/metonymy.ts';
import type { Token } from './reading.ts';

/** Tokens looked ahead for the main verb and what it is said with. */
const MAX_AHEAD = 7;
/** Adverbs between a subject and its verb. */
const MAX_ADVERBS = 3;

/** What may stand between a subject and its verb. */
const ASIDE =
  /^, (?:meanwhile|however|too|though|for its part|in turn|of course|on the other hand|by contrast|in particular) ,/u;

/** The verb whose subject the name is; null where none follows. */
export function verbAfter(tokens: readonly Token[], from: number): number | null {
  const aside = ASIDE.exec(
    tokens
      .slice(from, from + MAX_AHEAD)
      .map(({ lower }) => lower)
      .join(' '),
  );
  const start = aside === null ? from : from + aside[0].split(' ').length;
  for (let at = start; at <= start + MAX_ADVERBS; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.pos === 'VERB' || token.pos === 'AUX') return at;
    if ((token.pos !== 'ADV' && token.pos !== 'PART') || token.lower === 'to') return null;
  }
  return null;
}

/** A city is, lies or was built; a state says, wants and needs. */
export function acts(tokens: readonly Token[], verb: number): boolean {
  const main = mainVerb(tokens, verb);
  const token = tokens[main];
  if (token === undefined) return false;
  const ahead = tokens.slice(main + 1, main + MAX_AHEAD);
  const helper = tokens[main - 1];
  if (CITY_VERBS.has(token.lemma)) return false;
  const isPassive =
    main > verb && /^(?:be|'s|get)$/.test(lastHelper(tokens, verb, main)) && !/ing$/.test(token.lower);
  if (isPassive && CITY_PASSIVES.has(token.lemma)) return ahead.some(({ lemma }) => POLICY_BLOWS.has(lemma));
  if (token.lemma === 'have' && helper?.pos !== 'AUX')
    return !ahead.some(({ lower }) =>
      /^(?:people|inhabitants|residents|districts|airports|bridges|museums|hotels|churches)$/.test(lower),
    );
  if (!/^(?:be|'s)$/.test(token.lemma)) return true;
  for (const next of ahead) {
    if (next.pos === 'PUNCT') break;
    if (
      /^(?:city|capital|located|situated|metropolis|home|cold|warm|hot|sunny|crowded|beautiful|town|destination|expensive|quiet|empty|safe|dark|underwater)$/.test(
        next.lower,
      )
    )
      return false;
  }
  return true;
}

/** Behind its auxiliaries. */
function mainVerb(tokens: readonly Token[], from: number): number {
  let main = from;
  for (let at = from + 1; at < from + MAX_AHEAD; at += 1) {
    const pos = tokens[at]?.pos;
    if (pos === 'VERB') return at;
    if (pos === 'AUX') main = at;
    else if (pos !== 'ADV' && tokens[at]?.lower !== 'not' && tokens[at]?.lower !== "n't") break;
  }
  return tokens[from]?.pos === 'AUX' ? main : from;
}

function lastHelper(tokens: readonly Token[], from: number, main: number): string {
  for (let at = main - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token?.pos === 'AUX')
      return /^(?:is|are|was|were|be|been|being|am)$/.test(token.lower) ? 'be' : token.lemma;
  }
  return '';
}
