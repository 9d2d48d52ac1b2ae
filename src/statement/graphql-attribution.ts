import { EntityRef } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { load } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { MentionRef } from '../mention/graphql.ts';
import { PositionRef } from '../position/graphql.ts';
import { AddresseeStateEnum } from './graphql-enums.ts';
import type { Statement, StatementLink } from './model.ts';
import { linksOfStatements, mentionsOfSpeakers } from './store.ts';

export const AttributionRef = builder.objectRef<Statement>('Attribution').implement({
  description: 'Who said something, and how the article says so.',
  fields: (t) => ({
    speakers: t.field({
      type: [EntityRef],
      description: 'Empty when the article names no source; several for a joint statement.',
      resolve: ({ id }, _args, context) => loadLinks(context, id, 'SAID_BY'),
    }),
    speakingAs: t.field({
      type: PositionRef,
      nullable: true,
      description: 'The office that this article gives the speaker, not one known from elsewhere.',
      resolve: async ({ id }, _args, context) => (await loadLinks(context, id, 'SPEAKING_AS'))[0] ?? null,
    }),
    onBehalfOf: t.field({
      type: EntityRef,
      nullable: true,
      description: 'For whom the speaker speaks, where the article says so.',
      resolve: async ({ id }, _args, context) => (await loadLinks(context, id, 'ON_BEHALF_OF'))[0] ?? null,
    }),
    cue: t.exposeString('cue', {
      nullable: true,
      description:
        "The words that say that it was said: 'told', 'according to', 'offer'. Null where there are none.",
    }),
    mention: t.field({
      type: MentionRef,
      nullable: true,
      description: "The words that stand for the speaker: a name, 'the senator', 'he'.",
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'statement.mention', fetch: mentionsOfSpeakers }, id)) ?? null,
    }),
  }),
});

export const AddresseeRef = builder.objectRef<Statement>('Addressee').implement({
  description: 'Whom something was said to, as far as the article tells. Never taken from who published it.',
  fields: (t) => ({
    state: t.field({
      type: AddresseeStateEnum,
      description: 'Whether the addressee is known.',
      resolve: ({ addresseeState }) => addresseeState,
    }),
    entities: t.field({
      type: [EntityRef],
      description: 'Who it is; empty unless KNOWN.',
      resolve: ({ id }, _args, context) => loadLinks(context, id, 'TOLD_TO'),
    }),
    text: t.exposeString('addresseeText', {
      nullable: true,
      description: "The article's words: 'reporters', 'the paper'.",
    }),
    carried: t.exposeBoolean('addresseeCarried', {
      description:
        'It was named for an earlier statement of the same speaker in this article, and not replaced since.',
    }),
  }),
});

/** The entities that a statement points to in one way, in order. All ways of all statements share a call. */
export async function loadLinks(context: Context, id: string, way: StatementLink['way']): Promise<Entity[]> {
  const links = (await load(context, { name: 'statement.links', fetch: linksOfStatements }, id)) ?? [];
  return links.filter((link) => link.way === way).map(({ entity }) => entity);
}
