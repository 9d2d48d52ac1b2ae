import type { Row, Value } from '../graph/database.ts';
import { listed, named, quoted } from './describe.ts';
import type { Finding, RuleName } from './rules.ts';
import { LABEL_SETS, type NodeKind } from './shape.ts';

/** A node as the graph has it. */
export interface FoundNode {
  /** Null where the node has none, or no text. */
  readonly id: string | null;
  /** The engine's own id: tells two nodes with the same id apart. */
  readonly element: string;
  readonly labels: readonly string[];
  readonly properties: Row;
}

/** What is missing, surplus, doubled or different among nodes of a kind. `whose` names what they should be of, as in "run run_1". */
export function compareNodes(
  kind: NodeKind,
  whose: string,
  expected: ReadonlyMap<string, Row>,
  found: readonly FoundNode[],
): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const node of found) {
    const { id, element } = node;
    // Those without a key are looked for in all nodes.
    if (id === null) continue;
    const before = seen.get(id);
    if (before === element) continue;
    if (before !== undefined) findings.push(doubled(kind.label, id));
    seen.set(id, element);
    findings.push(...labelFindings(id, node.labels));
    const wanted = expected.get(id);
    if (wanted === undefined) {
      const detail = `${named(kind.label, id)} is none that ${whose} should have`;
      findings.push({ rule: kind.rule, id, detail });
    } else findings.push(...differences(kind, id, wanted, node.properties));
  }
  for (const id of expected.keys()) {
    if (!seen.has(id))
      findings.push({ rule: kind.rule, id, detail: `${named(kind.label, id)} of ${whose} is missing` });
  }
  return findings;
}

/** One finding for each rule that the properties of a node break. Null and absent are the same. */
export function differences(kind: NodeKind, id: string, expected: Row, found: Row): Finding[] {
  const byRule = new Map<RuleName, string[]>();
  for (const property of new Set([...Object.keys(expected), ...Object.keys(found), ...kind.required])) {
    const [wanted, is] = [expected[property] ?? null, found[property] ?? null];
    const mayLack = wanted === null && kind.words.includes(property);
    const isMissing = is === null && kind.required.includes(property) && !mayLack;
    if (!isMissing && (kind.free.includes(property) || isSame(wanted, is))) continue;
    const rule = isMissing ? 'required-properties' : (kind.properties[property] ?? kind.rule);
    byRule.set(rule, [...(byRule.get(rule) ?? []), reasonOf(property, wanted, is)]);
  }
  return [...byRule].map(([rule, reasons]) => ({
    rule,
    id,
    detail: `${named(kind.label, id)}: ${reasons.join('; ')}`,
  }));
}

/** Those of the required properties that a node lacks, where nothing else is known of it. */
export function lacking(kind: NodeKind, id: string, found: Row): Finding[] {
  return differences(kind, id, found, found);
}

/** That a node has the labels of one kind of thing. */
export function labelFindings(key: string | null, labels: readonly string[]): Finding[] {
  const sorted = labels.toSorted();
  if (LABEL_SETS.has(sorted.join(' '))) return [];
  const detail = `${key ?? 'a node'} has ${sorted.length === 0 ? 'no label' : `the labels ${listed(sorted)}`}`;
  return [{ rule: 'known-labels', id: key, detail }];
}

export function doubled(label: string, id: string): Finding {
  return { rule: 'unique-keys', id, detail: `more than one ${label} has the key ${id}` };
}

function reasonOf(property: string, wanted: Value, is: Value): string {
  if (is === null)
    return wanted === null
      ? `${property} is missing`
      : `${property} is missing, it should be ${quoted(wanted)}`;
  if (wanted === null) return `${property} is ${quoted(is)}, there should be none`;
  return `${property} is ${quoted(is)}, it should be ${quoted(wanted)}`;
}

/** Of values as properties have them: scalars and lists of scalars. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
