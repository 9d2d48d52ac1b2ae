import type { AnnotatedEntity } from './annotation.ts';
import { type EntityKey, privateKeys } from './entity-keys.ts';

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
 * somebody merged them: the one that the entity has its id from, or its name, is it; the others become private to the article. One whose private
 * key is among the `decided` stays apart, and is what was decided.
 */
export function resolve(
  entities: readonly AnnotatedEntity[],
  keys: ReadonlyMap<string, EntityKey>,
  articleId: string,
  entityOf: (keyId: string) => EntityOfKey,
  decided: ReadonlySet<string>,
): Resolved {
  const groups = new Map<string, Claim[]>();
  const claim = (keyId: string): Claim => {
    const made = { keyId, of: entityOf(keyId) };
    const group = groups.get(made.of.entityId);
    if (group === undefined) groups.set(made.of.entityId, [made]);
    else group.push(made);
    return made;
  };
  const apartKeys = privateKeys(entities, keys, articleId);
  const claims = entities.map((entity) => {
    const key = keys.get(entity.id);
    if (key === undefined) throw new Error(`entity "${entity.id}" has no key`);
    const apartKey = apartKeys.get(entity.id) ?? null;
    const isDecided = apartKey !== null && decided.has(apartKey.id);
    return { entity, apartKey, named: claim(key.id), own: isDecided ? claim(apartKey.id) : null };
  });
  const resolution = new Map<string, string>();
  const apart: KeptApart[] = [];
  for (const { entity, apartKey, named, own } of claims) {
    const { entityId } = named.of;
    if (apartKey === null || (own === null && isIt(named, groups.get(entityId) ?? []))) {
      resolution.set(entity.id, entityId);
    } else {
      resolution.set(entity.id, own?.of.entityId ?? apartKey.id);
      apart.push({ entity, key: apartKey });
    }
  }
  return { resolution, apart };
}

export interface EntityOfKey {
  readonly entityId: string;
  /** The entity that it would be of without decisions. */
  readonly base: string;
  /** A decision merged the key itself into another. */
  readonly isMerged: boolean;
  /** It is no other entity than without decisions, or somebody merged that one: else it is by its name that decisions led it there. */
  readonly isCertain: boolean;
}

interface Claim {
  readonly keyId: string;
  readonly of: EntityOfKey;
}

/**
 * A name is no certain one where the document has somebody who is called so with more right, or with as much. Without decisions all of a
 * group have one base; decisions join the bases, not what a document keeps apart within one.
 */
function isIt(claim: Claim, group: readonly Claim[]): boolean {
  if (group.length === 1) return true;
  const { base, isMerged, isCertain } = claim.of;
  if (!isCertain) return false;
  if (isMerged || claim.keyId === base) return true;
  return group.every((other) => other === claim || other.of.base !== base || other.of.isMerged);
}
