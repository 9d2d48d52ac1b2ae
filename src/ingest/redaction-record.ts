import { z } from 'zod';
import { invalidInput } from '../errors.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { nodeId, typeOfId } from '../graph/id.ts';
import { integer, text } from '../graph/rows.ts';
import * as cypher from './cypher-redact.ts';
import { pointerOf } from './problems.ts';
import { MAX_KEEP } from './withhold.ts';

/** A decision that the text of an article may not be kept, as an export has it. */
const redactionSchema = z.strictObject({
  format: z.literal('onrecord-decision/1'),
  id: idOf('Decision', 'a decision'),
  kind: z.literal('REDACT'),
  actor: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => !/\p{Cc}|\p{Surrogate}/u.test(name), { error: 'has a control character' }),
  at: z.iso.datetime({ precision: 3 }),
  reason: z.string().superRefine((given, context) => {
    const fault = given === given.trim() ? faultOfReason(given) : 'begins or ends with white space';
    if (fault !== null) context.addIssue(fault);
  }),
  article: idOf('Article', 'an article'),
  keepLength: z.int().min(0).max(MAX_KEEP),
});

export type RedactionRecord = z.output<typeof redactionSchema>;

/** Code points. */
const MAX_REASON = 2_000;

/** INVALID_INPUT with everything that is wrong, by JSON pointer. */
export function parseRedaction(input: unknown): RedactionRecord {
  const parsed = redactionSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw refused(
    parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(path), reason: issue.message }];
      const reason = 'the format has no such field here: remove it';
      return issue.keys.map((name) => ({ pointer: pointerOf([...path, name]), reason }));
    }),
  );
}

/** INVALID_INPUT for a decision. */
export function refused(problems: NonNullable<Parameters<typeof invalidInput>[1]>) {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return invalidInput(`The decision has ${count}; nothing was written.`, problems);
}

/** What is wrong with a reason; null for a good one. */
export function faultOfReason(reason: string): string | null {
  if (reason === '') return 'is empty: say why';
  if (reason.length > 2 * MAX_REASON || [...reason].length > MAX_REASON)
    return `is too long: it has at most ${MAX_REASON} characters`;
  if (/\p{Cc}/u.test(reason)) return 'has a control character, such as a line break: write it in one line';
  return /\p{Surrogate}/u.test(reason) ? 'has half of a surrogate pair' : null;
}

export function redactionOf(draft: Omit<RedactionRecord, 'format' | 'id' | 'kind'>): RedactionRecord {
  const { actor, at, article, keepLength } = draft;
  const id = nodeId('Decision', 'REDACT', actor, at, article, keepLength);
  return { format: 'onrecord-decision/1', id, kind: 'REDACT', ...draft };
}

/** Null where there is none with the id. */
export async function findRedaction(tx: Transaction, id: string): Promise<RedactionRecord | null> {
  const [row] = await tx.run(cypher.FIND_REDACTION, { id });
  return row === undefined ? null : redactionIn(row);
}

export async function writeRedaction(tx: Transaction, record: RedactionRecord): Promise<void> {
  const { format: _, article, ...decision } = record;
  await tx.run(cypher.CREATE_REDACTION, { article, decision: { ...decision, standing: true } });
}

export function redactionIn(row: Row): RedactionRecord {
  return {
    format: 'onrecord-decision/1',
    id: text(row, 'id'),
    kind: 'REDACT',
    actor: text(row, 'actor'),
    at: text(row, 'at'),
    reason: text(row, 'reason'),
    article: text(row, 'article'),
    keepLength: integer(row, 'keepLength'),
  };
}

function idOf(type: 'Article' | 'Decision', what: string) {
  return z.string().refine((id) => typeOfId(id) === type, { error: `is not the id of ${what}` });
}
