import type { PathStep } from '../../src/path/model.ts';
import { personId, relationId, statementId, type WebSpec } from './web.ts';

/* What `paths` and `neighborhood` mean, in the simplest way: every way is tried. */

interface Link {
  readonly kind: PathStep;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The better, the greater. */
  readonly rank: readonly string[];
}

export type WalkedStep = Pick<Link, 'kind' | 'id' | 'from' | 'to'>;

/** Everything that joins two people and that lists show, in its own direction. */
function linksOf({ relations, statements }: WebSpec): Link[] {
  const related = relations.flatMap(({ from, to, since = '', claim, hidden }, at): Link[] => {
    if (hidden === true || from === to) return [];
    const id = relationId(at);
    const rank = ['2', claim === true ? '0' : '1', since];
    return [{ kind: 'RELATION', id, from: personId(from), to: personId(to), rank }];
  });
  const spoken = statements.flatMap(({ by, about, date = '', withdrawn, superseded }, at) => {
    if (withdrawn === true || superseded === true) return [];
    const id = statementId(at);
    return by.flatMap((speaker) =>
      about
        .filter((subject) => subject !== speaker)
        .map((subject): Link => {
          return {
            kind: 'STATEMENT',
            id,
            from: personId(speaker),
            to: personId(subject),
            rank: ['1', date],
          };
        }),
    );
  });
  return [...related, ...spoken];
}

/** Of equal relations the last by id, of equal statements the first, as in lists. */
function better(a: Link, b: Link): number {
  const [first, second] = a.kind === 'STATEMENT' ? [a, b] : [b, a];
  return compare(b.rank, a.rank) || compare([first.id], [second.id]);
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, text] of a.entries()) {
    if (text !== b[at]) return text < (b[at] ?? '') ? -1 : 1;
  }
  return 0;
}

export interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
  readonly through: readonly PathStep[];
}

export function pathsIn(web: WebSpec, { from, to, maxHops, first, through }: Wanted) {
  const links = linksOf(web).filter(({ kind }) => through.includes(kind));
  const both = [...links, ...links.map((link) => ({ ...link, from: link.to, to: link.from }))].sort(better);
  const all: Link[][] = [];
  const walk = (at: string, way: Link[]): void => {
    if (at === to) all.push(way);
    if (at === to || way.length === maxHops) return;
    const met = new Set([from, ...way.map((link) => link.to)]);
    for (const link of both) {
      if (link.from !== at || met.has(link.to)) continue;
      met.add(link.to);
      walk(link.to, [...way, link]);
    }
  };
  walk(from, []);
  const inOrder = all.sort((a, b) => {
    if (a.length !== b.length) return a.length - b.length;
    for (const [at, link] of a.entries()) {
      const other = b[at] as Link;
      const difference = better(link, other) || compare([link.to], [other.to]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return { paths: inOrder.slice(0, first).map((way) => way.map(shown)), truncated: all.length > first };
}

export function neighborhoodIn(web: WebSpec, of: string, hops: number, first: number) {
  const links = linksOf(web);
  const nodes = [of];
  let level = [of];
  for (let hop = 1; hop <= hops; hop += 1) {
    const times = new Map<string, number>();
    for (const { from, to } of links) {
      for (const [near, far] of [
        [from, to],
        [to, from],
      ] as const)
        if (level.includes(near) && !nodes.includes(far)) times.set(far, (times.get(far) ?? 0) + 1);
    }
    level = [...times]
      .sort(([a, timesA], [b, timesB]) => timesB - timesA || compare([a], [b]))
      .map(([id]) => id);
    nodes.push(...level);
  }
  const shownNodes = nodes.slice(0, first);
  const among = links
    .filter(({ from, to }) => shownNodes.includes(from) && shownNodes.includes(to))
    .sort((a, b) => better(a, b) || compare([a.from, a.to], [b.from, b.to]));
  const edges = among.filter((link, at) => {
    const before = among.slice(0, at);
    const isSame = ({ kind, from, to }: Link) => kind === 'STATEMENT' && from === link.from && to === link.to;
    return !before.some(isSame);
  });
  return { nodes: shownNodes, edges: edges.map(shown), truncated: nodes.length > first };
}

const shown = ({ kind, id, from, to }: Link): WalkedStep => ({ kind, id, from, to });
