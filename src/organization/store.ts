import type { Database } from '../graph/database.ts';
import { readTargets, targetList } from '../relation/store.ts';
import {
  COUNTRY_OF_ORGANIZATION,
  MEMBERS_OF_ORGANIZATION,
  PARTS_OF_ORGANIZATION,
  WHOLE_OF_ORGANIZATION,
} from './cypher.ts';

export const wholesOfOrganizations = (db: Database, ids: readonly string[]) =>
  readTargets(db, WHOLE_OF_ORGANIZATION, ids);

export const partsOfOrganizations = (db: Database, ids: readonly string[]) =>
  readTargets(db, PARTS_OF_ORGANIZATION, ids);

/** Nearest first. */
export const countriesOfOrganizations = (db: Database, ids: readonly string[]) =>
  readTargets(db, COUNTRY_OF_ORGANIZATION, ids);

export const membersOfOrganization = targetList(MEMBERS_OF_ORGANIZATION);
