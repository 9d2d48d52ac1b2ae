import type { Transaction } from '../graph/database.ts';
import { flag, text, textOrNull } from '../graph/rows.ts';
import type { Annotation } from './annotation.ts';
import { checkDocument } from './check.ts';
import { readCorrections } from './correction-store.ts';
import { type Correction, correctedDocument, entitiesWithOutside, outsideKeys } from './corrections.ts';
import * as cypher from './cypher-decisions.ts';
import * as keyCypher from './cypher-keys.ts';
import { notFound } from './decide-input.ts';
import { type DecisionRecord, keysOf, type StoredDecision, writeDecision } from './decision-record.ts';
import { readKeys, type StoredKey } from './key-store.ts';
import { runsOfPrivateKeys } from './private-keys.ts';
import { type Path, Problems } from './problems.ts';
import { resettle } from './resettle.ts';
import { type RunOfRecords, rewriteStatements } from './rewrite-statements.ts';
import { restoreDocument } from './stored-document.ts';

/** The run that a statement is from. */
export interface CorrectedRun extends RunOfRecords {
  /** Without corrections. */
  readonly document: Annotation;
}

/** NOT_FOUND where no statement has the id. */
export async function requireRun(tx: Transaction, statementId: string): Promise<CorrectedRun> {
  const [row] = await tx.run(cypher.RUN_TO_CORRECT, { id: statementId });
  if (row === undefined) throw notFound('statement', statementId);
  return {
    runId: text(row, 'runId'),
    versionId: text(row, 'versionId'),
    articleId: text(row, 'articleId'),
    current: flag(row, 'current'),
    document: restoreDocument(text(row, 'document'), textOrNull(row, 'text')),
  };
}

/** By local id, the key under which a run describes an entity, and the entity that it is of. */
export async function resolutionsOf(
  tx: Transaction,
  { runId }: RunOfRecords,
): Promise<ReadonlyMap<string, { readonly key: string; readonly entityId: string }>> {
  const rows = (await tx.run(keyCypher.KEYS_DESCRIBED, { ids: [runId] })).filter(
    (row) => !flag(row, 'apart'),
  );
  const keys = await readKeys(
    tx,
    rows.map((row) => text(row, 'keyId')),
  );
  return new Map(
    rows.map((row) => {
      const key = text(row, 'keyId');
      return [text(row, 'local'), { key, entityId: entityOf(keys, key) }];
    }),
  );
}

/**
 * Writes a decision to correct a statement, or to take a correction back (`undone`), and what follows. INVALID_INPUT, with pointers into the
 * document, where this then breaks rules.
 */
export async function enactCorrection(
  tx: Transaction,
  record: DecisionRecord,
  undone: StoredDecision | null,
): Promise<void> {
  const { statement, changes } = undone ?? record;
  if (statement === null || changes === null) throw new Error(`decision ${record.id} corrects nothing`);
  const keys = keysOf(undone ?? record);
  await writeDecision(tx, record, keys);
  const again = await runsOfPrivateKeys(tx, keys);
  // What its article keeps apart has to be there before a statement is given to it, and until it is taken from it.
  if (undone === null && again.length > 0) await resettle(tx, [], again);
  const run = await requireRun(tx, statement);
  const { id, at } = undone ?? record;
  const correction = { id, at, statementId: statement, changes };
  await rewrite(tx, run, correction, undone === null);
  if (undone === null) await tx.run(cypher.ATTACH_CORRECTION, { id, runId: run.runId });
  else if (again.length > 0) await resettle(tx, [], again);
}

/** Rewrites the records of a run with a correction besides the others that stand, or without it. */
async function rewrite(
  tx: Transaction,
  run: CorrectedRun,
  correction: Correction,
  applies: boolean,
): Promise<void> {
  const others = (await readCorrections(tx, [run.runId])).get(run.runId) ?? [];
  const correct = (corrections: readonly Correction[]) =>
    correctedDocument(run.document, run.runId, run.articleId, corrections);
  const without = correct(others);
  const withIt = correct([...others, correction]);
  const [before, after] = applies ? [without, withIt] : [withIt, without];
  const outside = new Map([...outsideKeys(before), ...outsideKeys(after)]);
  const keys = await readKeys(tx, outside.values());
  refuseForeign(run, after, keys);
  checkDocument({ ...after, entities: entitiesWithOutside(after) });
  const resolution = new Map<string, string>();
  for (const [local, { entityId }] of await resolutionsOf(tx, run)) resolution.set(local, entityId);
  for (const [local, key] of outside) resolution.set(local, entityOf(keys, key));
  await rewriteStatements(tx, run, before, after, resolution);
}

/** An unnamed source belongs to its article: nobody knows that it is one of another. */
function refuseForeign(
  { articleId }: RunOfRecords,
  document: Annotation,
  keys: ReadonlyMap<string, StoredKey>,
): void {
  const foreign = new Set<string>();
  for (const [local, key] of outsideKeys(document)) {
    const { type, articleId: ofArticle } = keys.get(key) ?? {};
    if (type === 'UNNAMED_SOURCE' && ofArticle !== articleId) foreign.add(local);
  }
  if (foreign.size === 0) return;
  const problems = new Problems();
  for (const [at, { source, about, addressee }] of document.statements.entries()) {
    const path = ['statements', at];
    const lists: readonly (readonly [Path, readonly string[]])[] = [
      [[...path, 'source', 'speakers'], source.speakers],
      [[...path, 'about'], about],
      [[...path, 'addressee', 'entities'], addressee.entities],
    ];
    for (const [list, locals] of lists)
      for (const [place, local] of locals.entries())
        if (foreign.has(local))
          problems.add(
            [...list, place],
            'is an unnamed source of another article, and belongs to that alone',
          );
  }
  problems.throwIfAny(document);
}

function entityOf(keys: ReadonlyMap<string, StoredKey>, id: string): string {
  const entityId = keys.get(id)?.entityId ?? null;
  if (entityId === null) throw new Error(`entity key ${id} is of no entity`);
  return entityId;
}
