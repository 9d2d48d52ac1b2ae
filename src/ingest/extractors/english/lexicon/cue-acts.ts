import type { SpeechAct } from '../../../../statement/model.ts';
import { cueAdjective } from './cue-adjectives.ts';
import { cueNoun } from './cue-nouns.ts';
import { cueVerb } from './cue-verbs.ts';

/** How the content stands to the cue, where the act of a verb depends on it; `*`: in all other ways. */
const BY_FRAME: Readonly<Record<string, Readonly<Record<string, SpeechAct | null>>>> = {
  ask: { other: 'DEMAND', infinitive: 'DEMAND', for: 'DEMAND', '*': 'ASK' },
  tell: { other: 'DEMAND', infinitive: 'DEMAND', '*': null },
  remind: { other: 'DEMAND', infinitive: 'DEMAND', '*': null },
  warn: { other: 'DEMAND', infinitive: 'DEMAND', against: 'DEMAND', '*': null },
  caution: { other: 'DEMAND', infinitive: 'DEMAND', against: 'DEMAND', '*': null },
  advise: { other: 'PROPOSE', infinitive: 'PROPOSE', gerund: 'PROPOSE', against: 'PROPOSE', '*': null },
  encourage: { '*': 'PROPOSE' },
  invite: { '*': 'PROPOSE' },
  suggest: { gerund: 'PROPOSE', object: 'PROPOSE', '*': null },
  offer: { quote: null, fronted: null, beside: null, '*': 'PROPOSE' },
  volunteer: { infinitive: 'PROMISE', '*': null },
  challenge: { other: 'DEMAND', '*': 'CRITICIZE' },
  insist: { on: 'DEMAND', '*': null },
  // "called for talks", but "called the talks useful".
  call: { as: null, '*': 'DEMAND' },
  press: { '*': 'DEMAND' },
  order: { '*': 'DEMAND' },
  question: { '*': 'ASK' },
  wonder: { '*': 'ASK' },
  inquire: { '*': 'ASK' },
  regret: { gerund: 'APOLOGIZE', '*': null },
  hope: { '*': null },
  seek: { '*': null },
  prefer: { '*': null },
  wish: { '*': null },
  admit: { '*': null },
  concede: { '*': null },
  affirm: { '*': null },
  confess: { '*': null },
  expect: { infinitive: 'PREDICT', '*': 'PREDICT' },
  anticipate: { '*': 'PREDICT' },
  decide: { infinitive: 'PROMISE', '*': null },
  agree: { infinitive: 'PROMISE', to: 'PROMISE', '*': null },
  vow: { '*': 'PROMISE' },
  promise: { '*': 'PROMISE' },
  refuse: { '*': 'DENY' },
  dismiss: { '*': 'DENY' },
  decry: { '*': 'CRITICIZE' },
  denounce: { '*': 'CRITICIZE' },
};

/**
 * What a cue says of the act; null where only the content tells. `frame` is how the content stands to it, and `preposition` the word
 * between the two.
 */
export function actOfCue(lemma: string, frame: string, preposition: string): SpeechAct | null {
  if (frame === 'noun') return lemma === 'offer' ? 'PROPOSE' : (cueNoun(lemma)?.act ?? null);
  if (frame === 'adjective') return actOfAdjective(lemma);
  const byFrame = Object.hasOwn(BY_FRAME, lemma) ? BY_FRAME[lemma] : undefined;
  if (byFrame !== undefined) {
    if (frame === 'preposition' && preposition in byFrame) return byFrame[preposition] ?? null;
    return (frame in byFrame ? byFrame[frame] : byFrame['*']) ?? null;
  }
  const act = cueVerb(lemma)?.act ?? null;
  return act === 'ASSERT' ? null : act;
}

function actOfAdjective(lemma: string): SpeechAct | null {
  const act = cueAdjective(lemma)?.act ?? null;
  return act === 'ASSERT' ? null : act;
}

/** Verbs that put something in a word, good or bad: "called the plan a mistake". */
export const NAMES_IT: ReadonlySet<string> = new Set(
  'call label brand dub deem describe characterize characterise portray depict cast paint frame consider view regard see'.split(
    ' ',
  ),
);

/** Of these the word is a reproach unless it is one of praise. */
export const BRANDS: ReadonlySet<string> = new Set(['call', 'label', 'brand', 'dub']);
