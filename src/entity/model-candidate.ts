import { foldName } from '../text/fold.ts';
import type { Entity } from './model.ts';

/** An entity that an ambiguous name may mean, as clients are told. */
export interface Candidate extends Pick<Entity, 'id' | 'type' | 'name' | 'description' | 'qid'> {
  /** How likely it is meant, from 0 to 1, both excluded: own names have more than 0.5, aliases less. Says nothing across two names. */
  readonly score: number;
  /** Whether the name asked for is its own or another of its names. */
  readonly reason: 'NAME' | 'ALIAS';
  /** That name as it is written. */
  readonly matched: string;
}

/**
 * The entities that have the name, likeliest first, then by id. `uses` says how often the articles speak of each. The score is half of
 * the entity's share in the uses of all, each having one more than it has, and for an own name a half above that: so the least used own
 * name comes before the most used alias.
 */
export function candidatesOf(
  name: string,
  entities: readonly Entity[],
  uses: ReadonlyMap<string, number>,
): Candidate[] {
  const folded = foldName(name);
  const usesOf = ({ id }: Entity) => (uses.get(id) ?? 0) + 1;
  const all = entities.reduce((sum, entity) => sum + usesOf(entity), 0);
  return entities
    .map((entity): Candidate => {
      const { id, type, name: own, aliases, description, qid } = entity;
      const isOwn = foldName(own) === folded;
      const share = usesOf(entity) / all;
      return {
        id,
        type,
        name: own,
        description,
        qid,
        score: isOwn ? (1 + share) / 2 : share / 2,
        reason: isOwn ? 'NAME' : 'ALIAS',
        matched: isOwn ? own : (aliases.find((alias) => foldName(alias) === folded) ?? own),
      };
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
