import { ROOT } from '../graph/list.ts';
import { load } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import type { Counts } from './model.ts';
import { readCounts } from './store.ts';

const fetch = async (db: Context['db']) => new Map([[ROOT, await readCounts(db)]]);

async function counted(context: Context, what: keyof Counts): Promise<number> {
  return (await load(context, { name: 'stats.counts', fetch }, ROOT))?.[what] ?? 0;
}

const StatsRef = builder.objectRef<object>('Stats').implement({
  description: 'What the database holds.',
  fields: (t) => ({
    engine: t.string({
      description: 'The database and its version.',
      resolve: (_stats, _args, { db }) => db.engine,
    }),
    articles: t.int({
      description: 'Articles, each once however many versions it has.',
      resolve: (_stats, _args, context) => counted(context, 'articles'),
    }),
    statements: t.int({
      description: 'Statements that lists show: current, and not withdrawn.',
      resolve: (_stats, _args, context) => counted(context, 'statements'),
    }),
    entities: t.int({
      description: 'Entities of all types.',
      resolve: (_stats, _args, context) => counted(context, 'entities'),
    }),
    mentions: t.int({
      description: 'Mentions in the current versions.',
      resolve: (_stats, _args, context) => counted(context, 'mentions'),
    }),
    relations: t.int({
      description: 'Relations between entities, claims included.',
      resolve: (_stats, _args, context) => counted(context, 'relations'),
    }),
  }),
});

builder.queryField('stats', (t) =>
  t.field({ type: StatsRef, description: 'What the database holds.', resolve: () => ({}) }),
);
