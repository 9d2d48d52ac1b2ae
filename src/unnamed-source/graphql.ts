import { ArticleRef, requireArticle } from '../article/graphql.ts';
import { entityType } from '../entity/graphql.ts';
import { builder } from '../graphql/builder.ts';

export const UnnamedSourceRef = entityType(
  'UnnamedSource',
  'A source that its article does not name: never merged with one of another article.',
);

builder.objectFields(UnnamedSourceRef, (t) => ({
  descriptor: t.string({
    description: "The article's words for it: 'two officials'.",
    resolve: ({ descriptor, name }) => descriptor ?? name,
  }),
  article: t.field({
    type: ArticleRef,
    description: 'The one article that has it.',
    resolve: ({ articleId }, _args, context) => requireArticle(context, articleId ?? ''),
  }),
}));
