import { DecisionRef, requireDecision } from '../decision/graphql.ts';
import { requireReference } from '../entity/graphql.ts';
import { OnrecordError } from '../errors.ts';
import { mutate } from '../graphql/authorize.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import {
  type Conflict,
  ConflictRef,
  type Failed,
  failed,
  InvalidAnnotationRef,
  NotAuthorizedRef,
  type NotFound,
  NotFoundRef,
  orFailed,
  typeOfFailed,
} from '../graphql/problems.ts';
import { requireStatement, StatementRef } from '../statement/graphql.ts';
import { correctStatement, undoCorrection } from './decide-correct.ts';
import type { Decider } from './decide-input.ts';
import { mergeEntities, splitEntities } from './decide-merge.ts';
import { restoreStatement, type StatementDecided, withdrawStatement } from './decide-withdraw.ts';
import {
  CorrectStatementInput,
  MergeEntitiesInput,
  SplitEntitiesInput,
  UndoCorrectionInput,
  WithdrawStatementInput,
} from './graphql-decision-inputs.ts';
import { ambiguousAt, inputFailureOf } from './graphql-failures.ts';

const WithdrawResultRef = builder.unionType('WithdrawResult', {
  description: 'What became of a decision to withdraw a statement, or to restore it.',
  types: [StatementRef, NotFoundRef, NotAuthorizedRef],
  resolveType: (value: object) => typeOfFailed(value, () => 'Statement'),
});

const CorrectResultRef = builder.unionType('CorrectResult', {
  description: 'What became of a correction.',
  types: [StatementRef, InvalidAnnotationRef, NotFoundRef, NotAuthorizedRef],
  resolveType: (value: object) => typeOfFailed(value, () => 'Statement'),
});

const DecisionResultRef = builder.unionType('DecisionResult', {
  description: 'What became of a decision on entities.',
  types: [DecisionRef, ConflictRef, NotFoundRef, NotAuthorizedRef],
  resolveType: (value: object) => typeOfFailed(value, () => 'Decision'),
});

builder.mutationFields((t) => ({
  withdrawStatement: t.field({
    type: WithdrawResultRef,
    description:
      'Take a statement out of lists, counts and searches; its id goes on answering. One that is withdrawn already stays so, and nothing is decided. Takes the role review.',
    args: { input: t.arg({ type: WithdrawStatementInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) =>
      onStatement(context, (decider) => withdrawStatement(context.db, input, decider), notFoundOf),
  }),
  restoreStatement: t.field({
    type: WithdrawResultRef,
    description:
      'Undo the decision to withdraw a statement. One that is not withdrawn stays so, and nothing is decided. Takes the role review.',
    args: { input: t.arg({ type: WithdrawStatementInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) =>
      onStatement(context, (decider) => restoreStatement(context.db, input, decider), notFoundOf),
  }),
  correctStatement: t.field({
    type: CorrectResultRef,
    description:
      'Put right who said it, to whom, about whom or what kind it is. The annotation has to keep the rules of annotations, so the evidence must stand in the text: else the answer is InvalidAnnotation, with pointers into the annotation document. An entity that is named ambiguously is one with code AMBIGUOUS, and a pointer into the input. A correction that changes nothing is not recorded. Takes the role review.',
    args: { input: t.arg({ type: CorrectStatementInput, required: true, description: 'What, and why.' }) },
    resolve: (_root, { input }, context) =>
      onStatement(
        context,
        async (decider) => {
          const { id, addresseeState, kind, acts, reason } = input;
          const [speakers, about, addressees] = await Promise.all([
            idsOf(context, 'speakers', input.speakers),
            idsOf(context, 'about', input.about),
            idsOf(context, 'addressees', input.addressees),
          ]);
          const given = {
            speakers,
            about,
            addressees,
            addresseeState: addresseeState ?? undefined,
            kind: kind ?? undefined,
            acts: acts ?? undefined,
          };
          return correctStatement(context.db, { id, ...given, reason }, decider);
        },
        inputFailureOf,
      ),
  }),
  undoCorrection: t.field({
    type: CorrectResultRef,
    description:
      'Take a correction back: the statement is as if it had not been made, with the others that stand. InvalidAnnotation where the annotation would then break rules. One that was taken back before changes nothing. Takes the role review.',
    args: { input: t.arg({ type: UndoCorrectionInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) =>
      onStatement(context, (decider) => undoCorrection(context.db, input, decider), inputFailureOf),
  }),
  mergeEntities: t.field({
    type: DecisionResultRef,
    description:
      'Decide that entities are one thing. Their ids and QIDs then all answer with it. Conflict for entities of different types, unnamed sources, and what is one already. Can be undone by splitEntities. Takes the role review.',
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) =>
      onEntities(context, (decider) => mergeEntities(context.db, input, decider)),
  }),
  splitEntities: t.field({
    type: DecisionResultRef,
    description:
      'Undo a decision to merge entities: they are as if it had not been made. Conflict for a decision that is no merge, or was split before. Takes the role review.',
    args: { input: t.arg({ type: SplitEntitiesInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) =>
      onEntities(context, (decider) => splitEntities(context.db, input, decider)),
  }),
}));

/** What a decision on a statement answers: the statement as it then is. */
async function onStatement<F extends Failed>(
  context: Context,
  work: (decider: Decider) => Promise<StatementDecided>,
  failureOf: (error: OnrecordError) => F | null,
) {
  const done = await mutate<StatementDecided | F>(context, 'review', ({ name }) =>
    orFailed(() => work({ actor: name }), failureOf),
  );
  return 'failed' in done ? done : requireStatement(context, done.statementId);
}

/** What a decision on entities answers: the decision. */
async function onEntities(context: Context, work: (decider: Decider) => Promise<string>) {
  const done = await mutate<{ readonly id: string } | Conflict | NotFound>(context, 'review', ({ name }) =>
    orFailed(
      async () => ({ id: await work({ actor: name }) }),
      (error) => (error.code === 'CONFLICT' ? failed('Conflict', error) : notFoundOf(error)),
    ),
  );
  return 'failed' in done ? done : requireDecision(context, done.id);
}

function notFoundOf(error: OnrecordError): NotFound | null {
  return error.code === 'NOT_FOUND' ? failed('NotFound', error) : null;
}

type Reference = Parameters<typeof requireReference>[1];

async function idsOf(
  context: Context,
  field: string,
  references: readonly Reference[] | null | undefined,
): Promise<readonly string[] | undefined> {
  if (references == null) return undefined;
  return Promise.all(
    references.map(async (reference, at) => {
      try {
        return await requireReference(context, reference);
      } catch (error) {
        throw error instanceof OnrecordError && error.code === 'AMBIGUOUS'
          ? ambiguousAt(`/${field}/${at}`, error)
          : error;
      }
    }),
  );
}
