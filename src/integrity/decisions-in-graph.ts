import type { Row, Transaction } from '../graph/database.ts';
import { changesSchema, type DecisionLine, decisionLineSchema } from '../ingest/decision-line.ts';
import { keysOf } from '../ingest/decision-record.ts';
import type { FoundNode } from './compare-nodes.ts';
import type { Way } from './compare-ways.ts';
import { DECISIONS, RUNS_OF_DECIDED, UNDONE_BY_DECISIONS, WAYS_OF_DECISIONS } from './cypher-keys.ts';
import { byColumn, nodeIn, textIn, textsIn, wayIn } from './read.ts';

/** A decision as the graph has it. */
export interface DecisionInGraph extends FoundNode {
  readonly id: string;
  readonly ways: readonly Way[];
  /** The decisions that it takes back: one at most, unless something is wrong. */
  readonly undoes: readonly FoundNode[];
  /** The run of the statement that it is about. */
  readonly runId: string | null;
}

export async function readDecisions(tx: Transaction, ids: readonly string[]): Promise<DecisionInGraph[]> {
  const nodes = (await tx.run(DECISIONS, { ids })).map(nodeIn);
  const ways = byColumn(await tx.run(WAYS_OF_DECISIONS, { ids }), 'start', wayIn);
  const undone = byColumn(await tx.run(UNDONE_BY_DECISIONS, { ids }), 'undoingId', nodeIn);
  const runs = byColumn(await tx.run(RUNS_OF_DECIDED, { ids }), 'id', (row) => textIn(row, 'runId'));
  return nodes.flatMap(({ id, ...node }) => {
    if (id === null) return [];
    const runId = runs.get(id)?.[0] ?? null;
    return [{ ...node, id, ways: ways.get(id) ?? [], undoes: undone.get(id) ?? [], runId }];
  });
}

/** What is wrong with a property of a decision, to be read after its name. */
export interface Problem {
  readonly property: string;
  readonly reason: string;
}

/** What it takes to make a decision again, or what is wrong with it. */
export function lineOf({ properties, ways, undoes }: DecisionInGraph): DecisionLine | readonly Problem[] {
  const statement = ways.find(({ type, label }) => type === 'CONCERNS' && label === 'Statement')?.to;
  const article = ways.find(({ type, label }) => type === 'CONCERNS' && label === 'Article')?.to;
  const { id, kind, actor, at, reason, keepLength = null } = properties;
  const keep = textIn(properties, 'keptKey');
  const merge = textsIn(properties, 'mergedKeys');
  const changes = changesIn(properties);
  const undone = undoes[0]?.id;
  const parsed = decisionLineSchema.safeParse({
    format: 'onrecord-decision/1',
    ...{ id, kind, actor, at, reason },
    ...(statement !== undefined && { statement }),
    ...(keep !== null && { keep }),
    ...(merge.length > 0 && { merge }),
    ...(changes !== null && { changes }),
    ...(undone != null && { undoes: undone }),
    ...(article !== undefined && { article }),
    ...(keepLength !== null && { keepLength }),
  });
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) => ({
    property: path.join('.') || 'it',
    reason: message,
  }));
}

/** The keys that a decision is about, by its properties alone. */
export function keysAbout(properties: Row): string[] {
  const changes = changesSchema.safeParse(changesIn(properties)).data ?? null;
  return keysOf({
    keep: textIn(properties, 'keptKey'),
    merge: textsIn(properties, 'mergedKeys'),
    changes,
  });
}

/** As they are written; the text itself where it is no JSON, which is none either. */
function changesIn(properties: Row): unknown {
  const text = textIn(properties, 'changes');
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
