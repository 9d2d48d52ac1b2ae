import type { Row, Transaction } from '../graph/database.ts';
import type { EntityKey } from '../ingest/entity-keys.ts';
import { nameText } from '../ingest/key-names.ts';
import type { EntityOfKey } from '../ingest/resolution.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { differences } from './compare-nodes.ts';
import { ENTITIES_OF_KEYS, KEYS } from './cypher-keys.ts';
import { nodeIn, wayIn } from './read.ts';
import type { Finding } from './rules.ts';
import { ENTITY_KEY } from './shape.ts';

/** Keys of entities as the graph has them: how they are, and of which entity. */
export class KeysInGraph {
  readonly #tx: Transaction;
  readonly #properties = new Map<string, Row>();
  readonly #entities = new Map<string, string>();
  readonly #merged = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    for (const id of unknown) this.#asked.add(id);
    for (const row of await readChunks(this.#tx, KEYS, 'ids', unknown)) {
      const { id, properties } = nodeIn(row);
      if (id !== null) this.#properties.set(id, properties);
    }
    for (const row of await readChunks(this.#tx, ENTITIES_OF_KEYS, 'ids', unknown)) {
      const { from, type, to, label } = wayIn(row);
      if (type === 'MERGED_INTO') this.#merged.add(from);
      else if (label === 'Entity' && !this.#entities.has(from)) this.#entities.set(from, to);
    }
  }

  /** A key that is of no entity counts as one of the entity with its id: another rule tells of it. */
  entityOf(id: string): EntityOfKey {
    return { entityId: this.#entities.get(id) ?? id, isMerged: this.#merged.has(id) };
  }

  /** None for a key that the graph does not have. */
  propertiesOf(id: string): Row {
    return this.#properties.get(id) ?? {};
  }

  /** Whether the graph has a key as a document makes it. */
  compare(key: EntityKey): Finding[] {
    const { id } = key;
    const found = this.#properties.get(id);
    if (found === undefined) {
      const detail = `EntityKey ${id}, by which documents identify an entity, is missing`;
      return [{ rule: 'key-of-document', id, detail }];
    }
    return differences(ENTITY_KEY, id, this.#expected(key, found), found);
  }

  #expected(key: EntityKey, found: Row): Row {
    const { id, type, qid, folded, isPrivate } = key;
    const isName = qid === null && !isPrivate;
    // An office with a QID has one key, whatever each document says of whose it is.
    const { ofKey, accreditedKey } =
      qid !== null && type === 'POSITION'
        ? { ofKey: found['ofKey'] ?? null, accreditedKey: found['accreditedKey'] ?? null }
        : key;
    return {
      id,
      type,
      qid,
      folded: isName ? folded : null,
      own: isName ? nameText(type, folded, this.scopeOf(key)) : null,
      ofKey,
      accreditedKey,
    };
  }

  /** Of an office: the entities whose it is and where it is sent. */
  scopeOf({ ofKey, accreditedKey }: Pick<EntityKey, 'ofKey' | 'accreditedKey'>) {
    const entity = (key: string | null) => (key === null ? null : this.entityOf(key).entityId);
    return { ofId: entity(ofKey), accreditedId: entity(accreditedKey) };
  }
}
