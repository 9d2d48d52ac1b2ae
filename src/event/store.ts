import type { Database } from '../graph/database.ts';
import { readTargets } from '../relation/store.ts';
import { PARTICIPANTS_OF_EVENT, PLACE_OF_EVENT } from './cypher.ts';

export const placesOfEvents = (db: Database, ids: readonly string[]) => readTargets(db, PLACE_OF_EVENT, ids);

export const participantsOfEvents = (db: Database, ids: readonly string[]) =>
  readTargets(db, PARTICIPANTS_OF_EVENT, ids);
