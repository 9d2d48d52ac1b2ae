import { ENTITY_TYPES, type EntityType } from '../entity/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { factsOf } from '../ingest/descriptions.ts';
import { type EntityFacts, unite } from '../ingest/entity-facts.ts';
import { readChunks } from '../ingest/rows-run.ts';
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

/** An entity with its keys, as the graph has them. */
export interface KeyedEntity {
  readonly id: string;
  readonly keys: readonly { readonly id: string; readonly properties: Row }[];
}

export async function readKeysOfEntities(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeyedEntity>> {
  const rows = await readChunks(tx, KEYS_OF_ENTITIES, 'ids', ids);
  const keys = byColumn(rows, 'entityId', nodeIn);
  return new Map(
    ids.map((id) => {
      const own = (keys.get(id) ?? []).flatMap((key) =>
        key.id === null ? [] : [{ id: key.id, properties: key.properties }],
      );
      return [id, { id, keys: own }] as const;
    }),
  );
}

/**
 * What current runs together say of entities, or all where none does; with the QID that its root key stands for. Those of which
 * nothing is said are absent.
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

function factsOfEntity({ id, keys }: KeyedEntity, sayings: ReadonlyMap<string, readonly Row[]>) {
  const own = keys.flatMap((key) => {
    const type = typeOf(key.properties);
    if (type === null) return [];
    const said = sayings.get(key.id) ?? [];
    return said.filter((row) => !flagIn(row, 'apart')).map((row) => ({ type, row }));
  });
  const isSpokenOf = own.some(({ row }) => flagIn(row, 'current'));
  const qid = textIn(keys.find((key) => key.id === id)?.properties ?? {}, 'qid');
  let united: EntityFacts | null = null;
  for (const { type, row } of own) {
    if (isSpokenOf && !flagIn(row, 'current')) continue;
    const one = { ...factsOf(id, type, saidIn(row)), qid };
    united = united === null ? one : unite(united, one);
  }
  return united;
}

function typeOf(key: Row): EntityType | null {
  return ENTITY_TYPES.find((type) => type === textIn(key, 'type')) ?? null;
}

function saidIn(row: Row): Parameters<typeof factsOf>[2] {
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
    current: flagIn(row, 'current'),
  };
}
