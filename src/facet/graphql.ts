import { EntityRef, requireEntity } from '../entity/graphql.ts';
import { invalidInput } from '../errors.ts';
import { MAX_COUNTED } from '../graph/list.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { forwardPageArgs, loadConnection } from '../graphql/connection.ts';
import { MAX_FACET_BUCKETS } from '../graphql/limits.ts';
import { sizeOf } from '../graphql/page.ts';
import type { Condition, StatementFilter } from '../statement/filter.ts';
import { loadFilter, StatementConnection, StatementFilterInput } from '../statement/graphql-lists.ts';
import {
  type EntityFacet,
  type Facet,
  type FacetBucket,
  type MatrixCell,
  type QuoteMatrix,
  STATEMENT_FACETS,
  type StatementFacet,
} from './model.ts';
import { cellKey, cellStatements, isEntityFacet, readFacets, readMatrix } from './store.ts';

const StatementFacetEnum = enumOf('StatementFacet', 'What statements are counted by.', {
  SPEAKER: 'Who said it. An entity.',
  ABOUT: 'What it is about. An entity.',
  ADDRESSEE: 'Whom it was said to. An entity.',
  OUTLET: 'Who published the article. An entity.',
  KIND: 'Whether it is quoted or paraphrased.',
  ACT: 'What the words do.',
  MONTH: 'The month, YYYY-MM, in which it was said, or else published. A date of a whole year falls on none.',
});

const FacetBucketRef = builder.objectRef<FacetBucket>('FacetBucket').implement({
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
  }),
});

const FacetRef = builder.objectRef<Facet>('Facet').implement({
  description:
    'How the statements of a filter fall on the values of a facet. Where a statement has one value at most (KIND, MONTH, OUTLET), buckets, other and missing add up to the total.',
  fields: (t) => ({
    by: t.field({
      type: StatementFacetEnum,
      description: 'What they are counted by.',
      resolve: ({ by }) => by,
    }),
    buckets: t.field({
      type: [FacetBucketRef],
      description: 'The most frequent values first, then by value.',
      resolve: ({ buckets }) => [...buckets],
    }),
    total: t.exposeInt('total', { description: 'Statements of the filter.' }),
    other: t.exposeInt('other', {
      description: 'The counts of all values that have no bucket here, added up.',
    }),
    missing: t.exposeInt('missing', { description: 'Statements without any value.' }),
  }),
});

interface Cell extends MatrixCell {
  readonly matrix: Matrix;
}

interface Matrix extends QuoteMatrix {
  readonly by: { readonly rows: EntityFacet; readonly columns: EntityFacet };
  readonly filter: Condition | null;
}

const CellRef = builder.objectRef<Cell>('QuoteMatrixCell').implement({
  description: 'A row and a column of a matrix that have statements in common.',
  fields: (t) => ({
    row: t.field({
      type: EntityRef,
      description: 'The entity of the row.',
      resolve: ({ row }, _args, context) => requireEntity(context, row),
    }),
    column: t.field({
      type: EntityRef,
      description: 'The entity of the column.',
      resolve: ({ column }, _args, context) => requireEntity(context, column),
    }),
    count: t.exposeInt('count', { description: 'Statements of both.' }),
    statements: t.field({
      type: StatementConnection,
      description: 'These statements, latest first.',
      args: forwardPageArgs(),
      resolve: async (cell, args, context) => {
        const source = cellStatements(cell.matrix, cell.matrix.filter);
        const page = await loadConnection(context, 'QuoteMatrixCell.statements', source, cellKey(cell), args);
        return { ...page, totalCount: async () => cell.count };
      },
    }),
  }),
});

const MatrixRef = builder.objectRef<Matrix>('QuoteMatrix').implement({
  description: 'How often each value of one facet meets each value of another.',
  fields: (t) => ({
    rows: t.field({
      type: [FacetBucketRef],
      description: 'The most frequent first, with their counts over all columns.',
      resolve: ({ rows }) => [...rows],
    }),
    columns: t.field({
      type: [FacetBucketRef],
      description: 'The most frequent first, with their counts over all rows.',
      resolve: ({ columns }) => [...columns],
    }),
    cells: t.field({
      type: [CellRef],
      description: 'The cells that are not empty, row by row.',
      resolve: (matrix) => matrix.cells.map((cell) => ({ ...cell, matrix })),
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'There are more rows or columns than were asked for. Counts are never cut.',
    }),
  }),
});

const COUNTED = `Counts look at no more than ${MAX_COUNTED} statements, those of a speaker, subject, outlet or article where the filter names one; more is an error.`;

const whereArgs = () =>
  builder.args((t) => ({
    where: t.field({
      type: StatementFilterInput,
      description: 'Only statements for which this holds; all that stand now when left out.',
    }),
  }));

builder.queryFields((t) => ({
  statementFacets: t.field({
    type: [FacetRef],
    description: `How often a filter's statements fall on each value of a facet, in the order asked for. ${COUNTED}`,
    args: {
      ...whereArgs(),
      by: t.arg({ type: [StatementFacetEnum], required: true, description: 'The facets, each once.' }),
      first: t.arg.int({
        defaultValue: 10,
        description: `Buckets of each facet, at most ${MAX_FACET_BUCKETS}.`,
      }),
    },
    resolve: async (_root, { where, by, first }, context) => {
      if (by.length === 0)
        throw invalidInput(`"by" is empty: name one or more of ${STATEMENT_FACETS.join(', ')}.`);
      if (new Set(by).size < by.length) throw invalidInput('"by" names a facet twice.');
      const filter = await filterOf(context, where);
      const size = sizeOf('first', first ?? 10, MAX_FACET_BUCKETS);
      return readFacets(context.db, by, filter, size);
    },
  }),
  quoteMatrix: t.field({
    type: MatrixRef,
    description: `How often each speaks about each: rows and columns are any facet that is an entity. ${COUNTED}`,
    args: {
      ...whereArgs(),
      rowsBy: t.arg({
        type: StatementFacetEnum,
        defaultValue: 'SPEAKER',
        description: 'What the rows are.',
      }),
      columnsBy: t.arg({
        type: StatementFacetEnum,
        defaultValue: 'ABOUT',
        description: 'What the columns are.',
      }),
      rows: t.arg.int({
        defaultValue: 20,
        description: `Rows, at most ${MAX_FACET_BUCKETS}.`,
      }),
      columns: t.arg.int({
        defaultValue: 20,
        description: `Columns, at most ${MAX_FACET_BUCKETS}.`,
      }),
    },
    resolve: async (_root, { where, rowsBy, columnsBy, ...size }, context) => {
      const by = {
        rows: entityFacet('rowsBy', rowsBy ?? 'SPEAKER'),
        columns: entityFacet('columnsBy', columnsBy ?? 'ABOUT'),
      };
      const rows = sizeOf('rows', size.rows ?? 20, MAX_FACET_BUCKETS);
      const columns = sizeOf('columns', size.columns ?? 20, MAX_FACET_BUCKETS);
      const filter = await filterOf(context, where);
      return { ...(await readMatrix(context.db, by, filter, { rows, columns })), by, filter };
    },
  }),
}));

function filterOf(
  context: Parameters<typeof loadFilter>[0],
  where: StatementFilter | null | undefined,
): Promise<Condition | null> {
  return where == null ? Promise.resolve(null) : loadFilter(context, where);
}

function entityFacet(argument: string, facet: StatementFacet): EntityFacet {
  if (isEntityFacet(facet)) return facet;
  throw invalidInput(
    `"${argument}" is ${facet}, which is no entity: give SPEAKER, ABOUT, ADDRESSEE or OUTLET.`,
  );
}
