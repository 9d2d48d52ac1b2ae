import { ENTITY_TYPES, type EntityType } from '../entity/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { factsOf } from '../ingest/descriptions.ts';
import { type EntityFacts, unite } from '../ingest/entity-facts.ts';
import { readChunks } from '../ingest/rows-run.ts';
import { namedByKey } from '../ingest/settle-facts.ts';
import { KEYS_OF_ENTITIES, SAYINGS } from './cypher-keys.ts';
import { byColumn, flagIn, nodeIn, textIn, textsIn } from './read.ts';

/** What runs say under keys, by key. What has no name says nothing, and breaks another rule. */
export async function readSayings(
  tx: Transaction,
  keyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = await readChunks(tx, SAYINGS, 'ids', keyIds);
  return byColumn(
    rows.filter((row) => textIn(row, 'name') !== null && textIn(row, 'namedBy') !== null),
    'id',
    (row) => row,
  );
}

/** A key as one of those of an entity. */
export interface KeyOfEntity {
  readonly id: string;
  /** It is of this entity without decisions, too. */
  readonly isOwn: boolean;
  readonly properties: Row;
}

/** An entity with its keys, as the graph has them. */
export interface KeyedEntity {
  readonly id: string;
  readonly keys: readonly KeyOfEntity[];
}

export async function readKeysOfEntities(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeyedEntity>> {
  const rows = await readChunks(tx, KEYS_OF_ENTITIES, 'ids', ids);
  const keys = byColumn(rows, 'entityId', (row) => {
    const { id, properties } = nodeIn(row);
    return { id, isOwn: textIn(row, 'base') === textIn(row, 'entityId'), properties };
  });
  return new Map(
    ids.map((id) => {
      const own = keys.get(id) ?? [];
      return [id, { id, keys: own.flatMap((key) => (key.id === null ? [] : [{ ...key, id: key.id }])) }];
    }),
  );
}

/** The QID that an entity has from its keys: that of its root, or else the first of the others. */
export function qidOf({ id, keys }: KeyedEntity): string | null {
  const qids = keys.flatMap((key) => {
    const qid = textIn(key.properties, 'qid');
    return qid === null ? [] : [{ isRoot: key.id === id, qid }];
  });
  const root = qids.find(({ isRoot }) => isRoot)?.qid;
  return root ?? qids.map(({ qid }) => qid).toSorted()[0] ?? null;
}

/**
 * What is said of entities under all of their keys together, with the QID that these give. Those of which nothing is said are absent.
 */
export async function readFacts(
  tx: Transaction,
  entities: Iterable<KeyedEntity>,
): Promise<Map<string, EntityFacts>> {
  const all = [...entities];
  const sayings = await readSayings(tx, [...new Set(all.flatMap(({ keys }) => keys.map(({ id }) => id)))]);
  const facts = new Map<string, EntityFacts>();
  for (const entity of all) {
    const united = factsOfEntity(entity, sayings);
    if (united !== null) facts.set(entity.id, united);
  }
  return facts;
}

/** What current runs say counts, else what others do; what runs say of those whom they keep apart only where it is all that there is. */
function rankOf(row: Row): number {
  if (flagIn(row, 'apart')) return 2;
  return flagIn(row, 'current') ? 0 : 1;
}

function factsOfEntity(
  entity: KeyedEntity,
  sayings: ReadonlyMap<string, readonly Row[]>,
): EntityFacts | null {
  const said = entity.keys.flatMap(({ id, isOwn, properties }) => {
    const type = typeOf(properties);
    return type === null ? [] : (sayings.get(id) ?? []).map((row) => ({ type, isOwn, row }));
  });
  const best = Math.min(...said.map(({ row }) => rankOf(row)));
  const qid = qidOf(entity);
  let united: EntityFacts | null = null;
  for (const { type, isOwn, row } of said) {
    if (rankOf(row) !== best) continue;
    const description = saidIn(row);
    const namedBy = namedByKey(description.namedBy, isOwn);
    const one = { ...factsOf(entity.id, type, { ...description, namedBy, current: best === 0 }), qid };
    united = united === null ? one : unite(united, one);
  }
  return united;
}

function typeOf(key: Row): EntityType | null {
  return ENTITY_TYPES.find((type) => type === textIn(key, 'type')) ?? null;
}

function saidIn(row: Row) {
  const isOutlet = row['isOutlet'];
  return {
    name: textIn(row, 'name') ?? '',
    aliases: textsIn(row, 'aliases'),
    description: textIn(row, 'description'),
    isOutlet: typeof isOutlet === 'boolean' ? isOutlet : null,
    signedOn: textIn(row, 'signedOn'),
    inForceUntil: textIn(row, 'inForceUntil'),
    heldOn: textIn(row, 'heldOn'),
    articleId: textIn(row, 'articleId'),
    namedBy: textIn(row, 'namedBy') ?? '',
  };
}
