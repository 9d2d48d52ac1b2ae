import { ENTITY_TYPES, type EntityType } from '../entity/model.ts';

export function entityType(name: string): EntityType {
  const type = ENTITY_TYPES.find((each) => each === name);
  if (type === undefined) throw new Error(`the graph has an entity of the unknown type ${name}`);
  return type;
}
