import type { Transaction, Value } from '../graph/database.ts';
import type { Annotation } from './annotation.ts';
import { understand } from './checked.ts';
import { entitiesWithOutside } from './corrections.ts';
import * as links from './cypher-links.ts';
import * as cypher from './cypher-records.ts';
import { UNLINK_NAMED_AS } from './cypher-unlink.ts';
import { contentPieces, entityLinks } from './links.ts';
import type { Resolution } from './resolution.ts';
import type { EdgeRow, EvidenceRow, NodeRow, StatementRows } from './rows.ts';
import { runRows } from './rows-run.ts';
import { statementRows } from './statement-rows.ts';
import { moveLinks } from './write-links.ts';

/** A run as far as its records depend on it. */
export interface RunOfRecords {
  readonly runId: string;
  readonly versionId: string;
  readonly articleId: string;
  readonly current: boolean;
}

/** Makes the records of a run's statements those of another state of its document. Only what differs is written. */
export async function rewriteStatements(
  tx: Transaction,
  run: RunOfRecords,
  before: Annotation,
  after: Annotation,
  resolution: Resolution,
): Promise<void> {
  const was = rowsOf(run, before, resolution);
  const is = rowsOf(run, after, resolution);
  await runRows(tx, cypher.CHANGE_STATEMENTS, changedProps(was.statements, is.statements));
  const goes = withoutThoseOf(was.evidence, is.evidence);
  await runRows(
    tx,
    cypher.REMOVE_EVIDENCE,
    goes.map(({ props }) => props.id),
  );
  await runRows(tx, cypher.CREATE_STATEMENT_EVIDENCE, withoutThoseOf(is.evidence, was.evidence));
  const unnamed = edgesBeyond(was.namedAs, is.namedAs);
  await runRows(
    tx,
    UNLINK_NAMED_AS,
    unnamed.map(({ from }) => from),
  );
  await runRows(tx, links.LINK_NAMED_AS, edgesBeyond(is.namedAs, was.namedAs));
  const { runId } = run;
  const [linksBefore, linksAfter] = [before, after].map((each) => entityLinks(each, runId, resolution));
  if (linksBefore !== undefined && linksAfter !== undefined)
    await moveLinks(tx, [{ before: linksBefore, after: linksAfter }]);
}

function rowsOf(run: RunOfRecords, document: Annotation, resolution: Resolution): StatementRows {
  const checked = understand({ ...document, entities: entitiesWithOutside(document) });
  const pieces = contentPieces(document, run.runId);
  // When they came into the graph stays as it is.
  return statementRows({ checked, identity: run, resolution, current: run.current, recordedAt: '', pieces });
}

function changedProps(before: readonly NodeRow[], after: readonly NodeRow[]): Value[] {
  return after.flatMap((row, at) => {
    const was = before[at];
    const props = Object.entries(row).filter(([name, value]) => !isSame(value, was?.[name] ?? null));
    return props.length === 0 ? [] : [{ id: row.id, props: Object.fromEntries(props) }];
  });
}

function withoutThoseOf(rows: readonly EvidenceRow[], others: readonly EvidenceRow[]): EvidenceRow[] {
  const known = new Set(others.map(({ props }) => props.id));
  return rows.filter(({ props }) => !known.has(props.id));
}

function edgesBeyond(rows: readonly EdgeRow[], others: readonly EdgeRow[]): EdgeRow[] {
  return rows.filter((row) => !others.some((other) => isSame(row, other)));
}

function isSame(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
