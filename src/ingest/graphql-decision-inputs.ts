import { EntityRefInput } from '../entity/graphql.ts';
import { builder } from '../graphql/builder.ts';
import { AddresseeStateEnum, SpeechActEnum, StatementKindEnum } from '../statement/graphql-enums.ts';

const REASON =
  'Why, for others to see: one line of 1 to 2,000 characters; white space at its ends is left out.';

export const WithdrawStatementInput = builder.inputType('WithdrawStatementInput', {
  description: 'A statement to withdraw or to restore.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'What is to be found under , whatever article it is from.' }),
    reason: t.string({ required: true, description: REASON }),
  }),
});

export const CorrectStatementInput = builder.inputType('CorrectStatementInput', {
  description: 'What is to be put right of a statement; at least one field. What is left out stays as it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'What is to be found under , whatever article it is from.' }),
    speakers: t.field({
      type: [EntityRefInput],
      description:
        'Who said it; an empty list where the article names no source. Its words for the speaker and the office that it gives stay only where they are those of one of these.',
    }),
    about: t.field({ type: [EntityRefInput], description: 'What its content is about.' }),
    addressees: t.field({
      type: [EntityRefInput],
      description: 'Whom it was said to. The article must have words for them.',
    }),
    addresseeState: t.field({
      type: AddresseeStateEnum,
      description: 'Whether the addressee is known; UNKNOWN and NONE take the addressees away.',
    }),
    kind: t.field({
      type: StatementKindEnum,
      description: 'Whether the article quotes or paraphrases; the text must have the quotation marks.',
    }),
    acts: t.field({ type: [SpeechActEnum], description: 'What the words do.' }),
    reason: t.string({ required: true, description: REASON }),
  }),
});

export const UndoCorrectionInput = builder.inputType('UndoCorrectionInput', {
  description: 'A correction to take back.',
  fields: (t) => ({
    decision: t.id({ required: true, description: 'Id of the decision: a CORRECT that stands.' }),
    reason: t.string({ required: true, description: REASON }),
  }),
});

export const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Entities that are one.',
  fields: (t) => ({
    keep: t.id({ required: true, description: 'Id of the entity that stays.' }),
    merge: t.idList({ required: true, description: 'Ids of the entities that become it, at most 100.' }),
    reason: t.string({ required: true, description: REASON }),
  }),
});

export const SplitEntitiesInput = builder.inputType('SplitEntitiesInput', {
  description: 'A merge to take back.',
  fields: (t) => ({
    decision: t.id({ required: true, description: 'Id of the decision: a MERGE that stands.' }),
    reason: t.string({ required: true, description: REASON }),
  }),
});
