import type { EntityType } from '../entity/model.ts';
import { type NodeType, nodeId } from '../graph/id.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import type { Problems } from './problems.ts';

/** An entity of the graph that one of a document may be. */
export interface KnownEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly qid: string | null;
  readonly sortName: string;
  /** Positions: whose office it is and where it is sent to; null where the graph does not know. */
  readonly officeOf: string | null;
  readonly accreditedTo: string | null;
}

/** What the graph knows under the QIDs and folded names of a document. */
export interface KnownEntities {
  readonly byQid: ReadonlyMap<string, KnownEntity>;
  /** By folded name or alias. */
  readonly byName: ReadonlyMap<string, readonly KnownEntity[]>;
}

/** Entity ids by local ids. */
export type Resolution = ReadonlyMap<string, string>;

const NODE_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  COUNTRY: 'Country',
  PLACE: 'Place',
  TREATY: 'Treaty',
  EVENT: 'Event',
  POSITION: 'Position',
  UNNAMED_SOURCE: 'UnnamedSource',
} as const satisfies Record<EntityType, NodeType>;

/**
 * Which entity of the graph each entity of a document is. The strongest evidence chooses first: a QID; then a name; then
 * an alias; a new entity where nothing matches or several do. Two that a document keeps apart never become one: what
 * cannot be told apart is a problem. Positions come last, because whose office they are helps to tell them apart.
 */
export function resolveEntities(
  entities: readonly AnnotatedEntity[],
  articleId: string,
  known: KnownEntities,
  problems: Problems,
): Resolution {
  const ids = new Map<string, string>();
  const taken = new Map<string, number>();
  const take = (at: number, id: string) => {
    const entity = entities[at];
    if (entity === undefined) return;
    const other = taken.get(id);
    if (other === undefined) taken.set(id, at);
    else problems.add(['entities', at], clash(entity, entities[other], other));
    ids.set(entity.id, id);
  };
  const offices = [...entities.keys()].filter((at) => entities[at]?.type === 'POSITION');
  const others = [...entities.keys()].filter((at) => entities[at]?.type !== 'POSITION');
  for (const group of [others, offices]) {
    for (const rule of [byQid, byName, byAlias, asNew]) {
      const chosen: (readonly [number, string])[] = [];
      for (const at of group) {
        const entity = entities[at];
        if (entity === undefined || ids.has(entity.id)) continue;
        const id = rule({ entity, articleId, known, ids, at, problems });
        if (id !== null && (rule === asNew || rule === byQid || !taken.has(id))) chosen.push([at, id]);
      }
      for (const [at, id] of chosen) take(at, id);
    }
  }
  return ids;
}

interface Asked {
  readonly entity: AnnotatedEntity;
  readonly articleId: string;
  readonly known: KnownEntities;
  readonly ids: Resolution;
  readonly at: number;
  readonly problems: Problems;
}

function byQid({ entity, known, at, problems }: Asked): string | null {
  const found = entity.qid === null ? undefined : known.byQid.get(entity.qid);
  if (found === undefined) return null;
  if (found.type !== entity.type) {
    const reason = `${entity.qid} is a ${found.type} in the graph, not a ${entity.type}: correct the QID or the type`;
    problems.add(['entities', at, 'qid'], reason);
  }
  return found.id;
}

/** One with a QID takes an entity of its name over that has none yet; it never takes one with another QID. */
function byName(asked: Asked): string | null {
  const folded = foldName(asked.entity.name);
  return onlyOne(asked, (found) => found.sortName === folded);
}

function byAlias(asked: Asked): string | null {
  // A name that is shared is no evidence, and neither is then the alias of a third.
  const folded = foldName(asked.entity.name);
  if (asked.entity.qid !== null || candidates(asked).some((found) => found.sortName === folded)) return null;
  return onlyOne(asked, () => true);
}

function asNew({ entity, articleId, ids }: Asked): string {
  const type = NODE_TYPES[entity.type];
  if (entity.type === 'UNNAMED_SOURCE') return nodeId(type, articleId, entity.id);
  if (entity.qid !== null) return nodeId(type, entity.qid);
  const folded = foldName(entity.name);
  // "Foreign minister" names as many offices as there are countries.
  if (entity.of === null && entity.accreditedTo === null) return nodeId(type, folded);
  return nodeId(type, folded, idOf(ids, entity.of), idOf(ids, entity.accreditedTo));
}

function onlyOne(asked: Asked, fits: (found: KnownEntity) => boolean): string | null {
  const [first, second] = candidates(asked).filter(fits);
  return second === undefined ? (first?.id ?? null) : null;
}

function candidates({ entity, known, ids }: Asked): KnownEntity[] {
  if (entity.type === 'UNNAMED_SOURCE') return [];
  const found = known.byName.get(foldName(entity.name)) ?? [];
  return found.filter(
    (candidate) =>
      candidate.type === entity.type &&
      (entity.qid === null || candidate.qid === null) &&
      agree(candidate.officeOf, idOf(ids, entity.of)) &&
      agree(candidate.accreditedTo, idOf(ids, entity.accreditedTo)),
  );
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function idOf(ids: Resolution, localId: string | null): string | null {
  return localId === null ? null : (ids.get(localId) ?? null);
}

function clash(entity: AnnotatedEntity, other: AnnotatedEntity | undefined, at: number): string {
  return (
    `"${entity.name}" cannot be told apart from /entities/${at} ("${other?.name}") by type and name: ` +
    'make the two one entity, or give QIDs or fuller names'
  );
}
