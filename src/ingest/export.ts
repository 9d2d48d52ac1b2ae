import type { Database } from '../graph/database.ts';
import { integer, text, textOrNull } from '../graph/rows.ts';
import type { DecisionPosition } from './apply-decision.ts';
import * as cypher from './cypher-export.ts';
import { decisionRecords } from './decision-records.ts';
import { canonicalJson } from './identity.ts';
import { restoreDocument } from './stored-document.ts';

/*
 * An export is one line of JSON for each document and each decision of a graph. Documents come in the order of their run's ids, decisions
 * in the order in which they were made, and keys are sorted: equal graphs have equal exports, to the byte.
 */

export const RECORD_KINDS = ['DOCUMENT', 'DECISION'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where an export has come to. */
export type ExportPosition =
  | { readonly kind: 'DOCUMENT'; readonly runId: string }
  | { readonly kind: 'DECISION'; readonly decision: DecisionPosition | null };

export interface ExportPage {
  /** Without line ends. */
  readonly lines: readonly string[];
  /** Null where nothing follows. */
  readonly next: ExportPosition | null;
}

/** Runs whose ids are read at once, each with the size of its document. */
const RUNS_AT_ONCE = 1_000;
/** Characters of the documents that are held at once; one that is longer is held alone. */
const MAX_HELD = 8_000_000;
/** JSON is about so many times as long as what it is packed into. */
const UNPACKED = 6;

/** Before the first document. */
export const EXPORT_START: ExportPosition = { kind: 'DOCUMENT', runId: '' };
/** Before the first decision. */
export const DECISIONS_START: ExportPosition = { kind: 'DECISION', decision: null };

/** At most `limit` lines, fewer where they are long; documents before decisions, or only documents. */
export async function exportPage(
  db: Database,
  after: ExportPosition,
  limit: number,
  onlyDocuments = false,
): Promise<ExportPage> {
  if (after.kind === 'DECISION') return decisionPage(db, after.decision, limit);
  const found = await runsAfter(db, after.runId, limit + 1);
  const [held = []] = heldAtOnce(found.slice(0, limit));
  const last = held.at(-1);
  const isMore = last !== undefined && held.length < found.length;
  const next = isMore ? { kind: 'DOCUMENT' as const, runId: last.id } : DECISIONS_START;
  return { lines: await documentLines(db, held), next: isMore || !onlyDocuments ? next : null };
}

/** The lines of all documents; of what comes in meanwhile, some. */
export async function* exportDocuments(db: Database): AsyncGenerator<string> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const found = await runsAfter(db, after, RUNS_AT_ONCE);
    for (const held of heldAtOnce(found)) yield* await documentLines(db, held);
    after = found.length < RUNS_AT_ONCE ? undefined : found.at(-1)?.id;
  }
}

/** The lines of all decisions. */
export async function* exportDecisions(db: Database): AsyncGenerator<string> {
  for (let after: ExportPosition | null = DECISIONS_START; after !== null; ) {
    const { lines, next }: ExportPage = await exportPage(db, after, RUNS_AT_ONCE);
    yield* lines;
    after = next;
  }
}

export async function countDocuments(db: Database): Promise<number> {
  const [row = {}] = await db.read(cypher.COUNT_RUNS);
  return integer(row, 'runs');
}

interface SizedRun {
  readonly id: string;
  /** About how many characters its line has. */
  readonly size: number;
}

async function runsAfter(db: Database, after: string, limit: number): Promise<SizedRun[]> {
  const rows = await db.read(cypher.RUNS_AFTER, { after, limit });
  return rows.map((row) => ({
    id: text(row, 'id'),
    size: integer(row, 'packed') * UNPACKED + integer(row, 'length'),
  }));
}

/** Never empty, but for no runs. */
function heldAtOnce(runs: readonly SizedRun[]): SizedRun[][] {
  const batches: SizedRun[][] = [];
  let sum = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    sum += run.size;
    if (sum > MAX_HELD) {
      batches.push([]);
      sum = run.size;
    }
    batches.at(-1)?.push(run);
  }
  return batches;
}

async function documentLines(db: Database, runs: readonly SizedRun[]): Promise<string[]> {
  if (runs.length === 0) return [];
  const rows = await db.read(cypher.RECORDED_DOCUMENTS, { ids: runs.map(({ id }) => id) });
  return rows.map((row) => {
    const document = restoreDocument(text(row, 'document'), textOrNull(row, 'text'));
    const recorded = { at: text(row, 'recordedAt'), by: textOrNull(row, 'recordedBy') };
    return canonicalJson({ ...document, recorded });
  });
}

async function decisionPage(
  db: Database,
  after: DecisionPosition | null,
  limit: number,
): Promise<ExportPage> {
  const found = await decisionRecords(db, after, limit + 1);
  const taken = found.slice(0, limit);
  const last = taken.at(-1);
  const isMore = last !== undefined && found.length > taken.length;
  return {
    lines: taken.map(({ line }) => line),
    next: isMore ? { kind: 'DECISION', decision: last.position } : null,
  };
}
