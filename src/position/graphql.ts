import { EntityRef, entityType, requireEntity } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { type Batch, loadList } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { PersonRef } from '../person/graphql.ts';
import { asOfArgs, RelationRef } from '../relation/graphql.ts';
import type { Relation } from '../relation/model.ts';
import type { PositionEnd } from './model.ts';
import { endsOfPositions, tenuresOfPeople, tenuresOfPositions } from './store.ts';

export const PositionRef = entityType('Position', 'An office or job that people hold.');

/** A tenure is the HOLDS_POSITION relation, seen as who holds what. */
const TenureRef = builder.objectRef<Relation>('Tenure').implement({
  description: 'That somebody holds a position, with the span of time as far as it is told.',
  fields: (t) => ({
    position: t.field({
      type: PositionRef,
      description: 'What is held.',
      resolve: ({ toId }, _args, context) => requireEntity(context, toId),
    }),
    holder: t.field({
      type: PersonRef,
      description: 'Who holds it.',
      resolve: ({ fromId }, _args, context) => requireEntity(context, fromId),
    }),
    from: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'Since when; null where that is not told.',
      resolve: ({ validFrom }) => validFrom,
    }),
    until: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'Until when; null where that is not told, also where it is held still.',
      resolve: ({ validUntil }) => validUntil,
    }),
    relation: t.field({
      type: RelationRef,
      description: 'The relation that says so, with its evidence.',
      resolve: (relation) => relation,
    }),
  }),
});

builder.objectFields(PositionRef, (t) => ({
  of: t.field({
    type: EntityRef,
    nullable: true,
    description: 'The organization or country whose office it is; null where that is not known.',
    resolve: ({ id }, _args, context) => endOf(context, id, 'OFFICE_OF'),
  }),
  accreditedTo: t.field({
    type: EntityRef,
    nullable: true,
    description: 'Where an ambassador is sent; null for other positions.',
    resolve: ({ id }, _args, context) => endOf(context, id, 'ACCREDITED_TO'),
  }),
  holders: t.field({
    type: [TenureRef],
    description: 'Who holds or held it, earliest first, those without a known beginning last.',
    args: asOfArgs(),
    resolve: ({ id }, { asOf }, context) =>
      loadList(context, tenures('position.holders', tenuresOfPositions, asOf ?? null), id),
  }),
}));

builder.objectField(PersonRef, 'positions', (t) =>
  t.field({
    type: [TenureRef],
    description: 'Offices and jobs held, earliest first, those without a known beginning last.',
    args: asOfArgs(),
    resolve: ({ id }, { asOf }, context) =>
      loadList(context, tenures('person.positions', tenuresOfPeople, asOf ?? null), id),
  }),
);

function tenures(
  name: string,
  fetch: typeof tenuresOfPeople,
  asOf: string | null,
): Batch<readonly Relation[]> {
  return { name: `${name} ${asOf}`, fetch: (db, ids) => fetch(db, ids, asOf) };
}

async function endOf(context: Context, id: string, end: PositionEnd['end']): Promise<Entity | null> {
  const ends = await loadList(context, { name: 'position.ends', fetch: endsOfPositions }, id);
  return ends.find((found) => found.end === end)?.entity ?? null;
}
