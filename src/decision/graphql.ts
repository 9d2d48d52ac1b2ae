import { ArticleRef } from '../article/graphql.ts';
import { EntityRef } from '../entity/graphql.ts';
import { type Batch, load, loadList } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes, requireNode } from '../graphql/node.ts';
import { StatementRef } from '../statement/graphql.ts';
import type { Decision } from './model.ts';
import {
  articlesOfDecisions,
  decisionsById,
  decisionsOnArticles,
  decisionsOnEntities,
  decisionsOnStatements,
  entitiesOfDecisions,
  statementsOfDecisions,
  undoingsOfDecisions,
  undoneByDecisions,
} from './store.ts';

const DecisionKindEnum = enumOf('DecisionKind', 'What was decided.', {
  MERGE: 'Several records are one thing.',
  SPLIT: 'A merged record is several things after all.',
  WITHDRAW: 'A statement is not shown any more.',
  RESTORE: 'A withdrawn statement is shown again.',
  CORRECT: 'A statement was put right, or a correction was taken back.',
  REDACT: 'The text of an article may not be kept, nor its words but for short ones.',
});

export const DecisionRef = builder.objectRef<Decision>('Decision');
DecisionRef.implement({
  description:
    'What somebody decided about statements, entities or articles, and why. It can be undone, but for REDACT: what is gone is gone.',
  interfaces: [NodeRef],
  fields: (t) => ({
    kind: t.field({ type: DecisionKindEnum, description: 'What was decided.', resolve: ({ kind }) => kind }),
    actor: t.exposeString('actor', { description: 'Who decided.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => at }),
    reason: t.exposeString('reason', { description: 'Why, in the words of the actor.' }),
    entities: t.field({
      type: [EntityRef],
      description:
        'The entities that it concerns, as they are now, by name: one after a merge, several again after a split.',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'decision.entities', fetch: entitiesOfDecisions }, id),
    }),
    statement: t.field({
      type: StatementRef,
      nullable: true,
      description: 'The statement that it concerns; null for one about entities.',
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'decision.statement', fetch: statementsOfDecisions }, id)) ?? null,
    }),
    article: t.field({
      type: ArticleRef,
      nullable: true,
      description: 'The article whose text may not be kept; null for one about others.',
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'decision.article', fetch: articlesOfDecisions }, id)) ?? null,
    }),
    keepLength: t.exposeInt('keepLength', {
      nullable: true,
      description:
        'REDACT: of the words of the article those stay that have at most so many code points. Null for others.',
    }),
    undoneBy: t.field({
      type: DecisionRef,
      nullable: true,
      description: 'The decision that undid it; null while it stands.',
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'decision.undoneBy', fetch: undoingsOfDecisions }, id)) ?? null,
    }),
    undoes: t.field({
      type: DecisionRef,
      nullable: true,
      description: 'The one that it took back; null for a decision of its own.',
      resolve: async ({ id }, _args, context) =>
        (await load(context, { name: 'decision.undoes', fetch: undoneByDecisions }, id)) ?? null,
    }),
  }),
});

const batch: Batch<Decision> = { name: 'decision.byId', fetch: decisionsById };
registerNodes(['Decision'], batch);

export const requireDecision = (context: Context, id: string) => requireNode(context, batch, id);

builder.objectField(ArticleRef, 'decisions', (t) =>
  t.field({
    type: [DecisionRef],
    description: 'What was decided about its text, earliest first.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'article.decisions', fetch: decisionsOnArticles }, id),
  }),
);

builder.interfaceField(EntityRef, 'decisions', (t) =>
  t.field({
    type: [DecisionRef],
    description: 'What was decided about it, or gave statements to it, earliest first.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'entity.decisions', fetch: decisionsOnEntities }, id),
  }),
);

builder.objectField(StatementRef, 'decisions', (t) =>
  t.field({
    type: [DecisionRef],
    description: 'What was decided about it, earliest first.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'statement.decisions', fetch: decisionsOnStatements }, id),
  }),
);
