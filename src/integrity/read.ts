import type { Row, Value } from '../graph/database.ts';
import type { FoundNode } from './compare-nodes.ts';
import type { Way } from './compare-ways.ts';
import { LABELS } from './shape.ts';

/*
 * Readers of columns that take any value: what is broken must be reported, and not end the check. What is not of the type asked for is
 * null, false or empty.
 */

export function textIn(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

export function numberIn(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

export function flagIn(row: Row, column: string): boolean {
  return row[column] === true;
}

export function textsIn(row: Row, column: string): readonly string[] {
  const value = row[column];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function mapIn(row: Row, column: string): Row {
  const value = row[column];
  return isMap(value) ? value : {};
}

/** A row of a query for nodes. */
export function nodeIn(row: Row): FoundNode {
  const properties = mapIn(row, 'properties');
  const labels = textsIn(row, 'labels');
  return { id: textIn(properties, 'id'), element: textIn(row, 'element') ?? '', labels, properties };
}

/** A row of a query for relationships. */
export function wayIn(row: Row): Way {
  const label = LABELS.find((each) => each === row['label']) ?? null;
  return {
    from: textIn(row, 'start') ?? '',
    type: textIn(row, 'type') ?? '',
    to: textIn(row, 'end') ?? '',
    label,
    properties: mapIn(row, 'properties'),
  };
}

/** Rows by the text in a column; those without one are left out. */
export function byColumn<T>(rows: readonly Row[], column: string, map: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = textIn(row, column);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [map(row)]);
    else group.push(map(row));
  }
  return groups;
}

function isMap(value: Value | undefined): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
