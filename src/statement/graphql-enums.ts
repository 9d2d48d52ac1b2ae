import { enumOf } from '../graphql/builder.ts';

export const StatementKindEnum = enumOf('StatementKind', 'Whether an article quotes or paraphrases.', {
  DIRECT: 'In quotation marks, or a turn of a transcript.',
  INDIRECT: 'In the words of the article.',
  MIXED: 'In the words of the article, with some quoted.',
});

export const SpeechActEnum = enumOf('SpeechAct', 'What somebody does by saying something.', {
  ASSERT: 'Says that something is so.',
  DENY: 'Says that something said by others is not so.',
  DEMAND: 'Asks for or insists on something.',
  PROPOSE: 'Offers or suggests something.',
  PROMISE: 'Says what the speaker will do.',
  PREDICT: 'Says what will or may happen.',
  ASK: 'Puts a question.',
  CRITICIZE: 'Finds fault.',
  PRAISE: 'Approves.',
  THREATEN: 'Announces harm.',
  APOLOGIZE: 'Says sorry.',
  DECLINED_TO_COMMENT: 'Was asked and would not say.',
  NO_RESPONSE: 'Was asked or addressed and did not answer.',
});

export const AddresseeStateEnum = enumOf('AddresseeState', 'Whether the addressee of a statement is known.', {
  KNOWN: 'The article names whom it was said to.',
  UNKNOWN: 'It was said to somebody, and the article does not say whom.',
  NONE: 'It was said to nobody in particular.',
});

export const SourceStateEnum = enumOf('SourceState', 'Whether an article names the source of a statement.', {
  NAMED: 'By name or office.',
  UNNAMED: 'Only by a description: "two officials".',
  NONE: 'Not at all: "it is said that".',
});

export const StatementOrderEnum = enumOf(
  'StatementOrder',
  'The order of a list of statements; ties go by id. Dates are saidAt, else publishedAt; undated statements come last.',
  {
    DATE_DESC: 'Latest first.',
    DATE_ASC: 'Earliest first.',
    RECORDED_AT_DESC: 'Those that came into the graph last first.',
    RECORDED_AT_ASC: 'Those that came into the graph first first.',
    TEXT_POSITION: 'By article version, then by place in its text.',
  },
);

export const IncludeEnum = enumOf('Include', 'What lists leave out unless asked.', {
  WITHDRAWN: 'Statements that were withdrawn.',
  SUPERSEDED: 'Statements of earlier versions of an article, and of runs that a better one replaced.',
});
