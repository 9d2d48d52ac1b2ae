import { LIST_FIELDS } from './expected.ts';
import type { ListQuestion } from './questions.ts';
import { GROUPS } from './world.ts';

const WHOLE = { order: null, way: 1, size: 100, backward: false, after: null, before: null } as const;

/**
 * Asked of every graph, because all its documents decide together: who is of a group, and which statements of somebody are current or
 * withdrawn. Few texts of queries, so it costs little on Neo4j, which plans each text once.
 */
export const ALWAYS: readonly ListQuestion[] = [
  ...GROUPS.map(
    (group): ListQuestion => ({
      ...WHOLE,
      size: 4,
      list: { kind: 'all' },
      where: { saidByGroup: [group] },
      include: [],
    }),
  ),
  ...LIST_FIELDS.flatMap((kind) =>
    ['ann', 'bob', 'carl', 'norland'].flatMap((of) =>
      ([[], ['WITHDRAWN'], ['SUPERSEDED']] as const).map(
        (include): ListQuestion => ({ ...WHOLE, list: { kind, of }, where: null, include }),
      ),
    ),
  ),
];
