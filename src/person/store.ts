import type { Database } from '../graph/database.ts';
import { readTargets } from '../relation/store.ts';
import { CITIZENSHIPS_OF_PERSON, HEADS_OF_STATE } from './cypher.ts';

export const citizenshipsOfPeople = (db: Database, ids: readonly string[]) =>
  readTargets(db, CITIZENSHIPS_OF_PERSON, ids);

export const headsOfState = (db: Database, ids: readonly string[], asOf: string | null) =>
  readTargets(db, HEADS_OF_STATE, ids, asOf);
