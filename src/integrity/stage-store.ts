import type { Query, Row, Transaction } from '../graph/database.ts';
import { lacking } from './compare-nodes.ts';
import { WITHOUT_KEY } from './cypher.ts';
import { ORPHANS, STRANGERS, WAYS_FROM_ENDS } from './cypher-store.ts';
import { listed, named, quoted } from './describe.ts';
import { nodeIn, textIn, wayIn } from './read.ts';
import type { Finding } from './rules.ts';
import {
  EVIDENCE,
  keyOf,
  LABELS,
  type Label,
  MENTION,
  type NodeKind,
  RUN,
  STATEMENT,
  VERSION,
} from './shape.ts';
import type { Stage, Unit } from './stage.ts';

/** Findings of one query. What it has more is told as one. */
const MAX_ROWS = 1_000;

/** Kinds of which nobody looks at those that nothing leads to. */
const ASTRAY: Readonly<Partial<Record<Label, NodeKind>>> = {
  ArticleVersion: VERSION,
  ExtractionRun: RUN,
  Mention: MENTION,
  Statement: STATEMENT,
  Evidence: EVIDENCE,
};

/** What is looked for in all nodes of a label: labels and relationships that should not be, nodes without a key, and nodes astray. */
export const STORE: Stage = {
  name: 'nodes astray',
  labels: [],
  async *units() {
    yield unit((tx) => findingsOf(tx, STRANGERS, stranger));
    for (const query of WAYS_FROM_ENDS) yield unit((tx) => findingsOf(tx, query, strangeWay));
    for (const label of LABELS)
      yield unit((tx) => findingsOf(tx, WITHOUT_KEY[label], (row) => withoutKey(label, row)));
    for (const { label, missing, query } of ORPHANS)
      yield unit((tx) => findingsOf(tx, query, (row) => orphan(label, missing, row)));
  },
};

function unit(check: Unit['check']): Unit {
  return { size: 0, check };
}

async function findingsOf(
  tx: Transaction,
  query: Query,
  finding: (row: Row) => readonly Finding[],
): Promise<readonly Finding[]> {
  const rows = await tx.run(query, { limit: MAX_ROWS + 1 });
  const findings = rows.slice(0, MAX_ROWS).flatMap(finding);
  const [first] = findings;
  if (rows.length <= MAX_ROWS || first === undefined) return findings;
  return [
    ...findings,
    { rule: first.rule, id: null, detail: 'there are more like these, which were not counted' },
  ];
}

function stranger(row: Row): Finding[] {
  const { id, labels, properties } = nodeIn(row);
  const what = labels.length === 0 ? 'no label' : `the labels ${listed(labels.toSorted())}`;
  const detail = `a node has ${what}, none of which the graph model knows, and ${quoted(properties)}`;
  return [{ rule: 'known-labels', id, detail }];
}

function strangeWay(row: Row): Finding[] {
  const way = wayIn(row);
  const detail = `${way.from} has a ${way.type} to ${way.to}, and nothing leads from nodes of its kind`;
  return [{ rule: 'known-relationships', id: way.from, detail }];
}

function withoutKey(label: Label, row: Row): Finding[] {
  const { properties } = nodeIn(row);
  const detail = `a ${label} has no ${keyOf(label)}; it has ${quoted(properties)}`;
  return [{ rule: 'required-properties', id: null, detail }];
}

function orphan(label: Label, missing: string, row: Row): Finding[] {
  const { properties } = nodeIn(row);
  const id = textIn(properties, keyOf(label));
  // A node without a key is found by that.
  if (id === null) return [];
  const kind = ASTRAY[label];
  const detail = `${named(label, id)}: ${missing}`;
  return [{ rule: 'no-orphans', id, detail }, ...(kind === undefined ? [] : lacking(kind, id, properties))];
}
