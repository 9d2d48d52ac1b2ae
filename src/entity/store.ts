import { invalidInput } from '../errors.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { type ListSource, listSource } from '../graph/list.ts';
import { flag, oneOf, text, textOrNull, texts } from '../graph/rows.ts';
import { foldName } from '../text/fold.ts';
import { ENTITIES, ENTITIES_BY_ID, ENTITIES_BY_KEY, ENTITIES_BY_PREFIX } from './cypher.ts';
import { ENTITY_TYPES, type Entity, type EntityType } from './model.ts';

/** The entity in a row that has ENTITY_COLUMNS and `id`. */
export function entityOf(row: Row): Entity {
  return {
    id: text(row, 'id'),
    type: oneOf(row, 'type', ENTITY_TYPES),
    name: text(row, 'name'),
    aliases: texts(row, 'aliases'),
    description: textOrNull(row, 'description'),
    qid: textOrNull(row, 'qid'),
    descriptor: textOrNull(row, 'descriptor'),
    articleId: textOrNull(row, 'articleId'),
    isOutlet: flag(row, 'isOutlet'),
    signedOn: textOrNull(row, 'signedOn'),
    inForceUntil: textOrNull(row, 'inForceUntil'),
    heldOn: textOrNull(row, 'heldOn'),
  };
}

/**
 * By the id that was asked for, which the entity may have no more: an id once given out keeps answering, with what has become of it. Ids that nothing
 * ever had are absent. One call more where some are not today's.
 */
export async function entitiesById(db: Database, ids: readonly string[]): Promise<Map<string, Entity>> {
  const found = indexRows(await db.read(ENTITIES_BY_ID, { ids }), 'id', entityOf);
  const former = ids.filter((id) => !found.has(id));
  if (former.length === 0) return found;
  const renamed = indexRows(await db.read(ENTITIES_BY_KEY, { ids: former }), 'ref', entityOf);
  return new Map([...found, ...renamed]);
}

/** By name. `prefix` is the beginning of a name or alias, folded here. */
export function entityList(types: readonly EntityType[] | null, prefix: string | null): ListSource<Entity> {
  if (prefix === null || prefix.trim() === '') return listSource(ENTITIES, entityOf, { types });
  const folded = foldName(prefix);
  // Nothing but invisible characters begins no name.
  if (folded === '')
    throw invalidInput('"name" has nothing to look for: give letters or digits, or leave it out.');
  return listSource(ENTITIES_BY_PREFIX, entityOf, { types, prefix: folded });
}
