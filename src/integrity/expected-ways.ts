import type { Row } from '../graph/database.ts';
import { STATEMENT_PLACES } from '../graph/plan.ts';
import type { Changes } from '../ingest/changes.ts';
import type { EdgeRow } from '../ingest/rows.ts';
import type { Way } from './compare-ways.ts';
import type { Label } from './shape.ts';

/** The relationships of a run's records. */
export interface ExpectedWays {
  /** Those that lead from mentions, statements and evidence. */
  readonly ways: readonly Way[];
  /** Those that lead from relations to their evidence. */
  readonly waysOfRelations: readonly Way[];
}

interface Records {
  readonly mentions: ReadonlyMap<string, Row>;
  readonly statements: ReadonlyMap<string, Row>;
}

interface WayContext {
  readonly runId: string;
  readonly versionId: string;
  readonly placesOnWays: boolean;
}

export function expectedWays(changes: Changes, records: Records, context: WayContext): ExpectedWays {
  const { relations } = changes;
  return {
    ways: [
      ...mentionWays(changes, records, context),
      ...statementWays(changes, records, context),
      ...relations.evidence.map(({ props }) => toRun(props.id, context)),
      ...ways(relations.claimedIn, 'CLAIMED_IN', 'Statement'),
    ],
    waysOfRelations: relations.evidence.map(({ owner, props }) => toEvidence(owner, props.id)),
  };
}

function mentionWays({ mentions, links }: Changes, records: Records, context: WayContext): Way[] {
  const places = context.placesOnWays ? placesOf(records.mentions, ['textPlace']) : nothing;
  return [
    ...mentions.mentions.map(({ id }) => toVersion(id, 'FOUND_IN', context)),
    ...ways(links.refersTo, 'REFERS_TO', 'Entity', (row) => ({ ...ordered(row), ...places(row) })),
    ...ways(links.literally, 'LITERALLY', 'Entity', places),
    ...ways(mentions.antecedent, 'ANTECEDENT', 'Mention'),
  ];
}

function statementWays({ statements, links }: Changes, records: Records, context: WayContext): Way[] {
  const places = context.placesOnWays ? placesOf(records.statements, STATEMENT_PLACES) : nothing;
  const listed = (row: EdgeRow) => ({ ...ordered(row), ...places(row) });
  return [
    ...statements.statements.flatMap(({ id }) => [toVersion(id, 'REPORTED_IN', context), toRun(id, context)]),
    ...statements.evidence.map(({ owner, props }) => toEvidence(owner, props.id)),
    ...ways(links.saidBy, 'SAID_BY', 'Entity', listed),
    ...ways(links.toldTo, 'TOLD_TO', 'Entity', listed),
    ...ways(links.about, 'ABOUT', 'Entity', listed),
    ...ways(statements.aboutStatements, 'ABOUT', 'Statement', ordered),
    ...ways(links.speakingAs, 'SPEAKING_AS', 'Entity'),
    ...ways(links.onBehalfOf, 'ON_BEHALF_OF', 'Entity'),
    ...ways(links.mentions, 'MENTIONS', 'Entity'),
    ...ways(statements.namedAs, 'NAMED_AS', 'Mention'),
    ...ways(statements.nestedIn, 'NESTED_IN', 'Statement'),
  ];
}

function toRun(from: string, { runId }: WayContext): Way {
  return { from, type: 'GENERATED_BY', label: 'ExtractionRun', to: runId, properties: {} };
}

function toVersion(from: string, type: string, { versionId }: WayContext): Way {
  return { from, type, label: 'ArticleVersion', to: versionId, properties: {} };
}

function toEvidence(from: string, to: string): Way {
  return { from, type: 'EVIDENCED_BY', label: 'Evidence', to, properties: {} };
}

function ways(
  rows: readonly EdgeRow[],
  type: string,
  label: Label,
  propertiesOf: (row: EdgeRow) => Row = nothing,
): Way[] {
  return rows.map((row) => ({ from: row.from, type, label, to: row.to, properties: propertiesOf(row) }));
}

function nothing(): Row {
  return {};
}

function ordered({ order = null }: EdgeRow): Row {
  return { order };
}

/** Those of what a relationship comes from, after the id of the entity that it leads to. */
function placesOf(records: ReadonlyMap<string, Row>, names: readonly string[]): (row: EdgeRow) => Row {
  return ({ from, to }) =>
    Object.fromEntries(names.map((name) => [name, `${to} ${String(records.get(from)?.[name])}`]));
}
