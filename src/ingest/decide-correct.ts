import { invalidInput, OnrecordError } from '../errors.ts';
import type { Database, Transaction } from '../graph/database.ts';
import { nodeId } from '../graph/id.ts';
import type { AddresseeState, SpeechAct, StatementKind } from '../statement/model.ts';
import { type CorrectedRun, enactCorrection, requireRun, resolutionsOf } from './correct-run.ts';
import { readCorrections } from './correction-store.ts';
import { type CorrectionChanges, correctedDocument } from './corrections.ts';
import {
  checkDecisionId,
  checkEntityId,
  checkReason,
  checkStatementId,
  type Decider,
  notFound,
} from './decide-input.ts';
import type { StatementDecided } from './decide-withdraw.ts';
import { type DecisionDraft, dated, findDecisions } from './decision-record.ts';
import { type FoundEntity, findEntities, requireEntity } from './find-entities.ts';
import { canonicalJson } from './identity.ts';

/** What is put right; what is left out stays. Entities by ids that they have or had. */
export interface CorrectInput {
  readonly id: string;
  readonly speakers?: readonly string[] | undefined;
  readonly about?: readonly string[] | undefined;
  readonly addressees?: readonly string[] | undefined;
  readonly addresseeState?: AddresseeState | undefined;
  readonly kind?: StatementKind | undefined;
  readonly acts?: readonly SpeechAct[] | undefined;
  readonly reason: string;
}

const ENTITY_FIELDS = ['speakers', 'about', 'addressees'] as const;
const PLAIN_FIELDS = ['addresseeState', 'kind', 'acts'] as const;
/** As many as a document may have. */
const MAX_ENTITIES = { speakers: 50, about: 100, addressees: 50 } as const;

/**
 * Puts a statement right. Its document with all corrections has to keep the rules of documents: INVALID_INPUT with pointers into it where it does not.
 * NOT_FOUND for a statement or an entity that is not there.
 */
export async function correctStatement(
  db: Database,
  input: CorrectInput,
  { actor, now = () => new Date() }: Decider,
): Promise<StatementDecided> {
  const { id } = input;
  checkStatementId(id);
  checkFields(input);
  const reason = checkReason(input.reason);
  return db.write(async (tx) => {
    const run = await requireRun(tx, id);
    const corrections = (await readCorrections(tx, [run.runId])).get(run.runId) ?? [];
    const changes = await changesOf(tx, input, run);
    const correct = (given: typeof corrections) =>
      correctedDocument(run.document, run.runId, run.articleId, given);
    const draft: DecisionDraft = {
      kind: 'CORRECT',
      actor,
      reason,
      statement: id,
      keep: null,
      merge: [],
      changes,
      undoes: null,
    };
    const record = await dated(tx, draft, now());
    const before = correct(corrections);
    const after = correct([...corrections, { ...record, statementId: id, changes }]);
    if (canonicalJson(before.statements) === canonicalJson(after.statements))
      return { statementId: id, decisionId: null };
    await enactCorrection(tx, record, null);
    return { statementId: id, decisionId: record.id };
  });
}

/** Takes a correction back; one that was taken back before changes nothing. NOT_FOUND where no correction has the id. */
export async function undoCorrection(
  db: Database,
  { decision, reason: given }: { readonly decision: string; readonly reason: string },
  { actor, now = () => new Date() }: Decider,
): Promise<StatementDecided> {
  checkDecisionId(decision);
  const reason = checkReason(given);
  return db.write(async (tx) => {
    const undone = (await findDecisions(tx, [decision])).get(decision);
    if (undone === undefined) throw notFound('decision', decision);
    const { statement, kind, undoes } = undone;
    if (statement === null || kind !== 'CORRECT' || undoes !== null) {
      const what = undoes === null ? `a ${kind}` : `one that takes "${undoes}" back`;
      throw new OnrecordError('NOT_FOUND', `The decision "${decision}" is no correction, but ${what}.`);
    }
    if (!undone.standing) return { statementId: statement, decisionId: null };
    const draft = { kind, actor, reason, statement, keep: null, merge: [], changes: null, undoes: decision };
    const record = await dated(tx, draft, now());
    await enactCorrection(tx, record, undone);
    return { statementId: statement, decisionId: record.id };
  });
}

function checkFields(input: CorrectInput): void {
  const fields = [...ENTITY_FIELDS, ...PLAIN_FIELDS];
  if (fields.every((field) => input[field] === undefined))
    throw invalidInput(`A correction changes something: give at least one of ${fields.join(', ')}.`);
  if (input.acts?.length === 0) throw invalidInput('"acts" is empty: name an act, or leave it out.');
  for (const field of ENTITY_FIELDS) {
    const ids = input[field] ?? [];
    if (ids.length > MAX_ENTITIES[field])
      throw new OnrecordError(
        'LIMIT_EXCEEDED',
        `"${field}" has ${ids.length}; at most ${MAX_ENTITIES[field]} are taken.`,
      );
    for (const id of ids) checkEntityId(id);
  }
}

/** The keys of the document's own entities where it has them, so that what it says of them stays with the statement; else those of today's entities. */
async function changesOf(
  tx: Transaction,
  input: CorrectInput,
  run: CorrectedRun,
): Promise<CorrectionChanges> {
  const ids = ENTITY_FIELDS.flatMap((field) => input[field] ?? []);
  const entities = await findEntities(tx, ids);
  const named = await resolutionsOf(tx, run);
  const statement = run.document.statements.find(({ id }) => nodeId('Statement', run.runId, id) === input.id);
  const used = {
    speakers: statement?.source.speakers ?? [],
    about: statement?.about ?? [],
    addressees: statement?.addressee.entities ?? [],
  };
  const keyOf = (entity: FoundEntity, preferred: readonly string[]): string => {
    const all = [...named.entries()].filter(([, { entityId }]) => entityId === entity.id);
    const own = all.find(([local]) => preferred.includes(local)) ?? all[0];
    return own?.[1].key ?? entity.id;
  };
  const changes = Object.fromEntries([
    ...ENTITY_FIELDS.flatMap((field) => {
      const given = input[field];
      if (given === undefined) return [];
      const keys = given.map((id) => keyOf(requireEntity(entities, id), used[field]));
      return [[field, [...new Set(keys)]] as const];
    }),
    ...PLAIN_FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]] as const])),
  ]);
  return changes as CorrectionChanges;
}
