import { CountryRef } from '../country/graphql.ts';
import { entityType } from '../entity/graphql.ts';
import { loadList } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { partiesOfTreaties, treatiesOfCountries } from './store.ts';

export const TreatyRef = entityType('Treaty', 'An agreement between states.');

builder.objectFields(TreatyRef, (t) => ({
  parties: t.field({
    type: [CountryRef],
    description: 'The countries that are bound by it, by name. At most 200; more is an error.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'treaty.parties', fetch: partiesOfTreaties }, id),
  }),
  signedOn: t.field({
    type: 'PartialDate',
    nullable: true,
    description: 'When it was signed; null where that is not known.',
    resolve: ({ signedOn }) => signedOn,
  }),
  inForceUntil: t.field({
    type: 'PartialDate',
    nullable: true,
    description: 'When it ends or ended; null where that is not known.',
    resolve: ({ inForceUntil }) => inForceUntil,
  }),
}));

builder.objectField(CountryRef, 'treaties', (t) =>
  t.field({
    type: [TreatyRef],
    description: 'The treaties that it is a party to, by name. At most 200; more is an error.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'country.treaties', fetch: treatiesOfCountries }, id),
  }),
);
