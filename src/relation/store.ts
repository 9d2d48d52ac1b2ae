import { dayBounds } from '../date/partial.ts';
import type { Entity } from '../entity/model.ts';
import { entityOf } from '../entity/store.ts';
import type { Evidence } from '../evidence/model.ts';
import { evidenceOf } from '../evidence/store.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Params, Query, Row } from '../graph/database.ts';
import type { ListQueries } from '../graph/keyset.ts';
import { type ListSource, listSource, readLists } from '../graph/list.ts';
import { oneOf, text, textOrNull } from '../graph/rows.ts';
import { ATTESTATIONS, EVIDENCE_OF_RELATIONS, RELATIONS_BY_ID, RELATIONS_OF_ENTITY } from './cypher.ts';
import {
  type Attestation,
  type Direction,
  RELATION_TYPES,
  type Relation,
  type RelationType,
} from './model.ts';

export function relationOf(row: Row): Relation {
  return {
    id: text(row, 'id'),
    type: oneOf(row, 'type', RELATION_TYPES),
    fromId: text(row, 'fromId'),
    toId: text(row, 'toId'),
    validFrom: textOrNull(row, 'validFrom'),
    validUntil: textOrNull(row, 'validUntil'),
    reference: textOrNull(row, 'reference'),
  };
}

/** Lists of many parents: every parent has one. */
export type Lists<T> = Promise<ReadonlyMap<string, readonly T[]>>;

/** For queries made by `factTargets` and `factChainEnds`. */
export function readTargets(
  db: Database,
  query: Query,
  parents: readonly string[],
  asOf: string | null = null,
): Lists<Entity> {
  return readLists(db, query, parents, entityOf, asOfParams(asOf));
}

/** For queries made by `factRelations`. */
export function readRelations(
  db: Database,
  query: Query,
  parents: readonly string[],
  asOf: string | null,
): Lists<Relation> {
  return readLists(db, query, parents, relationOf, asOfParams(asOf));
}

/** For lists made by `factList`. */
export function targetList(queries: ListQueries): ListSource<Entity> {
  return listSource(queries, entityOf);
}

export async function relationsById(db: Database, ids: readonly string[]): Promise<Map<string, Relation>> {
  return indexRows(await db.read(RELATIONS_BY_ID, { ids }), 'id', relationOf);
}

export function relationsOfEntity(
  types: readonly RelationType[] | null,
  direction: Direction,
  asOf: string | null,
): ListSource<Relation> {
  return listSource(RELATIONS_OF_ENTITY, relationOf, {
    types,
    outgoing: direction !== 'IN',
    incoming: direction !== 'OUT',
    ...asOfParams(asOf),
    claims: true,
  });
}

export function evidenceOfRelations(db: Database, ids: readonly string[]): Lists<Evidence> {
  return readLists(db, EVIDENCE_OF_RELATIONS, ids, evidenceOf);
}

/** By relation id. */
export async function attestations(db: Database, ids: readonly string[]): Promise<Map<string, Attestation>> {
  const dateIn = (row: Row, column: string) => textOrNull(row, column)?.split(' ')[1] ?? null;
  return indexRows(await db.read(ATTESTATIONS, { parents: ids }), 'parent', (row) => ({
    from: dateIn(row, 'first'),
    until: dateIn(row, 'last'),
  }));
}

/** First and last day of the date asked for; an open end asks for nothing on its side. */
function asOfParams(asOf: string | null): Params {
  const [asOfFirst, asOfLast] = (asOf === null ? null : dayBounds(asOf)) ?? [null, null];
  return { claims: false, asOfFirst, asOfLast };
}
