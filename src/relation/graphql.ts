import { EntityRef, requireEntity } from '../entity/graphql.ts';
import { invalidInput } from '../errors.ts';
import { EvidenceRef } from '../evidence/graphql.ts';
import { load, loadList } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { connectionOf, loadConnection, pageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes } from '../graphql/node.ts';
import type { Attestation, Relation } from './model.ts';
import { attestations, evidenceOfRelations, relationsById, relationsOfEntity } from './store.ts';

const RelationTypeEnum = enumOf(
  'RelationType',
  'How two entities stand to each other, read "from TYPE to".',
  {
    HOLDS_POSITION: 'A person holds an office or job.',
    MEMBER_OF: 'A person, organization or country belongs to an organization.',
    PART_OF: 'An organization, place or event is part of a greater one.',
    CITIZEN_OF: 'A person is a citizen of a country.',
    HEAD_OF_STATE_OF: 'A person is the head of a state.',
    AMBASSADOR_TO: 'A person is ambassador to a country or organization.',
    PARTY_TO: 'A country or organization is bound by a treaty.',
    AFFILIATED_WITH: 'A person, organization or unnamed source works for or with an organization or country.',
    RECALLED_TO: 'A person was called back to a place.',
    RECALLED_FROM: 'A person was called away from a place.',
    HELD_IN: 'An event took place there.',
    PARTICIPATED_IN: 'A person, organization or country took part in an event.',
    LOCATED_IN: 'An organization, place or event is there.',
    CAPITAL_OF: 'A place is the capital of a country.',
  },
);

const DirectionEnum = enumOf('Direction', 'Which end of a relation an entity stands at.', {
  OUT: 'The entity is `from`.',
  IN: 'The entity is `to`.',
  BOTH: 'Either.',
});

export const RelationRef = builder.objectRef<Relation>('Relation').implement({
  description:
    'How two entities stand to each other, as articles say it or as background. A statement of one is its speaker’s claim.',
  interfaces: [NodeRef],
  fields: (t) => ({
    type: t.field({ type: RelationTypeEnum, description: 'What joins them.', resolve: ({ type }) => type }),
    from: t.field({
      type: EntityRef,
      description: 'The entity that the relation starts at.',
      resolve: ({ fromId }, _args, context) => requireEntity(context, fromId),
    }),
    to: t.field({
      type: EntityRef,
      description: 'The entity that it leads to.',
      resolve: ({ toId }, _args, context) => requireEntity(context, toId),
    }),
    validFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'Since when it holds; null where that is not told.',
      resolve: ({ validFrom }) => validFrom,
    }),
    validUntil: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'Until when it holds; null where that is not told, also where it still holds.',
      resolve: ({ validUntil }) => validUntil,
    }),
    attestedFrom: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'Date of the first article that attests it; null for background facts and undated articles. A relation without a beginning of its own is known to hold from here on only.',
      resolve: async ({ id }, _args, context) => (await attestation(context, id))?.from ?? null,
    }),
    attestedUntil: t.field({
      type: 'PartialDate',
      nullable: true,
      description:
        'Date of the last article that attests it; null for background facts and undated articles. A relation without an end of its own is known to hold until here only.',
      resolve: async ({ id }, _args, context) => (await attestation(context, id))?.until ?? null,
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description:
        'Where articles say so, by their dates; empty for background facts, which carry a `reference`. At most 200; more is an error.',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'relation.evidence', fetch: evidenceOfRelations }, id),
    }),
    reference: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where a background fact comes from, one that no article has to say.',
      resolve: ({ reference }) => reference,
    }),
  }),
});

registerNodes(['Relation'], { name: 'relation.byId', fetch: relationsById });

export const RelationConnection = connectionOf('Relation', RelationRef, 'relations');

/** The argument of every field that can look at a time. */
export const asOfArgs = () =>
  builder.args((t) => ({
    asOf: t.field({
      type: 'PartialDate',
      description:
        'Only what is known to hold at that time. Where a beginning or an end is not told, the dates of the articles that attest it bound it.',
    }),
  }));

builder.interfaceField(EntityRef, 'relations', (t) =>
  t.field({
    type: RelationConnection,
    description: 'Relations to other entities, claims included, by type.',
    args: {
      ...pageArgs(),
      types: t.arg({ type: [RelationTypeEnum], description: 'Only of these types.' }),
      direction: t.arg({
        type: DirectionEnum,
        description: 'Which end this entity stands at; BOTH when left out.',
      }),
      ...asOfArgs(),
    },
    resolve: ({ id }, { types, direction, asOf, ...page }, context) => {
      if (types?.length === 0) throw invalidInput('"types" is empty: name a type, or leave it out for all.');
      const source = relationsOfEntity(types ?? null, direction ?? 'BOTH', asOf ?? null);
      return loadConnection(context, 'Entity.relations', source, id, page);
    },
  }),
);

function attestation(context: Context, id: string): Promise<Attestation | undefined> {
  return load(context, { name: 'relation.attestations', fetch: attestations }, id);
}
