import { EntityRef, requireEntity } from '../entity/graphql.ts';
import { type Batch, load } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import type { FacetBucket, StatementFacet } from './model.ts';
import { type FacetScope, readWords, type WHOLE_KEYS, wordsKey } from './store.ts';

export const StatementFacetEnum = enumOf('StatementFacet', 'What statements are counted by.', {
  SPEAKER: 'Who said it. An entity.',
  POSITION: 'The office that the article gives the speaker. An entity.',
  ABOUT: 'What it is about. An entity.',
  ADDRESSEE: 'Whom it was said to. An entity.',
  OUTLET: 'Who published the article. An entity.',
  KIND: 'Whether it is quoted or paraphrased.',
  ACT: 'What the words do.',
  MONTH: 'The month, YYYY-MM, in which it was said, or else published. A date of a whole year falls on none.',
});

/** What buckets are counted of. */
export interface BucketsOf {
  readonly by: StatementFacet;
  readonly scope: FacetScope;
  /** Statements in all; null where nobody has counted them yet. */
  readonly total: number | null;
}

interface Bucket extends FacetBucket {
  readonly of: BucketsOf;
}

export function bucketsOf(of: BucketsOf, buckets: readonly FacetBucket[]): Bucket[] {
  return buckets.map((bucket) => ({ ...bucket, of }));
}

export const FacetBucketRef = builder.objectRef<Bucket>('FacetBucket').implement({
  description: 'One value of a facet.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description: 'The value: the id of an entity, a month, the name of a kind.',
    }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The entity that the value stands for; null for facets that are none.',
      resolve: ({ value, isEntity }, _args, context) => (isEntity ? requireEntity(context, value) : null),
    }),
    count: t.exposeInt('count', { description: 'Statements with this value.' }),
    share: t.float({
      description:
        'The part that these are of all statements of the filter, from 0 to 1. Shares add up to more than 1 where a statement has several values.',
      resolve: async ({ count, of }, _args, context) =>
        shareOf(count, of.total ?? (await loadWhole(context, of.scope, 'total'))),
    }),
    words: t.int({
      description: 'Words of the contents of these statements, added up.',
      resolve: (bucket, _args, context) => loadWords(context, bucket),
    }),
    wordShare: t.float({
      description:
        'The part that these are of the words of all statements of the filter, from 0 to 1; 0 where there are none.',
      resolve: async (bucket, _args, context) => {
        // Asked for together, so that those of all buckets are gathered in one tick.
        const [words, whole] = await Promise.all([
          loadWords(context, bucket),
          loadWhole(context, bucket.of.scope, 'words'),
        ]);
        return shareOf(words, whole);
      },
    }),
  }),
});

/** Of all statements of a scope, how many they are or how many words they have. All of one tick share their calls. */
export function loadWhole(
  context: Context,
  scope: FacetScope,
  key: (typeof WHOLE_KEYS)[number],
): Promise<number> {
  return loadAmount(context, scope, key);
}

async function loadAmount(context: Context, scope: FacetScope, key: string): Promise<number> {
  const batch: Batch<number> = {
    name: `facet.words ${scope.distinct} ${scope.filter?.asked}`,
    fetch: (db, keys) => readWords(db, scope, keys),
  };
  return (await load(context, batch, key)) ?? 0;
}

function loadWords(context: Context, { value, of: { by, scope } }: Bucket): Promise<number> {
  return loadAmount(context, scope, wordsKey(by, value));
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
