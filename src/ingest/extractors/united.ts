import { foldName } from '../../text/fold.ts';
import type { AnnotationInput } from '../annotation.ts';
import type { PlacedEntity } from './placed.ts';

type Entity = NonNullable<AnnotationInput['entities']>[number];

export interface UnitedEntities {
  readonly entities: readonly { readonly pointer: string; readonly entity: Entity }[];
  /** The id in the document of each id that was given. */
  readonly idOf: (id: string) => string;
}

/** Entities that have one QID, or one type and name, are one: the first, with the names of all. Unnamed sources stay what they are. */
export function unitedEntities(known: readonly Entity[], placed: readonly PlacedEntity[]): UnitedEntities {
  const entities: { pointer: string; entity: Entity }[] = [];
  const byKey = new Map<string, number>();
  const ids = new Map<string, string>();
  const given = [...known.map((entity) => ({ ...entity, pointer: '/article/outlet' })), ...placed];
  for (const { pointer, ...entity } of given) {
    const { id, type, name, qid = null } = entity;
    const keys = [`${type} ${foldName(name)}`, ...(qid === null ? [] : [qid])];
    const at =
      type === 'UNNAMED_SOURCE'
        ? undefined
        : keys.map((key) => byKey.get(key)).find((found) => found !== undefined);
    const same = at === undefined ? undefined : entities[at];
    if (same === undefined || isOther(same.entity, type, qid)) {
      for (const key of keys)
        if (type !== 'UNNAMED_SOURCE' && !byKey.has(key)) byKey.set(key, entities.length);
      ids.set(id, id);
      entities.push({ pointer, entity: { ...entity, aliases: [...(entity.aliases ?? [])] } });
      continue;
    }
    ids.set(id, same.entity.id);
    same.entity = {
      ...same.entity,
      aliases: [...new Set([...(same.entity.aliases ?? []), name, ...(entity.aliases ?? [])])].filter(
        (alias) => alias !== same.entity.name,
      ),
      description: same.entity.description ?? entity.description ?? null,
      qid: same.entity.qid ?? qid,
      isOutlet: same.entity.isOutlet === true || entity.isOutlet === true,
    };
  }
  return { entities, idOf: (id) => ids.get(id) ?? id };
}

/** With one name but two QIDs, or one QID but two types, it is a fault that the check tells. */
function isOther(entity: Entity, type: Entity['type'], qid: string | null): boolean {
  const other = entity.qid ?? null;
  return entity.type !== type || (qid !== null && other !== null && qid !== other);
}
