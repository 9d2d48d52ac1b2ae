import type { EntityType } from '../entity/model.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import { entityKeys } from './entity-keys.ts';
import type { Path, Problems } from './problems.ts';

/** Attributes that only entities of one type have. */
const TYPE_OF_ATTRIBUTE = {
  of: 'POSITION',
  accreditedTo: 'POSITION',
  isOutlet: 'ORGANIZATION',
  signedOn: 'TREATY',
  inForceUntil: 'TREATY',
  heldOn: 'EVENT',
} as const satisfies Partial<Record<keyof AnnotatedEntity, EntityType>>;
/** Of a folded name in UTF-8: Neo4j's indexes take 8,000, and no name is near. */
const MAX_NAME_BYTES = 2_000;
/** Whose office a position can be, and where one can be sent to. */
const OFFICE_TYPES: readonly EntityType[] = ['ORGANIZATION', 'COUNTRY'];

export function checkEntities(checked: CheckedAnnotation, problems: Problems): void {
  const { entities } = checked.document;
  reportRepeats(problems, 'entities', entities);
  const byQid = new Map<string, number>();
  for (const [at, entity] of entities.entries()) {
    const path = ['entities', at];
    checkNames(entity, path, problems);
    checkAttributes(checked, entity, path, problems);
    if (entity.qid === null) continue;
    if (entity.type === 'UNNAMED_SOURCE') {
      problems.add(
        [...path, 'qid'],
        'an UNNAMED_SOURCE is nobody in particular: remove the QID or give the type',
      );
    }
    const first = byQid.get(entity.qid);
    if (first === undefined) byQid.set(entity.qid, at);
    else problems.add([...path, 'qid'], `/entities/${first} has it too: make the two one entity`);
  }
  checkKeys(entities, problems);
  checkAliases(checked, problems);
}

/** Two that have one key would be one entity. That they share a QID has been said. */
function checkKeys(entities: readonly AnnotatedEntity[], problems: Problems): void {
  const first = new Map<string, number>();
  const keys = entityKeys(entities, '');
  for (const [at, { id, name }] of entities.entries()) {
    const key = keys.get(id);
    if (key === undefined || key.qid !== null || key.isPrivate) continue;
    const other = first.get(key.id);
    if (other === undefined) first.set(key.id, at);
    else if (entities[other]?.id !== id) {
      const reason =
        `"${name}" cannot be told apart from /entities/${other} ("${entities[other]?.name}") by type and name: ` +
        'make the two one entity, or give QIDs or fuller names';
      problems.add(['entities', at], reason);
    }
  }
}

/** Names are compared folded, and a fold may make a short name long or leave nothing of it. */
function checkNames({ name, aliases }: AnnotatedEntity, path: Path, problems: Problems): void {
  for (const [at, each] of [name, ...aliases].entries()) {
    const place = at === 0 ? [...path, 'name'] : [...path, 'aliases', at - 1];
    const bytes = Buffer.byteLength(foldName(each));
    if (bytes === 0) problems.add(place, 'has no visible characters');
    else if (bytes > MAX_NAME_BYTES)
      problems.add(place, `is too long: folded it has more than ${MAX_NAME_BYTES} bytes`);
  }
}

function checkAttributes(
  checked: CheckedAnnotation,
  entity: AnnotatedEntity,
  path: Path,
  problems: Problems,
): void {
  for (const [attribute, type] of Object.entries(TYPE_OF_ATTRIBUTE)) {
    const value = entity[attribute as keyof typeof TYPE_OF_ATTRIBUTE];
    if (value === null || value === false || entity.type === type) continue;
    problems.add([...path, attribute], `only a ${type} has it, and this is a ${entity.type}`);
  }
  for (const attribute of ['of', 'accreditedTo'] as const) {
    const id = entity[attribute];
    if (id === null || entity.type !== 'POSITION') continue;
    checkEntity(checked, id, [...path, attribute], problems, OFFICE_TYPES);
  }
}

/** A capital that stands for its state is no name of the state: an alias would make every mention of the city one of the state. */
function checkAliases({ document, index }: CheckedAnnotation, problems: Problems): void {
  const metonyms = new Set<string>();
  for (const mention of document.mentions) {
    if (mention.reading !== 'METONYMIC') continue;
    if (mention.exact === undefined) continue;
    const name = foldName(mention.exact);
    for (const id of mention.entities) metonyms.add(`${id} ${name}`);
  }
  for (const [id, { item, at }] of index.entities) {
    for (const [place, alias] of item.aliases.entries()) {
      if (!metonyms.has(`${id} ${foldName(alias)}`)) continue;
      const reason = `"${alias}" stands for "${id}" as a metonym here, and a metonym is never an alias: remove it`;
      problems.add(['entities', at, 'aliases', place], reason);
    }
  }
}

/** Reports every id of an array that an earlier element has. */
export function reportRepeats(
  problems: Problems,
  array: string,
  items: readonly { readonly id: string }[],
): void {
  const first = new Map<string, number>();
  for (const [at, { id }] of items.entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, at);
    else
      problems.add(
        [array, at, 'id'],
        `/${array}/${earlier} has the id "${id}" too: ids are unique within ${array}`,
      );
  }
}

/** Reports an entity that does not exist or is of a type that cannot stand there. */
export function checkEntity(
  { index }: CheckedAnnotation,
  id: string,
  path: Path,
  problems: Problems,
  types?: readonly EntityType[],
): void {
  const entity = index.entities.get(id)?.item;
  if (entity === undefined) problems.add(path, `no entity has the id "${id}"`);
  else if (types !== undefined && !types.includes(entity.type)) {
    problems.add(path, `must be of type ${types.join(' or ')}, but "${id}" is a ${entity.type}`);
  }
}

/** The same for a list, in which each may stand once. */
export function checkEntityList(
  checked: CheckedAnnotation,
  ids: readonly string[],
  path: Path,
  problems: Problems,
): void {
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) problems.add([...path, at], `"${id}" stands in this list already`);
    else checkEntity(checked, id, [...path, at], problems);
  }
}
