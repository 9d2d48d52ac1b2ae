import { wordSet } from './words.ts';

/** Verbs that, denied, tell that words which were expected did not come. */
export const ANSWERS = wordSet('respond reply answer return acknowledge');

/** Verbs of saying that somebody may decline to do. */
export const TELLING = wordSet(
  'comment say discuss answer elaborate speak talk respond reply explain disclose reveal confirm specify name identify provide give be detail address share tell describe offer take clarify',
);
/** Of these, what is declined says whether they are: "declined to be interviewed", "refused to give details". */
export const NEEDS_WORD = wordSet(
  'be provide give share offer take name identify address answer describe tell',
);
export const TOLD = wordSet(
  'interview interviewed quoted named identified detail details comment comments answer answers question questions reason reasons information name names specifics statement explanation figure figures call calls reporter reporters',
);

export const DECLINES = wordSet('decline refuse');

/** What somebody leaves without an answer. */
export const ANSWERABLE = wordSet(
  `accusation allegation appeal application approach attempt call challenge charge claim comment complaint concern criticism demand email e-mail enquiry inquiry
  invitation invite letter message mail note offer outreach petition phone plea post proposal query question request report suggestion summons telephone text threat tweet ultimatum voicemail warning`,
);

/** What is sent or made to somebody and comes back, or does not. */
export const SENT = wordSet(
  'call message email e-mail request letter inquiry enquiry query question text voicemail invitation',
);
