import type { AnnotatedEntity } from './annotation.ts';
import { type EntityKey, privateKey } from './entity-keys.ts';

/** Entity ids by local ids. */
export type Resolution = ReadonlyMap<string, string>;

/** An entity that its document keeps apart from another one, though its key leads to that. */
export interface KeptApart {
  readonly entity: AnnotatedEntity;
  readonly key: EntityKey;
}

export interface Resolved {
  readonly resolution: Resolution;
  readonly apart: readonly KeptApart[];
}

/**
 * Which entity of the graph each entity of a document is: the one that its key is of. Two that a document keeps apart never become one, unless
 * somebody merged them: the one that the entity has its id from, or its name, is it; the others become private to the article.
 */
export function resolve(
  entities: readonly AnnotatedEntity[],
  keys: ReadonlyMap<string, EntityKey>,
  articleId: string,
  entityOf: (keyId: string) => EntityOfKey,
): Resolved {
  const groups = new Map<string, Claimant[]>();
  for (const entity of entities) {
    const key = keys.get(entity.id);
    if (key === undefined) throw new Error(`entity "${entity.id}" has no key`);
    const of = entityOf(key.id);
    const group = groups.get(of.entityId);
    if (group === undefined) groups.set(of.entityId, [{ entity, key, of }]);
    else group.push({ entity, key, of });
  }
  const resolution = new Map<string, string>();
  const apart: KeptApart[] = [];
  for (const [entityId, claimants] of groups) {
    for (const claimant of claimants) {
      if (isIt(claimant, claimants)) resolution.set(claimant.entity.id, entityId);
      else {
        const key = privateKey(claimant.entity, articleId, claimant.key);
        resolution.set(claimant.entity.id, key.id);
        apart.push({ entity: claimant.entity, key });
      }
    }
  }
  return { resolution, apart };
}

export interface EntityOfKey {
  readonly entityId: string;
  /** Not by its name, but because somebody decided so. */
  readonly isMerged: boolean;
}

interface Claimant {
  readonly entity: AnnotatedEntity;
  readonly key: EntityKey;
  readonly of: EntityOfKey;
}

/** A name is no certain one where the document has somebody who is called so with more right, or with as much. */
function isIt(claimant: Claimant, all: readonly Claimant[]): boolean {
  if (claimant.of.isMerged || claimant.key.id === claimant.of.entityId) return true;
  return all.every((other) => other === claimant || other.of.isMerged);
}
