import type { Transaction } from '../graph/database.ts';
import { flag, text, textOrNull } from '../graph/rows.ts';
import * as cypher from './cypher-relations.ts';
import type { AssertionRow, RelationRow } from './rows.ts';
import { readChunks, runRows } from './rows-run.ts';

/** How a relation stands. */
interface Standing {
  readonly reference: string | null;
  readonly shown: boolean;
  readonly fact: boolean;
}

const UNKNOWN: Standing = { reference: null, shown: false, fact: false };

/** Relations that runs assert newly, without their evidence. What runs assert only adds to how a relation stands. Returns the ids of new ones. */
export async function writeRelations(
  tx: Transaction,
  relations: readonly RelationRow[],
  asserts: readonly AssertionRow[],
): Promise<ReadonlySet<string>> {
  const byId = new Map(relations.map((row) => [row.id, row]));
  const before = new Map<string, Standing>();
  for (const row of await readChunks(tx, cypher.READ_RELATIONS, 'ids', [...byId.keys()])) {
    const reference = textOrNull(row, 'reference');
    before.set(text(row, 'id'), { reference, shown: flag(row, 'shown'), fact: flag(row, 'fact') });
  }
  const after = new Map<string, Standing>();
  for (const { to, reference, current, stated } of asserts) {
    const known = after.get(to) ?? before.get(to) ?? UNKNOWN;
    const joins = joinsTwo(byId.get(to));
    after.set(to, {
      reference: first(known.reference, reference),
      shown: joins && (known.shown || current || reference !== null),
      fact: joins && (known.fact || (current && stated) || reference !== null),
    });
  }
  const rows = [...byId.values()].map((row) => ({ ...row, ...(after.get(row.id) ?? UNKNOWN) }));
  const created = rows.filter(({ id }) => !before.has(id));
  const changed = rows.filter((row) => isChanged(row, before.get(row.id)));
  await runRows(tx, cypher.CREATE_RELATIONS, created);
  await runRows(tx, cypher.CREATE_RELATION_EDGES, created);
  await runRows(tx, cypher.CREATE_ASSERTIONS, asserts);
  await runRows(tx, cypher.SET_RELATION_STANDING, changed);
  await runRows(
    tx,
    cypher.SET_EDGE_STANDING,
    changed.filter(({ id, fact }) => before.get(id)?.fact !== fact),
  );
  return new Set(created.map(({ id }) => id));
}

/** The relations that a run asserts. */
export async function relationsOf(tx: Transaction, runId: string): Promise<string[]> {
  return (await tx.run(cypher.RELATIONS_OF_RUN, { runId })).map((row) => text(row, 'id'));
}

/** How relations stand is worked out anew from all runs that assert them; those that none asserts go. */
export async function refreshRelations(tx: Transaction, ids: readonly string[]): Promise<void> {
  const gone = await readChunks(tx, cypher.READ_UNASSERTED, 'ids', ids);
  await runRows(tx, cypher.REMOVE_RELATION_EDGES, gone);
  await runRows(tx, cypher.REMOVE_RELATIONS, gone);
  const rows = (await readChunks(tx, cypher.READ_RELATION_STANDING, 'ids', ids)).map((row) => {
    const reference = textOrNull(row, 'reference');
    const ends = { fromId: text(row, 'fromId'), toId: text(row, 'toId') };
    return {
      id: text(row, 'id'),
      ...ends,
      reference,
      shown: joinsTwo(ends) && (reference !== null || flag(row, 'evident')),
      fact: joinsTwo(ends) && (reference !== null || flag(row, 'stated')),
    };
  });
  await runRows(tx, cypher.SET_RELATION_STANDING, rows);
  await runRows(tx, cypher.SET_EDGE_STANDING, rows);
}

/** Where what it joins was merged it says nothing, until that is split. */
function joinsTwo(ends: Pick<RelationRow, 'fromId' | 'toId'> | undefined): boolean {
  return ends !== undefined && ends.fromId !== ends.toId;
}

function first(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function isChanged({ reference, shown, fact }: Standing, before: Standing | undefined): boolean {
  return (
    before !== undefined && (before.reference !== reference || before.shown !== shown || before.fact !== fact)
  );
}
