import { beforeAll, expect, test } from 'vitest';
import type { Database, Value } from '../../src/graph/database.ts';
import { describeEngines } from '../support/engines.ts';
import { codeOf, read, write } from './queries.ts';

const STORED: readonly (readonly [string, Value])[] = [
  ['true', true],
  ['false', false],
  ['zero', 0],
  ['the largest safe integer', Number.MAX_SAFE_INTEGER],
  ['the smallest safe integer', Number.MIN_SAFE_INTEGER],
  ['2^53', 2n ** 53n],
  ['-2^53', -(2n ** 53n)],
  ['2^63 - 1', 2n ** 63n - 1n],
  ['-2^63', -(2n ** 63n)],
  ['a fraction', 0.1],
  ['a small float', 5e-324],
  ['a large float', 1.7976931348623157e308],
  ['the empty string', ''],
  ['quotes and backslashes', `"it's" \\n \` $x {y}`],
  ['control characters', '\u0001\t\r\n\u001f\u007f\u2028'],
  ['emoji beyond the first plane', '👩‍👩‍👧‍👦 𝒪'],
  ['a precomposed letter', 'caf\u00e9'],
  ['a combining mark', 'cafe\u0301'],
  ['right to left', 'قال بايدن \u200f(שלום)'],
  ['Cyrillic', 'Владимир Джабаров'],
  ['an empty list', []],
  ['a list of strings', ['b', 'a', 'b']],
  ['a list of integers', [3, -1, 2]],
  ['a list of booleans', [true, false]],
];

const PASSED_THROUGH: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['an empty map', {}],
  ['a list with null', ['a', null]],
  ['a mixed list', [1, 'a', true, 2.5]],
  ['nested lists', [[1, [2]], []]],
  ['nested maps', { a: { b: [{ c: null, d: 2n ** 60n }] }, 'a key': 1 }],
];

describeEngines('values', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  test.each(STORED)('%s is stored and read back', async (_, value) => {
    const rows = await write(db, 'MERGE (n:Probe {key: 1}) SET n.value = $value RETURN n.value AS value', {
      value,
    });
    expect(rows).toEqual([{ value }]);
    expect(await read(db, 'MATCH (n:Probe) RETURN n.value AS value')).toEqual([{ value }]);
  });

  test.each([...STORED, ...PASSED_THROUGH])('%s passes as a parameter', async (_, value) => {
    expect(
      await read(db, 'RETURN $value AS value, [$value] AS list, {entry: $value} AS map', { value }),
    ).toEqual([{ value, list: [value], map: { entry: value } }]);
  });

  test('a bigint in the safe range comes back as a number', async () => {
    expect(await read(db, 'RETURN $value AS value', { value: 5n })).toEqual([{ value: 5 }]);
  });

  test('a number without a fraction is an integer to the engine', async () => {
    expect(await read(db, 'RETURN $five / 2 AS half, range(1, 9)[$five] AS item', { five: 5 })).toEqual([
      { half: 2, item: 6 },
    ]);
    expect(await read(db, 'RETURN 10.0 / 4 AS float')).toEqual([{ float: 2.5 }]);
  });

  test('an integer of more than 64 bits is refused', async () => {
    expect(await codeOf(read(db, 'RETURN $value AS value', { value: 2n ** 63n }))).toBe('INTERNAL');
  });

  test('composed and decomposed letters stay different keys', async () => {
    await write(db, 'MERGE (:Name {folded: $a}) MERGE (:Name {folded: $b})', {
      a: 'caf\u00e9',
      b: 'cafe\u0301',
    });
    expect(await read(db, 'MATCH (n:Name) RETURN size(n.folded) AS length ORDER BY length')).toEqual([
      { length: 4 },
      { length: 5 },
    ]);
  });

  test('a property set to null is gone', async () => {
    await write(db, 'CREATE (:Gone {key: 1, value: 2})');
    await write(db, 'MATCH (n:Gone) SET n += $props', { props: { value: null } });
    expect(await read(db, 'MATCH (n:Gone) RETURN keys(n) AS keys, n.value AS value')).toEqual([
      { keys: ['key'], value: null },
    ]);
  });

  test('frozen parameters are accepted', async () => {
    const list: readonly string[] = Object.freeze(['a', 'b']);
    expect(await read(db, 'RETURN size($list) AS size', Object.freeze({ list }))).toEqual([{ size: 2 }]);
  });

  test('properties with the names of keywords are read back', async () => {
    const props = { start: 3, end: 9, order: 1, exact: 'words', type: 'T', role: 'R' };
    await write(db, 'CREATE (n:Keywords) SET n = $props', { props });
    expect(
      await read(
        db,
        `MATCH (n:Keywords) WHERE n.start < n.end
         RETURN n.start AS start, n.end AS end, n.order AS order, n.exact AS exact, n.type AS type, n.role AS role
         ORDER BY n.order`,
      ),
    ).toEqual([props]);
  });
});
