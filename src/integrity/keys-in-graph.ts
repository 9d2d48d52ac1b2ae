import type { Row, Transaction } from '../graph/database.ts';
import type { EntityKey } from '../ingest/entity-keys.ts';
import { nameText } from '../ingest/key-names.ts';
import { keyRows } from '../ingest/key-rows.ts';
import type { EntityOfKey } from '../ingest/resolution.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { differences } from './compare-nodes.ts';
import { ENTITIES_OF_KEYS, KEYS } from './cypher-keys.ts';
import { nodeIn, textIn, wayIn } from './read.ts';
import type { Finding } from './rules.ts';
import { ENTITY_KEY } from './shape.ts';

/** Keys of entities as the graph has them: how they are, and of which entity. */
export class KeysInGraph {
  readonly #tx: Transaction;
  readonly #properties = new Map<string, Row>();
  readonly #places = new Map<string, Pick<EntityOfKey, 'entityId' | 'base'>>();
  readonly #merged = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** Also loads the keys of what they would be of without decisions. */
  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    for (const id of unknown) this.#asked.add(id);
    for (const row of await readChunks(this.#tx, KEYS, 'ids', unknown)) {
      const { id, properties } = nodeIn(row);
      if (id !== null) this.#properties.set(id, properties);
    }
    const bases = new Set<string>();
    for (const row of await readChunks(this.#tx, ENTITIES_OF_KEYS, 'ids', unknown)) {
      const { from, type, to, label, properties } = wayIn(row);
      if (type === 'MERGED_INTO') this.#merged.add(from);
      if (type !== 'KEY_OF' || label !== 'Entity' || this.#places.has(from)) continue;
      const base = textIn(properties, 'base');
      this.#places.set(from, { entityId: to, base: base ?? to });
      if (base !== null) bases.add(base);
    }
    if (bases.size > 0) await this.load(bases);
  }

  /** A key that is of no entity counts as one of the entity with its id: another rule tells of it. */
  entityOf(id: string): EntityOfKey {
    const { entityId, base } = this.#places.get(id) ?? { entityId: id, base: id };
    const isMerged = this.#merged.has(id);
    return { entityId, base, isMerged, isCertain: isMerged || base === entityId || this.#merged.has(base) };
  }

  /** None for a key that the graph does not have. */
  propertiesOf(id: string): Row {
    return this.#properties.get(id) ?? {};
  }

  /** Whether the graph has a key as a document makes it. */
  compare(key: EntityKey): Finding[] {
    const { id } = key;
    const found = this.#properties.get(id);
    if (found !== undefined) return differences(ENTITY_KEY, id, this.#expected(key, found), found);
    const detail = `EntityKey ${id}, by which documents identify an entity, is missing`;
    return [{ rule: 'key-of-document', id, detail }];
  }

  #expected(key: EntityKey, found: Row): Row {
    const [row = {}] = keyRows([key]);
    if (key.type !== 'POSITION' || key.isPrivate) return row;
    // An office with a QID has one key, whatever each document says of whose it is.
    const { ofKey = null, accreditedKey = null } = found;
    if (key.qid !== null) return { ...row, ofKey, accreditedKey };
    return { ...row, own: nameText(key.type, key.folded, this.scopeOf(key)) };
  }

  /** Of an office: the entities whose it is and where it is sent. */
  scopeOf({ ofKey, accreditedKey }: Pick<EntityKey, 'ofKey' | 'accreditedKey'>) {
    const entity = (key: string | null) => (key === null ? null : this.entityOf(key).entityId);
    return { ofId: entity(ofKey), accreditedId: entity(accreditedKey) };
  }
}
