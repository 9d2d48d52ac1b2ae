import { describe, expect, test } from 'vitest';
import { OnrecordError } from '../../src/errors.ts';
import { groupRows, inChunks, indexRows } from '../../src/graph/batch.ts';
import type { Row } from '../../src/graph/database.ts';
import {
  flag,
  integer,
  integerOrNull,
  map,
  maps,
  real,
  text,
  textOrNull,
  texts,
} from '../../src/graph/rows.ts';

describe('columns of a row', () => {
  const row = {
    name: 'n',
    count: 3,
    share: 0.5,
    on: true,
    list: ['a', 'b'],
    map: { n: 1 },
    maps: [{ n: 1 }],
    none: null,
    big: 2n ** 60n,
  };

  test('are read by their type', () => {
    expect(text(row, 'name')).toBe('n');
    expect(integer(row, 'count')).toBe(3);
    expect(real(row, 'share')).toBe(0.5);
    expect(real(row, 'count')).toBe(3);
    expect(flag(row, 'on')).toBe(true);
    expect(texts(row, 'list')).toEqual(['a', 'b']);
    expect(integer(map(row, 'map'), 'n')).toBe(1);
    expect(maps(row, 'maps').map((each) => integer(each, 'n'))).toEqual([1]);
  });

  test('may be null where the reader says so, and a list of null is empty', () => {
    expect(textOrNull(row, 'none')).toBeNull();
    expect(integerOrNull(row, 'none')).toBeNull();
    expect(texts(row, 'none')).toEqual([]);
  });

  test.each([
    () => text(row, 'none'),
    () => text(row, 'count'),
    () => textOrNull(row, 'missing'),
    () => integer(row, 'share'),
    () => integer(row, 'big'),
    () => integerOrNull(row, 'missing'),
    () => real(row, 'name'),
    () => flag(row, 'count'),
    () => map(row, 'missing'),
    () => map(row, 'none'),
    () => map(row, 'list'),
    () => maps(row, 'missing'),
    () => maps(row, 'count'),
    () => maps(row, 'list'),
    () => maps({ list: [{}, null] }, 'list'),
    () => texts(row, 'missing'),
    () => texts({ list: ['a', 1] }, 'list'),
  ])('of another type are INTERNAL, with the column named: %s', (reading) => {
    expect(reading).toThrow(OnrecordError);
    expect(reading).toThrow(/^Column "(none|count|missing|share|big|name|list)" should be/);
  });
});

describe('rows of a batched query', () => {
  const rows = [
    { parent: 'b', id: 1 },
    { parent: 'a', id: 2 },
    { parent: 'b', id: 3 },
  ];
  const id = (row: Row) => integer(row, 'id');

  test('are grouped under every key asked for, in the order of the query', () => {
    expect(groupRows(['a', 'b', 'c'], rows, 'parent', id)).toEqual(
      new Map([
        ['a', [2]],
        ['b', [1, 3]],
        ['c', []],
      ]),
    );
  });

  test('are indexed by key, the first row of a key counting', () => {
    expect(indexRows(rows, 'parent', id)).toEqual(
      new Map([
        ['b', 1],
        ['a', 2],
      ]),
    );
  });

  test('to write go in chunks', () => {
    expect([...inChunks([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...inChunks([], 2)]).toEqual([]);
  });
});
