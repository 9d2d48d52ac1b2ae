import { CountryRef } from '../country/graphql.ts';
import { entityType } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { type Batch, loadList } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { asOfArgs } from '../relation/graphql.ts';
import { citizenshipsOfPeople, headsOfState } from './store.ts';

export const PersonRef = entityType('Person', 'A human being.');

builder.objectField(PersonRef, 'citizenOf', (t) =>
  t.field({
    type: [CountryRef],
    description: 'The countries of which this is a citizen, by name; empty where that is not known.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'person.citizenOf', fetch: citizenshipsOfPeople }, id),
  }),
);

builder.objectField(CountryRef, 'headsOfState', (t) =>
  t.field({
    type: [PersonRef],
    description: 'Who is or was head of state, by name.',
    args: asOfArgs(),
    resolve: ({ id }, { asOf }, context) => loadList(context, headsOfStateBatch(asOf ?? null), id),
  }),
);

function headsOfStateBatch(asOf: string | null): Batch<readonly Entity[]> {
  return { name: `country.headsOfState ${asOf}`, fetch: (db, ids) => headsOfState(db, ids, asOf) };
}
