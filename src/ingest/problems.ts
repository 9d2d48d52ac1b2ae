import { OnrecordError, type Problem } from '../errors.ts';

/** Steps from the root of a document to a place in it. */
export type Path = readonly (string | number)[];

/** Where words that were not found at their offsets do stand. */
export interface NearestHit {
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

interface Found {
  readonly path: Path;
  readonly reason: string;
  readonly nearest: readonly NearestHit[];
  readonly mismatch: boolean;
}

/** More than anyone reads; keeps the report on a document that is wrong throughout at a bounded size. */
const MAX_PROBLEMS = 1_000;

/** JSON pointer (RFC 6901) of a path. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Gathers what is wrong with one document, in any order, and reports all of it in document order. */
export class Problems {
  readonly #found: Found[] = [];

  add(path: Path, reason: string): void {
    this.#found.push({ path, reason, nearest: [], mismatch: false });
  }

  /** Words and offsets disagree. */
  addMismatch(path: Path, reason: string, nearest: readonly NearestHit[]): void {
    this.#found.push({ path, reason, nearest, mismatch: true });
  }

  /** Those of another that are wanted. */
  take(other: Problems, wanted: (path: Path) => boolean): void {
    // One by one: a hostile document has more problems than a call has room for arguments.
    for (const found of other.#found) if (wanted(found.path)) this.#found.push(found);
  }

  get count(): number {
    return this.#found.length;
  }

  /**
   * Throws INVALID_INPUT when there are problems. `details.problems` has all of them; where words and offsets disagree,
   * `details.mismatches` has their pointers and `details.nearest` the places of the words, nearest first.
   */
  throwIfAny(document: unknown): void {
    if (this.#found.length === 0) return;
    const ranked = this.#found
      .map((found) => ({ found, rank: rankOf(found.path, document) }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
      .slice(0, MAX_PROBLEMS)
      .map(({ found }) => found);
    const problems = ranked.map(({ path, reason }): Problem => ({ pointer: pointerOf(path), reason }));
    const mismatches = ranked.filter((found) => found.mismatch).map(({ path }) => pointerOf(path));
    throw new OnrecordError('INVALID_INPUT', summaryOf(this.#found.length, problems.length), {
      details: {
        problems,
        ...(mismatches.length > 0 && { mismatches, nearest: ranked.flatMap((found) => found.nearest) }),
      },
    });
  }
}

function summaryOf(found: number, shown: number): string {
  const count = found === 1 ? 'one problem' : `${found} problems`;
  return `The annotation document has ${count}${shown < found ? `, the first ${shown} are given` : ''}; nothing was written.`;
}

/** A path as numbers that sort as the document reads: array indexes, and the places of keys in their objects. */
function rankOf(path: Path, document: unknown): number[] {
  let value: unknown = document;
  return path.map((step) => {
    if (Array.isArray(value)) {
      value = value[Number(step)];
      return Number(step);
    }
    if (value === null || typeof value !== 'object') return Number.MAX_SAFE_INTEGER;
    const place = Object.keys(value).indexOf(String(step));
    value = (value as Record<string, unknown>)[step];
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank - other;
  }
  return a.length - b.length;
}
