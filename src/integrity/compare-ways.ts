import type { Row } from '../graph/database.ts';
import { isSame } from './compare-nodes.ts';
import { quoted } from './describe.ts';
import type { Finding, RuleName } from './rules.ts';
import { type Label, WAY_RULES } from './shape.ts';

/** A relationship between two nodes that are named by their keys. */
export interface Way {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /** Of the node that it leads to; null for one that the graph model does not know. */
  readonly label: Label | null;
  readonly properties: Row;
}

/** The rule that a way breaks. */
export type RuleOfWay = (way: Way) => RuleName;

export const ruleOfWay: RuleOfWay = ({ type }) => WAY_RULES[type] ?? 'known-relationships';

/** Places in lists stand on some relationships, beside what the relationship itself says. */
const PLACE = /Place$/;

/** What is missing, surplus, doubled or different among relationships. Those between the same nodes are told apart by their properties. */
export function compareWays(
  expected: readonly Way[],
  found: readonly Way[],
  ruleOf: RuleOfWay = ruleOfWay,
): Finding[] {
  const wanted = grouped(expected);
  const is = grouped(found);
  const findings: Finding[] = [];
  for (const key of new Set([...wanted.keys(), ...is.keys()])) {
    const [missing, surplus] = withoutPairs(wanted.get(key) ?? [], is.get(key) ?? []);
    for (const [at, way] of missing.entries()) {
      const other = surplus[at];
      if (other === undefined) findings.push(finding(way, ruleOf, `lacks ${shown(way)}`));
      else findings.push(...differing(way, other, ruleOf));
    }
    const isDoubled = wanted.has(key);
    for (const way of surplus.slice(missing.length)) {
      const what = isDoubled ? 'more than once' : 'which it should not have';
      findings.push(finding(way, ruleOf, `has ${shown(way)} ${what}`));
    }
  }
  return findings;
}

function finding(way: Way, ruleOf: RuleOfWay, what: string): Finding {
  return { rule: ruleOf(way), id: way.from, detail: `${way.from} ${what}` };
}

function differing(wanted: Way, found: Way, ruleOf: RuleOfWay): Finding[] {
  const names = new Set([...Object.keys(wanted.properties), ...Object.keys(found.properties)]);
  const reasons = new Map<RuleName, string[]>();
  for (const name of names) {
    const [should, is] = [wanted.properties[name] ?? null, found.properties[name] ?? null];
    if (isSame(should, is)) continue;
    const rule = PLACE.test(name) ? 'list-places' : ruleOf(wanted);
    const reason = `${name} is ${quoted(is)}, it should be ${quoted(should)}`;
    reasons.set(rule, [...(reasons.get(rule) ?? []), reason]);
  }
  return [...reasons].map(([rule, all]) => ({
    rule,
    id: wanted.from,
    detail: `${wanted.from} has ${shown(wanted)}, of which ${all.join('; ')}`,
  }));
}

function shown({ type, label, to }: Way): string {
  return `${type} to ${label === null ? 'a node that is none of the graph model' : `${label} ${to}`}`;
}

function grouped(ways: readonly Way[]): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const key = `${way.from} ${way.type} ${way.label} ${way.to}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [way]);
    else group.push(way);
  }
  return groups;
}

/** What is left when each way has been paired with one that has the same properties. */
function withoutPairs(expected: readonly Way[], found: readonly Way[]): [missing: Way[], surplus: Way[]] {
  const surplus = [...found];
  const missing = expected.filter((way) => {
    const at = surplus.findIndex((other) => hasSame(way.properties, other.properties));
    if (at < 0) return true;
    surplus.splice(at, 1);
    return false;
  });
  return [missing, surplus];
}

function hasSame(a: Row, b: Row): boolean {
  for (const name of Object.keys(a)) if (!isSame(a[name] ?? null, b[name] ?? null)) return false;
  for (const name of Object.keys(b)) if (!(name in a) && b[name] !== null) return false;
  return true;
}
