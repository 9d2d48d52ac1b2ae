import { DECISION_KINDS } from '../decision/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { lacking } from './compare-nodes.ts';
import type { Way } from './compare-ways.ts';
import { DECISIONS as DECISION_NODES, WAYS_OF_DECISIONS } from './cypher-keys.ts';
import { named, quoted } from './describe.ts';
import { keyPages } from './pages.ts';
import { byColumn, nodeIn, wayIn } from './read.ts';
import type { Finding, RuleName } from './rules.ts';
import { DECISION } from './shape.ts';
import type { Stage } from './stage.ts';

/** Decisions of one unit. */
const PAGE = 500;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const DECISIONS: Stage = {
  name: 'decisions',
  labels: ['Decision'],
  async *units(context) {
    for await (const page of keyPages(context, 'Decision', PAGE)) {
      yield {
        size: page.keys.length,
        check: async (tx) => [...page.findings, ...(await checkDecisions(tx, page.keys))],
      };
    }
  },
};

async function checkDecisions(tx: Transaction, ids: readonly string[]): Promise<readonly Finding[]> {
  const nodes = (await tx.run(DECISION_NODES, { ids })).map(nodeIn);
  const ways = byColumn(await tx.run(WAYS_OF_DECISIONS, { ids }), 'start', wayIn);
  return nodes.flatMap(({ id, properties }) => {
    if (id === null) return [];
    return [
      ...lacking(DECISION, id, properties),
      ...valueFindings(id, properties),
      ...wayFindings(id, ways.get(id) ?? []),
    ];
  });
}

function valueFindings(id: string, properties: Row): Finding[] {
  const wrong = (property: string, isRight: (text: string) => boolean): Finding[] => {
    const value = properties[property] ?? null;
    if (value === null || (typeof value === 'string' && isRight(value))) return [];
    const detail = `${named('Decision', id)}: its ${property} is ${quoted(value)}`;
    return [{ rule: 'decision-complete', id, detail }];
  };
  return [
    ...wrong('kind', (text) => DECISION_KINDS.some((kind) => kind === text)),
    ...wrong('at', (text) => INSTANT.test(text)),
    ...wrong('actor', (text) => text.trim() !== ''),
    ...wrong('reason', (text) => text.trim() !== ''),
  ];
}

function wayFindings(id: string, ways: readonly Way[]): Finding[] {
  const concerned = ways.filter(({ type, label }) => type === 'CONCERNS' && CONCERNED.includes(label));
  const undoings = ways.filter(({ type, label }) => type === 'UNDONE_BY' && label === 'Decision');
  const strange = ways.filter((way) => !concerned.includes(way) && !undoings.includes(way));
  const tell = (rule: RuleName, what: string): Finding => ({
    rule,
    id,
    detail: `${named('Decision', id)} ${what}`,
  });
  return [
    ...(concerned.length === 0 ? [tell('decision-concerns', 'concerns nothing')] : []),
    ...(new Set(concerned.map(({ to }) => to)).size < concerned.length
      ? [tell('decision-concerns', 'concerns something more than once')]
      : []),
    ...(undoings.length > 1 ? [tell('decision-complete', 'is undone more than once')] : []),
    ...undoings.filter(({ to }) => to === id).map(() => tell('decision-complete', 'is undone by itself')),
    ...strange.map(({ type, to }) => tell('known-relationships', `has a ${type} to ${to}, where none leads`)),
  ];
}

const CONCERNED: readonly Way['label'][] = ['Statement', 'Entity', 'EntityKey'];
