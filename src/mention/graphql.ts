import { ArticleRef, ArticleVersionRef, requireArticle, requireVersion } from '../article/graphql.ts';
import { EntityRef } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { load, loadList } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { connectionOf, loadConnection, pageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes } from '../graphql/node.ts';
import { PlaceRef } from '../place/graphql.ts';
import type { Mention, Referent } from './model.ts';
import {
  antecedentsOfMentions,
  mentionsById,
  mentionsOfArticle,
  mentionsOfEntity,
  metonymsOfPlace,
  referentsOfMentions,
} from './store.ts';

const MentionKindEnum = enumOf('MentionKind', 'How words stand for something.', {
  NAME: 'By a name: "Biden".',
  NOMINAL: 'By a description: "the senator".',
  PRONOUN: 'By a pronoun: "he".',
});

const MentionReadingEnum = enumOf('MentionReading', 'Whether a name is meant as such.', {
  LITERAL: 'It means what it names.',
  METONYMIC: 'It is the name of a place that stands for a state or its government: "Moscow needs talks".',
});

export const MentionRef = builder.objectRef<Mention>('Mention');
MentionRef.implement({
  description:
    "A stretch of an article that names something or points to it. Offsets are zero-based and half-open and count Unicode code points of the version's text; the UTF-16 pair is for JavaScript.",
  interfaces: [NodeRef],
  fields: (t) => ({
    kind: t.field({
      type: MentionKindEnum,
      description: 'How it stands for it.',
      resolve: ({ kind }) => kind,
    }),
    reading: t.field({
      type: MentionReadingEnum,
      description: 'Whether the name is meant as such.',
      resolve: ({ reading }) => reading,
    }),
    exact: t.exposeString('exact', {
      nullable: true,
      description: 'The words themselves; null where the text may not be kept.',
    }),
    start: t.exposeInt('start', { description: 'First code point.' }),
    end: t.exposeInt('end', { description: 'One past the last code point.' }),
    startUtf16: t.exposeInt('startUtf16', { description: 'First UTF-16 unit.' }),
    endUtf16: t.exposeInt('endUtf16', { description: 'One past the last UTF-16 unit.' }),
    article: t.field({
      type: ArticleRef,
      description: 'The article that it stands in.',
      resolve: ({ articleId }, _args, context) => requireArticle(context, articleId),
    }),
    articleVersion: t.field({
      type: ArticleVersionRef,
      description: 'The version whose text the offsets count in.',
      resolve: ({ versionId }, _args, context) => requireVersion(context, versionId),
    }),
    entities: t.field({
      type: [EntityRef],
      description:
        "What it stands for: several for 'the two presidents', none where that is open. For a metonym the country.",
      resolve: ({ id }, _args, context) => referents(context, id, 'REFERS_TO'),
    }),
    literally: t.field({
      type: EntityRef,
      nullable: true,
      description: 'What the name of a metonym literally names: the city. Null for other mentions.',
      resolve: async ({ id }, _args, context) => (await referents(context, id, 'LITERALLY'))[0] ?? null,
    }),
    antecedent: t.field({
      type: MentionRef,
      nullable: true,
      description: "The earlier mention that a pronoun or 'the senator' points back to.",
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'mention.antecedent', fetch: antecedentsOfMentions }, id)) ?? null,
    }),
  }),
});

const batch = { name: 'mention.byId', fetch: mentionsById };
registerNodes(['Mention'], batch);

const MentionConnection = connectionOf('Mention', MentionRef, 'mentions');

/** The argument that chooses among the readings. */
const readingArgs = () =>
  builder.args((t) => ({
    reading: t.field({ type: MentionReadingEnum, description: 'Only mentions with this reading.' }),
  }));

builder.interfaceField(EntityRef, 'mentions', (t) =>
  t.field({
    type: MentionConnection,
    description:
      'Where articles name it or point to it, by article and place. A metonym is a mention of the state it stands for.',
    args: { ...pageArgs(), ...readingArgs() },
    resolve: ({ id }, { reading, ...page }, context) =>
      loadConnection(context, 'Entity.mentions', mentionsOfEntity(reading ?? null), id, page),
  }),
);

builder.objectField(ArticleRef, 'mentions', (t) =>
  t.field({
    type: MentionConnection,
    description: 'The mentions in its current version, by place.',
    args: { ...pageArgs(), ...readingArgs() },
    resolve: ({ id }, { reading, ...page }, context) =>
      loadConnection(context, 'Article.mentions', mentionsOfArticle(reading ?? null), id, page),
  }),
);

builder.objectField(PlaceRef, 'metonymicMentions', (t) =>
  t.field({
    type: MentionConnection,
    description: 'Where its name stands for a state or its government, by article and place.',
    args: pageArgs(),
    resolve: ({ id }, args, context) =>
      loadConnection(context, 'Place.metonymicMentions', metonymsOfPlace, id, args),
  }),
);

async function referents(context: Context, id: string, way: Referent['way']): Promise<Entity[]> {
  const found = await loadList(context, { name: 'mention.referents', fetch: referentsOfMentions }, id);
  return found.filter((referent) => referent.way === way).map(({ entity }) => entity);
}
