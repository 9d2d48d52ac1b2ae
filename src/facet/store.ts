import type { Database } from '../graph/database.ts';
import type { ListSource } from '../graph/list.ts';
import { integer, text } from '../graph/rows.ts';
import type { Condition } from '../statement/filter.ts';
import type { Statement } from '../statement/model.ts';
import { currentWhere } from '../statement/store-filter.ts';
import { statementListOf } from '../statement/store-lists.ts';
import { cellMatch, facetBuckets, facetTotals, matrixCells } from './cypher.ts';
import {
  ENTITY_FACETS,
  type EntityFacet,
  type Facet,
  type MatrixCell,
  type QuoteMatrix,
  type StatementFacet,
} from './model.ts';

/** Two calls. Reads every statement of the filter. */
export async function readFacet(
  db: Database,
  by: StatementFacet,
  filter: Condition | null,
  first: number,
): Promise<Facet> {
  const where = currentWhere(filter);
  const [[totals = {}], rows] = await Promise.all([
    db.read(facetTotals(by, where.text), where.params),
    db.read(facetBuckets(by, where.text), { ...where.params, limit: first }),
  ]);
  const isEntity = isEntityFacet(by);
  const buckets = rows.map((row) => ({ value: text(row, 'value'), count: integer(row, 'count'), isEntity }));
  const shown = buckets.reduce((sum, { count }) => sum + count, 0);
  return {
    by,
    buckets,
    total: integer(totals, 'total'),
    other: integer(totals, 'values') - shown,
    missing: integer(totals, 'missing'),
  };
}

/** Five calls. Reads every statement of the filter. */
export async function readMatrix(
  db: Database,
  by: { readonly rows: EntityFacet; readonly columns: EntityFacet },
  filter: Condition | null,
  size: { readonly rows: number; readonly columns: number },
): Promise<QuoteMatrix> {
  const where = currentWhere(filter);
  const [rows, columns] = await Promise.all([
    readFacet(db, by.rows, filter, size.rows),
    readFacet(db, by.columns, filter, size.columns),
  ]);
  const rowIds = rows.buckets.map(({ value }) => value);
  const columnIds = columns.buckets.map(({ value }) => value);
  const found = await db.read(matrixCells(by.rows, by.columns, where.text), {
    ...where.params,
    rows: rowIds,
    columns: columnIds,
    limit: rowIds.length * columnIds.length,
  });
  const cells = found.map(
    (row): MatrixCell => ({
      row: text(row, 'row'),
      column: text(row, 'column'),
      count: integer(row, 'count'),
    }),
  );
  return {
    rows: rows.buckets,
    columns: columns.buckets,
    cells: cells.toSorted(
      (a, b) =>
        rowIds.indexOf(a.row) - rowIds.indexOf(b.row) ||
        columnIds.indexOf(a.column) - columnIds.indexOf(b.column),
    ),
    truncated: rows.other > 0 || columns.other > 0,
  };
}

/** The statements of the cells of a matrix, latest first; their parents are made by `cellKey`. */
export function cellStatements(
  by: { readonly rows: EntityFacet; readonly columns: EntityFacet },
  filter: Condition | null,
): ListSource<Statement> {
  const list = { name: `facet.cell.${by.rows}.${by.columns}`, match: cellMatch(by.rows, by.columns) };
  return statementListOf(list, { filter, order: 'DATE_DESC', include: [] });
}

export function cellKey({ row, column }: MatrixCell): string {
  return `${row} ${column}`;
}

export function isEntityFacet(facet: StatementFacet): facet is EntityFacet {
  return (ENTITY_FACETS as readonly string[]).includes(facet);
}
