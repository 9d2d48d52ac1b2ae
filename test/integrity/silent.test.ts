import { beforeAll, expect, test } from 'vitest';
import type { Database, Row, Value } from '../../src/graph/database.ts';
import { text, texts } from '../../src/graph/rows.ts';
import { mapIn } from '../../src/integrity/read.ts';
import { read } from '../graph/queries.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { openBreakable } from './breakable.ts';
import { findingsAfter } from './findings.ts';

/** What nothing else in the graph tells of: it may be anything. */
const FREE: readonly string[] = [
  'ExtractionRun.recordedBy',
  // What is left over at its end is not read.
  'ExtractionRun.document',
  'GraphModel.id',
  'Decision.reason',
  // Of several redactions of an article the one that keeps least counts.
  'Decision.keepLength',
  // Of these only their key is anything to anybody.
  'GraphModel',
  'KeyName',
  'Name',
  'Word',
];

/** One thing of each kind, by a name for the kind. */
type Kinds = ReadonlyMap<string, Row>;

async function kindsOf(db: Database, query: string, nameOf: (row: Row) => readonly string[]): Promise<Kinds> {
  const kinds = new Map<string, Row>();
  for (const row of await read(db, query))
    for (const name of nameOf(row)) if (!kinds.has(name)) kinds.set(name, row);
  // On Neo4j a part of them: it is the same code.
  return new Map([...kinds].filter((_, at) => at % runs(1, 10) === 0));
}

/** Of each kind of node those that are current and those that are not: what is said of them differs. */
const NODES = `
  MATCH (n)
  WHERE NOT n:WriteLock
  RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties
  ORDER BY element`;

const WAYS = `
  MATCH (a)-[way]->(b)
  RETURN elementId(a) AS start, elementId(b) AS end, labels(a) AS labels, labels(b) AS others, type(way) AS type,
    properties(way) AS properties
  ORDER BY start, type, end`;

function kindOf(row: Row, column: string): string {
  const labels = texts(row, column);
  return labels.find((label) => label === 'Entity') ?? labels[0] ?? '';
}

function wayOf(row: Row): string {
  return `${kindOf(row, 'labels')} ${text(row, 'type')} ${kindOf(row, 'others')}`;
}

/** Another value of the same type. */
function changed(value: Value): Value {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : ['x'];
}

const ONE_WAY = (type: string) =>
  `MATCH (a)-[way:${type}]->(b) WHERE elementId(a) = $start AND elementId(b) = $end`;

describeEngines('no change goes unnoticed', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await openBreakable(open);
  });

  /** The names of kinds that may be changed so, and nothing is found. */
  async function silent(
    kinds: Kinds,
    change: (row: Row, name: string) => [string, Row?],
    free: readonly string[] = [],
  ): Promise<string[]> {
    const names: string[] = [];
    for (const [name, row] of kinds) {
      if (free.includes(name)) continue;
      const [query, more = {}] = change(row, name);
      const params = { element: null, start: null, end: null, ...row, ...more };
      const { findings } = await findingsAfter(db, [query], params);
      if (findings.length === 0) names.push(name);
    }
    return names;
  }

  test('of a property', async () => {
    const kinds = await kindsOf(db, NODES, (row) =>
      Object.keys(mapIn(row, 'properties')).map((property) => `${kindOf(row, 'labels')}.${property}`),
    );
    const found = await silent(
      kinds,
      (row, name) => {
        const property = name.split('.')[1] ?? '';
        const value = changed(mapIn(row, 'properties')[property] ?? null);
        return [
          `MATCH (n) WHERE elementId(n) = $element SET n.${property} = $value RETURN 1 AS id`,
          { value },
        ];
      },
      FREE,
    );
    expect(found).toEqual([]);
  });

  test('of a property that is new', async () => {
    const kinds = await kindsOf(db, NODES, (row) => [kindOf(row, 'labels')]);
    const found = await silent(
      kinds,
      () => ['MATCH (n) WHERE elementId(n) = $element SET n.surplus = 1 RETURN 1 AS id'],
      FREE,
    );
    expect(found).toEqual([]);
  });

  test('of a node that is gone', async () => {
    const kinds = await kindsOf(db, NODES, (row) => [kindOf(row, 'labels')]);
    const found = await silent(kinds, () => [
      'MATCH (n) WHERE elementId(n) = $element WITH n, 1 AS id DETACH DELETE n RETURN id',
    ]);
    expect(found).toEqual([]);
  });

  test('of a relationship that is gone', async () => {
    const found = await silent(await kindsOf(db, WAYS, (row) => [wayOf(row)]), (row) => [
      `${ONE_WAY(text(row, 'type'))} WITH way, 1 AS id DELETE way RETURN id`,
    ]);
    expect(found).toEqual([]);
  });

  test('of a relationship that is doubled, or turned around', async () => {
    const kinds = await kindsOf(db, WAYS, (row) => [wayOf(row)]);
    const doubled = await silent(kinds, (row) => [
      `${ONE_WAY(text(row, 'type'))} CREATE (a)-[copy:${text(row, 'type')}]->(b) SET copy = properties(way) RETURN 1 AS id`,
    ]);
    const turned = await silent(kinds, (row) => [
      `${ONE_WAY(text(row, 'type'))} CREATE (b)-[copy:${text(row, 'type')}]->(a) SET copy = properties(way) RETURN 1 AS id`,
    ]);
    expect({ doubled, turned }).toEqual({ doubled: [], turned: [] });
  });

  test('of a property of a relationship', async () => {
    const kinds = await kindsOf(db, WAYS, (row) =>
      Object.keys(mapIn(row, 'properties')).map((property) => `${wayOf(row)}.${property}`),
    );
    const found = await silent(kinds, (row, name) => {
      const property = name.split('.')[1] ?? '';
      const value = changed(mapIn(row, 'properties')[property] ?? null);
      return [`${ONE_WAY(text(row, 'type'))} SET way.${property} = $value RETURN 1 AS id`, { value }];
    });
    expect(found).toEqual([]);
  });

  test('of a property of a relationship that is new', async () => {
    const found = await silent(await kindsOf(db, WAYS, (row) => [wayOf(row)]), (row) => [
      `${ONE_WAY(text(row, 'type'))} SET way.surplus = 1 RETURN 1 AS id`,
    ]);
    expect(found).toEqual([]);
  });
});
