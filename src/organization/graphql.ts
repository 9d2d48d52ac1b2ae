import { CountryRef } from '../country/graphql.ts';
import { EntityConnection, entityType } from '../entity/graphql.ts';
import { loadFirst, loadList } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { loadConnection, pageArgs } from '../graphql/connection.ts';
import {
  countriesOfOrganizations,
  membersOfOrganization,
  partsOfOrganizations,
  wholesOfOrganizations,
} from './store.ts';

export const OrganizationRef = entityType(
  'Organization',
  'A body of people: a government, party, company, institute or paper.',
);

builder.objectFields(OrganizationRef, (t) => ({
  partOf: t.field({
    type: OrganizationRef,
    nullable: true,
    description:
      'The organization that it is part of; null where that is not known. The first by name of several.',
    resolve: ({ id }, _args, context) =>
      loadFirst(context, { name: 'organization.partOf', fetch: wholesOfOrganizations }, id),
  }),
  parts: t.field({
    type: [OrganizationRef],
    description: 'The organizations that are parts of it, by name. At most 200; more is an error.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'organization.parts', fetch: partsOfOrganizations }, id),
  }),
  country: t.field({
    type: CountryRef,
    nullable: true,
    description:
      'The country that it belongs to or lies in, directly or through what it is part of; null where that is not known.',
    resolve: ({ id }, _args, context) =>
      loadFirst(context, { name: 'organization.country', fetch: countriesOfOrganizations }, id),
  }),
  members: t.field({
    type: EntityConnection,
    description: 'Who belongs to it, by name.',
    args: pageArgs(),
    resolve: ({ id }, args, context) =>
      loadConnection(context, 'Organization.members', membersOfOrganization, id, args),
  }),
  isOutlet: t.exposeBoolean('isOutlet', {
    description:
      'It publishes articles, or an article calls it a paper, an agency or a channel. A role, not a type.',
  }),
}));
