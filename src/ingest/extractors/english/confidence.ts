import { cueVerb } from './lexicon/cue-verbs.ts';
import type { Phrases } from './phrases.ts';
import type { Range, Token } from './reading.ts';
import { lastUpTo, tokenSpan } from './token-span.ts';
import { irregular } from './verb-forms.ts';

/** As much of an attribution as tells how sure it is. */
export interface Judged {
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly lemma: string | null;
  readonly content: readonly Range[];
  readonly frame: string;
  /** Whether it stands in the content of another. */
  readonly isNested: boolean;
}

/**
 * Logistic weights: fitted once, on news articles annotated by others, to how often an attribution with such features has the right source
 * and content; but `nested` by hand, since few of those are annotated there. None for what is like most.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  always: -0.7,
  'base form': -0.3,
  'class attitude': 0.9,
  'class judgement': 0.9,
  'class showing': 0.3,
  'class speech': 1,
  'frame according to': 0.4,
  'frame adjective': 0.9,
  'frame as': 0.3,
  'frame beside': 0.7,
  'frame clause': 0.3,
  'frame infinitive': -0.2,
  'frame preposition': -0.3,
  'frame question': 0.7,
  'frame quote': 0.2,
  'long content': -0.2,
  nested: -0.5,
  'no source': -1.3,
  participle: -0.8,
  'partly quoted': 0.1,
  pieces: 0.4,
  'plain cue': 0.8,
  quoted: 0.5,
  'short content': -0.3,
  'source he': 0.7,
  'source name': 0.7,
  'source relative': -0.8,
  'source vague': 0.6,
  that: 0.5,
  'unreal cue': -0.9,
};

/** Of what the articles that the weights come from do not tell, by frame: judged by hand. */
const BY_FRAME: Readonly<Record<string, number>> = { turn: 0.95, silence: 0.9 };
/** Never wholly sure, and never wholly unsure. */
const [LEAST, MOST] = [0.05, 0.98];

/** How likely it is, from 0 to 1, that the source and the content are right. */
export function confidenceOf(phrases: Phrases, judged: Judged): number {
  const known = BY_FRAME[judged.frame];
  if (known !== undefined) return known;
  const sum = featuresOf(phrases, judged).reduce((total, feature) => total + (WEIGHTS[feature] ?? 0), 0);
  const share = 1 / (1 + Math.exp(-sum));
  return Math.round(Math.min(MOST, Math.max(LEAST, share)) * 100) / 100;
}

const PERSONAL = /^(?:he|she|they|i|we|you|it)$/;
const RELATIVE = /^(?:who|which|that|whom)$/;
const VAGUE =
  /^(?:this|these|those|some|many|others|one|most|all|none|nobody|everyone|everybody|people|anyone|someone)$/;
const UNREAL = /^(?:if|unless|whether|would|could|should|might|may|will|must|not|n't|never|to|'ll|can)$/;

/** Names of what is known of it. Those without a weight are like most. */
export function featuresOf(phrases: Phrases, judged: Judged): string[] {
  const { reading } = phrases;
  const { source, cue, lemma, content, frame } = judged;
  const found = ['always', `frame ${frame}`];
  const entry = frame === 'noun' || lemma === null ? undefined : cueVerb(lemma);
  if (entry !== undefined) found.push(`class ${entry.cueClass}`);
  if (lemma === 'say' || lemma === 'tell' || lemma === 'according to') found.push('plain cue');
  const name = source === null ? [] : wordsOf(phrases, source);
  if (source === null) found.push('no source');
  else found.push(`source ${kindOf(name)}`);
  if (name.length > LONG_SOURCE) found.push('long source');
  const before = (offset: number) =>
    reading.quotations[lastUpTo(reading.quotations, offset, ({ start }) => start)];
  const isQuoted = ({ start, end }: Range) => (before(start)?.end ?? 0) >= end;
  const touches = ({ start, end }: Range) => (before(end - 1)?.end ?? 0) > start;
  if (content.every(isQuoted)) found.push('quoted');
  else if (content.some(touches)) found.push('partly quoted');
  const spans = content.map((piece) => tokenSpan(reading, piece));
  const length = spans.reduce((sum, span) => sum + span.last - span.first, 0);
  if (length < SHORT) found.push('short content');
  else if (length > LONG) found.push('long content');
  if (content.length > 1) found.push('pieces');
  if (reading.tokens[spans[0]?.first ?? -1]?.lower === 'that') found.push('that');
  if (cue !== null && entry !== undefined) found.push(...featuresOfVerb(phrases, cue));
  if (judged.isNested) found.push('nested');
  return found;
}

function featuresOfVerb(phrases: Phrases, cue: Range): string[] {
  const { first, last } = tokenSpan(phrases.reading, cue);
  const verb = phrases.reading.tokens.slice(first, last);
  const leading = phrases.reading.tokens.slice(Math.max(0, first - 2), first);
  const isUnreal = [...leading, ...verb].some(({ lower }) => UNREAL.test(lower));
  const found = isUnreal ? ['unreal cue'] : [];
  const { lower = '' } = verb.findLast(({ pos }) => pos === 'VERB') ?? {};
  if (/ing$/.test(lower)) return [...found, 'participle'];
  const isBase = lower !== '' && !/(?:ed|s)$/.test(lower) && irregular(lower) === undefined;
  return isBase ? [...found, 'base form'] : found;
}

const LONG_SOURCE = 12;
const SHORT = 4;
const LONG = 45;

function kindOf(words: readonly Token[]): string {
  const only = words.length === 1 ? words[0] : undefined;
  if (only !== undefined && PERSONAL.test(only.lower))
    return /^(?:he|she)$/.test(only.lower) ? 'he' : `${only.lower === 'they' ? 'they' : 'other pronoun'}`;
  if (only !== undefined && RELATIVE.test(only.lower)) return 'relative';
  if (words.some(({ lower }) => VAGUE.test(lower))) return 'vague';
  return words.some(({ pos }) => pos === 'PROPN') ? 'name' : 'noun';
}

function wordsOf({ reading }: Phrases, range: Range): readonly Token[] {
  const { first, last } = tokenSpan(reading, range);
  return reading.tokens.slice(first, last);
}
