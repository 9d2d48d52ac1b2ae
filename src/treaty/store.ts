import type { Database } from '../graph/database.ts';
import { readTargets } from '../relation/store.ts';
import { PARTIES_OF_TREATY, TREATIES_OF_COUNTRY } from './cypher.ts';

export const partiesOfTreaties = (db: Database, ids: readonly string[]) =>
  readTargets(db, PARTIES_OF_TREATY, ids);

export const treatiesOfCountries = (db: Database, ids: readonly string[]) =>
  readTargets(db, TREATIES_OF_COUNTRY, ids);
