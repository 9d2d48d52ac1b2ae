import { entityType } from '../entity/graphql.ts';

/** What a country has of places, people and treaties is declared in their folders. */
export const CountryRef = entityType('Country', 'A state.');
