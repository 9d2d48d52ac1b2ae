import type { Transaction } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import * as cypher from './cypher-keys.ts';
import { foldedIn, nameText } from './key-names.ts';
import { keysNearNames, readKeys, readRoots, type StoredKey } from './key-store.ts';
import { readChunks, runRows } from './rows-run.ts';
import { writeKeyNames } from './settle-names.ts';

/** What keys are called from now on, folded, by key. */
export type Callings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The keys that a change touches: as they stood, and which entities they are of now. It reads a key once, so what it says of one from before stays
 * true while the change is being written.
 */
export class SettledKeys {
  readonly #tx: Transaction;
  readonly #stored = new Map<string, StoredKey>();
  readonly #entities = new Map<string, string>();
  /** Offices whose names were put into the scope of other entities. */
  readonly rescoped = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#stored.has(id));
    for (const [id, key] of await readKeys(this.#tx, unknown)) this.#stored.set(id, key);
  }

  stored(id: string): StoredKey {
    const key = this.#stored.get(id);
    if (key === undefined) throw new Error(`entity key ${id} was not loaded`);
    return key;
  }

  entityOf(id: string): string {
    const entityId = this.#entities.get(id) ?? this.stored(id).entityId;
    if (entityId === null) throw new Error(`entity key ${id} is of no entity`);
    return entityId;
  }

  /** Keys that are of another entity than before; those that are new have been of none. */
  get moved(): readonly { readonly key: string; readonly from: string | null; readonly to: string }[] {
    return [...this.#entities].map(([key, to]) => ({ key, from: this.stored(key).entityId, to }));
  }

  /** Says which entity a key is of that nothing else decides on. */
  place(id: string, entityId: string): void {
    if (this.stored(id).entityId !== entityId) this.#entities.set(id, entityId);
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
    const near = await keysNearNames(this.#tx, [...new Set([...changed, ...alsoChanged])]);
    for (const id of ids) near.add(id);
    let asked: readonly string[] = [...near];
    while (asked.length > 0) {
      await this.load(asked);
      const roots = await readRoots(this.#tx, asked);
      const left = new Set<string>();
      for (const [id, { root }] of roots) {
        const { entityId } = this.stored(id);
        if (entityId === root) continue;
        this.#entities.set(id, root);
        if (entityId !== null) left.add(entityId);
      }
      // What pointed to a key that moved goes with it.
      const mates = await readChunks(this.#tx, cypher.KEYS_OF_ENTITIES, 'ids', [...left]);
      asked = [...new Set(mates.map((row) => text(row, 'id')))].filter((id) => !near.has(id));
      for (const id of asked) near.add(id);
    }
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
      this.#heldBy(id).some((key) => this.#entities.has(key))
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
