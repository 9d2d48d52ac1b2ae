/**
 * Which keys are keys of one entity. A function of all documents, whatever came first:
 *
 * - A key with a QID is an entity of its own, and so is a private one.
 * - Keys that stand for the same name are of one entity: an office has one for each key of whose it is. They point to the least of them.
 * - A key that is a name points to the one other entity that is called so, by a name or an alias. Where several are, it has rivals and
 *   stands alone; they are its candidates; nor does another point to it. Names that are all called by each other are no rivals.
 * - What somebody decided to merge points where they said. A name that one of those who are called so was merged into is theirs: it points
 *   to none of the others.
 * - Following the pointers leads to the root, which gives the entity its id; of keys that point at each other it is the one with the
 *   least id.
 *
 * Who is an entity depends on the pointers, and they on who is one: so it is worked out in rounds. A round adds the pointers that follow from the
 * entities of the round before, and takes none back.
 */

/** A key as the graph has it. */
export interface KeyNode {
  readonly id: string;
  readonly qid: string | null;
  /** The name that it stands for, in the form in which holders are looked up; null for keys that are looked up by no name. */
  readonly own: string | null;
  /** The key that a standing decision merged it into. */
  readonly mergedInto: string | null;
}

/** The part of the graph that has been read. */
export interface KnownKeys {
  readonly keys: ReadonlyMap<string, KeyNode>;
  /** By name, the ids of the keys that are called so; null where there are too many to look at, and so more than one entity. */
  readonly holders: ReadonlyMap<string, readonly string[] | null>;
  /** By name, the ids of the keys that stand for it. */
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
}

export interface Rooted {
  readonly root: string;
  /** The root as it would be without decisions. */
  readonly base: string;
  /** The entities that it could be as well, by their roots: two or more, or none. Sorted. */
  readonly candidates: readonly string[];
}

/** What must be read before roots can be told. */
export interface Missing {
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** An alias of an alias of an alias: further away nothing is certain. It bounds how far a new name reaches. */
export const ROUNDS = 3;

/** The roots of keys, or what is missing to tell them. Each key and name is missing once, so reading and asking again ends. */
export function rootsOf(
  ids: readonly string[],
  known: KnownKeys,
): { readonly roots: ReadonlyMap<string, Rooted> } | { readonly missing: Missing } {
  const decided = new Rounds(known, true);
  for (const id of ids) {
    decided.root(id, ROUNDS);
    decided.candidates(id);
  }
  // Most of the graph has been decided on by nobody.
  const undecided = decided.metDecisions ? new Rounds(known, false) : decided;
  const roots = new Map(
    ids.map((id) => [
      id,
      {
        root: decided.root(id, ROUNDS),
        base: undecided.root(id, ROUNDS),
        candidates: decided.candidates(id),
      },
    ]),
  );
  const keys = new Set([...decided.missingKeys, ...undecided.missingKeys]);
  const names = new Set([...decided.missingNames, ...undecided.missingNames]);
  if (keys.size + names.size === 0) return { roots };
  return { missing: { keys: [...keys].toSorted(), names: [...names].toSorted() } };
}

class Rounds {
  readonly missingKeys = new Set<string>();
  readonly missingNames = new Set<string>();
  readonly #known: KnownKeys;
  readonly #withDecisions: boolean;
  #metDecisions = false;
  readonly #pointers = new Map<string, string | null>();
  readonly #roots = new Map<string, string>();

  constructor(known: KnownKeys, withDecisions: boolean) {
    this.#known = known;
    this.#withDecisions = withDecisions;
  }

  /** Whether any key that was looked at is merged by a decision. */
  get metDecisions(): boolean {
    return this.#metDecisions;
  }

  root(id: string, round: number): string {
    const known = this.#roots.get(`${round} ${id}`);
    if (known !== undefined) return known;
    const way = [id];
    for (;;) {
      const at = way.at(-1) ?? id;
      const to = this.#pointer(at, round);
      const turn = to === null ? -1 : way.indexOf(to);
      if (to !== null && turn < 0) {
        way.push(to);
        continue;
      }
      const root = to === null ? at : least(way.slice(turn));
      this.#roots.set(`${round} ${id}`, root);
      return root;
    }
  }

  candidates(id: string): readonly string[] {
    if (this.#pointer(id, ROUNDS) !== null) return [];
    const others = this.#others(id, ROUNDS - 1);
    return others.length > 1 ? others : [];
  }

  #pointer(id: string, round: number): string | null {
    const memo = `${round} ${id}`;
    const known = this.#pointers.get(memo);
    if (known !== undefined) return known;
    const pointer = this.#makePointer(id, round);
    this.#pointers.set(memo, pointer);
    return pointer;
  }

  #makePointer(id: string, round: number): string | null {
    if (round === 0) return this.#firstPointer(id);
    const before = this.#pointer(id, round - 1);
    if (before !== null) return before;
    const [only, rival] = this.#others(id, round - 1);
    if (only === undefined || rival !== undefined || this.#isTaken(id, round - 1)) return null;
    // A name that several have is nobody in particular, so nothing is certainly the same.
    return this.#others(only, round - 1).length > 1 ? null : only;
  }

  #firstPointer(id: string): string | null {
    const key = this.#key(id);
    const into = this.#mergedInto(id);
    if (key === null || into !== null || key.own === null) return into;
    const namesakes = this.#known.namesakes.get(key.own);
    if (namesakes === undefined) this.missingNames.add(key.own);
    const others = (namesakes ?? []).filter((other) => other !== id);
    // What somebody decided about one of them holds for all.
    const merged = others.filter((other) => this.#mergedInto(other) !== null);
    const first = merged.length > 0 ? least(merged) : least([id, ...others]);
    return first === id ? null : first;
  }

  /** Who else is called as the key is, by the round's roots. Sorted. */
  #others(id: string, round: number): readonly string[] {
    const key = this.#key(id);
    if (key === null || key.qid !== null || key.own === null) return [];
    const roots = new Set(
      (this.#holders(key.own) ?? [])
        .filter((holder) => holder !== id)
        .map((holder) => this.root(holder, round)),
    );
    roots.delete(this.root(id, round));
    const others = [...roots].toSorted();
    return others.length > 1 && this.#areOne(others) ? others.slice(0, 1) : others;
  }

  /** Somebody who is called so was merged into the name: had it pointed to them, it would not be a root. */
  #isTaken(id: string, round: number): boolean {
    const own = this.#key(id)?.own ?? null;
    if (own === null) return false;
    return (this.#holders(own) ?? []).some((holder) => holder !== id && this.root(holder, round) === id);
  }

  /** Each of them is called by the name of each other: whoever named one of them knew it by all these names. */
  #areOne(ids: readonly string[]): boolean {
    return ids.every((id) => {
      const own = this.#key(id)?.own ?? null;
      if (own === null) return false;
      const holders = this.#holders(own) ?? [];
      return ids.every((other) => other === id || holders.includes(other));
    });
  }

  #holders(name: string): readonly string[] | null {
    const holders = this.#known.holders.get(name);
    if (holders === undefined) this.missingNames.add(name);
    return holders ?? null;
  }

  #mergedInto(id: string): string | null {
    const into = this.#key(id)?.mergedInto ?? null;
    if (into === null) return null;
    this.#metDecisions = true;
    return this.#withDecisions ? into : null;
  }

  #key(id: string): KeyNode | null {
    const key = this.#known.keys.get(id);
    if (key === undefined) this.missingKeys.add(id);
    return key ?? null;
  }
}

function least(ids: readonly string[]): string {
  return ids.toSorted()[0] ?? '';
}
