import { ArticleRef, ArticleRefInput } from '../article/graphql.ts';
import { EntityRef, EntityRefInput } from '../entity/graphql.ts';
import { ROOT } from '../graph/list.ts';
import { MAX_SCANNED } from '../graph/placed-list.ts';
import { load } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { type Connection, connectionOf, loadConnection, pageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import type { PageArgs } from '../graphql/page.ts';
import type { Condition, StatementFilter } from './filter.ts';
import { StatementRef } from './graphql.ts';
import {
  AddresseeStateEnum,
  IncludeEnum,
  SourceStateEnum,
  SpeechActEnum,
  StatementKindEnum,
  StatementOrderEnum,
} from './graphql-enums.ts';
import type { Include, Statement, StatementOrder } from './model.ts';
import { resolveFilter } from './store-filter.ts';
import { type StatementListName, statementList } from './store-lists.ts';

export const StatementConnection = connectionOf('Statement', StatementRef, 'statements');

export const StatementFilterInput = builder.inputRef<StatementFilter>('StatementFilter');
StatementFilterInput.implement({
  description:
    'Which statements are meant. Fields of one object all hold; a list means any of its values, and an empty one is an error. `not` is the complement. At most 100 parts, nested at most 8 deep.',
  fields: (t) => ({
    and: t.field({ type: [StatementFilterInput], description: 'All of these hold.' }),
    or: t.field({ type: [StatementFilterInput], description: 'At least one of these holds.' }),
    not: t.field({ type: StatementFilterInput, description: 'This does not hold.' }),
    saidBy: t.field({
      type: [EntityRefInput],
      description: "The statement's own source is one of them. Who reports it in turn does not count.",
    }),
    saidByGroup: t.field({
      type: [EntityRefInput],
      description:
        'A speaker holds an office in, belongs to, is affiliated with or is a citizen of one of them, or of a body that is part of it: what did Russian officials say?',
    }),
    source: t.field({ type: SourceStateEnum, description: 'Whether the article names the source.' }),
    about: t.field({ type: [EntityRefInput], description: 'The content is about one of them.' }),
    mentions: t.field({
      type: [EntityRefInput],
      description: 'The content names one of them or points to it, whether it is about it or not.',
    }),
    toldTo: t.field({ type: [EntityRefInput], description: 'One of them is an addressee.' }),
    addressee: t.field({ type: AddresseeStateEnum, description: 'Whether the addressee is known.' }),
    publishedBy: t.field({ type: [EntityRefInput], description: 'One of them published the article.' }),
    article: t.field({ type: [ArticleRefInput], description: 'It stands in one of these articles.' }),
    kind: t.field({ type: [StatementKindEnum], description: 'It is of one of these kinds.' }),
    act: t.field({ type: [SpeechActEnum], description: 'It does one of these things.' }),
    cueLemma: t.stringList({
      description: 'The base form of the cue is one of these: "say", "point out", "offer".',
    }),
    saidBetween: t.field({
      type: 'PartialDate',
      description: 'When it was said has a day in common with this date or interval.',
    }),
    publishedBetween: t.field({
      type: 'PartialDate',
      description: 'When its article was published has a day in common with it.',
    }),
    datedBetween: t.field({
      type: 'PartialDate',
      description: 'When it was said, or else published, has a day in common with it.',
    }),
    recordedBetween: t.field({
      type: 'PartialDate',
      description: 'It came into the graph on one of these days, in UTC.',
    }),
    minConfidence: t.float({ description: 'The annotation is at least so sure of it, from 0 to 1.' }),
    text: t.string({
      description: 'The content has all of these words, in any order, case and diacritics folded.',
    }),
    depth: t.int({ description: 'How many statements it stands in: 0 is what the article itself reports.' }),
  }),
});

/** The arguments of every list of statements. */
export const statementListArgs = () =>
  builder.args((t) => ({
    ...pageArgs(),
    where: t.field({
      type: StatementFilterInput,
      description: `Only statements for which this holds. A page looks at about ${MAX_SCANNED} statements and no further, then says so in pageInfo.scanLimited.`,
    }),
    orderBy: t.field({
      type: StatementOrderEnum,
      description: 'The order; DATE_DESC when left out, and TEXT_POSITION within an article.',
    }),
    include: t.field({
      type: [IncludeEnum],
      description: 'Also statements that are left out otherwise. Not given, a list shows what stands now.',
    }),
  }));

export interface StatementListArgs extends PageArgs {
  readonly where?: StatementFilter | null | undefined;
  readonly orderBy?: StatementOrder | null | undefined;
  readonly include?: readonly Include[] | null | undefined;
}

/** One page of the statements of `parent`. `field` says whose cursors they are. */
export async function loadStatements(
  context: Context,
  field: string,
  list: StatementListName,
  parent: string,
  { where, orderBy, include, ...page }: StatementListArgs,
): Promise<Connection<Statement>> {
  const source = statementList(list, {
    filter: where == null ? null : await loadFilter(context, where),
    order: orderBy ?? (list === 'inArticle' ? 'TEXT_POSITION' : 'DATE_DESC'),
    include: [...(include ?? [])].sort(),
  });
  return loadConnection(context, field, source, parent, page);
}

/** Once for each filter of a request, however many lists have it. */
export async function loadFilter(context: Context, where: StatementFilter): Promise<Condition> {
  const batch = {
    name: `statement.filter ${JSON.stringify(where)}`,
    fetch: async (db: Context['db']) => new Map([[ROOT, await resolveFilter(db, where)]]),
  };
  return (await load(context, batch, ROOT)) as Condition;
}

builder.interfaceFields(EntityRef, (t) => ({
  statements: t.field({
    type: StatementConnection,
    description: 'Statements that this entity made.',
    args: statementListArgs(),
    resolve: ({ id }, args, context) => loadStatements(context, 'Entity.statements', 'saidBy', id, args),
  }),
  statementsAbout: t.field({
    type: StatementConnection,
    description: 'Statements whose content is about this entity.',
    args: statementListArgs(),
    resolve: ({ id }, args, context) => loadStatements(context, 'Entity.statementsAbout', 'about', id, args),
  }),
  statementsReceived: t.field({
    type: StatementConnection,
    description: 'Statements told to this entity.',
    args: statementListArgs(),
    resolve: ({ id }, args, context) =>
      loadStatements(context, 'Entity.statementsReceived', 'toldTo', id, args),
  }),
}));

builder.objectField(ArticleRef, 'statements', (t) =>
  t.field({
    type: StatementConnection,
    description:
      'Statements that this article reports, by their place in the text unless another order is asked for.',
    args: statementListArgs(),
    resolve: ({ id }, args, context) => loadStatements(context, 'Article.statements', 'inArticle', id, args),
  }),
);

builder.queryField('statements', (t) =>
  t.field({
    type: StatementConnection,
    description: 'Who said what about whom, to whom, where and when.',
    args: statementListArgs(),
    resolve: (_root, args, context) => loadStatements(context, 'Query.statements', 'all', ROOT, args),
  }),
);
