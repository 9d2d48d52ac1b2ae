import type { Step, Way } from './model.ts';

/** A neighbour and what joins it. */
interface Neighbour extends Way {
  readonly to: string;
}

/** What a search knows: entities by id and the best way between any two of them, which leads both ways. */
export class Ways {
  readonly #best = new Map<string, Map<string, Way>>();

  add(a: string, b: string, way: Way): void {
    const known = this.#best.get(a)?.get(b);
    if (known !== undefined && compareWays(known, way) <= 0) return;
    this.#neighboursOf(a).set(b, way);
    this.#neighboursOf(b).set(a, way);
  }

  /** In no order of meaning. */
  neighbours(id: string): Iterable<string> {
    return this.#best.get(id)?.keys() ?? [];
  }

  /** The best first. */
  ranked(id: string, wanted: ReadonlySet<string>): Neighbour[] {
    const found: Neighbour[] = [];
    for (const [to, way] of this.#best.get(id) ?? []) if (wanted.has(to)) found.push({ ...way, to });
    return found.sort((a, b) => compareWays(a, b) || compareTexts(a.to, b.to));
  }

  #neighboursOf(id: string): Map<string, Way> {
    const known = this.#best.get(id) ?? new Map<string, Way>();
    this.#best.set(id, known);
    return known;
  }
}

/** Relations before statements, then the greater rank. */
export function compareWays(a: Way, b: Way): number {
  if (a.kind !== b.kind) return a.kind === 'RELATION' ? -1 : 1;
  return -compareTexts(a.rank, b.rank);
}

/** By code unit: both engines order texts so, as long as these are ids and dates. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Ways of exactly `length` steps that meet no entity twice, by their first step, then their second, and so on; at most `limit`.
 * `cut` says that there were more things to try than `tries`.
 */
export function pathsOfLength(
  ways: Ways,
  { from, to, length }: { readonly from: string; readonly to: string; readonly length: number },
  limit: number,
  tries: number,
): { readonly paths: readonly (readonly Step[])[]; readonly cut: boolean } {
  const ends = leadingTo(ways, from, to, length);
  const paths: (readonly Step[])[] = [];
  const met = new Set([from]);
  const steps: Step[] = [];
  let left = tries;
  const walk = (at: string): void => {
    if (at === to) {
      paths.push([...steps]);
      return;
    }
    for (const { to: next, kind, id } of ways.ranked(at, ends[length - steps.length - 1] as Set<string>)) {
      if (met.has(next)) continue;
      if (paths.length === limit || left === 0) return;
      left -= 1;
      met.add(next);
      steps.push({ kind, id, fromId: at, toId: next });
      walk(next);
      steps.pop();
      met.delete(next);
    }
  };
  walk(from);
  return { paths, cut: left === 0 };
}

/** By number of steps: from where `to` can be come to with so many, `from` not being on the way. */
function leadingTo(ways: Ways, from: string, to: string, length: number): readonly Set<string>[] {
  const ends = [new Set([to])];
  while (ends.length < length) {
    const next = new Set<string>();
    for (const id of ends.at(-1) ?? [])
      for (const before of ways.neighbours(id)) if (before !== from && before !== to) next.add(before);
    ends.push(next);
  }
  return ends;
}
