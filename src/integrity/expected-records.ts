import type { Row } from '../graph/database.ts';
import { STATEMENT_PLACES } from '../graph/plan.ts';
import type { AnchorRows } from '../ingest/anchors.ts';
import type { Changes } from '../ingest/changes.ts';
import type { NodeRow } from '../ingest/rows.ts';
import { visiblePlace } from '../mention/model.ts';
import { visiblePlaces } from '../statement/model-places.ts';
import { type ExpectedWays, expectedWays } from './expected-ways.ts';
import type { Withdrawal } from './records-in-graph.ts';

/** What a run's document makes of mentions, statements and evidence, with what decisions and later versions make of them. */
export interface ExpectedRecords extends ExpectedWays {
  readonly mentions: ReadonlyMap<string, Row>;
  readonly statements: ReadonlyMap<string, Row>;
  readonly evidence: ReadonlyMap<string, Row>;
}

export interface RecordContext {
  readonly runId: string;
  readonly versionId: string;
  readonly current: boolean;
  /** How the records stand in the current version. */
  readonly anchors: AnchorRows;
  /** By statement, the standing decision that withdraws it. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>;
  readonly placesOnWays: boolean;
}

/** `changes` has records that everybody sees. */
export function expectedRecords(changes: Changes, context: RecordContext): ExpectedRecords {
  const { mentions: mentionRows, statements: statementRows, relations } = changes;
  const { current } = context;
  const mentions = byId(
    mentionRows.mentions.map((row) => ({
      ...row,
      textPlace: visiblePlace(String(row['textPlace']), current),
    })),
  );
  const lapses = byId(context.anchors.statements);
  const statements = byId(
    statementRows.statements.map((row) => shownStatement(row, lapses.get(row.id) ?? {}, context)),
  );
  const anchors = byId(context.anchors.evidence);
  const evidence = [...statementRows.evidence, ...relations.evidence].map(({ props }) => ({
    ...props,
    ...anchors.get(props.id),
  }));
  return {
    mentions,
    statements,
    evidence: byId(evidence),
    ...expectedWays(changes, { mentions, statements }, context),
  };
}

function shownStatement(row: NodeRow, lapse: Row, { current, withdrawals }: RecordContext): NodeRow {
  const { at: withdrawnAt = null, reason: withdrawnReason = null } = withdrawals.get(row.id) ?? {};
  const { lapsedAt = null, lapsedReason = null } = lapse;
  // Only what is superseded lapses.
  const withdrawn = withdrawnAt !== null || (!current && lapsedAt !== null);
  const places = Object.fromEntries(STATEMENT_PLACES.map((place) => [place, String(row[place])]));
  return {
    ...row,
    ...visiblePlaces(places, { current, withdrawn }),
    withdrawnAt,
    withdrawnReason,
    lapsedAt,
    lapsedReason,
  };
}

function byId(rows: readonly NodeRow[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
