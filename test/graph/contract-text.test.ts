import { beforeEach, expect, test } from 'vitest';
import type { Database, TextSearch } from '../../src/graph/database.ts';
import { GRAPH_PLAN, TEXT_INDEXES } from '../../src/graph/plan.ts';
import { describeEngines } from '../support/engines.ts';
import { codeOf, query, read, rejection, write } from './queries.ts';

describeEngines('the full-text search of the graph port', (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
  });

  const create = (texts: Readonly<Record<string, string>>) =>
    write(db, 'UNWIND $rows AS row CREATE (s:Statement) SET s = row', {
      rows: Object.entries(texts).map(([id, words]) => ({ id, words: ` ${words} ` })),
    });

  async function find(
    groups: readonly (readonly string[])[],
    options: Partial<TextSearch> = {},
  ): Promise<string[]> {
    const search = {
      name: 'test.search',
      index: TEXT_INDEXES.statement,
      groups,
      match: 'ALL',
      limit: 10,
    } as const;
    return (await db.searchText({ ...search, ...options })).map(({ id }) => id);
  }

  const sorted = async (...args: Parameters<typeof find>) => (await find(...args)).toSorted();

  test('finds all of the groups, or any of them, and of a group any word', async () => {
    await create({ a: 'red green', b: 'red blue', c: 'green blue', d: 'blue' });
    expect(await sorted([['red'], ['blue']])).toEqual(['b']);
    expect(await sorted([['red'], ['blue']], { match: 'ANY' })).toEqual(['a', 'b', 'c', 'd']);
    expect(await sorted([['red', 'green'], ['blue']])).toEqual(['b', 'c']);
    expect(await sorted([['red'], ['nothing']])).toEqual([]);
    expect(await sorted([['red'], ['nothing']], { match: 'ANY' })).toEqual(['a', 'b']);
  });

  test('finds words that stand side by side', async () => {
    await create({ a: 'red green blue', b: 'green red blue', c: 'red blue green' });
    const phrases = (...all: string[][]) =>
      sorted(
        all.flat().map((word) => [word]),
        { phrases: all },
      );
    expect(await phrases(['red', 'green'])).toEqual(['a']);
    expect(await phrases(['red', 'blue'])).toEqual(['b', 'c']);
    expect(await phrases(['red', 'green'], ['green', 'blue'])).toEqual(['a']);
    expect(await phrases(['blue', 'red'])).toEqual([]);
  });

  test('finds nothing for no groups, an empty group and no limit', async () => {
    await create({ a: 'red' });
    expect(await find([])).toEqual([]);
    expect(await find([[], ['red']])).toEqual([]);
    expect(await find([[], ['red']], { match: 'ANY' })).toEqual(['a']);
    expect(await find([['red']], { limit: 0 })).toEqual([]);
  });

  test('has every word, of one letter and of any script, and no parts of words', async () => {
    const words = [
      'a',
      'the',
      'not',
      'and',
      'or',
      '7',
      'президент',
      'україни',
      '東京都',
      'हिन्दी',
      'ไทย',
      'ου',
      '𐐨𐐩',
    ];
    await create({ all: words.join(' '), other: 'हिन दी' });
    for (const word of words) expect(await find([[word]]), word).toEqual(['all']);
    for (const word of words) expect(await find([[word]], { match: 'ANY' }), word).toEqual(['all']);
    for (const part of ['th', 'прези', '東京', 'हिन्']) expect(await find([[part]]), part).toEqual([]);
  });

  test('finds words on either side of a line end, and very long ones', async () => {
    const long = 'x'.repeat(300);
    await create({ a: `red \n green ${long}` });
    expect(await find([['red'], ['green']])).toEqual(['a']);
    expect(await find([[long]])).toEqual(['a']);
  });

  test('puts rare words before common ones, and short texts before long ones', async () => {
    await create({
      rare: 'common rare and more words',
      common: 'common common common words',
      other: 'common with other words',
      long: `rare ${'filler '.repeat(40)}`,
    });
    expect(await find([['common'], ['rare']], { match: 'ANY', limit: 2 })).toEqual(['rare', 'common']);
    expect(await find([['rare']])).toEqual(['rare', 'long']);
  });

  test('keeps to the limit and to the index', async () => {
    await create(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`s${at}`, 'red green'])));
    await write(db, `CREATE (:Entity {id: 'e', words: ' red green '}), (:Article {id: 'n'})`);
    expect(await find([['red'], ['green']])).toHaveLength(10);
    expect(await find([['red']], { match: 'ANY', limit: 30 })).toHaveLength(30);
    expect(await find([['red']], { index: TEXT_INDEXES.entity })).toEqual(['e']);
    expect(await find([['red']], { index: TEXT_INDEXES.article })).toEqual([]);
  });

  test('finds the few that have two words which many have', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [`s${at}`, at % 2 === 0 ? 'even all' : 'odd all']);
    await create({ ...Object.fromEntries(rows), both: `even odd all rare ${'filler '.repeat(30)}` });
    expect(await find([['even'], ['odd']])).toEqual(['both']);
    expect(await find([['all'], ['odd'], ['even']])).toEqual(['both']);
    expect(await find([['all'], ['rare', 'none']])).toEqual(['both']);
    const many = Array.from({ length: 20 }, (_, at) => `w${at}`);
    expect(
      await find([
        ['even', ...many],
        ['odd', ...many],
      ]),
    ).toEqual(['both']);
    expect(await find([['all'], ['even']], { limit: 3_000 })).toHaveLength(2_501);
    expect(await find([['all'], ['odd']], { phrases: [['odd', 'all']], limit: 3_000 })).toHaveLength(2_501);
    expect(await find([['odd'], ['even']], { phrases: [['even', 'odd']] })).toEqual(['both']);
  });

  test('sees changed, removed and deleted texts as they are', async () => {
    await create({ a: 'red', b: 'red', c: 'red', d: 'red' });
    await write(db, `MATCH (s:Statement {id: 'a'}) SET s.words = ' green '`);
    await write(db, `MATCH (s:Statement {id: 'b'}) REMOVE s.words`);
    await write(db, `MATCH (s:Statement {id: 'c'}) DETACH DELETE s`);
    expect(await sorted([['red']])).toEqual(['d']);
    expect(await sorted([['green']])).toEqual(['a']);
    await write(db, 'UNWIND $rows AS row MERGE (s:Statement {id: row.id}) SET s += row', {
      rows: [
        { id: 'a', words: ' blue ' },
        { id: 'b', words: ' blue ' },
      ],
    });
    expect(await sorted([['blue']])).toEqual(['a', 'b']);
    expect(await sorted([['green']])).toEqual([]);
  });

  test('sees what is committed, and nothing of a write that is undone', async () => {
    await create({ a: 'red' });
    const during: string[][] = [];
    const undone = db.write(async (tx) => {
      await tx.run(query(`CREATE (:Statement {id: 'b', words: ' red '})`));
      await tx.run(query(`MATCH (s:Statement {id: 'a'}) SET s.words = ' green '`));
      during.push(await sorted([['red']]), await sorted([['green']]));
      throw new Error('no');
    });
    await rejection(undone);
    expect(during).toEqual([['a'], []]);
    expect(await sorted([['red']])).toEqual(['a']);
    expect(await sorted([['green']])).toEqual([]);
    expect(await read(db, 'MATCH (s:Statement) RETURN count(s) AS count')).toEqual([{ count: 1 }]);
  });

  test('stays as it is when the plan is applied again', async () => {
    await create({ a: 'red' });
    await db.apply(GRAPH_PLAN);
    expect(await find([['red']])).toEqual(['a']);
    await create({ b: 'red' });
    expect(await sorted([['red']])).toEqual(['a', 'b']);
  });

  test.each(['a"b', 'a b', 'a*', '', '+', 'a:b', '\\'])('refuses %j as a word', async (word) => {
    expect(await codeOf(find([[word]]))).toBe('INTERNAL');
  });

  test('is refused when the graph is closed', async () => {
    await db.close();
    expect(await codeOf(find([['red']]))).toBe('UNAVAILABLE');
  });
});
