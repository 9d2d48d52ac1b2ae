import type { DecisionKind } from '../decision/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import type { DecisionLine } from '../ingest/decision-line.ts';
import { idOfDecision } from '../ingest/decision-record.ts';
import { canonicalJson } from '../ingest/identity.ts';
import { differences, lacking } from './compare-nodes.ts';
import { compareWays, type Way } from './compare-ways.ts';
import {
  type DecisionInGraph,
  keysAbout,
  lineOf,
  type Problem,
  readDecisions,
} from './decisions-in-graph.ts';
import { named } from './describe.ts';
import { keyPages } from './pages.ts';
import { textIn } from './read.ts';
import type { Finding } from './rules.ts';
import { DECISION } from './shape.ts';
import type { Stage } from './stage.ts';

/** Decisions of one unit. */
const PAGE = 500;
/** Problems of a decision that a finding names. */
const MAX_PROBLEMS = 3;

/** What each kind takes back. */
const UNDONE: Readonly<Partial<Record<DecisionKind, DecisionKind>>> = {
  RESTORE: 'WITHDRAW',
  SPLIT: 'MERGE',
  CORRECT: 'CORRECT',
};

/** That decisions are whole. What follows from them is checked where it shows. */
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
  const decisions = await readDecisions(tx, ids);
  return decisions.flatMap((decision) => {
    const line = lineOf(decision);
    return 'kind' in line ? compareDecision(decision, line) : incomplete(decision, line);
  });
}

function incomplete({ id, properties }: DecisionInGraph, problems: readonly Problem[]): Finding[] {
  const missing = lacking(DECISION, id, properties);
  const isMissing = (property: string) =>
    DECISION.required.includes(property) && (properties[property] ?? null) === null;
  const others = problems.filter(({ property }) => !isMissing(property));
  if (others.length === 0) return missing;
  const reasons = others.slice(0, MAX_PROBLEMS).map(({ property, reason }) => `${property} ${reason}`);
  const detail = `${named('Decision', id)} cannot be made again: ${reasons.join('; ')}`;
  return [...missing, { rule: 'decision-complete', id, detail }];
}

function compareDecision(decision: DecisionInGraph, line: DecisionLine): Finding[] {
  const { id, properties, ways, undoes } = decision;
  return [
    ...differences(DECISION, id, expectedDecision(decision, line), properties),
    ...compareWays(expectedWays(decision, line), ways),
    ...undoes.slice(1).map((other) => standing(id, `takes back ${other.id}, too`)),
    ...undoes
      .filter((other) => textIn(other.properties, 'kind') !== UNDONE[line.kind])
      .map((other) => standing(id, `takes back ${other.id}, which is none that a ${line.kind} takes back`)),
  ];
}

function standing(id: string, what: string): Finding {
  return { rule: 'decision-standing', id, detail: `${named('Decision', id)} ${what}` };
}

function expectedDecision({ ways, runId }: DecisionInGraph, line: DecisionLine): Row {
  const { kind, actor, at, reason, statement = null, keep = null, merge = [], undoes = null } = line;
  const changes = line.changes ?? null;
  const { article, keepLength = null } = line;
  const about = article === undefined ? {} : { article };
  const record = { kind, actor, at, reason, statement, keep, merge, changes, undoes, ...about };
  return {
    id: idOfDecision(record),
    kind,
    actor,
    at,
    reason,
    standing: undoes === null && !ways.some(({ type }) => type === 'UNDONE_BY'),
    keptKey: keep,
    mergedKeys: merge.length > 0 ? merge : null,
    changes: changes === null ? null : canonicalJson(changes),
    correctedRun: changes === null ? null : runId,
    keepLength,
  };
}

/** It concerns what the one that it takes back concerned; that one leads to it, and it to the one that takes it back. */
function expectedWays({ id, properties, ways, undoes }: DecisionInGraph, line: DecisionLine): Way[] {
  const to = (type: string, label: Way['label'], end: string): Way => ({
    from: id,
    type,
    label,
    to: end,
    properties: {},
  });
  const [undone] = undoes;
  const keys = keysAbout((undone ?? { properties }).properties);
  const undoing = ways.find(({ type, label }) => type === 'UNDONE_BY' && label === 'Decision');
  return [
    ...(line.statement === undefined ? [] : [to('CONCERNS', 'Statement', line.statement)]),
    ...keys.map((key) => to('CONCERNS', 'EntityKey', key)),
    ...(line.article === undefined ? [] : [to('CONCERNS', 'Article', line.article)]),
    ...(undoing === undefined ? [] : [to('UNDONE_BY', 'Decision', undoing.to)]),
  ];
}
