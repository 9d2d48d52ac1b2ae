import { OnrecordError } from '../errors.ts';
import type { Row, Value } from './database.ts';

/*
 * Readers of one column of a row. A column that is missing or of another type is a disagreement between a query and its
 * store, so they throw INTERNAL.
 */

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : refuse(column, 'a string', value);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** Integers beyond ±(2^53−1) are refused too: no column of ours needs them. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  return Number.isSafeInteger(value) ? (value as number) : refuse(column, 'an integer', value);
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

/** A number with or without a fraction. */
export function real(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : refuse(column, 'a number', value);
}

export function flag(row: Row, column: string): boolean {
  const value = row[column];
  return typeof value === 'boolean' ? value : refuse(column, 'a boolean', value);
}

export function flagOrNull(row: Row, column: string): boolean | null {
  return row[column] == null ? null : flag(row, column);
}

/** A list of strings; null counts as the empty list, since both engines drop a property that is set to null. */
export function texts(row: Row, column: string): readonly string[] {
  const value = row[column];
  if (value === null) return [];
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isTexts ? value : refuse(column, 'a list of strings', value);
}

/** A map, to be read as a row is. */
export function map(row: Row, column: string): Row {
  const value = row[column];
  return value !== undefined && isRow(value) ? value : refuse(column, 'a map', value);
}

/** A list of maps, to be read as rows are. */
export function maps(row: Row, column: string): readonly Row[] {
  const value = row[column];
  return Array.isArray(value) && value.every(isRow) ? value : refuse(column, 'a list of maps', value);
}

function isRow(value: Value): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string that is one of a closed list. */
export function oneOf<const T extends string>(row: Row, column: string, values: readonly T[]): T {
  const found = values.find((each) => each === row[column]);
  return found ?? refuse(column, `one of ${values.join(', ')}`, row[column]);
}

/** A list of strings of a closed list, in the order of the row. */
export function someOf<const T extends string>(row: Row, column: string, values: readonly T[]): readonly T[] {
  const isValue = (text: string): text is T => (values as readonly string[]).includes(text);
  const found = texts(row, column);
  return found.every(isValue) ? found : refuse(column, `some of ${values.join(', ')}`, row[column]);
}

function refuse(column: string, wanted: string, found: Value | undefined): never {
  const type =
    found === undefined
      ? 'missing'
      : Array.isArray(found)
        ? 'a list'
        : found === null
          ? 'null'
          : typeof found;
  // The value itself stays out of the message: messages may reach strangers.
  throw new OnrecordError('INTERNAL', `Column "${column}" should be ${wanted}, but is ${type}.`);
}
