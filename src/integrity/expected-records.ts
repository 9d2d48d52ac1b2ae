import type { Row } from '../graph/database.ts';
import { STATEMENT_PLACES } from '../graph/plan.ts';
import type { Changes } from '../ingest/changes.ts';
import type { EdgeRow, NodeRow } from '../ingest/rows.ts';
import { visiblePlace } from '../mention/model.ts';
import { visiblePlaces } from '../statement/model-places.ts';
import type { Way } from './compare-ways.ts';
import type { Label } from './shape.ts';

/** What a run's document makes of mentions, statements and evidence. */
export interface ExpectedRecords {
  readonly mentions: ReadonlyMap<string, Row>;
  readonly statements: ReadonlyMap<string, Row>;
  readonly evidence: ReadonlyMap<string, Row>;
  /** Those that lead from them. */
  readonly ways: readonly Way[];
  /** Those that lead from relations to their evidence. */
  readonly waysOfRelations: readonly Way[];
}

export interface RecordContext {
  readonly runId: string;
  readonly versionId: string;
  readonly current: boolean;
  readonly isWithdrawn: (statementId: string) => boolean;
  readonly placesOnWays: boolean;
}

/** `changes` has the places of records that everybody sees. */
export function expectedRecords(changes: Changes, context: RecordContext): ExpectedRecords {
  const { mentions: mentionRows, statements: statementRows, relations } = changes;
  const mentions = byId(mentionRows.mentions.map((row) => shownMention(row, context)));
  const statements = byId(statementRows.statements.map((row) => shownStatement(row, context)));
  const evidence = [...statementRows.evidence, ...relations.evidence];
  return {
    mentions,
    statements,
    evidence: byId(evidence.map(({ props }) => props)),
    ways: [
      ...mentionWays(changes, mentions, context),
      ...statementWays(changes, statements, context),
      ...relations.evidence.map(({ props }) => ({ from: props.id, ...wayTo.run(context) })),
      ...ways(relations.claimedIn, 'CLAIMED_IN', 'Statement'),
    ],
    waysOfRelations: relations.evidence.map(({ owner, props }) => evidenceWay(owner, props.id)),
  };
}

const wayTo = {
  run: ({ runId }: RecordContext) =>
    ({ type: 'GENERATED_BY', label: 'ExtractionRun', to: runId, properties: {} }) as const,
  version: (type: string, { versionId }: RecordContext) =>
    ({ type, label: 'ArticleVersion', to: versionId, properties: {} }) as const,
};

function mentionWays(
  { mentions, links }: Changes,
  byMention: ReadonlyMap<string, Row>,
  context: RecordContext,
): Way[] {
  const places = context.placesOnWays ? placesOf(byMention, ['textPlace']) : () => ({});
  return [
    ...mentions.mentions.map(({ id }) => ({ from: id, ...wayTo.version('FOUND_IN', context) })),
    ...ways(links.refersTo, 'REFERS_TO', 'Entity', (row) => ({ ...ordered(row), ...places(row) })),
    ...ways(links.literally, 'LITERALLY', 'Entity', places),
    ...ways(mentions.antecedent, 'ANTECEDENT', 'Mention'),
  ];
}

function statementWays(
  { statements, links }: Changes,
  byStatement: ReadonlyMap<string, Row>,
  context: RecordContext,
): Way[] {
  const places = context.placesOnWays ? placesOf(byStatement, STATEMENT_PLACES) : () => ({});
  const listed = (row: EdgeRow) => ({ ...ordered(row), ...places(row) });
  return [
    ...statements.statements.flatMap(({ id }) => [
      { from: id, ...wayTo.version('REPORTED_IN', context) },
      { from: id, ...wayTo.run(context) },
    ]),
    ...statements.evidence.map(({ owner, props }) => evidenceWay(owner, props.id)),
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

function evidenceWay(from: string, to: string): Way {
  return { from, type: 'EVIDENCED_BY', label: 'Evidence', to, properties: {} };
}

function ways(
  rows: readonly EdgeRow[],
  type: string,
  label: Label,
  propertiesOf: (row: EdgeRow) => Row = () => ({}),
): Way[] {
  return rows.map((row) => ({ from: row.from, type, label, to: row.to, properties: propertiesOf(row) }));
}

function ordered({ order = null }: EdgeRow): Row {
  return { order };
}

/** Those of what a relationship comes from, after the id of the entity that it leads to. */
function placesOf(records: ReadonlyMap<string, Row>, names: readonly string[]): (row: EdgeRow) => Row {
  return ({ from, to }) =>
    Object.fromEntries(names.map((name) => [name, `${to} ${String(records.get(from)?.[name])}`]));
}

function shownMention(row: NodeRow, { current }: RecordContext): NodeRow {
  return { ...row, textPlace: visiblePlace(String(row['textPlace']), current) };
}

function shownStatement(row: NodeRow, { current, isWithdrawn }: RecordContext): NodeRow {
  const places = Object.fromEntries(STATEMENT_PLACES.map((place) => [place, String(row[place])]));
  return { ...row, ...visiblePlaces(places, { current, withdrawn: isWithdrawn(row.id) }) };
}

function byId(rows: readonly NodeRow[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
