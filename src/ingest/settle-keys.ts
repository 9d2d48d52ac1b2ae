import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import { foldedIn, nameText } from './key-names.ts';
import { keysNearNames, readKeys, readRoots, type StoredKey } from './key-store.ts';
import { readChunks, runRows } from './rows-run.ts';
import { writeKeyNames } from './settle-names.ts';

/** What keys are called from now on, folded, by key. */
export type Callings = ReadonlyMap<string, ReadonlySet<string>>;

/** Which entity a key is of, and would be without decisions. */
export interface EntityPlace {
  readonly entityId: string;
  readonly base: string;
}

/** A key that is of another entity than before, or would be without decisions. */
export interface MovedKey {
  readonly key: string;
  /** Null for a key that is new. */
  readonly from: string | null;
  readonly to: string;
  readonly base: string;
}

/**
 * The keys that a change touches: as they stood, and which entities they are of now. It reads a key once, so what it says of one from before stays
 * true while the change is being written.
 */
export class SettledKeys {
  readonly #tx: Transaction;
  readonly #stored = new Map<string, StoredKey>();
  readonly #places = new Map<string, EntityPlace>();
  /** Offices whose names were put into the scope of other entities. */
  readonly rescoped = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#stored.has(id));
    const found = await readKeys(this.#tx, unknown);
    for (const [id, key] of found) this.#stored.set(id, key);
    // Without decisions it is the entity's own key.
    const bases = [...found.values()].filter(({ base, entityId }) => base !== entityId);
    if (bases.length > 0) await this.load(bases.map(({ base }) => base).filter((id) => id !== null));
  }

  stored(id: string): StoredKey {
    const key = this.#stored.get(id);
    if (key === undefined) throw new Error(`entity key ${id} was not loaded`);
    return key;
  }

  entityOf(id: string): string {
    return this.placeOf(id).entityId;
  }

  placeOf(id: string): EntityPlace {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const { entityId, base } = this.stored(id);
    if (entityId === null || base === null) throw new Error(`entity key ${id} is of no entity`);
    return { entityId, base };
  }

  /** Whether a decision merged it into another. */
  isMerged(id: string): boolean {
    return this.stored(id).mergedInto !== null;
  }

  get moved(): readonly MovedKey[] {
    return [...this.#places].map(([key, { entityId, base }]) => ({
      key,
      from: this.stored(key).entityId,
      to: entityId,
      base,
    }));
  }

  /** The keys that were looked at and would be of one of the entities without decisions, before or now. */
  basedOn(bases: ReadonlySet<string>): string[] {
    const isBase = (base: string | null | undefined) => base != null && bases.has(base);
    return [...this.#stored.values()]
      .filter(({ id, base }) => isBase(base) || isBase(this.#places.get(id)?.base))
      .map(({ id }) => id);
  }

  /** Makes a private key, which no name leads to, one of its own entity, unless it was merged. */
  placeApart(id: string): void {
    const { entityId, mergedInto } = this.stored(id);
    if (entityId !== id && mergedInto === null && !this.#places.has(id))
      this.#places.set(id, { entityId: id, base: id });
  }

  /** Puts right what keys are called and which entities all keys are of that this concerns. Offices come last: whose they are tells them apart. */
  async settle(callings: Callings, alsoNear: Iterable<string> = []): Promise<void> {
    const ids = new Set([...callings.keys(), ...alsoNear]);
    await this.load(ids);
    const isOffice = (id: string) => this.stored(id).type === 'POSITION';
    const plain = [...ids].filter((id) => !isOffice(id));
    await this.#settleGroup(plain, (id) => this.#namesOf(id, callings));
    const offices = new Set([...ids].filter(isOffice));
    for (const id of await this.#officesOfMoved()) offices.add(id);
    await this.load(offices);
    await this.load([...offices].flatMap((id) => this.#heldBy(id)));
    const scoped = [...offices].filter((id) => this.#isRescoped(id));
    for (const id of scoped) this.rescoped.add(id);
    const rows = scoped.map((id) => ({ id, own: this.#ownName(id) }));
    await runRows(this.#tx, cypher.SET_OWN_NAMES, rows);
    const owns = rows.flatMap(({ id, own }) => [own, this.stored(id).own]).filter((own) => own !== null);
    await this.#settleGroup([...offices], (id) => this.#namesOf(id, callings), owns);
  }

  async #settleGroup(
    ids: readonly string[],
    namesAfter: (id: string) => readonly string[],
    alsoChanged: readonly string[] = [],
  ): Promise<void> {
    const renamings = ids.map((key) => ({
      key,
      before: this.stored(key).names,
      after: namesAfter(key),
    }));
    const changed = await writeKeyNames(this.#tx, renamings);
    const namesNow = new Map(renamings.map(({ key, after }) => [key, after]));
    const near = await keysNearNames(this.#tx, [...new Set([...changed, ...alsoChanged])]);
    for (const id of ids) near.add(id);
    let asked: readonly string[] = [...near];
    while (asked.length > 0) {
      await this.load(asked);
      const left = new Set<string>();
      const shaken = new Set<string>();
      for (const [id, { root, base }] of await readRoots(this.#tx, asked)) {
        const { entityId, base: baseBefore, names } = this.stored(id);
        if (entityId === root && baseBefore === base) continue;
        this.#places.set(id, { entityId: root, base });
        if (entityId !== null) left.add(entityId);
        // Decisions lead further than names do: whoever is called by one of these may move, too.
        if (base === root && baseBefore === entityId) continue;
        for (const name of [...names, ...(namesNow.get(id) ?? [])]) shaken.add(name);
      }
      await this.#loadBases(asked);
      // What pointed to a key that moved goes with it.
      const mates = await readChunks(this.#tx, cypher.KEYS_OF_ENTITIES, 'ids', [...left]);
      const next = await keysNearNames(this.#tx, [...shaken]);
      for (const row of mates) next.add(text(row, 'id'));
      asked = [...next].filter((id) => !near.has(id));
      for (const id of asked) near.add(id);
    }
  }

  /** What is to be known of a base is whether a decision merged it. */
  async #loadBases(ids: readonly string[]): Promise<void> {
    const places = ids.map((id) => this.#places.get(id)).filter((place) => place !== undefined);
    await this.load(places.filter(({ entityId, base }) => base !== entityId).map(({ base }) => base));
  }

  /** As lookups go by it. A key of which nothing is said keeps what it is called, an office within whose it is now. */
  #namesOf(id: string, callings: Callings): readonly string[] {
    const key = this.stored(id);
    const folded = callings.get(id) ?? new Set(key.names.map(foldedIn));
    if (key.type !== 'POSITION') return [...folded].map((name) => nameText(key.type, name));
    return [...folded].map((name) => nameText(key.type, name, this.#scopeOf(key)));
  }

  #scopeOf({ ofKey, accreditedKey }: StoredKey) {
    return {
      ofId: ofKey === null ? null : this.entityOf(ofKey),
      accreditedId: accreditedKey === null ? null : this.entityOf(accreditedKey),
    };
  }

  #heldBy(id: string): string[] {
    const { ofKey, accreditedKey } = this.stored(id);
    return [ofKey, accreditedKey].filter((key) => key !== null);
  }

  #ownName(id: string): string | null {
    const key = this.stored(id);
    return key.folded === null ? null : nameText(key.type, key.folded, this.#scopeOf(key));
  }

  #isRescoped(id: string): boolean {
    return (
      this.stored(id).entityId === null ||
      this.#ownName(id) !== this.stored(id).own ||
      this.#heldBy(id).some((key) => this.#places.has(key))
    );
  }

  async #officesOfMoved(): Promise<string[]> {
    const known = this.moved.filter(({ from }) => from !== null).map(({ key }) => key);
    const rows = [
      ...(await readChunks(this.#tx, cypher.KEYS_OF_OFFICES, 'ids', known)),
      ...(await readChunks(this.#tx, cypher.KEYS_OF_ACCREDITATIONS, 'ids', known)),
    ];
    return rows.map((row) => text(row, 'id'));
  }
}
