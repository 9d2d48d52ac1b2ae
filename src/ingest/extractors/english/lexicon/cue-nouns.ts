import type { SpeechAct } from '../../../../statement/model.ts';

export interface CueNoun {
  /** Whether "that" and a clause may follow as its content, and "to" and a verb. */
  readonly takesClause: boolean;
  readonly takesInfinitive: boolean;
  /** Whether nouns before it may be its content: "a ceasefire proposal". */
  readonly namesContent: boolean;
  /** Prepositions whose object is its content. */
  readonly prepositions: ReadonlySet<string>;
  readonly act: SpeechAct | null;
}

/** Act, codes (`c` a clause, `i` an infinitive, `m` nouns before it), nouns, each with `/preposition`s. */
const GROUPS: readonly (readonly [SpeechAct | null, string, string])[] = [
  [
    null,
    'c',
    'claim assertion allegation argument contention statement remark comment announcement declaration suggestion admission acknowledgment insistence belief view conviction conclusion finding fear/of hope/for/of concern/about/over worry/about suspicion idea notion opinion observation revelation testimony report/of confession assessment estimate assumption complaint/about',
  ],
  ['PROMISE', 'ci', 'promise/of pledge vow commitment/to guarantee plan/for decision'],
  ['PROPOSE', 'cim', 'offer/of'],
  ['PREDICT', 'c', 'prediction/of forecast/of expectation warning/of/about/against'],
  ['DEMAND', 'cim', 'demand/for call/for request/for appeal/for plea/for order insistence/on'],
  ['PROPOSE', 'cim', 'proposal/for suggestion recommendation'],
  ['PROPOSE', 'im', 'challenge invitation'],
  ['THREATEN', 'ci', 'threat'],
  ['DENY', 'ci', 'denial/of rejection/of dismissal/of refusal'],
  [
    'CRITICIZE',
    '',
    'criticism/of condemnation/of denunciation/of attack/on critique/of accusation/of opposition/to',
  ],
  ['PRAISE', '', 'praise/for/of endorsement/of support/for defense/of'],
];

const NOUNS = new Map<string, CueNoun>();
for (const [act, codes, words] of GROUPS) {
  for (const entry of words.split(' ')) {
    const [lemma = '', ...prepositions] = entry.split('/');
    NOUNS.set(lemma, {
      act,
      takesClause: codes.includes('c'),
      takesInfinitive: codes.includes('i'),
      namesContent: codes.includes('m'),
      prepositions: new Set(prepositions),
    });
  }
}

export function cueNoun(lemma: string): CueNoun | undefined {
  return NOUNS.get(lemma);
}
