import { expect } from 'vitest';
import type { EntityFacet } from '../../src/facet/model.ts';
import type { Database } from '../../src/graph/database.ts';
import { answer } from '../support/graphql.ts';
import type { Ids } from './claims.ts';
import { bucketsOf, valuesOf } from './counts.ts';
import type { Said } from './oracle.ts';

/* Matrices as the API answers them, and as they are counted from the statements of the oracle. */

export const MATRIX_ARGS =
  '$where: StatementFilter, $rowsBy: StatementFacet, $columnsBy: StatementFacet, $rows: Int, $columns: Int';
export const MATRIX_GIVEN =
  'where: $where, rowsBy: $rowsBy, columnsBy: $columnsBy, rows: $rows, columns: $columns';
const matrixWith = (amounts: string) => `query (${MATRIX_ARGS}) {
  quoteMatrix(${MATRIX_GIVEN}) {
    rows { value entity { id name } ${amounts} }
    columns { value entity { id name } ${amounts} }
    cells {
      row { id name } column { id name } count
      statements(first: 100) { nodes { content saidBy { cue } } totalCount }
    }
    truncated
  }
}`;
export const MATRIX = matrixWith('count');
export const MATRIX_WITH_WORDS = matrixWith('count share words wordShare');

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Line {
  readonly value: string;
  readonly entity: Named;
  readonly count: number;
  readonly share: number;
  readonly words: number;
  readonly wordShare: number;
}
interface Data {
  readonly quoteMatrix: {
    readonly rows: readonly Line[];
    readonly columns: readonly Line[];
    readonly cells: readonly {
      readonly row: Named;
      readonly column: Named;
      readonly count: number;
      readonly statements: {
        readonly nodes: readonly {
          readonly content: string | null;
          readonly saidBy: { readonly cue: string };
        }[];
        readonly totalCount: number;
      };
    }[];
    readonly truncated: boolean;
  };
}
export interface Size {
  readonly rowsBy: EntityFacet;
  readonly columnsBy: EntityFacet;
  readonly rows: number;
  readonly columns: number;
}

/** The matrix by names, each cell with the words of its statements. */
export async function readMatrix(
  db: Database,
  variables: object,
  nameOf: (entity: Named) => string | undefined = ({ name }) => name,
) {
  const { quoteMatrix } = await answer<Data>(db, MATRIX_WITH_WORDS, { ...variables });
  const lines = (all: readonly Line[]) =>
    all.map(({ entity, ...line }) => ({ ...line, name: nameOf(entity) }));
  return {
    rows: lines(quoteMatrix.rows),
    columns: lines(quoteMatrix.columns),
    cells: quoteMatrix.cells.map(({ row, column, count, statements }) => {
      expect(statements.totalCount).toBe(count);
      const words = statements.nodes.map(({ content, saidBy }) => content ?? saidBy.cue).toSorted();
      return { row: nameOf(row), column: nameOf(column), count, words };
    }),
    truncated: quoteMatrix.truncated,
  };
}

/** What it must be. */
export function matrixOf(ids: Ids, said: readonly Said[], { rowsBy, columnsBy, ...size }: Size) {
  const allRows = bucketsOf(ids, rowsBy, said);
  const allColumns = bucketsOf(ids, columnsBy, said);
  const rows = allRows.slice(0, size.rows);
  const columns = allColumns.slice(0, size.columns);
  const cells = rows.flatMap(({ name: row }) =>
    columns.flatMap(({ name: column }) => {
      const both = said.filter(
        (each) =>
          valuesOf(rowsBy, each).includes(row ?? '') && valuesOf(columnsBy, each).includes(column ?? ''),
      );
      const words = both.map((each) => each.words).toSorted();
      return words.length === 0 ? [] : [{ row, column, count: words.length, words }];
    }),
  );
  const truncated = allRows.length > rows.length || allColumns.length > columns.length;
  return { rows, columns, cells, truncated };
}
