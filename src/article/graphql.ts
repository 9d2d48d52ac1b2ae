import { EntityConnection } from '../entity/graphql.ts';
import { AnchorRef, EvidenceRef } from '../evidence/graphql.ts';
import { ROOT } from '../graph/list.ts';
import { type Batch, load, loadList, loadMany } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, loadConnection, pageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes, requireNode } from '../graphql/node.ts';
import { OrganizationRef } from '../organization/graphql.ts';
import type { Article, ArticleVersion, ExtractionRun } from './model.ts';
import {
  allArticles,
  articlesById,
  articlesOfOutlet,
  entitiesOfArticle,
  outletsOfArticles,
  runsById,
  textsOfVersions,
  versionsById,
  versionsOfArticles,
} from './store.ts';
import { ArticleReferences } from './store-reference.ts';

const articleBatch: Batch<Article> = { name: 'article.byId', fetch: articlesById };
const versionBatch: Batch<ArticleVersion> = { name: 'article.versionsById', fetch: versionsById };
const runBatch: Batch<ExtractionRun> = { name: 'article.runsById', fetch: runsById };
registerNodes(['Article'], articleBatch);
registerNodes(['ArticleVersion'], versionBatch);
registerNodes(['ExtractionRun'], runBatch);

/** In the order of the ids; those that nothing has are left out. */
export function loadArticles(context: Context, ids: readonly string[]): Promise<Article[]> {
  return loadMany(context, articleBatch, ids);
}

export const requireArticle = (context: Context, id: string) => requireNode(context, articleBatch, id);
export const requireVersion = (context: Context, id: string) => requireNode(context, versionBatch, id);
export const requireRun = (context: Context, id: string) => requireNode(context, runBatch, id);

export const ArticleRef = builder.objectRef<Article>('Article');
export const ArticleVersionRef = builder.objectRef<ArticleVersion>('ArticleVersion');

ArticleRef.implement({
  description: 'One piece of reporting.',
  interfaces: [NodeRef],
  fields: (t) => ({
    title: t.exposeString('title', { nullable: true, description: 'Its headline; null where it has none.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it was published; null where that is not known.',
      resolve: ({ url }) => url,
    }),
    language: t.exposeString('language', { description: 'The language of the text, as BCP 47 writes it.' }),
    publishedAt: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it was published; null where that is not known.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    outlet: t.field({
      type: OrganizationRef,
      nullable: true,
      description:
        'Who published it; null where the article does not say. It is not whom its statements were told to.',
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'article.outlet', fetch: outletsOfArticles }, id)) ?? null,
    }),
    text: t.string({
      nullable: true,
      description: "The current version's text; null where it may not be kept.",
      resolve: ({ currentVersionId }, _args, context) => textOf(context, currentVersionId),
    }),
    textAvailable: t.boolean({
      description: 'Whether the text is kept.',
      resolve: async ({ currentVersionId }, _args, context) =>
        (await textOf(context, currentVersionId)) !== null,
    }),
    sha256: t.string({
      description: "SHA-256 of the current version's text in UTF-8, as hex digits.",
      resolve: async ({ currentVersionId }, _args, context) =>
        (await requireVersion(context, currentVersionId)).sha256,
    }),
    versions: t.field({
      type: [ArticleVersionRef],
      description:
        'Oldest first. An edited article keeps its earlier versions, and their offsets keep pointing into them. At most 200; more is an error.',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'article.versions', fetch: versionsOfArticles }, id),
    }),
    entities: t.field({
      type: EntityConnection,
      description: 'What it names, quotes, addresses or is about, by name.',
      args: pageArgs(),
      resolve: ({ id }, args, context) =>
        loadConnection(context, 'Article.entities', entitiesOfArticle, id, args),
    }),
  }),
});

ArticleVersionRef.implement({
  description: "One state of an article's text. Offsets count in it.",
  interfaces: [NodeRef],
  fields: (t) => ({
    article: t.field({
      type: ArticleRef,
      description: 'The article whose text this was or is.',
      resolve: ({ articleId }, _args, context) => requireArticle(context, articleId),
    }),
    number: t.exposeInt('number', { description: 'From 1, oldest first.' }),
    text: t.string({
      nullable: true,
      description: 'The whole text in Unicode NFC; null where it may not be kept.',
      resolve: ({ id }, _args, context) => textOf(context, id),
    }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the text in UTF-8, as hex digits.' }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it came into the graph.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
    current: t.exposeBoolean('current', { description: 'It is the latest of its article.' }),
  }),
});

export const ExtractionRunRef = builder.objectRef<ExtractionRun>('ExtractionRun').implement({
  description: 'What found the statements in an article version: people or a program.',
  interfaces: [NodeRef],
  fields: (t) => ({
    tool: t.exposeString('tool', { description: 'Who or what.' }),
    version: t.exposeString('version', { description: 'Which release of the tool.' }),
    startedAt: t.field({
      type: 'DateTime',
      description: 'When it began.',
      resolve: ({ startedAt }) => startedAt,
    }),
    recordedBy: t.exposeString('recordedBy', {
      nullable: true,
      description:
        'The name of whose token its document came with; null where it was loaded beside the API, by the command line.',
    }),
  }),
});

export const ArticleConnection = connectionOf('Article', ArticleRef, 'articles');

export const ArticleRefInput = builder.inputType('ArticleRef', {
  isOneOf: true,
  description: 'Which article is meant.',
  fields: (t) => ({
    id: t.id({ description: 'Its id in this graph.' }),
    url: t.field({ type: 'URL', description: 'Where it was published.' }),
    sha256: t.string({ description: 'SHA-256 of a text that it has or had, as hex digits.' }),
  }),
});

builder.objectField(AnchorRef, 'articleVersion', (t) =>
  t.field({
    type: ArticleVersionRef,
    description: 'The current version, in which the place is.',
    resolve: ({ versionId }, _args, context) => requireVersion(context, versionId),
  }),
);

builder.objectField(EvidenceRef, 'articleVersion', (t) =>
  t.field({
    type: ArticleVersionRef,
    description: 'The version whose text the offsets count in.',
    resolve: ({ versionId }, _args, context) => requireVersion(context, versionId),
  }),
);

builder.objectField(OrganizationRef, 'articles', (t) =>
  t.field({
    type: ArticleConnection,
    description: 'The articles that it published, latest first, undated ones last.',
    args: pageArgs(),
    resolve: ({ id }, args, context) =>
      loadConnection(context, 'Organization.articles', articlesOfOutlet, id, args),
  }),
);

builder.queryFields((t) => ({
  article: t.field({
    type: ArticleRef,
    nullable: true,
    description: 'The article that is meant, the latest where several match; null where none does.',
    args: { by: t.arg({ type: ArticleRefInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { by }, { db }) => (await ArticleReferences.find(db, [by])).all(by)[0] ?? null,
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'All articles, latest first, undated ones last.',
    args: pageArgs(),
    resolve: (_root, args, context) => loadConnection(context, 'Query.articles', allArticles, ROOT, args),
  }),
}));

/** The text of a version; null where it may not be kept. */
export async function textOf(context: Context, versionId: string): Promise<string | null> {
  return (await load(context, { name: 'article.texts', fetch: textsOfVersions }, versionId)) ?? null;
}
