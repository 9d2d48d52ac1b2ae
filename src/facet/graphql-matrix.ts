import { EntityRef, requireEntity } from '../entity/graphql.ts';
import { invalidInput } from '../errors.ts';
import { builder } from '../graphql/builder.ts';
import { forwardPageArgs, loadConnection } from '../graphql/connection.ts';
import { MAX_FACET_BUCKETS } from '../graphql/limits.ts';
import { sizeOf } from '../graphql/page.ts';
import type { Condition } from '../statement/filter.ts';
import { StatementConnection } from '../statement/graphql-lists.ts';
import { COUNTED, filterOf, whereArgs } from './graphql.ts';
import { bucketsOf, FacetBucketRef, StatementFacetEnum } from './graphql-bucket.ts';
import {
  ENTITY_FACETS,
  type EntityFacet,
  type MatrixCell,
  type QuoteMatrix,
  type StatementFacet,
} from './model.ts';
import { isEntityFacet } from './store.ts';
import { cellKey, cellStatements, readMatrix } from './store-matrix.ts';

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
      resolve: ({ rows, by, filter }) =>
        bucketsOf({ by: by.rows, scope: { filter, distinct: false }, total: null }, rows),
    }),
    columns: t.field({
      type: [FacetBucketRef],
      description: 'The most frequent first, with their counts over all rows.',
      resolve: ({ columns, by, filter }) =>
        bucketsOf({ by: by.columns, scope: { filter, distinct: false }, total: null }, columns),
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

builder.queryField('quoteMatrix', (t) =>
  t.field({
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
);

function entityFacet(argument: string, facet: StatementFacet): EntityFacet {
  if (isEntityFacet(facet)) return facet;
  throw invalidInput(
    `"${argument}" is ${facet}, which is no entity: give one of ${ENTITY_FACETS.join(', ')}.`,
  );
}
