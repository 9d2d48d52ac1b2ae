import { ENTITY_NODE_TYPES, type EntityType } from '../entity/model.ts';
import { nodeId } from '../graph/id.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';

/**
 * What a document identifies an entity by: its QID, else its type and folded name; of an office also whose it is. It follows from the
 * document alone, so it is the same whatever the graph has; which entity it is the key of depends on all documents (`roots.ts`).
 */
export interface EntityKey {
  /** Also the id of the entity that is known by this key alone. */
  readonly id: string;
  readonly type: EntityType;
  readonly qid: string | null;
  readonly folded: string;
  /** Offices: the keys of whose office it is and of where it is sent. */
  readonly ofKey: string | null;
  readonly accreditedKey: string | null;
  /** Of one article only, and by no name anybody else: an unnamed source, or one that its article keeps apart from its namesake. */
  readonly isPrivate: boolean;
  /** The article of a private one; else null. */
  readonly articleId: string | null;
}

/** By local id. What refers to no entity of the document counts as null: the check reports it. */
export function entityKeys(
  entities: readonly AnnotatedEntity[],
  articleId: string,
): ReadonlyMap<string, EntityKey> {
  const byLocalId = new Map(entities.map((entity) => [entity.id, entity]));
  const keys = new Map<string, EntityKey>();
  const idOf = (localId: string | null): string | null => {
    const other = localId === null ? undefined : byLocalId.get(localId);
    return other === undefined || other.type === 'POSITION' ? null : plainKey(other, articleId).id;
  };
  for (const entity of entities) {
    const key =
      entity.type === 'POSITION'
        ? officeKey(entity, idOf(entity.of), idOf(entity.accreditedTo))
        : plainKey(entity, articleId);
    keys.set(entity.id, key);
  }
  return keys;
}

/** The key of an entity that its document keeps apart from all others of its name. */
export function privateKey(
  entity: AnnotatedEntity,
  articleId: string,
  office: Pick<EntityKey, 'ofKey' | 'accreditedKey'> = { ofKey: null, accreditedKey: null },
): EntityKey {
  const folded = foldName(entity.name);
  // Tools number what they find, so a local id alone would make one of what two runs call "e1".
  const { ofKey, accreditedKey } = office;
  const scope = ofKey === null && accreditedKey === null ? [] : [ofKey, accreditedKey];
  const id = nodeId(ENTITY_NODE_TYPES[entity.type], articleId, entity.id, folded, ...scope);
  return { id, type: entity.type, qid: null, folded, ofKey, accreditedKey, isPrivate: true, articleId };
}

/** By local id, the keys that entities have where their document keeps them apart; not of those whose key is private anyway. */
export function privateKeys(
  entities: readonly AnnotatedEntity[],
  keys: ReadonlyMap<string, EntityKey>,
  articleId: string,
): ReadonlyMap<string, EntityKey> {
  const apart = new Map<string, EntityKey>();
  for (const entity of entities) {
    const key = keys.get(entity.id);
    if (key !== undefined && !key.isPrivate) apart.set(entity.id, privateKey(entity, articleId, key));
  }
  return apart;
}

function plainKey(entity: AnnotatedEntity, articleId: string): EntityKey {
  const { type, qid, name } = entity;
  if (type === 'UNNAMED_SOURCE') return privateKey(entity, articleId);
  const folded = foldName(name);
  const id = nodeId(ENTITY_NODE_TYPES[type], qid ?? folded);
  return { id, type, qid, folded, ofKey: null, accreditedKey: null, isPrivate: false, articleId: null };
}

/** "Foreign minister" names as many offices as there are countries. */
function officeKey(
  { qid, name }: AnnotatedEntity,
  ofKey: string | null,
  accreditedKey: string | null,
): EntityKey {
  const folded = foldName(name);
  const office = ofKey === null && accreditedKey === null ? [] : [ofKey, accreditedKey];
  const id = qid === null ? nodeId('Position', folded, ...office) : nodeId('Position', qid);
  return { id, type: 'POSITION', qid, folded, ofKey, accreditedKey, isPrivate: false, articleId: null };
}
