import { z } from 'zod';
import { DECISION_KINDS, type DecisionKind } from '../decision/model.ts';
import { ENTITY_NODE_TYPES } from '../entity/model.ts';
import { invalidInput } from '../errors.ts';
import { type NodeType, typeOfId } from '../graph/id.ts';
import { ADDRESSEE_STATES, SPEECH_ACTS, STATEMENT_KINDS } from '../statement/model.ts';
import { faultOfReason, MAX_MERGED } from './decide-input.ts';
import type { StoredDecision } from './decision-record.ts';
import { pointerOf } from './problems.ts';
import { MAX_KEEP } from './withhold.ts';

/**
 * The portable form of a decision, format 1: what it takes to make the same one on another graph of the same documents. Entities are named by
 * keys, which follow from documents; never by what they happen to be of today.
 */

const idOf = (what: string, ...types: readonly NodeType[]) =>
  z.string().refine(
    (id) => {
      const type = typeOfId(id);
      return type !== null && types.includes(type);
    },
    { error: `is not the id of ${what}` },
  );
const statementId = idOf('a statement', 'Statement');
const decisionId = idOf('a decision', 'Decision');
const key = idOf('an entity', ...Object.values(ENTITY_NODE_TYPES));
const keys = z.array(key).max(100);

const changes = z
  .strictObject({
    speakers: keys,
    about: keys,
    addressees: keys,
    addresseeState: z.enum(ADDRESSEE_STATES),
    kind: z.enum(STATEMENT_KINDS),
    acts: z.array(z.enum(SPEECH_ACTS)).min(1).max(SPEECH_ACTS.length),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, { error: 'is empty: a correction changes something' });

const reason = z.string().superRefine((given, context) => {
  const fault = given === given.trim() ? faultOfReason(given) : 'begins or ends with white space';
  if (fault !== null) context.addIssue(fault);
});

/** Which fields a decision of a kind has besides those that all have; a CORRECT has either. */
const FIELDS: Readonly<Record<DecisionKind, readonly (readonly DetailName[])[]>> = {
  MERGE: [['keep', 'merge']],
  SPLIT: [['undoes']],
  WITHDRAW: [['statement']],
  RESTORE: [['statement', 'undoes']],
  CORRECT: [
    ['statement', 'changes'],
    ['statement', 'undoes'],
  ],
  REDACT: [['article', 'keepLength']],
};
const DETAILS = ['statement', 'keep', 'merge', 'changes', 'undoes', 'article', 'keepLength'] as const;
type DetailName = (typeof DETAILS)[number];

export const decisionLineSchema = z
  .strictObject({
    format: z.literal('onrecord-decision/1'),
    id: decisionId,
    kind: z.enum(DECISION_KINDS),
    actor: z
      .string()
      .min(1)
      .max(200)
      .refine((name) => !/\p{Cc}|\p{Surrogate}/u.test(name), { error: 'has a control character' }),
    at: z.iso
      .datetime({ precision: 3 })
      .describe('UTC with milliseconds: decisions are sorted by it, as a text.'),
    reason,
    statement: statementId.optional(),
    keep: key.optional().describe('MERGE: the key of the entity that stays.'),
    merge: z.array(key).min(1).max(MAX_MERGED).optional().describe('MERGE: the keys that become it.'),
    changes: changes.optional().describe('CORRECT: entities by keys.'),
    undoes: decisionId.optional().describe('The decision that this one takes back.'),
    article: idOf('an article', 'Article')
      .optional()
      .describe('REDACT: the article whose text may not be kept.'),
    keepLength: z
      .int()
      .min(0)
      .max(MAX_KEEP)
      .optional()
      .describe('REDACT: code points of the longest of its words that are kept.'),
    privateTo: z
      .record(key, idOf('an article', 'Article'))
      .optional()
      .describe('By key, the article of keys that one article alone has.'),
  })
  .superRefine((line, context) => {
    const found = DETAILS.filter((name) => line[name] !== undefined).join(' and ');
    const wanted = FIELDS[line.kind].map((names) =>
      DETAILS.filter((name) => names.includes(name)).join(' and '),
    );
    if (!wanted.includes(found))
      context.addIssue(`a ${line.kind} has ${wanted.join(', or ')}, and this has ${found || 'none'}`);
  });

export type DecisionLine = z.output<typeof decisionLineSchema>;

/** A decision as JSON: fields that it has nothing in are left out. */
export function decisionLine(decision: StoredDecision): DecisionLine {
  const { id, kind, actor, at, reason, statement, keep, merge, changes, undoes, privateTo } = decision;
  const { article, keepLength } = decision;
  return {
    format: 'onrecord-decision/1',
    id,
    kind,
    actor,
    at,
    reason,
    ...(statement !== null && { statement }),
    ...(keep !== null && { keep }),
    ...(merge.length > 0 && { merge: [...merge] }),
    ...(changes !== null && { changes: structuredClone(changes) as NonNullable<DecisionLine['changes']> }),
    ...(undoes !== null && { undoes }),
    ...(article !== undefined && { article }),
    ...(keepLength !== undefined && { keepLength }),
    ...(Object.keys(privateTo).length > 0 && { privateTo: { ...privateTo } }),
  };
}

/** INVALID_INPUT with everything that is wrong with the form of a line, by JSON pointer. */
export function parseDecisionLine(input: unknown): DecisionLine {
  const parsed = decisionLineSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(path), reason: issue.message }];
    const reason = 'the format has no such field here: remove it';
    return issue.keys.map((name) => ({ pointer: pointerOf([...path, name]), reason }));
  });
  throw invalidInput(summaryOf(problems.length), problems);
}

export function summaryOf(problems: number): string {
  const count = problems === 1 ? 'one problem' : `${problems} problems`;
  return `The decision has ${count}; nothing was written.`;
}
