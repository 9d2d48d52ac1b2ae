import { EntityRef, entityType } from '../entity/graphql.ts';
import { loadFirst, loadList } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { PlaceRef } from '../place/graphql.ts';
import { participantsOfEvents, placesOfEvents } from './store.ts';

export const EventRef = entityType(
  'Event',
  'Something that happened or is to happen: a meeting, talks, a vote.',
);

builder.objectFields(EventRef, (t) => ({
  place: t.field({
    type: PlaceRef,
    nullable: true,
    description: 'Where it was held; null where that is not told. The first by name of several.',
    resolve: ({ id }, _args, context) =>
      loadFirst(context, { name: 'event.place', fetch: placesOfEvents }, id),
  }),
  participants: t.field({
    type: [EntityRef],
    description: 'Who took part, by name. At most 200; more is an error.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'event.participants', fetch: participantsOfEvents }, id),
  }),
  heldOn: t.field({
    type: 'PartialDate',
    nullable: true,
    description: 'When it was or is to be held; null where that is not told.',
    resolve: ({ heldOn }) => heldOn,
  }),
}));
