import { entityOf } from '../entity/store.ts';
import type { Database } from '../graph/database.ts';
import { readLists } from '../graph/list.ts';
import { oneOf } from '../graph/rows.ts';
import { type Lists, readRelations } from '../relation/store.ts';
import { ENDS_OF_POSITION, TENURES_OF_PERSON, TENURES_OF_POSITION } from './cypher.ts';
import type { PositionEnd } from './model.ts';

/** HOLDS_POSITION relations, from the holder to the position; earliest first. */
export const tenuresOfPeople = (db: Database, ids: readonly string[], asOf: string | null) =>
  readRelations(db, TENURES_OF_PERSON, ids, asOf);

export const tenuresOfPositions = (db: Database, ids: readonly string[], asOf: string | null) =>
  readRelations(db, TENURES_OF_POSITION, ids, asOf);

export function endsOfPositions(db: Database, ids: readonly string[]): Lists<PositionEnd> {
  return readLists(db, ENDS_OF_POSITION, ids, (row) => ({
    end: oneOf(row, 'end', ['OFFICE_OF', 'ACCREDITED_TO']),
    entity: entityOf(row),
  }));
}
