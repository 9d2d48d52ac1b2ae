import { OUTLET_ID } from '../article.ts';
import type { PlacedEntity } from '../placed.ts';
import type { Referent } from './referent.ts';

/** Entities, statements and relations that a document can have, each. */
export const MAX_ELEMENTS = 5_000;
/** Aliases kept for one entity. */
const MAX_ALIASES = 20;
const MAX_LENGTH = 56;
/** With an entity may come whose office it is, and where it is accredited. */
const SPARE = 3;

/** Local ids of entities, given when something refers to them. */
export class Ids {
  readonly #ids = new Map<Referent, string>();
  readonly #counts = new Map<string, number>([[OUTLET_ID, 1]]);
  #isFull = false;

  /** Whether some found no room. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Null where the document is full. */
  of(referent: Referent): string | null {
    const known = this.#ids.get(referent);
    if (known !== undefined) return known;
    if (this.#ids.size + SPARE > MAX_ELEMENTS) {
      this.#isFull = true;
      return null;
    }
    const id = this.#free(slug(referent.name));
    this.#ids.set(referent, id);
    const { of, accreditedTo } = referent;
    if (of !== null) this.of(of);
    if (accreditedTo !== null) this.of(accreditedTo);
    return id;
  }

  /** Gives ids to all; whether all have one. */
  have(referents: readonly Referent[]): boolean {
    return referents.map((each) => this.of(each)).every((id) => id !== null);
  }

  entities(): PlacedEntity[] {
    const one = (each: Referent | null) => (each === null ? null : this.of(each));
    return [...this.#ids].map(
      ([{ type, name, aliases, description, qid, isOutlet, of, accreditedTo }, id]) => ({
        pointer: `/entities/${id}`,
        id,
        type,
        name,
        aliases: [...aliases].filter((alias) => alias !== name).slice(0, MAX_ALIASES),
        description,
        qid,
        ...(isOutlet && { isOutlet }),
        of: one(of),
        accreditedTo: one(accreditedTo),
      }),
    );
  }

  #free(base: string): string {
    for (;;) {
      const count = (this.#counts.get(base) ?? 0) + 1;
      this.#counts.set(base, count);
      const id = count === 1 ? base : `${base}-${count}`;
      if (count === 1 || !this.#counts.has(id)) {
        this.#counts.set(id, Math.max(1, this.#counts.get(id) ?? 0));
        return id;
      }
    }
  }
}

/** A local id that tells the name: "jan-ek"; letters that ids cannot have are left out. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/gu, '');
  return words === '' ? 'entity' : words;
}
