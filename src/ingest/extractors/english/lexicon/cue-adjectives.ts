import type { SpeechAct } from '../../../../statement/model.ts';

export interface CueAdjective {
  readonly takesClause: boolean;
  /** Prepositions whose object is its content. */
  readonly prepositions: ReadonlySet<string>;
  readonly act: SpeechAct | null;
}

/** Act, codes (`c` a clause), adjectives and participles, each with `/preposition`s. */
const GROUPS: readonly (readonly [SpeechAct | null, string, string])[] = [
  [
    null,
    'c',
    'confident certain sure convinced unconvinced hopeful optimistic pessimistic doubtful aware unaware mindful adamant insistent unsure uncertain sorry grateful thankful glad delighted pleased disappointed surprised dismayed alarmed worried concerned afraid fearful proud',
  ],
  ['CRITICIZE', '', 'critical/of dismissive/of skeptical/of/about sceptical/of/about scathing/about'],
  ['PRAISE', '', 'supportive/of appreciative/of'],
];

const ADJECTIVES = new Map<string, CueAdjective>();
for (const [act, codes, words] of GROUPS) {
  for (const entry of words.split(' ')) {
    const [word = '', ...prepositions] = entry.split('/');
    ADJECTIVES.set(word, {
      act,
      takesClause: codes.includes('c'),
      prepositions: new Set(prepositions),
    });
  }
}

/** What an adjective, as it stands in the text in small letters, says of its subject. */
export function cueAdjective(word: string): CueAdjective | undefined {
  return ADJECTIVES.get(word);
}
