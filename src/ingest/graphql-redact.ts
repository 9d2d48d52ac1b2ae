import { ArticleRef, ArticleRefInput, requireArticle } from '../article/graphql.ts';
import { DecisionRef, requireDecision } from '../decision/graphql.ts';
import { invalidInput } from '../errors.ts';
import { mutate } from '../graphql/authorize.ts';
import { builder } from '../graphql/builder.ts';
import {
  failed,
  type NotAuthorized,
  NotAuthorizedRef,
  type NotFound,
  NotFoundRef,
  orFailed,
  typeOfFailed,
} from '../graphql/problems.ts';
import { type RedactedArticle, type RedactOutcome, redactArticle } from './redact.ts';
import { DEFAULT_KEEP, MAX_KEEP } from './withhold.ts';

const RedactSuccessRef = builder.objectRef<RedactOutcome>('RedactSuccess').implement({
  description: 'The text of the article is not kept any more.',
  fields: (t) => ({
    article: t.field({
      type: ArticleRef,
      description: 'As it now is, without its text.',
      resolve: ({ articleId }, _args, context) => requireArticle(context, articleId),
    }),
    decision: t.field({
      type: DecisionRef,
      nullable: true,
      description: 'What was decided; null where no more was kept before, so that nothing was done.',
      resolve: ({ decisionId }, _args, context) =>
        decisionId === null ? null : requireDecision(context, decisionId),
    }),
    keepLength: t.exposeInt('keepLength', {
      description: 'Of its words those are kept that have at most so many code points.',
    }),
  }),
});

const RedactResultRef = builder.unionType('RedactResult', {
  description: 'What became of a text that may not be kept.',
  types: [RedactSuccessRef, NotFoundRef, NotAuthorizedRef],
  resolveType: (value: RedactOutcome | NotFound | NotAuthorized) =>
    typeOfFailed(value, () => 'RedactSuccess'),
});

const RedactArticleInput = builder.inputType('RedactArticleInput', {
  description: 'An article whose text may not be kept.',
  fields: (t) => ({
    article: t.field({
      type: ArticleRefInput,
      required: true,
      description: 'Which one; where several have the URL or text, it takes the id.',
    }),
    keep: t.int({
      defaultValue: DEFAULT_KEEP,
      description: `Words of at most so many code points are kept: names, sources, cues, addressees and what is quoted. From 0 to ${MAX_KEEP}.`,
    }),
    reason: t.string({ required: true, description: 'Why, in one line; it is kept with the decision.' }),
  }),
});

builder.mutationField('redactArticle', (t) =>
  t.field({
    type: RedactResultRef,
    description:
      'Take the text of an article away for good, with all but short words of it, from all its versions and from whatever comes of it later. Offsets, hash and length stay. It cannot be undone. Takes the role admin.',
    args: { input: t.arg({ type: RedactArticleInput, required: true, description: 'What to redact.' }) },
    resolve: (_root, { input: { article, keep, reason } }, context) =>
      mutate(context, 'admin', ({ name }) =>
        orFailed(
          () =>
            redactArticle(
              context.db,
              { article: referenceOf(article), keep: keep ?? DEFAULT_KEEP, reason },
              { actor: name },
            ),
          (error) => (error.code === 'NOT_FOUND' ? failed('NotFound', error) : null),
        ),
      ),
  }),
);

/** GraphQL lets exactly one be given. */
function referenceOf({
  id,
  url,
  sha256,
}: {
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly sha256?: string | null | undefined;
}): RedactedArticle {
  if (id != null) return { id };
  if (url != null) return { url };
  if (sha256 != null) return { sha256 };
  throw invalidInput('"article" is empty: name one.');
}
