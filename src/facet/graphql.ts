import { invalidInput } from '../errors.ts';
import { MAX_COUNTED } from '../graph/list.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { MAX_FACET_BUCKETS } from '../graphql/limits.ts';
import { sizeOf } from '../graphql/page.ts';
import type { Condition, StatementFilter } from '../statement/filter.ts';
import { loadFilter, StatementFilterInput } from '../statement/graphql-lists.ts';
import { MIN_COPIED_WORDS } from '../statement/model-wording.ts';
import { bucketsOf, FacetBucketRef, loadWhole, StatementFacetEnum } from './graphql-bucket.ts';
import { type Facet, STATEMENT_FACETS } from './model.ts';
import { type FacetScope, readFacets } from './store.ts';

interface ScopedFacet extends Facet {
  readonly scope: FacetScope;
}

const FacetRef = builder.objectRef<ScopedFacet>('Facet').implement({
  description:
    'How the statements of a filter fall on the values of a facet. Where a statement has one value at most (KIND, MONTH, OUTLET, POSITION), buckets, other and missing add up to the total.',
  fields: (t) => ({
    by: t.field({
      type: StatementFacetEnum,
      description: 'What they are counted by.',
      resolve: ({ by }) => by,
    }),
    buckets: t.field({
      type: [FacetBucketRef],
      description: 'The most frequent values first, then by value.',
      resolve: ({ buckets, ...of }) => bucketsOf(of, buckets),
    }),
    total: t.exposeInt('total', { description: 'Statements of the filter.' }),
    other: t.exposeInt('other', {
      description: 'The counts of all values that have no bucket here, added up.',
    }),
    missing: t.exposeInt('missing', { description: 'Statements without any value.' }),
    words: t.int({
      description: 'Words of the contents of all statements of the filter, added up.',
      resolve: ({ scope }, _args, context) => loadWhole(context, scope, 'words'),
    }),
  }),
});

export const COUNTED = `Counts look at no more than ${MAX_COUNTED} statements, those of a speaker, subject, outlet or article where the filter names one; more is an error.`;

export const whereArgs = () =>
  builder.args((t) => ({
    where: t.field({
      type: StatementFilterInput,
      description: 'Only statements for which this holds; all that stand now when left out.',
    }),
  }));

builder.queryField('statementFacets', (t) =>
  t.field({
    type: [FacetRef],
    description: `How often a filter's statements fall on each value of a facet, in the order asked for. ${COUNTED}`,
    args: {
      ...whereArgs(),
      by: t.arg({ type: [StatementFacetEnum], required: true, description: 'The facets, each once.' }),
      first: t.arg.int({
        defaultValue: 10,
        description: `Buckets of each facet, at most ${MAX_FACET_BUCKETS}.`,
      }),
      distinct: t.arg.boolean({
        defaultValue: false,
        description: `Count what the same speakers said in the same words once, however many articles carry it: where it stands first by date among the statements of the filter; all numbers go by it. Case, diacritics and punctuation do not count. Contents of fewer than ${MIN_COPIED_WORDS} words are never taken for the same.`,
      }),
    },
    resolve: async (_root, { where, by, first, distinct }, context) => {
      if (by.length === 0)
        throw invalidInput(`"by" is empty: name one or more of ${STATEMENT_FACETS.join(', ')}.`);
      if (new Set(by).size < by.length) throw invalidInput('"by" names a facet twice.');
      const scope = { filter: await filterOf(context, where), distinct: distinct ?? false };
      const size = sizeOf('first', first ?? 10, MAX_FACET_BUCKETS);
      const facets = await readFacets(context.db, by, scope, size);
      return facets.map((facet) => ({ ...facet, scope }));
    },
  }),
);

export function filterOf(
  context: Context,
  where: StatementFilter | null | undefined,
): Promise<Condition | null> {
  return where == null ? Promise.resolve(null) : loadFilter(context, where);
}
