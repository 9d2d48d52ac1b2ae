import { ENTITY_TYPES, type EntityType } from '../entity/model.ts';
import type { Transaction } from '../graph/database.ts';
import { oneOf, text } from '../graph/rows.ts';
import * as cypher from './cypher-decisions.ts';
import { notFound } from './decide-input.ts';
import { readChunks } from './rows-run.ts';

export interface FoundEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Today's entities, by the ids that were asked for. */
export async function findEntities(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundEntity>> {
  const rows = await readChunks(tx, cypher.ENTITIES_FOUND, 'ids', [...new Set(ids)]);
  return new Map(
    rows.map((row) => [
      text(row, 'ref'),
      { id: text(row, 'id'), type: oneOf(row, 'type', ENTITY_TYPES), name: text(row, 'name') },
    ]),
  );
}

export function requireEntity(entities: ReadonlyMap<string, FoundEntity>, id: string): FoundEntity {
  const found = entities.get(id);
  if (found === undefined) throw notFound('entity', id);
  return found;
}
