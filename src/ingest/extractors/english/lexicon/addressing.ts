import { wordSet } from './words.ts';

/** What one has with somebody: "in an interview with the Herald". */
export const HAD_WITH = wordSet('interview conversation chat q&a exchange call talk');
/** What one sends or speaks to somebody: "in a letter to the mayor". */
export const SENT_TO = wordSet(
  'letter email e-mail message note memo text statement comment remark testimony speech address interview presentation submission telegram reply response answer post tweet',
);
/** What somebody does by turning to somebody: "speaking to reporters". */
export const TURNS_TO = wordSet('speak talk write say testify');
/** "politicians quizzed by the Herald". */
export const QUESTIONED = wordSet(
  'interview quiz question ask poll survey contact quote cite consult reach approach',
);

/** Cues that name whom one tells, and with it who listens from then on; others have an addressee of their own. */
export const LASTING_CUES = wordSet('tell say speak talk explain add note state write');
/** Nouns for those who publish. */
export const OUTLETS = wordSet(
  'paper newspaper daily weekly magazine agency channel broadcaster station site website outlet newswire tabloid program programme podcast court',
);
/** What one tells something at, not to: "told a regular briefing". */
export const OCCASIONS = wordSet('briefing conference presser ceremony event');
