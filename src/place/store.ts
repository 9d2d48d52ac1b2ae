import type { Database } from '../graph/database.ts';
import { readTargets } from '../relation/store.ts';
import { CAPITAL_OF_COUNTRY, COUNTRY_OF_PLACE } from './cypher.ts';

export const capitalsOfCountries = (db: Database, ids: readonly string[]) =>
  readTargets(db, CAPITAL_OF_COUNTRY, ids);

/** Nearest first. */
export const countriesOfPlaces = (db: Database, ids: readonly string[]) =>
  readTargets(db, COUNTRY_OF_PLACE, ids);
