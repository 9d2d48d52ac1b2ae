import fc from 'fast-check';
import { expect } from 'vitest';
import { OnrecordError } from '../../src/errors.ts';
import type { Database, Row } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { applyDecisionLine, readDecisions } from '../../src/ingest/apply-decision.ts';
import { correctStatement, undoCorrection } from '../../src/ingest/decide-correct.ts';
import { mergeEntities, splitEntities } from '../../src/ingest/decide-merge.ts';
import { restoreStatement, withdrawStatement } from '../../src/ingest/decide-withdraw.ts';
import { decisionLine } from '../../src/ingest/decision-line.ts';
import { readRoots } from '../../src/ingest/key-store.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { redactArticle } from '../../src/ingest/redact.ts';
import { read } from '../graph/queries.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { CROWDS, crowdDocument } from './crowd.ts';
import { dumpOfBoth, exportOf, importAll } from './exporting.ts';
import { dumpApartFromDecisions } from './graph.ts';

/*
 * Documents that come in with decisions between them. Whatever came first, the graph is what all documents make it together with the decisions
 * that stand.
 */

/** Numbers stand for what there is at the time, modulo how much it is. */
const CHANGE = fc.record(
  {
    speakers: fc.array(fc.nat(30), { maxLength: 2 }),
    about: fc.array(fc.nat(30), { maxLength: 2 }),
    kind: fc.constantFrom('INDIRECT' as const, 'DIRECT' as const),
    acts: fc.constantFrom(['DENY'] as const, ['ASK', 'DENY'] as const),
  },
  { requiredKeys: [] },
);
type Change = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;
type Step =
  | { readonly ingest: number }
  | { readonly merge: readonly number[] }
  | { readonly correct: number; readonly change: Change }
  | { readonly withdraw: number }
  | { readonly redact: number; readonly keep: number }
  | { readonly undo: number };

const DECIDE: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ merge: fc.array(fc.nat(30), { minLength: 2, maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ correct: fc.nat(30), change: CHANGE }) },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ redact: fc.nat(30), keep: fc.constantFrom(0, 4, 300) }) },
  { weight: 3, arbitrary: fc.record({ undo: fc.nat(5) }) },
);

/** Documents in turn, with decisions between them and after. */
const HISTORIES = CROWDS.chain((crowds) =>
  fc.record({
    documents: fc.constant(crowds.map(crowdDocument)),
    decisions: fc.array(fc.tuple(fc.nat(crowds.length), DECIDE), { minLength: 1, maxLength: 8 }),
  }),
).map(({ documents, decisions }) => ({
  documents,
  steps: [...documents.keys(), documents.length].flatMap((at): Step[] => [
    ...decisions.filter(([when]) => when === at).map(([, step]) => step),
    ...(at < documents.length ? [{ ingest: at }] : []),
  ]),
}));

const ANN = { actor: 'ann' };
const reason = 'So it is.';

async function take(db: Database, step: Step, documents: readonly unknown[]): Promise<void> {
  if ('ingest' in step) await ingestDocument(db, documents[step.ingest]);
  else if ('merge' in step) await merge(db, step.merge);
  else if ('undo' in step) await undo(db, step.undo);
  else if ('redact' in step) await redact(db, step.redact, step.keep);
  else {
    const statements = await read(db, 'MATCH (s:Statement) RETURN s.id AS id ORDER BY id');
    const [id] = pick(statements, ['withdraw' in step ? step.withdraw : step.correct]);
    if (id === undefined) return;
    if ('withdraw' in step) await withdrawStatement(db, { id, reason }, ANN);
    else await correct(db, id, step.change);
  }
}

/** Merges entities of the type of the one that the first number names, if there are several. */
async function merge(db: Database, [first = 0, ...numbers]: readonly number[]): Promise<void> {
  const rows = await entities(db);
  const kept = rows[first % rows.length];
  const others = rows.filter((row) => row['type'] === kept?.['type'] && row !== kept);
  if (kept === undefined || others.length === 0) return;
  await mergeEntities(db, { keep: text(kept, 'id'), merge: pick(others, numbers), reason }, ANN);
}

/** What breaks rules of documents is refused, and changes nothing. */
async function correct(db: Database, id: string, { speakers, about, ...rest }: Change): Promise<void> {
  const rows = await entities(db);
  const ids = (numbers: readonly number[] | undefined) => numbers && [...new Set(pick(rows, numbers))];
  try {
    await correctStatement(db, { id, speakers: ids(speakers), about: ids(about), ...rest, reason }, ANN);
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'INVALID_INPUT') throw error;
  }
}

async function redact(db: Database, number: number, keep: number): Promise<void> {
  const [id] = pick(await read(db, 'MATCH (a:Article) RETURN a.id AS id ORDER BY id'), [number]);
  if (id !== undefined) await redactArticle(db, { article: { id }, keep, reason }, ANN);
}

async function undo(db: Database, number: number): Promise<void> {
  const all = await readDecisions(db, null, 1_000);
  const standing = all.filter(({ standing: stands, kind }) => stands && kind !== 'REDACT');
  const decision = standing[number % standing.length];
  if (decision === undefined) return;
  const { id, kind, statement } = decision;
  if (kind === 'MERGE') await splitEntities(db, { decision: id, reason }, ANN);
  else if (kind === 'CORRECT') await undoCorrection(db, { decision: id, reason }, ANN);
  else await restoreStatement(db, { id: statement ?? '', reason }, ANN);
}

async function entities(db: Database): Promise<readonly Row[]> {
  return read(db, 'MATCH (e:Entity) RETURN e.id AS id, e.type AS type ORDER BY id');
}

function pick(rows: readonly Row[], numbers: readonly number[]): string[] {
  return rows.length === 0 ? [] : numbers.map((number) => text(rows[number % rows.length] as Row, 'id'));
}

/** That every key is of the entity that it would be of if all of the graph were looked at anew. */
async function expectRooted(db: Database): Promise<void> {
  const rows = await read(
    db,
    `MATCH (k:EntityKey)-[of:KEY_OF]->(e:Entity)
     RETURN k.id AS id, e.id AS root, coalesce(of.base, e.id) AS base ORDER BY id`,
  );
  const ids = rows.map((row) => text(row, 'id'));
  const roots = await db.readTransaction((tx) => readRoots(tx, ids));
  expect(rows).toEqual(ids.map((id) => ({ id, root: roots.get(id)?.root, base: roots.get(id)?.base })));
}

/** Plays histories, and compares what comes of each with a graph that gets all documents first and then the decisions that stand. */
export async function expectSameGraphs(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
      const db = await open();
      for (const step of steps) {
        await take(db, step, documents);
        await expectRooted(db);
      }
      const decisions = await readDecisions(db, null, 1_000);
      const found = await dumpApartFromDecisions(db);
      const clean = await open();
      for (const document of documents) await ingestDocument(clean, document);
      for (const each of decisions) if (each.standing) await applyDecisionLine(clean, decisionLine(each));
      expect(found).toEqual(await dumpApartFromDecisions(clean));
    }),
    { numRuns, seed },
  );
}

/** Plays histories, and compares each with what its export makes. */
export async function expectSameImports(open: OpenDatabase, numRuns: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
      const db = await open();
      for (const step of steps) await take(db, step, documents);
      const lines = await exportOf(db);
      const found = await dumpOfBoth(db);
      const imported = await open();
      await importAll(imported, lines);
      expect(await dumpOfBoth(imported)).toEqual(found);
      expect(await exportOf(imported)).toEqual(lines);
    }),
    { numRuns, seed },
  );
}
