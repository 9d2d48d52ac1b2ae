import { ArticleConnection } from '../article/graphql.ts';
import { EntityRef, EntityRefInput } from '../entity/graphql.ts';
import { EntityReferences } from '../entity/store-reference.ts';
import { MAX_COUNTED } from '../graph/list.ts';
import { builder } from '../graphql/builder.ts';
import { forwardPageArgs, loadConnection } from '../graphql/connection.ts';
import { MAX_PAGE_SIZE } from '../graphql/limits.ts';
import { sizeOf } from '../graphql/page.ts';
import type { CoQuoted } from './model.ts';
import { articlesOfBoth, MAX_ARTICLES, pairKey, readCoQuoted } from './store.ts';

interface Pair extends CoQuoted {
  readonly withId: string;
}

const CoQuotedRef = builder.objectRef<Pair>('CoQuoted').implement({
  description: 'Somebody who is quoted in the same articles.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, description: 'Who it is.', resolve: ({ entity }) => entity }),
    count: t.exposeInt('count', { description: 'Articles that quote both.' }),
    articles: t.field({
      type: ArticleConnection,
      description: 'These articles, latest first, undated ones last.',
      args: forwardPageArgs(),
      resolve: async ({ withId, entity, count }, args, context) => {
        const parent = pairKey(withId, entity.id);
        const page = await loadConnection(context, 'CoQuoted.articles', articlesOfBoth(), parent, args);
        return { ...page, totalCount: async () => count };
      },
    }),
  }),
});

builder.queryField('coQuoted', (t) =>
  t.field({
    type: [CoQuotedRef],
    description: `Who is quoted in the same articles, most articles first, then by name. Of a speaker in more than ${MAX_ARTICLES} articles the latest ${MAX_ARTICLES} count; of more than ${MAX_COUNTED} statements none, which is an error.`,
    args: {
      with: t.arg({ type: EntityRefInput, required: true, description: 'The speaker to start from.' }),
      first: t.arg.int({ defaultValue: 10, description: `So many others, at most ${MAX_PAGE_SIZE}.` }),
    },
    resolve: async (_root, { with: reference, first }, { db }) => {
      const size = sizeOf('first', first ?? 10);
      const { id } = (await EntityReferences.find(db, [reference])).require(reference);
      const found = await readCoQuoted(db, id, size);
      return found.map((coQuoted) => ({ ...coQuoted, withId: id }));
    },
  }),
);
