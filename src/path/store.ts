import type { Database } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import { RELATIONS_AMONG, STATEMENTS_AMONG } from './cypher.ts';
import {
  PATH_STEPS,
  type PathStep,
  type Paths,
  SEARCH_LIMITS,
  type SearchLimits,
  type Step,
  type Subgraph,
} from './model.ts';
import { idIn, type Level, Search } from './store-search.ts';
import { compareTexts, pathsOfLength } from './store-ways.ts';

export interface PathsRequest {
  /** Ids of two different entities. */
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
  readonly through: readonly PathStep[];
}

/** One of the two ends, and how far it has been looked around it. */
interface Side {
  level: Level;
  readonly known: Set<string>;
}

/**
 * The shortest ways first, then by their steps. Looks around both ends, a level at a time, always where less is to be read: ways of
 * so many steps are complete when as many levels have been read, however they are shared out between the ends.
 */
export async function findPaths(
  db: Database,
  { from, to, maxHops, first, through }: PathsRequest,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<Paths> {
  const search = new Search(db, through, limits);
  // No way goes on through the other end.
  const sides = [from, to].map((id): Side => ({ level: [id], known: new Set([from, to]) }));
  const [ahead, back] = sides as [Side, Side];
  const paths: (readonly Step[])[] = [];
  for (let length = 1; length <= maxHops && paths.length <= first; length += 1) {
    await search.measure(ahead.level, back.level);
    const [near, far] = search.cost(ahead.level) <= search.cost(back.level) ? [ahead, back] : [back, ahead];
    near.level = await search.expand(near.level, near.known, far.level.slice(0, limits.nodes));
    const wanted = first + 1 - paths.length;
    const found = pathsOfLength(search.ways, { from, to, length }, wanted, limits.tries);
    if (found.cut) search.cut();
    paths.push(...found.paths);
  }
  return { paths: paths.slice(0, first), truncated: search.truncated || paths.length > first };
}

/** The entity itself, then the nearest, then those that most joins to the ones a hop nearer. */
export async function findNeighborhood(
  db: Database,
  { of, hops, first }: { readonly of: string; readonly hops: number; readonly first: number },
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<Subgraph> {
  const search = new Search(db, PATH_STEPS, limits);
  const known = new Set([of]);
  const nodes = [of];
  let level: Level = nodes;
  for (let hop = 1; hop <= hops && nodes.length <= first && level.length > 0; hop += 1) {
    await search.measure(level);
    level = await search.expand(level, known);
    nodes.push(...level);
  }
  if (nodes.length > first) search.cut();
  const shown = nodes.slice(0, first);
  const edges = await edgesAmong(search, shown, limits);
  return { nodes: shown, edges, truncated: search.truncated };
}

/** Relations first. Of the statements of one about another the best. */
async function edgesAmong(search: Search, nodes: readonly string[], limits: SearchLimits): Promise<Step[]> {
  await search.measure(nodes);
  const parents = search.affordable(nodes);
  const limit = limits.edges + 1;
  const statements = search.statementsOfEach(parents, 'said');
  const [relationRows, statementRows] = await Promise.all([
    search.read(RELATIONS_AMONG, { parents, limit }),
    search.read(STATEMENTS_AMONG, { parents, nodes, statements, limit }),
  ]);
  for (const row of statementRows)
    search.noteStatement(text(row, 'parent'), text(row, 'other'), text(row, 'best'));
  const among = new Set(nodes);
  const spoken = [...search.statements.values()]
    .filter(({ fromId, toId }) => among.has(fromId) && among.has(toId))
    .sort(
      (a, b) =>
        compareTexts(b.rank, a.rank) || compareTexts(a.fromId, b.fromId) || compareTexts(a.toId, b.toId),
    );
  const relations = relationRows.map(
    (row): Step => ({
      kind: 'RELATION',
      id: idIn(text(row, 'rank')),
      fromId: text(row, 'fromId'),
      toId: text(row, 'toId'),
    }),
  );
  if (relations.length > limits.edges || spoken.length > limits.edges) search.cut();
  return [...relations.slice(0, limits.edges), ...spoken.slice(0, limits.edges)];
}
