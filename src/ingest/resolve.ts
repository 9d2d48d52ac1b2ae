import { ENTITY_NODE_TYPES, type EntityType } from '../entity/model.ts';
import { nodeId } from '../graph/id.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import type { Problems } from './problems.ts';

/** An entity of the graph that one of a document may be. */
export interface KnownEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly qid: string | null;
  readonly sortName: string;
  /** Positions: whose office it is and where it is sent to; empty where no document says. */
  readonly officeOf: readonly string[];
  readonly accreditedTo: readonly string[];
}

/** What the graph knows under the QIDs and folded names of a document. */
export interface KnownEntities {
  readonly byQid: ReadonlyMap<string, KnownEntity>;
  /** By folded name or alias. */
  readonly byName: ReadonlyMap<string, readonly KnownEntity[]>;
}

/** Entity ids by local ids. */
export type Resolution = ReadonlyMap<string, string>;

/**
 * Which entity of the graph each entity of a document is. The strongest evidence chooses first: a QID; then a name; then
 * an alias; a new entity where nothing matches, or several do, on either side. Two that a document keeps apart never
 * become one: what cannot be told apart is a problem. Positions come last, because whose office they are tells them apart.
 */
export function resolveEntities(
  entities: readonly AnnotatedEntity[],
  articleId: string,
  known: KnownEntities,
  problems: Problems,
): Resolution {
  const ids = new Map<string, string>();
  const taken = new Map<string, number>();
  const offices = [...entities.keys()].filter((at) => entities[at]?.type === 'POSITION');
  const named = [...entities.keys()].filter((at) => entities[at]?.type !== 'POSITION');
  for (const group of [named, offices]) {
    for (const rule of [byQid, byName, byAlias, asNew]) {
      const chosen = new Map<string, Asked[]>();
      for (const at of group) {
        const entity = entities[at];
        if (entity === undefined || ids.has(entity.id)) continue;
        const asked = { entity, articleId, known, ids, at, problems };
        const id = rule(asked);
        if (id === null) continue;
        const others = chosen.get(id);
        if (others === undefined) chosen.set(id, [asked]);
        else others.push(asked);
      }
      for (const [id, all] of chosen) {
        // A name leads to no entity that another of the document is, or as well may be.
        const isWeak = rule === byName || rule === byAlias;
        if (isWeak && (all.length > 1 || taken.has(id))) continue;
        for (const { entity, at } of all) {
          const other = taken.get(id);
          if (other === undefined) taken.set(id, at);
          else problems.add(['entities', at], clash(entity, entities[other], other));
          ids.set(entity.id, id);
        }
      }
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

/** One with a QID takes the only entity of its name over if that has none yet; it never takes one with another QID. */
function byName(asked: Asked): string | null {
  const folded = foldName(asked.entity.name);
  return onlyOne(asked, ({ sortName }) => sortName === folded);
}

function byAlias(asked: Asked): string | null {
  // A name that is shared is no evidence, and neither is then the alias of a third.
  const folded = foldName(asked.entity.name);
  if (asked.entity.qid !== null || candidates(asked).some(({ sortName }) => sortName === folded)) return null;
  return onlyOne(asked, () => true);
}

function asNew(asked: Asked): string {
  const { entity, articleId, ids } = asked;
  const type = ENTITY_NODE_TYPES[entity.type];
  const folded = foldName(entity.name);
  // Tools number what they find, so a local id alone would make one source of what two runs call "e1".
  if (entity.type === 'UNNAMED_SOURCE') return nodeId(type, articleId, entity.id, folded);
  if (entity.qid !== null) return nodeId(type, entity.qid);
  // "Foreign minister" names as many offices as there are countries.
  const isOffice = entity.of !== null || entity.accreditedTo !== null;
  const key = isOffice ? [folded, idOf(ids, entity.of), idOf(ids, entity.accreditedTo)] : [folded];
  let id = nodeId(type, ...key);
  for (let number = 2; isSomebodyElse(asked, id); number += 1) id = nodeId(type, ...key, number);
  return id;
}

/** Whether the entity with the id has become one in particular since it was named so: by a QID, a name, an office. */
function isSomebodyElse(asked: Asked, id: string): boolean {
  const folded = foldName(asked.entity.name);
  const holder = asked.known.byName.get(folded)?.find((found) => found.id === id);
  if (holder === undefined) return false;
  return holder.qid !== null || holder.sortName !== folded || !isCandidate(asked, holder);
}

function onlyOne(asked: Asked, fits: (found: KnownEntity) => boolean): string | null {
  const [first, second] = candidates(asked).filter(fits);
  if (first === undefined || second !== undefined) return null;
  return asked.entity.qid !== null && first.qid !== null ? null : first.id;
}

function candidates(asked: Asked): KnownEntity[] {
  if (asked.entity.type === 'UNNAMED_SOURCE') return [];
  const found = asked.known.byName.get(foldName(asked.entity.name)) ?? [];
  return found.filter((candidate) => isCandidate(asked, candidate));
}

function isCandidate({ entity, ids }: Asked, candidate: KnownEntity): boolean {
  return (
    candidate.type === entity.type &&
    isOne(candidate.officeOf, idOf(ids, entity.of)) &&
    isOne(candidate.accreditedTo, idOf(ids, entity.accreditedTo))
  );
}

/** An office of nobody in particular is not the one of a country. */
function isOne(ids: readonly string[], id: string | null): boolean {
  return id === null ? ids.length === 0 : ids.includes(id);
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
