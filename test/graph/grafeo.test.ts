import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/graph/open.ts';
import { GRAPH_PLAN, TEXT_INDEXES } from '../../src/graph/plan.ts';
import { codeOf, errorOf, LONG, query, read, write } from './queries.ts';

describe('Grafeo in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'onrecord-')), 'made', 'here');
  });
  afterEach(() => rm(join(folder, '../..'), { recursive: true }));

  const openFolder = () => openDatabase({ engine: 'grafeo', folder, shuffleUnordered: true });

  test('keeps data and constraints across a reopening', async () => {
    const first = await openFolder();
    await first.apply(GRAPH_PLAN);
    await write(first, `CREATE (:Entity {id: 'a', name: 'Джабаров'})`);
    await first.close();

    const second = await openFolder();
    await second.apply(GRAPH_PLAN);
    expect(await read(second, 'MATCH (n:Entity) RETURN n.name AS name')).toEqual([{ name: 'Джабаров' }]);
    expect(await codeOf(write(second, `CREATE (:Entity {id: 'a'})`))).toBe('CONFLICT');
    await second.close();
  });

  test('what was not committed is gone after a reopening', async () => {
    const first = await openFolder();
    await first
      .write(async (tx) => {
        await tx.run(query('CREATE (:Entity {id: 1})'));
        throw new Error('no');
      })
      .catch(() => {});
    await first.close();
    const second = await openFolder();
    expect(await read(second, 'MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
    await second.close();
  });

  test('a store that is written anew has in its files what it has, and nothing else', async () => {
    const db = await openFolder();
    await db.apply(GRAPH_PLAN);
    const filesWith = (words: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
        const path = join(folder, file);
        return statSync(path).isFile() && readFileSync(path).includes(words);
      });
    await write(
      db,
      "UNWIND range(1, 500) AS i CREATE (:Article {id: toString(i), words: ' common ' + toString(i) + ' '})",
    );
    await write(db, "MATCH (a:Article {id: '7'}) SET a.words = ' quixotic '");
    await db.close();
    const again = await openFolder();
    await write(again, "MATCH (a:Article {id: '7'}) SET a.words = ' plain '");
    expect(filesWith('quixotic')).not.toEqual([]);
    const reading = again.readTransaction(async (tx) => {
      await tx.run(query('RETURN 1 AS one'));
      return tx.run(query("MATCH (a:Article {id: '7'}) RETURN a.words AS words"));
    });
    await Promise.all([reading, again.compact(), read(again, 'RETURN 1 AS one')]);
    expect(await reading).toEqual([{ words: ' plain ' }]);
    expect(filesWith('quixotic')).toEqual([]);
    expect(filesWith('plain')).not.toEqual([]);
    const search = { name: 'test.search', index: TEXT_INDEXES.article, match: 'ANY' as const, limit: 9 };
    expect(await again.searchText({ ...search, groups: [['plain', 'quixotic']] })).toMatchObject([
      { id: '7' },
    ]);
    expect(await codeOf(write(again, "CREATE (:Article {id: '7'})"))).toBe('CONFLICT');
    await again.close();
    const third = await openFolder();
    expect(await read(third, 'MATCH (a:Article) RETURN count(a) AS count')).toEqual([{ count: 500 }]);
    await third.close();
  });

  test('a second handle in this process is UNAVAILABLE, with the folder named', async () => {
    const first = await openFolder();
    const error = await errorOf(openFolder());
    expect(error.code).toBe('UNAVAILABLE');
    expect(error.message).toContain(folder);
    expect(error.message).toContain('another process');
    await first.close();
  });

  test('a second process is UNAVAILABLE', async () => {
    const first = await openFolder();
    const open = JSON.stringify(fileURLToPath(new URL('../../src/graph/open.ts', import.meta.url)));
    const script = `
      const { openDatabase } = await import(${open});
      await openDatabase({ engine: 'grafeo', folder: process.argv[1] }).catch((error) => console.log(error.code));`;
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script, folder],
      { encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    expect(child.stdout.trim()).toBe('UNAVAILABLE');
    await first.close();
  });

  test('a file that is no store is UNAVAILABLE, and not said to be held', async () => {
    const first = await openFolder();
    await first.close();
    await writeFile(join(folder, 'graph.grafeo'), 'not a store '.repeat(1000));
    const error = await errorOf(openFolder());
    expect(error.code).toBe('UNAVAILABLE');
    expect(error.message).not.toContain('another process');
  });

  test('a folder that cannot be made is UNAVAILABLE', async () => {
    const file = join(folder, '../../file');
    await writeFile(file, '');
    expect(await codeOf(openDatabase({ engine: 'grafeo', folder: join(file, 'folder') }))).toBe(
      'UNAVAILABLE',
    );
  });
});

describe('Grafeo', () => {
  test('reads of one transaction see one state, whatever is written meanwhile', async () => {
    const db = await openDatabase({ engine: 'grafeo' });
    const count = query('MATCH (n:Entity) RETURN count(n) AS count');
    const seen = await db.readTransaction(async (tx) => {
      const before = await tx.run(count);
      await write(db, 'CREATE (:Entity {id: 1})');
      return [...before, ...(await tx.run(count))];
    });
    expect(seen).toEqual([{ count: 0 }, { count: 0 }]);
    expect(await db.read(count)).toEqual([{ count: 1 }]);
    await db.close();
  });

  test('timed-out queries that still run are limited in number', async () => {
    const db = await openDatabase({ engine: 'grafeo' });
    const late = Array.from({ length: 4 }, () => codeOf(db.read(LONG, {}, { timeoutMs: 5 })));
    expect(await Promise.all(late)).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
    expect(await codeOf(db.read(query('RETURN 1 AS one')))).toBe('LIMIT_EXCEEDED');
    await expect
      .poll(() => read(db, 'RETURN 1 AS one').catch(() => 'not yet'), { timeout: 60_000 })
      .toEqual([{ one: 1 }]);
    await db.close();
  });
});
