import { CountryRef } from '../country/graphql.ts';
import { entityType } from '../entity/graphql.ts';
import { loadFirst } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { capitalsOfCountries, countriesOfPlaces } from './store.ts';

export const PlaceRef = entityType('Place', 'A city, region, building or other place.');

builder.objectField(PlaceRef, 'country', (t) =>
  t.field({
    type: CountryRef,
    nullable: true,
    description:
      'The country that it lies in, directly or through a greater place; null where that is not known.',
    resolve: ({ id }, _args, context) =>
      loadFirst(context, { name: 'place.country', fetch: countriesOfPlaces }, id),
  }),
);

builder.objectField(CountryRef, 'capital', (t) =>
  t.field({
    type: PlaceRef,
    nullable: true,
    description: 'Its capital; null where that is not known. The first by name where there are several.',
    resolve: ({ id }, _args, context) =>
      loadFirst(context, { name: 'country.capital', fetch: capitalsOfCountries }, id),
  }),
);
