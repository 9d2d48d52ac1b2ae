import type { Transaction } from '../graph/database.ts';
import type { EntityFacts } from '../ingest/entity-facts.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { foldName } from '../text/fold.ts';
import type { Way } from './compare-ways.ts';
import { RELATIONS_FROM } from './cypher-keys.ts';
import { KeysInGraph } from './keys-in-graph.ts';
import { textIn } from './read.ts';
import type { KeyedEntity } from './sayings.ts';

/* What should lead from entities. */

/** To everything that they are called. */
export function namesOf(facts: Iterable<EntityFacts>): Way[] {
  return [...facts].flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(foldName))].map(
      (folded): Way => ({ from: id, type: 'NAMED', label: 'Name', to: folded, properties: {} }),
    ),
  );
}

/** From positions to whose they are, as their keys say. */
export async function officesOf(tx: Transaction, entities: readonly KeyedEntity[]): Promise<Way[]> {
  const held = entities.flatMap(({ id: from, keys }) =>
    keys.flatMap(({ properties }) => [
      { from, type: 'OFFICE_OF', key: textIn(properties, 'ofKey') },
      { from, type: 'ACCREDITED_TO', key: textIn(properties, 'accreditedKey') },
    ]),
  );
  const keys = new KeysInGraph(tx);
  await keys.load(held.flatMap(({ key }) => (key === null ? [] : [key])));
  const ways = new Map<string, Way>();
  for (const { from, type, key } of held) {
    if (key === null) continue;
    const to = keys.entityOf(key).entityId;
    ways.set(`${from} ${type} ${to}`, { from, type, label: 'Entity', to, properties: {} });
  }
  return [...ways.values()];
}

/** The short ways beside relations. */
export async function edgesOf(tx: Transaction, ids: readonly string[]): Promise<Way[]> {
  const rows = await readChunks(tx, RELATIONS_FROM, 'ids', ids);
  return rows.map((row) => ({
    from: textIn(row, 'id') ?? '',
    type: textIn(row, 'type') ?? '',
    label: 'Entity',
    to: textIn(row, 'toId') ?? '',
    properties: { id: row['relationId'] ?? null, fact: row['fact'] ?? null },
  }));
}
