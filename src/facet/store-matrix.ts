import type { Database } from '../graph/database.ts';
import type { ListSource } from '../graph/list.ts';
import { integer, text } from '../graph/rows.ts';
import { orderedStatements } from '../statement/cypher.ts';
import type { Condition } from '../statement/filter.ts';
import type { Statement } from '../statement/model.ts';
import { currentStatements, requireCountable } from '../statement/store-filter.ts';
import { statementListOf, statementsFrom } from '../statement/store-lists.ts';
import { cellMatch, inCell, matrixCells, placedWayOf } from './cypher-matrix.ts';
import type { EntityFacet, MatrixCell, QuoteMatrix } from './model.ts';
import { readCounts } from './store.ts';

/** Four calls. LIMIT_EXCEEDED where more than `most` statements would have to be looked at. */
export async function readMatrix(
  db: Database,
  by: { readonly rows: EntityFacet; readonly columns: EntityFacet },
  filter: Condition | null,
  size: { readonly rows: number; readonly columns: number },
  most?: number,
): Promise<QuoteMatrix> {
  const statements = currentStatements(filter);
  await requireCountable(db, statements, most);
  const [ofRows, ofColumns] = await Promise.all([
    readCounts(db, by.rows, filter, size.rows),
    readCounts(db, by.columns, filter, size.columns),
  ]);
  const rowIds = ofRows.buckets.map(({ value }) => value);
  const columnIds = ofColumns.buckets.map(({ value }) => value);
  const found = await db.read(matrixCells(by.rows, by.columns, statements), {
    ...statements.params,
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
    rows: ofRows.buckets,
    columns: ofColumns.buckets,
    cells: cells.toSorted(
      (a, b) =>
        rowIds.indexOf(a.row) - rowIds.indexOf(b.row) ||
        columnIds.indexOf(a.column) - columnIds.indexOf(b.column),
    ),
    truncated: ofRows.other > 0 || ofColumns.other > 0,
  };
}

/**
 * The statements of the cells of a matrix, latest first; their parents are made by `cellKey`. Wherever they are looked for, the filter is
 * the same: it holds in an index, which leads to the statements of one side only.
 */
export function cellStatements(matrix: Sides, filter: Condition | null): ListSource<Statement> {
  const { rows, columns } = matrix.by;
  const list = { name: `facet.cell.${rows}.${columns}`, match: cellMatch(rows, columns) };
  const text = filter === null ? inCell(rows, columns) : `${inCell(rows, columns)} AND ${filter.text}`;
  const both = { params: {}, asked: '', start: null, countStart: null, ...filter, text };
  const query = { filter: both, order: 'DATE_DESC', include: [] } as const;
  return statementListOf({ ...list, ...orderedCells(matrix, both.start) }, query);
}

interface Sides extends Pick<QuoteMatrix, 'rows' | 'columns'> {
  readonly by: { readonly rows: EntityFacet; readonly columns: EntityFacet };
}

/** The ways that hold the statements of cells in their order: from where the filter starts, else from the rows or columns, whichever have fewer. */
function orderedCells({ by, rows, columns }: Sides, start: Condition['start']) {
  if (start !== null) {
    const { index, scopes } = statementsFrom(start, 'latestPlace');
    if (index !== undefined && scopes !== undefined) return { index, scopes };
  }
  const [ofRows, ofColumns] = [placedWayOf(by.rows), placedWayOf(by.columns)];
  const isByRows = ofColumns === null || (rows[0]?.count ?? 0) <= (columns[0]?.count ?? 0);
  const [way, at] = ofRows !== null && isByRows ? [ofRows, 0] : [ofColumns, 1];
  const scopes = (parent: string) => [`${parent.split(' ')[at]} `];
  return way === null ? undefined : { index: orderedStatements('latestPlace', way), scopes };
}

export function cellKey({ row, column }: MatrixCell): string {
  return `${row} ${column}`;
}
