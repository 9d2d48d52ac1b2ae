import { EntityRefInput } from '../entity/graphql.ts';
import { MAX_COUNTED, MAX_LIST_SIZE } from '../graph/list.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { forwardPageArgs, loadConnection } from '../graphql/connection.ts';
import type { Condition } from '../statement/filter.ts';
import { loadFilter, StatementConnection } from '../statement/graphql-lists.ts';
import type { TimelineBucket, TimelineUnit } from './model.ts';
import { bucketStatements, readTimeline } from './store.ts';

const TimelineUnitEnum = enumOf('TimelineUnit', 'How long a bucket of a timeline is.', {
  DAY: 'Each day by itself.',
  MONTH: 'Each month of a year.',
  YEAR: 'Each calendar year.',
});

interface Bucket extends TimelineBucket {
  readonly unit: TimelineUnit;
  readonly filter: Condition;
}

const BucketRef = builder.objectRef<Bucket>('TimelineBucket').implement({
  description: 'What was said in one stretch of time.',
  fields: (t) => ({
    from: t.field({
      type: 'PartialDate',
      description:
        'The day, month or year. Longer than the unit asked for where the articles do not tell more; a statement of a longer time stands in the year of its first day.',
      resolve: ({ from }) => from,
    }),
    count: t.exposeInt('count', { description: 'Statements in it.' }),
    statements: t.field({
      type: StatementConnection,
      description: 'These statements, earliest first.',
      args: forwardPageArgs(),
      resolve: async ({ from, count, unit, filter }, args, context) => {
        const source = bucketStatements(unit, filter);
        const page = await loadConnection(context, 'TimelineBucket.statements', source, from, args);
        return { ...page, totalCount: async () => count };
      },
    }),
  }),
});

builder.queryField('timeline', (t) =>
  t.field({
    type: [BucketRef],
    description: `What someone said about someone, in order of time: when it was said, or else published. Undated statements are left out. At most ${MAX_LIST_SIZE} buckets, from no more than ${MAX_COUNTED} statements by the one or about the other; more is an error.`,
    args: {
      saidBy: t.arg({ type: EntityRefInput, required: true, description: 'Who said it.' }),
      about: t.arg({ type: EntityRefInput, description: 'What it is about; anything when left out.' }),
      between: t.arg({ type: 'PartialDate', description: 'Only what has a day in common with this time.' }),
      by: t.arg({ type: TimelineUnitEnum, defaultValue: 'MONTH', description: 'How long a bucket is.' }),
    },
    resolve: async (_root, { saidBy, about, between, by }, context) => {
      const filter = await loadFilter(context, {
        saidBy: [saidBy],
        about: about == null ? null : [about],
        datedBetween: between ?? null,
      });
      const unit = by ?? 'MONTH';
      const buckets = await readTimeline(context.db, unit, filter);
      return buckets.map((bucket) => ({ ...bucket, unit, filter }));
    },
  }),
);
