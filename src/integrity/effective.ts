import type { Row, Transaction } from '../graph/database.ts';
import { checkDocument } from '../ingest/check.ts';
import { type CheckedAnnotation, understand } from '../ingest/checked.ts';
import {
  type Correction,
  type CorrectionChanges,
  correctedDocument,
  entitiesWithOutside,
  outsideKeys,
} from '../ingest/corrections.ts';
import { CORRECTIONS_OF_RUNS } from '../ingest/cypher-decisions.ts';
import { changesSchema } from '../ingest/decision-line.ts';
import { problemsIn, type ReadRun, unreadable } from './documents.ts';
import { byColumn, textIn } from './read.ts';
import type { Finding } from './rules.ts';

/** A run with what its records are made from. */
export interface EffectiveRun extends ReadRun {
  /** Its document as standing corrections leave it, among whose entities are those that it does not have itself. */
  readonly effective: CheckedAnnotation;
  /** The keys of these, by the local ids that they have there. */
  readonly outside: ReadonlyMap<string, string>;
}

/** The documents that the records of runs are made from: as they came in, with the corrections that stand. */
export async function effectiveRuns(
  tx: Transaction,
  runs: readonly ReadRun[],
): Promise<{ readonly runs: readonly EffectiveRun[]; readonly findings: readonly Finding[] }> {
  const rows = await tx.run(CORRECTIONS_OF_RUNS, { ids: runs.map(({ run }) => run.id) });
  const corrections = byColumn(rows, 'runId', correctionIn);
  const made: EffectiveRun[] = [];
  const findings: Finding[] = [];
  for (const read of runs) {
    const own = (corrections.get(read.run.id) ?? []).filter((each) => each !== null);
    if (own.length === 0) {
      made.push({ ...read, effective: read.checked, outside: new Map() });
      continue;
    }
    try {
      made.push(corrected(read, own));
    } catch (error) {
      const reason = `with the decisions that correct it breaks the format: ${problemsIn(error)}`;
      findings.push(unreadable(read.run.id, reason));
    }
  }
  return { runs: made, findings };
}

function corrected(read: ReadRun, corrections: readonly Correction[]): EffectiveRun {
  const { run, checked } = read;
  const document = correctedDocument(checked.document, run.id, run.articleId, corrections);
  const whole = { ...document, entities: entitiesWithOutside(document) };
  checkDocument(whole);
  return { ...read, effective: understand(whole), outside: outsideKeys(document) };
}

/** Null for one that does not say what it changes: that is for the rules of decisions. */
function correctionIn(row: Row): Correction | null {
  const [id, at, statementId] = [textIn(row, 'id'), textIn(row, 'at'), textIn(row, 'statement')];
  const changes = changesIn(row);
  return id === null || at === null || statementId === null || changes === null
    ? null
    : { id, at, statementId, changes };
}

function changesIn(row: Row): CorrectionChanges | null {
  try {
    return changesSchema.safeParse(JSON.parse(textIn(row, 'changes') ?? '')).data ?? null;
  } catch {
    // It is no JSON.
    return null;
  }
}
