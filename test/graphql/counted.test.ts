import { beforeAll, expect, test } from 'vitest';
import { articlesOfBoth, pairKey, readCoQuoted } from '../../src/co-quotation/store.ts';
import { readFacets } from '../../src/facet/store.ts';
import { readMatrix } from '../../src/facet/store-matrix.ts';
import type { Database } from '../../src/graph/database.ts';
import { integer } from '../../src/graph/rows.ts';
import type { StatementFilter } from '../../src/statement/filter.ts';
import { resolveFilter } from '../../src/statement/store-filter.ts';
import { readTimeline } from '../../src/timeline/store.ts';
import { describeEngines } from '../support/engines.ts';
import { type Ids, writeClaims } from './claims.ts';
import type { Said } from './oracle.ts';
import { writeArticles } from './pages.ts';
import { SAID } from './said.ts';

/* How many statements a count may look at, and what it says when there are more. */

const BY = { rows: 'SPEAKER', columns: 'ABOUT' } as const;
const SIZE = { rows: 20, columns: 20 };

describeEngines('a count', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  const entity = (name: string) => ({ id: ids.entities.get(name) ?? '' });
  /** Whether they are current or not. Of the entities below none has any that is not. */
  async function all(): Promise<number> {
    const [row = {}] = await db.read({
      name: 'test.count',
      text: 'MATCH (s:Statement) RETURN count(s) AS n',
    });
    return integer(row, 'n');
  }
  const said = (holds: (each: Said) => boolean) => SAID.filter(holds).length;
  const filterOf = (where: StatementFilter) => resolveFilter(db, where);

  async function expectLimit(most: number, read: (most: number) => Promise<unknown>) {
    await expect(read(most)).resolves.toBeDefined();
    await expect(read(most - 1)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      details: { limit: most - 1 },
      message: expect.stringContaining(`More than ${most - 1} statements`),
    });
  }

  test('without a filter looks at all statements, and at no more than it may', async () => {
    const most = await all();
    expect(most).toBeGreaterThan(SAID.length);
    await expectLimit(most, (limit) =>
      readFacets(db, ['KIND'], { filter: null, distinct: false }, 10, limit),
    );
    await expectLimit(most, (limit) => readMatrix(db, BY, null, SIZE, limit));
  });

  test('that is filtered looks at those of the entities that the filter names', async () => {
    for (const [where, most] of [
      [{ saidBy: [entity('Bob Beck')] }, said(({ saidBy }) => saidBy.includes('Bob Beck'))],
      [{ mentions: [entity('Norland')] }, said(({ mentions }) => mentions.includes('Norland'))],
      [
        { publishedBy: [entity('Evening Post')], kind: ['DIRECT'] },
        said(({ publishedBy }) => publishedBy.includes('Evening Post')),
      ],
      [{ saidByGroup: [entity('The Guild')] }, said((each) => each.saidByGroup.includes('The Guild'))],
      [{ kind: ['DIRECT'] }, await all()],
    ] as const) {
      const filter = await filterOf(where);
      await expectLimit(most, (limit) =>
        readFacets(db, ['KIND', 'SPEAKER'], { filter, distinct: true }, 10, limit),
      );
      await expectLimit(most, (limit) => readMatrix(db, BY, filter, SIZE, limit));
    }
  });

  test('looks at the fewer where a filter names several', async () => {
    const [by, about] = [
      said(({ saidBy }) => saidBy.includes('Bob Beck')),
      said((each) => each.about.includes('Norland')),
    ];
    const filter = await filterOf({ saidBy: [entity('Bob Beck')], about: [entity('Norland')] });
    expect(by).not.toBe(about);
    await expectLimit(Math.min(by, about), (limit) =>
      readFacets(db, ['KIND'], { filter, distinct: false }, 10, limit),
    );
    await expectLimit(Math.min(by, about), (limit) => readTimeline(db, 'DAY', filter, limit));
  });

  test('of who is quoted together looks at the statements of the speaker', async () => {
    const most = said(({ saidBy }) => saidBy.includes('Bob Beck'));
    await expectLimit(most, (limit) => readCoQuoted(db, entity('Bob Beck').id, 10, undefined, limit));
  });
});

describeEngines('of the articles of a speaker', (open) => {
  test('only the latest count, in the number as in the list', async () => {
    const db = await open();
    await writeArticles(db);
    const idOf = async (name: string) => (await readIds(db, name))[0] ?? '';
    const [ada, bo] = [await idOf('Ada'), await idOf('Bo')];
    const page = { limit: 100, backward: false, after: null, before: null };
    const parent = pairKey(ada, bo);
    const listed = async (articles?: number) => {
      const found = (await articlesOfBoth(articles).page(db, [parent], page)).get(parent);
      return found?.rows.map(({ value }) => value.publishedAt) ?? [];
    };
    const whole = await listed();
    expect(whole).toHaveLength(4);
    for (const articles of [1, 2, 3, 4, 5]) {
      const [other] = await readCoQuoted(db, ada, 10, articles);
      expect(other).toMatchObject({ entity: { id: bo }, count: Math.min(articles, 4) });
      expect(await listed(articles)).toEqual(whole.slice(0, articles));
    }
  });
});

async function readIds(db: Database, name: string): Promise<string[]> {
  const query = { name: 'test.ids', text: 'MATCH (e:Entity {name: $name}) RETURN e.id AS id ORDER BY id' };
  return (await db.read(query, { name })).map(({ id }) => String(id));
}
