import {
  ArticleRef,
  ArticleVersionRef,
  ExtractionRunRef,
  requireArticle,
  requireRun,
  requireVersion,
} from '../article/graphql.ts';
import { EntityRef } from '../entity/graphql.ts';
import { invalidInput } from '../errors.ts';
import { EvidenceRef, EvidenceRoleEnum } from '../evidence/graphql.ts';
import { type Batch, loadList, loadMany } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes, requireNode } from '../graphql/node.ts';
import { RelationRef } from '../relation/graphql.ts';
import { AddresseeRef, AttributionRef, loadLinks } from './graphql-attribution.ts';
import { SpeechActEnum, StatementKindEnum } from './graphql-enums.ts';
import type { Statement } from './model.ts';
import {
  chainsOfStatements,
  claimantsOfRelations,
  evidenceOfStatements,
  nestedStatements,
  statementsById,
  subjectStatements,
} from './store.ts';

export const StatementRef = builder.objectRef<Statement>('Statement');

StatementRef.implement({
  description:
    'That somebody said something, as one version of one article reports it. Whether it is true is not said anywhere.',
  interfaces: [NodeRef],
  fields: (t) => ({
    kind: t.field({
      type: StatementKindEnum,
      description: 'Whether the article quotes or paraphrases.',
      resolve: ({ kind }) => kind,
    }),
    acts: t.field({
      type: [SpeechActEnum],
      description:
        'What the words do; ASSERT where nothing else fits. A long quotation may do several things.',
      resolve: ({ acts }) => [...acts],
    }),
    quote: t.exposeString('quote', {
      nullable: true,
      description: 'The quoted words without quotation marks, pieces in order; null for INDIRECT.',
    }),
    content: t.exposeString('content', {
      nullable: true,
      description:
        'What was said, as the article words it; null where nothing was said (DECLINED_TO_COMMENT, NO_RESPONSE) or the text may not be kept.',
    }),
    saidBy: t.field({ type: AttributionRef, description: 'Who said it.', resolve: (statement) => statement }),
    addressee: t.field({
      type: AddresseeRef,
      description: 'Whom it was said to.',
      resolve: (statement) => statement,
    }),
    about: t.field({
      type: [EntityRef],
      description: 'What the content is about; not all that it mentions.',
      resolve: ({ id }, _args, context) => loadLinks(context, id, 'ABOUT'),
    }),
    aboutStatements: t.field({
      type: [StatementRef],
      description: 'The statements that the content is about: "rejected his offer".',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'statement.aboutStatements', fetch: subjectStatements }, id),
    }),
    nested: t.field({
      type: [StatementRef],
      description:
        'Statements that this one reports: A said that B said. Those just below, in the order of the text.',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'statement.nested', fetch: nestedStatements }, id),
    }),
    within: t.field({
      type: StatementRef,
      nullable: true,
      description: 'The statement that reports this one; null where the article itself does.',
      resolve: async ({ id }, _args, context) =>
        (await loadList(context, { name: 'statement.chain', fetch: chainsOfStatements }, id)).at(-2) ?? null,
    }),
    chain: t.field({
      type: [StatementRef],
      description: 'From the outermost statement to this one.',
      resolve: ({ id }, _args, context) =>
        loadList(context, { name: 'statement.chain', fetch: chainsOfStatements }, id),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'Its words in the article, in the order of the text.',
      args: { roles: t.arg({ type: [EvidenceRoleEnum], description: 'Only words that do this.' }) },
      resolve: async ({ id }, { roles }, context) => {
        if (roles?.length === 0)
          throw invalidInput('"roles" is empty: name a role, or leave it out for all.');
        const found = await loadList(
          context,
          { name: 'statement.evidence', fetch: evidenceOfStatements },
          id,
        );
        return roles == null ? found : found.filter(({ role }) => roles.includes(role));
      },
    }),
    article: t.field({
      type: ArticleRef,
      description: 'The article that reports it.',
      resolve: ({ articleId }, _args, context) => requireArticle(context, articleId),
    }),
    articleVersion: t.field({
      type: ArticleVersionRef,
      description: 'The version whose words it is read from.',
      resolve: ({ versionId }, _args, context) => requireVersion(context, versionId),
    }),
    saidAt: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When it was said; null where the article does not tell.',
      resolve: ({ saidAt }) => saidAt,
    }),
    publishedAt: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'When the article was published; null where that is not known.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it came into the graph.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
    withdrawnAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it was withdrawn: by somebody, or because the article was edited and its words are gone; null while it stands.',
      resolve: ({ withdrawnAt }) => withdrawnAt,
    }),
    withdrawnReason: t.exposeString('withdrawnReason', {
      nullable: true,
      description: 'Why it was withdrawn; null while it stands.',
    }),
    confidence: t.exposeFloat('confidence', {
      description: 'How sure the annotation is that the article reports this, from 0 to 1.',
    }),
    extractedBy: t.field({
      type: ExtractionRunRef,
      description: 'What found it.',
      resolve: ({ runId }, _args, context) => requireRun(context, runId),
    }),
  }),
});

const batch: Batch<Statement> = { name: 'statement.byId', fetch: statementsById };
registerNodes(['Statement'], batch);

export const requireStatement = (context: Context, id: string) => requireNode(context, batch, id);

/** In the order of the ids; those that nothing has are left out. */
export function loadStatementsById(context: Context, ids: readonly string[]): Promise<Statement[]> {
  return loadMany(context, batch, ids);
}

builder.objectField(RelationRef, 'claimedIn', (t) =>
  t.field({
    type: [StatementRef],
    description:
      'Statements whose content holds the evidence: then the relation is their claim. Empty where an article says it in its own voice only.',
    resolve: ({ id }, _args, context) =>
      loadList(context, { name: 'relation.claimedIn', fetch: claimantsOfRelations }, id),
  }),
);
